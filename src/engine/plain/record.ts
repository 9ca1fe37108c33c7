// Plain records in a fixed order. State holds no Map and no Set, so that it clones, compares and prints; whoever walks
// a record walks it in byte order of its keys, never in the order in which the keys happened to be written.

import { compareText } from './compare.ts';

export type Dict<T> = Readonly<Record<string, T>>;

/** The keys in byte order; most records were written in it, and finding that out is cheaper than sorting. */
export function keysOf(record: Dict<unknown>): string[] {
  const keys = Object.keys(record);
  for (let i = 1; i < keys.length; i++) {
    if (compareText(keys[i - 1] as string, keys[i] as string) > 0) {
      return keys.sort(compareText);
    }
  }
  return keys;
}

/** The entries in byte order of their keys. */
export function entriesOf<T>(record: Dict<T>): [string, T][] {
  return keysOf(record).map((key) => [key, record[key] as T]);
}

/** The values in byte order of their keys. */
export function valuesOf<T>(record: Dict<T>): T[] {
  return entriesOf(record).map((entry) => entry[1]);
}

/** The record with `key` set; the same reference when that value stands there already. */
export function withKey<T>(record: Dict<T>, key: string, value: T): Dict<T> {
  return Object.is(record[key], value) && Object.hasOwn(record, key) ? record : { ...record, [key]: value };
}

/** The record without `key`; the same reference when it is absent. */
export function withoutKey<T>(record: Dict<T>, key: string): Dict<T> {
  if (!Object.hasOwn(record, key)) {
    return record;
  }
  const { [key]: _gone, ...rest } = record;
  return rest;
}

/** Every value mapped; the same reference when no value changed. */
export function mapValues<T>(record: Dict<T>, change: (value: T, key: string) => T): Dict<T> {
  let changed = false;
  const result: Record<string, T> = {};
  for (const key of keysOf(record)) {
    const before = record[key] as T;
    const after = change(before, key);
    changed ||= after !== before;
    result[key] = after;
  }
  return changed ? result : record;
}

/** The value under `key`, own properties only, so that a name like `constructor` finds nothing. */
export function lookup<T>(record: Dict<T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
