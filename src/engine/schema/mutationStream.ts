// How schema rows are fed to a hash (SPEC V2, V6): by name and not by id, timestamps included, and, as long as tombstones
// are left out, compacted first, so that no two nodes disagree because one of them has already forgotten a tombstone.

import { type Dict, keysOf } from '../plain/record.ts';
import type { Timestamp } from '../plain/scalars.ts';
import {
  type ByteStream,
  bytesOf,
  mark,
  openStream,
  putByte,
  putBytes,
  putInt32,
  putInt64,
  putText,
  putValue,
} from './byteStream.ts';
import type { Cell } from './cell.ts';
import { DROPPED_COLUMNS, DROPPED_COLUMNS_TYPE, type StoredTable, SYSTEM_COLUMNS } from './systemColumns.ts';
import { isLiveRow } from './systemRow.ts';
import type { SystemRow } from './systemTables.ts';

/** One keyspace's rows of one system table, in clustering order. */
export interface PartitionFeed {
  readonly stored: StoredTable;
  readonly keyspace: string;
  readonly tombstone: Timestamp | null;
  readonly rows: readonly { readonly key: readonly string[]; readonly row: SystemRow }[];
}

const MISSING_TIMESTAMP = -(2 ** 63);
const MICROS_A_SECOND = 1_000_000;

/** Feeds a partition; its key goes in even when none of its rows does (V8). */
export function feedPartition(stream: ByteStream, feed: PartitionFeed, tombstonesOut: boolean): void {
  const systemTable = `schema_${feed.stored}`;
  mark(stream, `keyspace '${feed.keyspace}'`, systemTable);
  putText(stream, feed.keyspace);
  mark(stream, 'partition tombstone', systemTable);
  putTombstone(stream, tombstonesOut ? null : feed.tombstone);
  for (const { key, row: source } of feed.rows) {
    if (tombstonesOut && !isLiveRow(source)) {
      continue;
    }
    const name = stream.marks ? key.join('.') : '';
    for (const component of key) {
      mark(stream, `key '${component}'`, systemTable);
      putText(stream, component);
    }
    const place: RowPlace = { stored: feed.stored, name, tombstonesOut };
    if (stream.marks) {
      feedRow(stream, source, place);
    } else {
      putRow(stream, source, place);
    }
  }
}

/** Rows are shared between versions and nodes, so what one of them feeds is kept by identity. Memory only. */
const liveBytes = new WeakMap<SystemRow, Uint8Array>();
const allBytes = new WeakMap<SystemRow, Uint8Array>();

function putRow(stream: ByteStream, row: SystemRow, place: RowPlace): void {
  const memo = place.tombstonesOut ? liveBytes : allBytes;
  const known = memo.get(row);
  if (known) {
    putBytes(stream, known);
    return;
  }
  const from = stream.length;
  feedRow(stream, row, place);
  memo.set(row, stream.bytes.slice(from, stream.length));
}

interface RowPlace {
  readonly stored: StoredTable;
  readonly name: string;
  readonly tombstonesOut: boolean;
}

function feedRow(stream: ByteStream, row: SystemRow, place: RowPlace): void {
  mark(stream, 'row tombstone', place.name);
  putTombstone(stream, place.tombstonesOut ? null : row.tombstone);
  mark(stream, 'row marker (none)', place.name);
  putInt64(stream, MISSING_TIMESTAMP);
  const names = keysOf({ ...row.cells, [DROPPED_COLUMNS]: null });
  for (const name of names) {
    if (name === DROPPED_COLUMNS) {
      feedDroppedColumns(stream, row.droppedColumns, place);
      continue;
    }
    const cell = row.cells[name] as Cell;
    if (cell.value !== null || !place.tombstonesOut) {
      const of = stream.marks ? `${place.name} ${name}` : '';
      feedColumn(stream, name, SYSTEM_COLUMNS[place.stored][name] ?? '', of);
      feedCell(stream, cell, of);
    }
  }
}

/** A map that holds nothing is not in the stream at all. */
function feedDroppedColumns(stream: ByteStream, cells: Dict<Cell>, place: RowPlace): void {
  const names = keysOf(cells).filter((name) => !place.tombstonesOut || cells[name]?.value !== null);
  if (names.length === 0) {
    return;
  }
  const of = stream.marks ? `${place.name} ${DROPPED_COLUMNS}` : '';
  feedColumn(stream, DROPPED_COLUMNS, DROPPED_COLUMNS_TYPE, of);
  mark(stream, 'collection tombstone (none)', of);
  putTombstone(stream, null);
  for (const name of names) {
    const element = stream.marks ? `${of} '${name}'` : '';
    mark(stream, 'element key', element);
    putText(stream, name);
    feedCell(stream, cells[name] as Cell, element);
  }
}

function feedColumn(stream: ByteStream, name: string, type: string, of: string): void {
  if (!stream.marks) {
    putBytes(stream, columnBytes(name, type));
    return;
  }
  mark(stream, 'column name', of);
  putText(stream, name);
  mark(stream, 'type name', of);
  putText(stream, type);
}

/** A system column has the same name and type in every row: about half of all bytes, and written once. */
const headings = new Map<string, Uint8Array>();

function columnBytes(name: string, type: string): Uint8Array {
  let bytes = headings.get(name);
  if (!bytes) {
    const stream = openStream(false);
    putText(stream, name);
    putText(stream, type);
    bytes = bytesOf(stream).slice();
    headings.set(name, bytes);
  }
  return bytes;
}

function feedCell(stream: ByteStream, cell: Cell, of: string): void {
  mark(stream, cell.value === null ? 'dead' : 'live', of);
  putByte(stream, cell.value === null ? 0 : 1);
  if (stream.marks) {
    mark(stream, `timestamp ${cell.ts}`, of);
  }
  putInt64(stream, cell.ts);
  if (cell.value === null) {
    mark(stream, 'deletion time', of);
    putInt32(stream, Math.floor(cell.ts / MICROS_A_SECOND));
  } else {
    mark(stream, 'value', of);
    putValue(stream, cell.value);
  }
}

function putTombstone(stream: ByteStream, tombstone: Timestamp | null): void {
  putInt64(stream, tombstone ?? MISSING_TIMESTAMP);
  putInt32(stream, tombstone === null ? 0 : Math.floor(tombstone / MICROS_A_SECOND));
}
