// Global states by 64-bit fingerprint (SPEC X5), numbered in order of discovery: an open-addressed table of typed arrays
// whose slots hold state numbers. Two states that share all 64 bits would be taken for one; with a million states the odds
// are below one in ten million.

import { at, bytesOf, createInts, push } from './ints.ts';

const FIRST_CAPACITY = 1 << 12;

export interface Fingerprints {
  /** The number of the state with this fingerprint; a new one is given the next number, which `size` then counts. */
  readonly numberOf: (low: number, high: number) => number;
  readonly size: () => number;
  readonly bytes: () => number;
}

export function createFingerprints(): Fingerprints {
  let slots = new Int32Array(FIRST_CAPACITY);
  const lows = createInts(FIRST_CAPACITY);
  const highs = createInts(FIRST_CAPACITY);

  const grow = (): void => {
    slots = new Int32Array(2 * slots.length);
    const mask = slots.length - 1;
    for (let number = 0; number < lows.length; number++) {
      let slot = slotOf(at(lows, number), at(highs, number)) & mask;
      while (slots[slot] !== 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = number + 1;
    }
  };
  const numberOf = (low: number, high: number): number => {
    const mask = slots.length - 1;
    let slot = slotOf(low, high) & mask;
    for (;;) {
      const number = (slots[slot] as number) - 1;
      if (number < 0) {
        break;
      }
      if (at(lows, number) === low && at(highs, number) === high) {
        return number;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = lows.length + 1;
    push(lows, low);
    push(highs, high);
    // Half full at most: the chains stay short.
    if (2 * lows.length > slots.length) {
      grow();
    }
    return lows.length - 1;
  };
  return {
    numberOf,
    size: () => lows.length,
    bytes: () => slots.byteLength + bytesOf(lows, highs),
  };
}

function slotOf(low: number, high: number): number {
  const h = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
  return h ^ (h >>> 15);
}
