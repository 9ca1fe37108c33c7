// What the scene knows about a whole run is gathered once and grown: a run's past never changes, so an index over its
// first n steps serves the run of n + 1 steps by looking at one more. Scrubbing then costs nothing per step.

import type { SimState, Step, Timeline } from '../../engine/index.ts';

export interface Fold<A> {
  readonly begin: (start: SimState, timeline: Timeline) => A;
  /** Takes in one more step; `index` is the state index after it (1 = after the first step). May grow `kept` in place. */
  readonly extend: (kept: A, step: Step, before: SimState, index: number) => void;
}

/** How many steps at the tip may be new before the index is built afresh: an append adds a few, a load all. */
const LOOKBACK_STEPS_MAX = 64;

interface Kept<A> {
  readonly index: A;
  /** What it has taken in. */
  steps: readonly Step[];
}

const isBeginning = (steps: readonly Step[], of: readonly Step[]): boolean =>
  steps === of || (steps.length <= of.length && steps.every((step, i) => step === of[i]));

/**
 * An index over all steps of a timeline, kept by the timeline's last step. A timeline that goes on where an indexed one
 * ended grows that index in place; a fork gets its own, and so does a run that has come together with another one again:
 * it shares that one's last steps and has a past of its own. Whoever reads it at an earlier playhead skips what came later.
 */
export function prefixFold<A>(fold: Fold<A>): (timeline: Timeline) => A {
  const byTip = new WeakMap<object, Kept<A>[]>();
  return (timeline) => {
    const { steps } = timeline;
    const tip = (count: number): object => steps[count - 1] ?? timeline.start;
    const endingAt = (count: number): Kept<A> | undefined =>
      byTip.get(tip(count))?.find((one) => one.steps.length === count && isBeginning(one.steps, steps));
    let found = endingAt(steps.length);
    for (let back = 1; found === undefined && back <= LOOKBACK_STEPS_MAX && back < steps.length; back++) {
      found = endingAt(steps.length - back);
    }
    const kept = found ?? { index: fold.begin(timeline.start, timeline), steps: [] };
    const from = kept.steps.length;
    kept.steps = steps;
    if (found === undefined || from < steps.length) {
      for (const [i, step] of steps.slice(from).entries()) {
        const at = from + i;
        fold.extend(kept.index, step, steps[at - 1]?.state ?? timeline.start, at + 1);
      }
      // What has grown on from here is found by its own last step.
      const others = (byTip.get(tip(steps.length)) ?? []).filter((one) => one.steps.length === steps.length);
      byTip.set(tip(steps.length), [...others, kept]);
    }
    return kept.index;
  };
}
