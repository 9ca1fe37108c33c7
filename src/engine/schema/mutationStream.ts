// How schema rows are fed to a hash (SPEC V2, V6): by name and not by id, timestamps included, and, as long as tombstones
// are left out, compacted first, so that no two nodes disagree because one of them has already forgotten a tombstone.

import { type Dict, keysOf } from '../plain/record.ts';
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
import type { Cell, Timestamp } from './cell.ts';
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
  const place = `schema_${feed.stored}`;
  mark(stream, `keyspace '${feed.keyspace}'`, place);
  putText(stream, feed.keyspace);
  mark(stream, 'partition tombstone', place);
  putTombstone(stream, tombstonesOut ? null : feed.tombstone);
  for (const { key, row } of feed.rows) {
    if (tombstonesOut ? !isLiveRow(row) : false) {
      continue;
    }
    const name = key.join('.');
    for (const component of key) {
      mark(stream, `key '${component}'`, `${place}`);
      putText(stream, component);
    }
    if (stream.marks) {
      feedRow(stream, row, { stored: feed.stored, name, tombstonesOut });
    } else {
      putBytes(stream, rowBytes(row, feed.stored, tombstonesOut));
    }
  }
}

/** Rows are shared between versions and nodes, so what one of them feeds is kept by identity. */
const liveBytes = new WeakMap<SystemRow, Uint8Array>();
const allBytes = new WeakMap<SystemRow, Uint8Array>();

function rowBytes(row: SystemRow, stored: StoredTable, tombstonesOut: boolean): Uint8Array {
  const memo = tombstonesOut ? liveBytes : allBytes;
  let bytes = memo.get(row);
  if (!bytes) {
    const stream = openStream(false);
    feedRow(stream, row, { stored, name: '', tombstonesOut });
    bytes = bytesOf(stream).slice();
    memo.set(row, bytes);
  }
  return bytes;
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
  mark(stream, 'column name', of);
  putText(stream, name);
  mark(stream, 'type name', of);
  putText(stream, type);
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
