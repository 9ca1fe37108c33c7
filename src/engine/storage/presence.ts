// Where a written cell is now (SPEC E20): what promises ask about a confirmed write. It is judged by what was written -
// each cell remembers the column it was written for - so it also sees through data whose version tag is missing.

import { valuesOf } from '../plain/record.ts';
import type { Timestamp } from '../plain/scalars.ts';
import { columnsOfKind } from '../schema/schema.ts';
import type { StoredKind } from './accept.ts';
import type { Covers } from './cover.ts';
import { coverOf } from './cover.ts';
import type {
  ClusteringKey,
  DataCell,
  Entry,
  NamedPartition,
  PartitionKey,
  Slot,
  TableState,
} from './partition.ts';
import { isCollection } from './partition.ts';

export interface CellPosition {
  readonly key: PartitionKey;
  /** Of no matter for a static column. */
  readonly clustering: ClusteringKey;
  readonly kind: StoredKind;
  /** The column that was written. */
  readonly column: string;
}

/** Where and when a cell was written. */
export interface WrittenPosition extends CellPosition {
  readonly ts: Timestamp;
}

/** What all data sources hold at one position. The commitlog is none: it keeps what the tables have discarded. */
export interface StoredCells {
  /** Cells and elements, live or dead, written for that column. */
  readonly cells: readonly DataCell[];
  /** Tombstones of the partition, of ranges over the row, and of the row. */
  readonly tombstones: readonly Timestamp[];
  /** Tombstones of the column's collections. */
  readonly collectionTombstones: readonly Timestamp[];
}

/** Tables asked about of late: promises ask about one position once for each write to it. */
const asked = new Map<TableState, Map<string, StoredCells>>();
const TABLES_KEPT = 64;

/** Looks in the memtable, the cache and every sstable (E20). */
export function storedCells(table: TableState, position: CellPosition): StoredCells {
  const place = placeOf(position);
  let places = asked.get(table);
  if (places === undefined) {
    if (asked.size >= TABLES_KEPT) {
      asked.clear();
    }
    places = new Map();
    asked.set(table, places);
  }
  const known = places.get(place);
  if (known !== undefined) {
    return known;
  }
  const found = lookUp(table, position);
  places.set(place, found);
  return found;
}

const placeTexts = new WeakMap<CellPosition, string>();

/** A position as a text; kept, because a text made anew is slow to look up. */
function placeOf(position: CellPosition): string {
  const { key, clustering, kind, column } = position;
  const known = placeTexts.get(position);
  if (known !== undefined) {
    return known;
  }
  const text = `${kind} ${key} ${clustering} ${column}`;
  placeTexts.set(position, text);
  return text;
}

function lookUp(table: TableState, position: CellPosition): StoredCells {
  const found: StoredCells[] = [];
  for (const set of [table.memtable, table.cache]) {
    const entry = set.entries[position.key];
    if (entry !== undefined) {
      found.push(inEntry(entry, position));
    }
  }
  for (const sstable of table.sstables) {
    const named = sstable.partitions[position.key];
    if (named !== undefined) {
      found.push(inNamed(named, position));
    }
  }
  return {
    cells: found.flatMap((one) => one.cells),
    tombstones: found.flatMap((one) => one.tombstones),
    collectionTombstones: found.flatMap((one) => one.collectionTombstones),
  };
}

function inEntry({ schema, partition }: Entry, position: CellPosition): StoredCells {
  const row = position.kind === 'regular' ? partition.rows[position.clustering] : undefined;
  const slots = position.kind === 'static' ? partition.static : (row?.cells ?? []);
  const id = columnsOfKind(schema, position.kind).findIndex((column) => column.name === position.column);
  return {
    cells: writtenFor(slots, position.column, () => slots),
    tombstones: tombstonesOver(partition, row?.tombstone ?? null, position),
    collectionTombstones: collectionTombstone(slots[id] ?? null),
  };
}

function inNamed(named: NamedPartition, position: CellPosition): StoredCells {
  const row = position.kind === 'regular' ? named.rows[position.clustering] : undefined;
  const slots = position.kind === 'static' ? named.static : (row?.cells ?? {});
  const slot = Object.hasOwn(slots, position.column) ? slots[position.column]?.slot : undefined;
  return {
    cells: writtenFor(slots, position.column, () => valuesOf(slots).map((stored) => stored.slot)),
    tombstones: tombstonesOver(named, row?.tombstone ?? null, position),
    collectionTombstones: collectionTombstone(slot ?? null),
  };
}

const byColumn = new WeakMap<object, ReadonlyMap<string, readonly DataCell[]>>();

/** The row's cells, live or dead, that were written for a column. A row is sorted once: promises ask for all its columns. */
function writtenFor(row: object, column: string, slots: () => readonly Slot[]): readonly DataCell[] {
  let sorted = byColumn.get(row);
  if (sorted === undefined) {
    sorted = sortedByColumn(slots());
    byColumn.set(row, sorted);
  }
  return sorted.get(column) ?? [];
}

function sortedByColumn(slots: readonly Slot[]): ReadonlyMap<string, readonly DataCell[]> {
  const sorted = new Map<string, DataCell[]>();
  for (const slot of slots) {
    for (const cell of slot === null ? [] : isCollection(slot) ? valuesOf(slot.elements) : [slot]) {
      const cells = sorted.get(cell.column);
      if (cells === undefined) sorted.set(cell.column, [cell]);
      else cells.push(cell);
    }
  }
  return sorted;
}

function collectionTombstone(slot: Slot): readonly Timestamp[] {
  return slot !== null && isCollection(slot) && slot.tombstone !== null ? [slot.tombstone] : [];
}

function tombstonesOver(
  partition: Covers,
  row: Timestamp | null,
  position: CellPosition,
): readonly Timestamp[] {
  const cover = position.kind === 'static' ? partition.tombstone : coverOf(partition, position.clustering);
  return [cover, row].filter((ts) => ts !== null);
}

/**
 * Whether the cell that was written at `ts` is still stored, has given way to something later, or is gone without a
 * successor (E20). An empty collection, which stores nothing but the tombstone it begins with, is present.
 */
export function cellStanding(table: TableState, written: WrittenPosition): 'present' | 'superseded' | 'gone' {
  const { cells, tombstones, collectionTombstones } = storedCells(table, written);
  const { ts } = written;
  if (cells.some((cell) => cell.ts === ts) || collectionTombstones.includes(ts - 1)) {
    return 'present';
  }
  const laterCell = cells.some((cell) => cell.ts > ts);
  const covers = (tombstone: Timestamp): boolean => tombstone >= ts;
  return laterCell || tombstones.some(covers) || collectionTombstones.some(covers) ? 'superseded' : 'gone';
}
