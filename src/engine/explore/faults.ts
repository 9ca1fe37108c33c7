// What may still go wrong in a search, packed into one number of a global state (SPEC X8): losses, duplicates and crashes
// that are left, and whether a request for a schema or an answer to one has been lost, which promise I6 is conditional on.

export interface FaultBudget {
  readonly losses: number;
  readonly duplicates: number;
  readonly crashes: number;
}

export const NO_FAULTS: FaultBudget = { losses: 0, duplicates: 0, crashes: 0 };
export const FAULTS_MAX = 9;
/** As many as one likes. */
export const ANY_NUMBER: number = Number.POSITIVE_INFINITY;

const DUPLICATE = 4;
const CRASH = 8;
const LOST_PULL = 1 << 12;
/** Stands for any number, and stays. */
const UNENDING = 15;

const digit = (count: number): number => Math.min(count, UNENDING);

export function faultWord({ losses, duplicates, crashes }: FaultBudget): number {
  return digit(losses) + (digit(duplicates) << DUPLICATE) + (digit(crashes) << CRASH);
}

export const lossesLeft = (word: number): number => word & 15;
export const duplicatesLeft = (word: number): number => (word >> DUPLICATE) & 15;
export const crashesLeft = (word: number): number => (word >> CRASH) & 15;

const oneLess = (word: number, digitAt: number): number =>
  ((word >> digitAt) & 15) === UNENDING ? word : word - (1 << digitAt);

export const afterLoss = (word: number, isPull: boolean): number =>
  oneLess(word, 0) | (isPull ? LOST_PULL : 0);
export const afterDuplicate = (word: number): number => oneLess(word, DUPLICATE);
export const afterCrash = (word: number): number => oneLess(word, CRASH);
