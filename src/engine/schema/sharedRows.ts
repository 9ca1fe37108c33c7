// Rows that are equal in content, as one object. Merges in different orders end in the same rows (that is what merging is
// about), and what is remembered of rows (their tables, definitions, versions, digests) is remembered by object. Memory
// only: it never changes a result, because rows are values and nothing asks which of two equal ones it holds.

import type { Dict } from '../plain/record.ts';
import type { Timestamp } from '../plain/scalars.ts';
import type { Cell } from './cell.ts';
import { equalRecords, equalRow } from './systemRow.ts';
import type { SchemaRows, SystemPartition, SystemRow } from './systemTables.ts';

/** Equality by content, tombstones included (R10). */
export function equalRows(a: SchemaRows, b: SchemaRows): boolean {
  return (
    a === b ||
    (equalRecords(a.keyspaces, b.keyspaces, equalPartition) &&
      equalRecords(a.columnfamilies, b.columnfamilies, equalPartition) &&
      equalRecords(a.columns, b.columns, equalPartition))
  );
}

function equalPartition(a: SystemPartition, b: SystemPartition): boolean {
  return a === b || (a.tombstone === b.tombstone && equalRecords(a.rows, b.rows, equalRow));
}

const PLACES = 1_024;

/** Finds the equal value that was met lately. Each hash has one place, where the latest value stands while somebody holds it. */
export function createShared<T extends object>(
  hashOf: (value: T) => number,
  equal: (a: T, b: T) => boolean,
): (value: T) => T {
  const places: (WeakRef<T> | undefined)[] = Array.from({ length: PLACES });
  return (value) => {
    const place = mixed(hashOf(value)) & (PLACES - 1);
    const known = places[place]?.deref();
    if (known !== undefined && equal(known, value)) {
      return known;
    }
    places[place] = new WeakRef(value);
    return value;
  };
}

/** The rows met lately that equal these, or else these. */
export const sharedRows: (rows: SchemaRows) => SchemaRows = createShared(hashOfSchema, equalRows);

/** Sums, so that no order of keys matters. */
function hashOfSchema({ keyspaces, columnfamilies, columns }: SchemaRows): number {
  return hashOfPartitions(keyspaces) + 3 * hashOfPartitions(columnfamilies) + 5 * hashOfPartitions(columns);
}

function hashOfPartitions(partitions: Dict<SystemPartition>): number {
  let sum = 0;
  for (const keyspace of Object.keys(partitions)) {
    const { tombstone, rows } = partitions[keyspace] as SystemPartition;
    sum = (sum + Math.imul(hashOfText(keyspace), hashOfTime(tombstone) + hashOfRows(rows))) | 0;
  }
  return sum;
}

export function hashOfRows(rows: Dict<SystemRow>): number {
  let sum = 0;
  for (const key of Object.keys(rows)) {
    sum = (sum + Math.imul(hashOfText(key), hashOfRow(rows[key] as SystemRow))) | 0;
  }
  return sum;
}

const rowHashes = new WeakMap<SystemRow, number>();

export function hashOfRow(row: SystemRow): number {
  let hash = rowHashes.get(row);
  if (hash === undefined) {
    const cells = hashOfCells(row.cells) + 3 * hashOfCells(row.droppedColumns);
    hash = mixed((hashOfTime(row.tombstone) + cells) | 0) | 1;
    rowHashes.set(row, hash);
  }
  return hash;
}

/** Whose cells are of one time are nearly always of one value; where they are not, the places are only shared less well. */
function hashOfCells(cells: Dict<Cell>): number {
  let sum = 0;
  for (const name of Object.keys(cells)) {
    const { ts, value } = cells[name] as Cell;
    sum = (sum + Math.imul(name.length, hashOfTime(ts)) + (value?.length ?? 0)) | 0;
  }
  return sum;
}

function hashOfTime(ts: Timestamp | null): number {
  return ts === null ? 0 : mixed((ts | 0) + 1);
}

function hashOfText(text: string): number {
  let hash = 1;
  for (let i = 0; i < text.length; i++) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  }
  return mixed(hash) | 1;
}

function mixed(hash: number): number {
  const h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return h ^ (h >>> 13);
}
