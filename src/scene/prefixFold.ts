// What the scene knows about a whole run is gathered once and grown: a run's past never changes, so an index over its
// first n steps serves the run of n + 1 steps by looking at one more. Scrubbing then costs nothing per step.

import type { SimState, Step, Timeline } from '../engine/index.ts';

export interface Fold<A> {
  readonly begin: (start: SimState, timeline: Timeline) => A;
  /** Takes in one more step; `index` is the state index after it (1 = after the first step). May grow `kept` in place. */
  readonly extend: (kept: A, step: Step, before: SimState, index: number) => void;
}

/** How many steps at the tip may be new before the index is built afresh: an append adds a few, a load all. */
const LOOKBACK_STEPS_MAX = 64;

/**
 * An index over all steps of a timeline, kept by the timeline's last step. A timeline that goes on where an indexed one
 * ended grows that index in place; a fork gets its own. Whoever reads it at an earlier playhead skips what came later.
 */
export function prefixFold<A>(fold: Fold<A>): (timeline: Timeline) => A {
  const byTip = new WeakMap<object, { readonly kept: A; length: number }>();
  return (timeline) => {
    const { steps } = timeline;
    const tip = (count: number): object => steps[count - 1] ?? timeline.start;
    const hit = byTip.get(tip(steps.length));
    if (hit?.length === steps.length) {
      return hit.kept;
    }
    let from = 0;
    let index: { readonly kept: A; length: number } | null = null;
    for (let count = steps.length - 1; count > 0 && steps.length - count <= LOOKBACK_STEPS_MAX; count--) {
      const found = byTip.get(tip(count));
      if (found?.length === count) {
        index = found;
        from = count;
        break;
      }
    }
    index ??= { kept: fold.begin(timeline.start, timeline), length: 0 };
    for (let at = from; at < steps.length; at++) {
      const step = steps[at];
      if (step !== undefined) {
        fold.extend(index.kept, step, steps[at - 1]?.state ?? timeline.start, at + 1);
      }
    }
    index.length = steps.length;
    byTip.set(tip(steps.length), index);
    return index.kept;
  };
}
