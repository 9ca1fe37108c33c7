// Which promises hold after each step. Judging a state reads all of it, so each state is judged once; of a long run that
// was opened whole, the steps at which a promise breaks are found a few at a time.

import type { PromiseStatus, SimState, Timeline } from '../engine/index.ts';
import { checkPromises } from '../engine/index.ts';

const statuses = new WeakMap<SimState, readonly PromiseStatus[]>();

export function promisesAt(state: SimState): readonly PromiseStatus[] {
  const known = statuses.get(state) ?? checkPromises(state.core);
  statuses.set(state, known);
  return known;
}

export interface Breaks {
  /** Steps after which a promise is broken that held before them. */
  readonly steps: readonly number[];
  /** Every step of the run has been judged. */
  readonly complete: boolean;
}

/** The breaks of a run, as far as they can be told by judging at most `budget` states that nobody has judged yet. */
export function breaksOf(timeline: Timeline, budget: number): Breaks {
  const steps: number[] = [];
  let left = budget;
  let before = promisesAt(timeline.start);
  for (const [i, { state }] of timeline.steps.entries()) {
    if (!statuses.has(state)) {
      if (left === 0) {
        return { steps, complete: false };
      }
      left -= 1;
    }
    const after = promisesAt(state);
    if (after.some((one, at) => !one.held && before[at]?.held === true)) {
      steps.push(i + 1);
    }
    before = after;
  }
  return { steps, complete: true };
}
