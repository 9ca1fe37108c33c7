// A sorted collection that is cheap to keep many versions of (SPEC N8): sixteen short sorted lists instead of a long one, so
// that an addition copies a sixteenth. Which list an item lies in depends on its key alone, never on the order of
// additions: equal collections look alike, and hash alike.

const COUNT = 16;

export type Buckets<T> = readonly (readonly T[])[];

const EMPTY: readonly never[] = [];
export const NO_ITEMS: Buckets<never> = Array.from({ length: COUNT }, () => EMPTY);

function bucketOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) {
    hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0) % COUNT;
}

/** The items that share a list with `key`: those that could be it. */
export function itemsNear<T>(buckets: Buckets<T>, key: string): readonly T[] {
  return buckets[bucketOf(key)] ?? EMPTY;
}

/** All items, list by list: in a fixed order, though not in that of `compare`. */
export function itemsOf<T>(buckets: Buckets<T>): readonly T[] {
  return buckets.flat();
}

/** With the item at its place; the same reference when `compare` finds it there already. */
export function withItem<T>(
  buckets: Buckets<T>,
  key: string,
  item: T,
  compare: (a: T, b: T) => number,
): Buckets<T> {
  const bucket = bucketOf(key);
  const items = buckets[bucket] ?? EMPTY;
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compare(item, items[middle] as T);
    if (order === 0) {
      return buckets;
    }
    if (order < 0) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return buckets.with(bucket, items.toSpliced(low, 0, item));
}
