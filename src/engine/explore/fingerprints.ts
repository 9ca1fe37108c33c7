// Global states by 64-bit fingerprint (SPEC X5), numbered in order of discovery: an open-addressed table in one typed array,
// a state's number beside one half of its fingerprint; the other half is looked at only where the first one fits. Two states
// that share all 64 bits would be taken for one; with a million states the odds are below one in ten million.

import { at, bytesOf, createInts, push } from './ints.ts';

const FIRST_CAPACITY = 1 << 13;
const SLOT = 2;

/** Two halves in a typed array: as arguments of their own they would become objects. */
export type Fingerprint = Int32Array;

export interface Fingerprints {
  /** The number of the state with this fingerprint; a new one is given the next number, which `size` then counts. */
  readonly numberOf: (fingerprint: Fingerprint) => number;
  readonly size: () => number;
  readonly bytes: () => number;
}

export function createFingerprints(): Fingerprints {
  let slots = new Int32Array(SLOT * FIRST_CAPACITY);
  let last = slots.length - SLOT;
  const highs = createInts(FIRST_CAPACITY);

  const grow = (): void => {
    const old = slots;
    slots = new Int32Array(2 * old.length);
    last = slots.length - SLOT;
    for (let from = 0; from < old.length; from += SLOT) {
      const number = old[from] as number;
      if (number !== 0) {
        const low = old[from + 1] as number;
        let slot = slotOf(low, at(highs, number - 1)) & last;
        while (slots[slot] !== 0) {
          slot = (slot + SLOT) & last;
        }
        slots[slot] = number;
        slots[slot + 1] = low;
      }
    }
  };
  const numberOf = (fingerprint: Fingerprint): number => {
    const low = fingerprint[0] as number;
    const high = fingerprint[1] as number;
    let slot = slotOf(low, high) & last;
    for (;;) {
      const number = (slots[slot] as number) - 1;
      if (number < 0) {
        break;
      }
      if (slots[slot + 1] === low && at(highs, number) === high) {
        return number;
      }
      slot = (slot + SLOT) & last;
    }
    slots[slot] = highs.length + 1;
    slots[slot + 1] = low;
    push(highs, high);
    // Half full at most: the chains stay short.
    if (2 * SLOT * highs.length > slots.length) {
      grow();
    }
    return highs.length - 1;
  };
  return {
    numberOf,
    size: () => highs.length,
    bytes: () => slots.byteLength + bytesOf(highs),
  };
}

/** Even, because a slot is two numbers. */
function slotOf(low: number, high: number): number {
  const h = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
  return (h ^ (h >>> 15)) << 1;
}
