// Where a loop of eight seconds is after so many milliseconds: it rests at its start, goes through the run, and rests at
// its end.

export interface LoopPlace {
  readonly step: number;
  readonly fraction: number;
}

export const LOOP_MS = 8_000;
const START_MS = 700;
const END_MS = 2_300;

export const loopEnd = (steps: number): LoopPlace => ({ step: steps, fraction: 0 });

export function loopAt(ms: number, steps: number): LoopPlace {
  const way = LOOP_MS - START_MS - END_MS;
  const done = Math.min(1, Math.max(0, ((ms % LOOP_MS) - START_MS) / way)) * steps;
  const step = Math.min(steps, Math.floor(done));
  return { step, fraction: step === steps ? 0 : done - step };
}
