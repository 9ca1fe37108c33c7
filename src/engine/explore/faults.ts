// What may still go wrong in a search, packed into one number of a global state (SPEC X8): losses, duplicates and crashes
// that are left, and whether a request for a schema or an answer to one has been lost, which promise I6 is conditional on.

export interface FaultBudget {
  readonly losses: number;
  readonly duplicates: number;
  readonly crashes: number;
}

export const NO_FAULTS: FaultBudget = { losses: 0, duplicates: 0, crashes: 0 };
export const FAULTS_MAX = 9;

const DUPLICATE = 1 << 4;
const CRASH = 1 << 8;
const LOST_PULL = 1 << 12;

export function faultWord({ losses, duplicates, crashes }: FaultBudget): number {
  return losses + duplicates * DUPLICATE + crashes * CRASH;
}

export const lossesLeft = (word: number): number => word & 15;
export const duplicatesLeft = (word: number): number => (word >> 4) & 15;
export const crashesLeft = (word: number): number => (word >> 8) & 15;

export const afterLoss = (word: number, isPull: boolean): number => (word - 1) | (isPull ? LOST_PULL : 0);
export const afterDuplicate = (word: number): number => word - DUPLICATE;
export const afterCrash = (word: number): number => word - CRASH;
