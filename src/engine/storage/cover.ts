// Tombstones over rows (SPEC E7): a partition tombstone covers everything, a range tombstone all rows whose clustering key
// starts with its components. Of several over one row the latest counts.

import { compareText } from '../plain/compare.ts';
import type { Timestamp } from '../plain/scalars.ts';
import { laterTombstone, shadows } from '../schema/cell.ts';
import type { ClusteringKey, Partition, RangeTombstone } from './partition.ts';

/** The part of a partition that can shadow its rows. */
export type Covers = Pick<Partition, 'tombstone' | 'ranges'>;

/** Whether a clustering key starts with the components of `prefix`. */
export function startsWithPrefix(key: ClusteringKey, prefix: ClusteringKey): boolean {
  return key.startsWith(prefix) && (key.length === prefix.length || key[prefix.length] === ':');
}

/** The latest partition or range tombstone over a row, or null (E7). */
export function coverOf(partition: Covers, key: ClusteringKey): Timestamp | null {
  let cover = partition.tombstone;
  for (const range of partition.ranges) {
    if (startsWithPrefix(key, range.prefix)) {
      cover = laterTombstone(cover, range.ts);
    }
  }
  return cover;
}

/** Both sets of range tombstones without those that a wider or the partition's own tombstone shadows; in prefix order. */
export function mergeRanges(
  a: readonly RangeTombstone[],
  b: readonly RangeTombstone[],
  tombstone: Timestamp | null,
): readonly RangeTombstone[] {
  if (b.length === 0 && !a.some((range) => shadows(tombstone, range.ts))) {
    return a;
  }
  const kept: RangeTombstone[] = [];
  // A prefix sorts before its extensions, so that whatever covers a range has been seen before it.
  for (const range of [...a, ...b].sort((x, y) => compareText(x.prefix, y.prefix) || y.ts - x.ts)) {
    const isShadowed =
      shadows(tombstone, range.ts) ||
      kept.some((wider) => shadows(wider.ts, range.ts) && startsWithPrefix(range.prefix, wider.prefix));
    if (!isShadowed) {
      kept.push(range);
    }
  }
  return kept.length === a.length && kept.every((range, i) => range === a[i]) ? a : kept;
}
