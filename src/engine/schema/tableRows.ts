// The part of the rows that defines one table (SPEC R9): what a version is the hash of, and what "superior to" is about.
// Memos below go by identity and never change a result: rows are values, shared and never written to.

import { compareText } from '../plain/compare.ts';
import { type Dict, keysOf } from '../plain/record.ts';
import type { Timestamp } from '../plain/scalars.ts';
import { laterTombstone, type TieBreak } from './cell.ts';
import { createShared, hashOfRow, hashOfRows } from './sharedRows.ts';
import { equalRecords, equalRow, isLiveRow, joinRow, liveRow } from './systemRow.ts';
import {
  clusteringKey,
  type SchemaRows,
  type SystemPartition,
  type SystemRow,
  type TableRows,
} from './systemTables.ts';

export interface TableName {
  readonly keyspace: string;
  readonly table: string;
}

const tables = new WeakMap<SchemaRows, readonly TableName[]>();
const slices = new WeakMap<SchemaRows, Map<string, TableRows>>();
/** A merge that leaves a table alone leaves its slice the same object. */
const shared = createShared<TableRows>(
  ({ columnfamily, columns }) => hashOfRows(columns) + (columnfamily === null ? 0 : hashOfRow(columnfamily)),
  (a, b) => equalTableRows(a, b),
);
const superiority = new WeakMap<TableRows, WeakMap<TableRows, boolean>>();

/** Live tables in byte order of keyspace and name: those whose columnfamilies row has a live cf_id (R8). */
export function tablesOf(rows: SchemaRows): readonly TableName[] {
  const known = tables.get(rows);
  if (known) {
    return known;
  }
  const found = keysOf(rows.columnfamilies).flatMap((keyspace) => {
    const families = rows.columnfamilies[keyspace]?.rows ?? {};
    return keysOf(families)
      .filter((table) => isTable(families[table] ?? null))
      .map((table) => ({ keyspace, table }));
  });
  tables.set(rows, found);
  return found;
}

/** Whether a columnfamilies row defines a table (R8): without its cf_id nothing could address it. */
export function isTable(row: SystemRow | null): boolean {
  return row !== null && Object.hasOwn(row.cells, 'cf_id') && (row.cells['cf_id']?.value ?? null) !== null;
}

/** Live keyspaces in byte order (R8). */
export function keyspacesOf(rows: SchemaRows): readonly string[] {
  return keysOf(rows.keyspaces).filter((keyspace) =>
    Object.values(rows.keyspaces[keyspace]?.rows ?? {}).some(isLiveRow),
  );
}

/** A table's rows, live or dead (R9); the same object for as long as nothing in them changes. */
export function sliceTable(rows: SchemaRows, keyspace: string, table: string): TableRows {
  let known = slices.get(rows);
  if (!known) {
    known = new Map();
    slices.set(rows, known);
  }
  const key = `${keyspace}\u0000${table}`;
  let slice = known.get(key);
  if (!slice) {
    slice = shared(cut(rows, keyspace, table));
    known.set(key, slice);
  }
  return slice;
}

function partitionOf(partitions: Dict<SystemPartition>, keyspace: string): SystemPartition | undefined {
  return Object.hasOwn(partitions, keyspace) ? partitions[keyspace] : undefined;
}

function cut(rows: SchemaRows, keyspace: string, table: string): TableRows {
  const families = partitionOf(rows.columnfamilies, keyspace);
  const columns = partitionOf(rows.columns, keyspace);
  const prefix = clusteringKey(table, '');
  const own: Record<string, SystemRow> = {};
  for (const key of keysOf(columns?.rows ?? {})) {
    if (key.startsWith(prefix)) {
      own[key.slice(prefix.length)] = columns?.rows[key] as SystemRow;
    }
  }
  const hasFamily = families !== undefined && Object.hasOwn(families.rows, table);
  return {
    keyspace,
    table,
    columnfamily: hasFamily ? (families.rows[table] ?? null) : null,
    columns: own,
    tombstones: { columnfamilies: families?.tombstone ?? null, columns: columns?.tombstone ?? null },
  };
}

/** Equality by content, tombstones included: a tombstone that removes nothing still makes a difference (R10). */
export function equalTableRows(a: TableRows, b: TableRows): boolean {
  if (a === b) {
    return true;
  }
  const isSameFamily =
    a.columnfamily === b.columnfamily ||
    (a.columnfamily !== null && b.columnfamily !== null && equalRow(a.columnfamily, b.columnfamily));
  return (
    a.keyspace === b.keyspace &&
    a.table === b.table &&
    a.tombstones.columnfamilies === b.tombstones.columnfamilies &&
    a.tombstones.columns === b.tombstones.columns &&
    isSameFamily &&
    equalRecords(a.columns, b.columns, equalRow)
  );
}

/** `incoming` merged into `stored`, both of one table (R4); `stored` itself when nothing changes. */
export function joinTableRows(
  stored: TableRows,
  incoming: TableRows,
  tieBreak: TieBreak = 'larger',
): TableRows {
  if (stored === incoming) {
    return stored;
  }
  const tombstones = {
    columnfamilies: laterTombstone(stored.tombstones.columnfamilies, incoming.tombstones.columnfamilies),
    columns: laterTombstone(stored.tombstones.columns, incoming.tombstones.columns),
  };
  const columnfamily = joinRow(stored.columnfamily, incoming.columnfamily, {
    partition: tombstones.columnfamilies,
    tieBreak,
  });
  const columns = joinColumns(stored.columns, incoming.columns, tombstones.columns, tieBreak);
  const isSame =
    columnfamily === stored.columnfamily &&
    columns === stored.columns &&
    tombstones.columnfamilies === stored.tombstones.columnfamilies &&
    tombstones.columns === stored.tombstones.columns;
  return isSame
    ? stored
    : { keyspace: stored.keyspace, table: stored.table, columnfamily, columns, tombstones };
}

function joinColumns(
  stored: Dict<SystemRow>,
  incoming: Dict<SystemRow>,
  partition: Timestamp | null,
  tieBreak: TieBreak,
): Dict<SystemRow> {
  const joined: Record<string, SystemRow> = {};
  let changed = false;
  for (const name of [...new Set([...Object.keys(stored), ...Object.keys(incoming)])].sort(compareText)) {
    const before = Object.hasOwn(stored, name) ? (stored[name] as SystemRow) : null;
    const added = Object.hasOwn(incoming, name) ? (incoming[name] as SystemRow) : null;
    const after = joinRow(before, added, { partition, tieBreak });
    changed ||= after !== before;
    if (after) {
      joined[name] = after;
    }
  }
  return changed ? joined : stored;
}

/** The live part: what a version is about, once tombstones are left out (R6). */
export function liveTableRows(rows: TableRows): TableRows {
  const columnfamily = rows.columnfamily && liveRow(rows.columnfamily);
  let changed = columnfamily !== rows.columnfamily;
  const columns: Record<string, SystemRow> = {};
  for (const name of keysOf(rows.columns)) {
    const before = rows.columns[name] as SystemRow;
    const after = liveRow(before);
    changed ||= after !== before;
    if (after) {
      columns[name] = after;
    }
  }
  if (!changed && rows.tombstones.columnfamilies === null && rows.tombstones.columns === null) {
    return rows;
  }
  return { ...rows, columnfamily, columns, tombstones: { columnfamilies: null, columns: null } };
}

/**
 * Whether `b` is superior to `a`: the live part of `a` joined into `b` changes nothing (R5). Only the live part counts,
 * because rows that differ in tombstones alone share a version.
 */
export function leqTableRows(a: TableRows, b: TableRows): boolean {
  if (a === b) {
    return true;
  }
  let known = superiority.get(a);
  if (!known) {
    known = new WeakMap();
    superiority.set(a, known);
  }
  let answer = known.get(b);
  if (answer === undefined) {
    answer = joinTableRows(b, liveTableRows(a)) === b;
    known.set(b, answer);
  }
  return answer;
}
