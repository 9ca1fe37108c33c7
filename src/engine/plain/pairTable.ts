// A number for each of some pairs of whole numbers: an open-addressed table in one typed array, each pair beside its number,
// because a Map of such keys was a third of a search's time (measured).

export interface PairTable {
  /** The pair's number, or `NO_NUMBER`. */
  readonly get: (a: number, b: number) => number;
  /** Gives a number to a pair that has none yet. */
  readonly add: (a: number, b: number, value: number) => void;
  readonly size: () => number;
  readonly bytes: () => number;
}

/** Stored as 0, so that a new table is empty. */
export const NO_NUMBER: number = -(2 ** 30);

const SLOT = 3;

export function createPairTable(capacity = 256): PairTable {
  let slots = new Int32Array(SLOT * capacity);
  let mask = capacity - 1;
  let size = 0;

  const placeOf = (a: number, b: number): number => {
    let slot = hashOf(a, b) & mask;
    for (;;) {
      const place = SLOT * slot;
      if (slots[place + 2] === 0 || (slots[place] === a && slots[place + 1] === b)) {
        return place;
      }
      slot = (slot + 1) & mask;
    }
  };
  const put = (a: number, b: number, stored: number): void => {
    const place = placeOf(a, b);
    slots[place] = a;
    slots[place + 1] = b;
    slots[place + 2] = stored;
  };
  const grow = (): void => {
    const old = slots;
    slots = new Int32Array(2 * old.length);
    mask = 2 * mask + 1;
    for (let place = 0; place < old.length; place += SLOT) {
      if (old[place + 2] !== 0) {
        put(old[place] as number, old[place + 1] as number, old[place + 2] as number);
      }
    }
  };
  return {
    size: () => size,
    bytes: () => slots.byteLength,
    get: (a, b) => (slots[placeOf(a, b) + 2] as number) ^ NO_NUMBER,
    add: (a, b, value) => {
      put(a, b, value ^ NO_NUMBER);
      size += 1;
      // Half full at most: the chains stay short.
      if (2 * size > mask) {
        grow();
      }
    },
  };
}

function hashOf(a: number, b: number): number {
  const h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return h ^ (h >>> 15);
}
