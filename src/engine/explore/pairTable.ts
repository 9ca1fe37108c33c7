// A number for each of some pairs of small numbers: an open-addressed table of typed arrays, because a Map of such keys was a
// third of a search's time (measured).

import type { Ints } from './ints.ts';
import { at, createInts, push } from './ints.ts';

export interface PairTable {
  /** Where the pair's number stands in `values`, or -1. */
  readonly find: (a: number, b: number) => number;
  /** A pair that is not there yet. */
  readonly add: (a: number, b: number, value: number) => void;
  readonly values: Ints;
  readonly size: () => number;
}

export function createPairTable(): PairTable {
  let slots = new Int32Array(1024);
  const firsts = createInts(512);
  const seconds = createInts(512);
  const values = createInts(512);

  const place = (a: number, b: number, number: number): void => {
    const mask = slots.length - 1;
    let slot = slotOf(a, b) & mask;
    while (slots[slot] !== 0) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = number + 1;
  };
  const grow = (): void => {
    slots = new Int32Array(2 * slots.length);
    for (let i = 0; i < values.length; i++) {
      place(at(firsts, i), at(seconds, i), i);
    }
  };
  return {
    values,
    size: () => values.length,
    find: (a, b) => {
      const mask = slots.length - 1;
      let slot = slotOf(a, b) & mask;
      for (;;) {
        const i = (slots[slot] as number) - 1;
        if (i < 0 || (at(firsts, i) === a && at(seconds, i) === b)) {
          return i;
        }
        slot = (slot + 1) & mask;
      }
    },
    add: (a, b, value) => {
      place(a, b, values.length);
      push(firsts, a);
      push(seconds, b);
      push(values, value);
      if (2 * values.length > slots.length) {
        grow();
      }
    },
  };
}

function slotOf(a: number, b: number): number {
  const h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return h ^ (h >>> 15);
}
