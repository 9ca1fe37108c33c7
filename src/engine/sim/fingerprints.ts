// A set of global states by 64-bit fingerprint (SPEC X5): two 32-bit hashes of the numbers that a state is packed of, in an
// open-addressed table of typed arrays. Against a Set of strings it halves the time of a search (measured). Two states
// that share all 64 bits would be taken for one; with a million states the odds are below one in ten million.

const FIRST_CAPACITY = 1 << 16;

export interface Fingerprints {
  /** Adds a state; returns whether it was new. */
  readonly add: (state: readonly number[]) => boolean;
  readonly size: () => number;
}

export function createFingerprints(): Fingerprints {
  let capacity = FIRST_CAPACITY;
  let table = new Uint32Array(2 * capacity);
  let size = 0;

  const place = (low: number, high: number): boolean => {
    const mask = capacity - 1;
    for (let slot = (low ^ (high >>> 7)) & mask; ; slot = (slot + 1) & mask) {
      const at = 2 * slot;
      if (table[at] === 0 && table[at + 1] === 0) {
        table[at] = low;
        table[at + 1] = high;
        return true;
      }
      if (table[at] === low && table[at + 1] === high) {
        return false;
      }
    }
  };
  const grow = (): void => {
    const before = table;
    capacity *= 2;
    table = new Uint32Array(2 * capacity);
    for (let at = 0; at < before.length; at += 2) {
      const low = before[at] ?? 0;
      const high = before[at + 1] ?? 0;
      if (low !== 0 || high !== 0) {
        place(low, high);
      }
    }
  };
  return {
    add: (state) => {
      let low = 0x811c9dc5;
      let high = 0x9747b28c ^ state.length;
      for (const part of state) {
        low = Math.imul(low ^ part, 0x01000193);
        low ^= low >>> 15;
        high = Math.imul(high ^ Math.imul(part + 0x7f4a7c15, 0x85ebca6b), 0xc2b2ae35);
        high ^= high >>> 13;
      }
      low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) >>> 0;
      // (0, 0) marks an empty slot.
      high = (high >>> 0 === 0 && low === 0 ? 1 : high) >>> 0;
      const isNew = place(low, high);
      if (isNew) {
        size += 1;
        if (2 * size > capacity) {
          grow();
        }
      }
      return isNew;
    },
    size: () => size,
  };
}
