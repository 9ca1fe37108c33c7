// Plain data numbered by content: equal values have equal numbers, different ones different numbers, whatever order their keys
// were written in. The numbers mean something only beside each other, for a search that needs many identities fast: no
// text is made, a value is a walk from pair to pair (what came before, what comes next), and an object that is known is not
// walked again.

import { createPairTable, NO_NUMBER } from './pairTable.ts';

export type ContentNumber = (value: unknown) => number;

/** Keys in order, and the number that stands for them. */
interface Shape {
  readonly number: number;
  /** Where in the order of writing the values of the sorted keys stand. */
  readonly order: readonly number[];
}

const ARRAY = 0;
const RECORD = 1;
const AS_WRITTEN = 2;
const FIRST = 3;

/** A numbering of its own memory. */
export function createContentNumbers(): ContentNumber {
  const known = new WeakMap<object, number>();
  const simple = new Map<unknown, number>();
  const pairs = createPairTable(4_096);
  const shapes = new Map<number, Shape>();
  let count = FIRST;

  const follow = (before: number, next: number): number => {
    const found = pairs.get(before, next);
    if (found !== NO_NUMBER) {
      return found;
    }
    pairs.add(before, next, count);
    count += 1;
    return count - 1;
  };
  const ofSimple = (value: unknown): number => {
    const found = simple.get(value);
    if (found !== undefined) {
      return found;
    }
    simple.set(value, count);
    count += 1;
    return count - 1;
  };
  const ofArray = (values: readonly unknown[]): number => {
    let number = ARRAY;
    for (const value of values) {
      number = follow(number, numberOf(value));
    }
    return number;
  };
  const shapeOf = (keys: readonly string[]): Shape => {
    let written = AS_WRITTEN;
    for (const key of keys) {
      written = follow(written, ofSimple(key));
    }
    let shape = shapes.get(written);
    if (shape === undefined) {
      const sorted = keys.toSorted();
      const number = sorted.reduce((before, key) => follow(before, ofSimple(key)), RECORD);
      shape = { number, order: sorted.map((key) => keys.indexOf(key)) };
      shapes.set(written, shape);
    }
    return shape;
  };
  /** First all keys, then all values: no two records are the same walk. */
  const ofRecord = (record: object): number => {
    let keys = Object.keys(record);
    let values: readonly unknown[] = Object.values(record);
    if (values.includes(undefined)) {
      const all = values;
      keys = keys.filter((_key, i) => all[i] !== undefined);
      values = all.filter((value) => value !== undefined);
    }
    const shape = shapeOf(keys);
    let { number } = shape;
    for (const i of shape.order) {
      number = follow(number, numberOf(values[i]));
    }
    return number;
  };
  const numberOf: ContentNumber = (value) => {
    if (typeof value !== 'object' || value === null) {
      return ofSimple(value);
    }
    const found = known.get(value);
    if (found !== undefined) {
      return found;
    }
    const number = Array.isArray(value) ? ofArray(value) : ofRecord(value);
    known.set(value, number);
    return number;
  };
  return numberOf;
}
