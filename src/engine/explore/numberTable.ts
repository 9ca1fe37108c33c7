// Values numbered by content, in order of first appearance, which a search makes deterministic (SPEC X2). Each number has
// a 64-bit mark, two 32-bit halves; the fingerprint of a global state is the sum of the marks of its parts (X5).

import { assert } from '../plain/assert.ts';
import type { ContentNumber } from '../plain/contentNumbers.ts';
import type { Ints } from './ints.ts';
import { createInts, push } from './ints.ts';

export interface NumberTable<T> {
  readonly values: readonly T[];
  readonly numberOf: (value: T) => number;
  readonly low: Ints;
  readonly high: Ints;
}

/** `kind` keeps the marks of different tables apart. `onNew` hears of each value once. */
export function createNumberTable<T>(
  contentNumber: ContentNumber,
  kind: number,
  onNew: (value: T, number: number) => void = () => undefined,
): NumberTable<T> {
  const values: T[] = [];
  const numbers = new Map<number, number>();
  const low = createInts(256);
  const high = createInts(256);
  const numberOf = (value: T): number => {
    const content = contentNumber(value);
    const known = numbers.get(content);
    if (known !== undefined) {
      return known;
    }
    const number = values.length;
    numbers.set(content, number);
    values.push(value);
    push(low, markLow(kind, number));
    push(high, markHigh(kind, number));
    onNew(value, number);
    return number;
  };
  return { values, numberOf, low, high };
}

export function valueAt<T>(table: Pick<NumberTable<T>, 'values'>, i: number): T {
  const value = table.values[i];
  assert(value !== undefined, 'X2: a number stands for a value');
  return value;
}

/** 32 well-mixed bits of two small numbers; the other half below uses other constants, so that both together are 64. */
export function markLow(kind: number, number: number): number {
  let h = Math.imul(number + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(kind + 1, 0x27d4eb2f);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

export function markHigh(kind: number, number: number): number {
  let h = Math.imul(number ^ 0x51ed270b, 0x2c1b3c6d) + Math.imul(kind + 7, 0x165667b1);
  h = Math.imul(h ^ (h >>> 15), 0x297a2d39);
  h = Math.imul(h ^ (h >>> 12), 0x7feb352d);
  return h ^ (h >>> 15);
}
