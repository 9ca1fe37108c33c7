// Lists of 32-bit numbers that grow: the whole memory of a search lies in a few of them (SPEC X6).

export interface Ints {
  /** Longer than `length`; what lies beyond it means nothing. */
  values: Int32Array;
  length: number;
}

export function createInts(capacity: number): Ints {
  return { values: new Int32Array(capacity), length: 0 };
}

/** Makes room for `more` numbers behind the last one. */
export function reserve(ints: Ints, more: number): void {
  const needed = ints.length + more;
  if (needed > ints.values.length) {
    const grown = new Int32Array(Math.max(needed, 2 * ints.values.length));
    grown.set(ints.values);
    ints.values = grown;
  }
}

export function push(ints: Ints, value: number): void {
  if (ints.length === ints.values.length) {
    reserve(ints, 1);
  }
  ints.values[ints.length] = value;
  ints.length += 1;
}

/** The number at a place that is known to exist. */
export function at(ints: Ints, i: number): number {
  return ints.values[i] as number;
}

export function bytesOf(...lists: readonly Ints[]): number {
  return lists.reduce((sum, list) => sum + list.values.byteLength, 0);
}
