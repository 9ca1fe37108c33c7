// How many ways lead to each state (SPEC X11): sequences of choices from the start, counted along the edges of a search that
// is complete. Where choices can lead back to an earlier state there is no number.

import type { Ints } from './ints.ts';
import { at } from './ints.ts';

export interface Edges {
  /** Where the edges of a state begin in `targets`; one more than there are states. */
  readonly from: Ints;
  readonly targets: Ints;
}

/** By state, as far as a double counts; null where the graph has a circle. */
export function countWays({ from, targets }: Edges): Float64Array | null {
  const count = from.length - 1;
  const waiting = new Int32Array(count);
  for (let state = 0; state < count; state++) {
    for (let i = at(from, state); i < at(from, state + 1); i++) {
      const target = at(targets, i);
      // A choice that changes nothing leads to the state itself: it is no other way.
      waiting[target] = (waiting[target] as number) + (target === state ? 0 : 1);
    }
  }
  const ways = new Float64Array(count);
  const ready = new Int32Array(count);
  let last = 1;
  ways[0] = 1;
  if (waiting[0] !== 0) {
    return null;
  }
  for (let next = 0; next < last; next++) {
    const state = ready[next] as number;
    for (let i = at(from, state); i < at(from, state + 1); i++) {
      const target = at(targets, i);
      if (target === state) {
        continue;
      }
      ways[target] = (ways[target] as number) + (ways[state] as number);
      waiting[target] = (waiting[target] as number) - 1;
      if (waiting[target] === 0) {
        ready[last] = target;
        last += 1;
      }
    }
  }
  return last === count ? ways : null;
}
