// Joining two partitions of one version (SPEC E7): cell by cell the last write wins, tombstones shadow what is stamped at
// or before them, and nothing that is shadowed is stored. The join is commutative, associative and idempotent, which is
// why replicas may apply writes of one version in any order. A row, once there, stays until a flush, even emptied.

import { compareText } from '../plain/compare.ts';
import type { Dict } from '../plain/record.ts';
import { keysOf } from '../plain/record.ts';
import type { Timestamp } from '../plain/scalars.ts';
import type { TieBreak } from '../schema/cell.ts';
import { laterTombstone, mergeCells, shadows } from '../schema/cell.ts';
import type { Covers } from './cover.ts';
import { coverOf, mergeRanges } from './cover.ts';
import type {
  CellVector,
  CollectionCell,
  DataCell,
  DataRow,
  Partition,
  RowMarker,
  Slot,
} from './partition.ts';
import { isCollection } from './partition.ts';
import type { StorageRules } from './rules.ts';

export const EMPTY_ROW: DataRow = { marker: null, tombstone: null, cells: [] };

/** Whether there is nothing in it at all, not even an emptied row. */
export function isEmptyPartition(partition: Partition): boolean {
  return (
    partition.tombstone === null &&
    partition.ranges.length === 0 &&
    partition.static.length === 0 &&
    Object.keys(partition.rows).length === 0
  );
}

/**
 * The join of two partitions in normal form, stored at one version; in normal form again (E7). Returns `a` itself when
 * `b` adds nothing. With the tie-break off `a` is what was there first.
 */
export function mergePartitions(a: Partition, b: Partition, rules: StorageRules): Partition {
  if (a === b || isEmptyPartition(b)) {
    return a;
  }
  if (isEmptyPartition(a)) {
    return b;
  }
  const tombstone = laterTombstone(a.tombstone, b.tombstone);
  const ranges = mergeRanges(a.ranges, b.ranges, tombstone);
  const statics = mergeVectors({ a: a.static, b: b.static, cover: tombstone, tieBreak: rules.tieBreak });
  const cover = { tombstone, ranges };
  const hasNewCover = tombstone !== a.tombstone || ranges !== a.ranges;
  const rows = mergeRows(
    { a: a.rows, b: b.rows, touched: hasNewCover ? { ...a.rows, ...b.rows } : b.rows, cover },
    rules,
  );
  const isSame = !hasNewCover && statics === a.static && rows === a.rows;
  return isSame ? a : { tombstone, ranges, static: statics, rows };
}

interface RowsToMerge {
  readonly a: Dict<DataRow>;
  readonly b: Dict<DataRow>;
  /** Rows that can come out differently from `a`; only the keys count. */
  readonly touched: Dict<DataRow>;
  readonly cover: Covers;
}

function mergeRows({ a, b, touched, cover }: RowsToMerge, rules: StorageRules): Dict<DataRow> {
  let changed: Record<string, DataRow> | null = null;
  for (const key of Object.keys(touched)) {
    const before = a[key];
    const after = mergeRow(
      { a: before ?? EMPTY_ROW, b: b[key] ?? EMPTY_ROW, cover: coverOf(cover, key) },
      rules,
    );
    if (after !== before) {
      changed ??= { ...a };
      changed[key] = after;
    }
  }
  return changed === null ? a : inKeyOrder(changed);
}

/** Equal rows are also written in equal order, whatever order they came in. */
function inKeyOrder(rows: Dict<DataRow>): Dict<DataRow> {
  return Object.fromEntries(
    keysOf(rows).flatMap((key) => (rows[key] === undefined ? [] : [[key, rows[key]]])),
  );
}

interface RowPair {
  readonly a: DataRow;
  readonly b: DataRow;
  readonly cover: Timestamp | null;
}

function mergeRow({ a, b, cover }: RowPair, rules: StorageRules): DataRow {
  const later = laterTombstone(a.tombstone, b.tombstone);
  const tombstone = later !== null && shadows(cover, later) ? null : later;
  const shadow = laterTombstone(cover, tombstone);
  const newest = laterMarker(a.marker, b.marker);
  const marker = newest !== null && shadows(shadow, newest.ts) ? null : newest;
  const cells = mergeVectors({ a: a.cells, b: b.cells, cover: shadow, tieBreak: rules.tieBreak });
  const isSame = tombstone === a.tombstone && marker === a.marker && cells === a.cells;
  return isSame ? a : { marker, tombstone, cells };
}

/** Markers carry a statement for promises to read; which one of a tie stays must not depend on the order of arrival. */
function laterMarker(a: RowMarker | null, b: RowMarker | null): RowMarker | null {
  if (a === null || b === null) {
    return a ?? b;
  }
  if (a.ts !== b.ts) {
    return a.ts > b.ts ? a : b;
  }
  return compareText(a.statement, b.statement) <= 0 ? a : b;
}

interface VectorPair {
  readonly a: CellVector;
  readonly b: CellVector;
  /** What is stamped at or before it is not stored; null is none. */
  readonly cover: Timestamp | null;
  readonly tieBreak: TieBreak;
}

function mergeVectors({ a, b, cover, tieBreak }: VectorPair): CellVector {
  const length = Math.max(a.length, b.length);
  const merged: Slot[] = [];
  let isSame = true;
  for (let id = 0; id < length; id++) {
    const before = a[id] ?? null;
    const after = mergeSlots(surviving(before, cover), surviving(b[id] ?? null, cover), tieBreak);
    isSame &&= after === before;
    merged.push(after);
  }
  if (isSame) {
    return a;
  }
  while (merged.length > 0 && merged.at(-1) === null) {
    merged.pop();
  }
  return merged;
}

/** What of a slot no tombstone over it shadows; the same reference when all of it survives. */
function surviving(slot: Slot, cover: Timestamp | null): Slot {
  if (slot === null || cover === null) {
    return slot;
  }
  return isCollection(slot) ? shadowedCollection(slot, cover) : shadows(cover, slot.ts) ? null : slot;
}

function shadowedCollection(slot: CollectionCell, cover: Timestamp): Slot {
  const tombstone = slot.tombstone !== null && shadows(cover, slot.tombstone) ? null : slot.tombstone;
  const elements = unshadowed(slot.elements, cover);
  if (tombstone === slot.tombstone && elements === slot.elements) {
    return slot;
  }
  return tombstone === null && Object.keys(elements).length === 0 ? null : { tombstone, elements };
}

function unshadowed(elements: Dict<DataCell>, cover: Timestamp | null): Dict<DataCell> {
  const entries = Object.entries(elements);
  const kept = entries.filter(([, cell]) => !shadows(cover, cell.ts));
  return kept.length === entries.length ? elements : Object.fromEntries(kept);
}

function mergeSlots(a: Slot, b: Slot, tieBreak: TieBreak): Slot {
  if (a === null || b === null) {
    return a ?? b;
  }
  if (isCollection(a)) {
    return isCollection(b) ? mergeCollections(a, b, tieBreak) : newest(a) >= b.ts ? a : b;
  }
  // A cell and a collection meet in one slot only where version tags are off: the later of the two is taken whole.
  return isCollection(b) ? (newest(b) >= a.ts ? b : a) : mergeDataCells(a, b, tieBreak);
}

function newest(collection: CollectionCell): Timestamp {
  const stamps = Object.values(collection.elements).map((element) => element.ts);
  return Math.max(collection.tombstone ?? Number.NEGATIVE_INFINITY, ...stamps);
}

function mergeCollections(a: CollectionCell, b: CollectionCell, tieBreak: TieBreak): CollectionCell {
  const tombstone = laterTombstone(a.tombstone, b.tombstone);
  const merged: Record<string, DataCell> = { ...a.elements };
  let changed = tombstone !== a.tombstone;
  for (const [key, element] of Object.entries(b.elements)) {
    const before = a.elements[key];
    const after = before === undefined ? element : mergeDataCells(before, element, tieBreak);
    changed ||= after !== before;
    merged[key] = after;
  }
  if (!changed) {
    return a;
  }
  const elements = unshadowed(merged, tombstone);
  return tombstone === a.tombstone && sameCells(elements, a.elements) ? a : { tombstone, elements };
}

function sameCells(a: Dict<DataCell>, b: Dict<DataCell>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/** R1; two statements that wrote the very same cell leave the one whose id sorts first, so that order never shows. */
function mergeDataCells(a: DataCell, b: DataCell, tieBreak: TieBreak): DataCell {
  if (tieBreak === 'keepFirst' || a.ts !== b.ts || a.value !== b.value) {
    return mergeCells(a, b, tieBreak);
  }
  return (compareText(a.statement, b.statement) || compareText(a.column, b.column)) <= 0 ? a : b;
}
