// Which promises hold after each step. Judging a state reads all of it, so each state is judged once; of a long run that
// was opened whole, the steps at which a promise breaks are found a few at a time.

import type { PromiseStatus, SimState, Timeline } from '../../engine/index.ts';
import { checkPromises, stateAt } from '../../engine/index.ts';

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

interface Judging {
  readonly steps: number[];
  /** How many steps are judged. */
  count: number;
  breaks: Breaks;
}

const judged = new WeakMap<Timeline, Judging>();

/** The breaks of a run, as far as they can be told by judging at most `budget` states that nobody has judged yet. */
export function breaksOf(timeline: Timeline, budget: number): Breaks {
  const { steps } = timeline;
  const known = judged.get(timeline) ?? { steps: [], count: 0, breaks: { steps: [], complete: false } };
  judged.set(timeline, known);
  let left = budget;
  for (; known.count < steps.length; known.count++) {
    const state = stateAt(timeline, known.count + 1);
    if (!statuses.has(state) && left-- === 0) {
      return { steps: known.steps.slice(), complete: false };
    }
    const before = promisesAt(stateAt(timeline, known.count));
    if (promisesAt(state).some((one, at) => !one.held && before[at]?.held === true)) {
      known.steps.push(known.count + 1);
    }
  }
  if (!known.breaks.complete) {
    known.breaks = { steps: known.steps.slice(), complete: true };
  }
  return known.breaks;
}
