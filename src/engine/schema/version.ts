// Versions and digests (SPEC V1-V6, V8): a table's version is the MD5 of the rows that define it, in the form of a name
// UUID. It can be compared for equality and nothing else.

import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8Bytes } from '../cql/bytes.ts';
import { type Dict, keysOf } from '../plain/record.ts';
import type { Hex, SchemaVersion } from '../plain/scalars.ts';
import { type ByteStream, bytesOf, mark, openStream, putText, putValue } from './byteStream.ts';
import { feedPartition, type PartitionFeed } from './mutationStream.ts';
import { type StoredTable, SYSTEM_TABLES } from './systemColumns.ts';
import { isLiveRow } from './systemRow.ts';
import type { SchemaRows, SystemPartition, TableRows } from './systemTables.ts';

/** What goes into a version: the protections `versionHash` and `tombstonesOutOfHash`. */
export interface Hashing {
  readonly hash: 'mutations' | 'definition';
  readonly tombstonesOut: boolean;
}

/** The name UUID of no bytes: "never calculated" (V3). */
export const EMPTY_VERSION: SchemaVersion = 'd41d8cd9-8f00-3204-a980-0998ecf8427e';

/** MD5 of the bytes with version nibble 3 and the IETF variant (V3). */
export function nameUuid(bytes: Uint8Array): string {
  const hash = md5(bytes);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x30;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return bytesToHex(hash).replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
}

/** A name UUID of a text, e.g. for a cf_id that has to be the same in every replay. */
export function hashUuid(text: string): string {
  return nameUuid(Uint8Array.from(utf8Bytes(text)));
}

/** The stream's MD5 is itself the name that is hashed: two MD5s in all (V3). */
function versionOf(stream: ByteStream): SchemaVersion {
  return nameUuid(md5(bytesOf(stream)));
}

/** One stream serves every hash: nothing is hashed while something else is, and buffers made anew cost more than MD5. */
const scratch = openStream(false);

function emptyStream(): ByteStream {
  scratch.length = 0;
  return scratch;
}

const versions = new WeakMap<TableRows, Map<string, SchemaVersion>>();
const digests = new WeakMap<SchemaRows, Map<boolean, SchemaVersion>>();

/** The version of a table's rows (V1, V2, V5, V6). */
export function tableVersion(slice: TableRows, hashing: Hashing): SchemaVersion {
  return remember(versions, slice, `${hashing.hash} ${hashing.tombstonesOut}`, () => {
    const stream = emptyStream();
    feedHashed(stream, slice, hashing);
    return versionOf(stream);
  });
}

/** The digest of all schema tables, which gossip carries (V4). A partition without live rows still feeds its key (V8). */
export function nodeDigest(rows: SchemaRows, hashing: Pick<Hashing, 'tombstonesOut'>): SchemaVersion {
  return remember(digests, rows, hashing.tombstonesOut, () => {
    const stream = emptyStream();
    for (const name of SYSTEM_TABLES) {
      if (name !== 'triggers' && name !== 'usertypes') {
        feedTable(stream, name, rows[name], hashing.tombstonesOut);
      }
    }
    return versionOf(stream);
  });
}

/** A part of a hashed stream: whose bytes they are, what they say, and the bytes as hex. */
export interface PreimagePart {
  readonly label: string;
  readonly of: string;
  readonly part: string;
  readonly bytes: Hex;
}

/** How a version comes about, so that anybody can compute it again (V2, V3). */
export interface VersionPreimage {
  /** Put together they are exactly what is hashed. */
  readonly parts: readonly PreimagePart[];
  /** MD5 of all bytes, and MD5 of those sixteen: with version nibble 3 and the IETF variant it is the version. */
  readonly md5: Hex;
  readonly md5OfMd5: Hex;
  readonly version: SchemaVersion;
}

const DEFAULT_HASHING: Hashing = { hash: 'mutations', tombstonesOut: true };

/** The labelled parts of what `tableVersion` hashes; with every protection on unless said. */
export function tableVersionPreimage(
  slice: TableRows,
  hashing: Hashing = DEFAULT_HASHING,
): readonly PreimagePart[] {
  return versionPreimage(slice, hashing).parts;
}

/** The whole way from a table's rows to its version. */
function versionPreimage(slice: TableRows, hashing: Hashing): VersionPreimage {
  const stream = openStream(true);
  feedHashed(stream, slice, hashing);
  const marks = stream.marks ?? [];
  const hash = md5(bytesOf(stream));
  return {
    parts: marks.map(({ at, part, of }, i) => ({
      label: `${of}: ${part}`,
      of,
      part,
      bytes: bytesToHex(bytesOf(stream).subarray(at, marks[i + 1]?.at ?? stream.length)),
    })),
    md5: bytesToHex(hash),
    md5OfMd5: bytesToHex(md5(hash)),
    version: nameUuid(hash),
  };
}

/** What a version is the hash of, under the switches that were on when it was made. */
export function preimageOfVersion(slice: TableRows, version: SchemaVersion): VersionPreimage | null {
  for (const hash of ['mutations', 'definition'] as const) {
    for (const tombstonesOut of [true, false]) {
      const preimage = versionPreimage(slice, { hash, tombstonesOut });
      if (preimage.version === version) {
        return preimage;
      }
    }
  }
  return null;
}

function feedHashed(stream: ByteStream, slice: TableRows, hashing: Hashing): void {
  if (hashing.hash === 'definition') {
    feedDefinition(stream, slice);
  } else {
    feedSlice(stream, slice, hashing.tombstonesOut);
  }
}

function feedSlice(stream: ByteStream, slice: TableRows, tombstonesOut: boolean): void {
  const { keyspace, table, columnfamily, columns, tombstones } = slice;
  const families: PartitionFeed = {
    stored: 'columnfamilies',
    keyspace,
    tombstone: tombstones.columnfamilies,
    rows: columnfamily ? [{ key: [table], row: columnfamily }] : [],
  };
  const own = keysOf(columns).flatMap((name) => {
    const row = columns[name];
    return row ? [{ key: [table, name], row }] : [];
  });
  feedPartition(stream, families, tombstonesOut);
  feedPartition(
    stream,
    { stored: 'columns', keyspace, tombstone: tombstones.columns, rows: own },
    tombstonesOut,
  );
}

function feedTable(
  stream: ByteStream,
  stored: StoredTable,
  partitions: Dict<SystemPartition>,
  tombstonesOut: boolean,
): void {
  for (const keyspace of keysOf(partitions)) {
    const partition = partitions[keyspace];
    const rows = keysOf(partition?.rows ?? {}).flatMap((key) => {
      const row = partition?.rows[key];
      return row ? [{ key: key === '' ? [] : key.split('\u0000'), row }] : [];
    });
    feedPartition(stream, { stored, keyspace, tombstone: partition?.tombstone ?? null, rows }, tombstonesOut);
  }
}

/** What is left of a table when its history is not hashed: identity, comment, and each column's cells without times (V5). */
function feedDefinition(stream: ByteStream, slice: TableRows): void {
  mark(stream, `keyspace '${slice.keyspace}'`, 'schema_columnfamilies');
  putText(stream, slice.keyspace);
  mark(stream, `key '${slice.table}'`, 'schema_columnfamilies');
  putText(stream, slice.table);
  for (const name of ['cf_id', 'comment']) {
    mark(stream, 'value', `${slice.table} ${name}`);
    putValue(stream, slice.columnfamily?.cells[name]?.value ?? '');
  }
  for (const name of keysOf(slice.columns)) {
    const row = slice.columns[name];
    if (row && isLiveRow(row)) {
      mark(stream, `key '${name}'`, 'schema_columns');
      putText(stream, name);
      for (const cell of ['component_index', 'type', 'validator']) {
        mark(stream, 'value', `${slice.table}.${name} ${cell}`);
        putValue(stream, row.cells[cell]?.value ?? '');
      }
    }
  }
}

/** The remembered value under (rows, key); memory only, it never changes a result. */
function remember<R extends object, K, V>(memo: WeakMap<R, Map<K, V>>, rows: R, key: K, make: () => V): V {
  let known = memo.get(rows);
  if (!known) {
    known = new Map();
    memo.set(rows, known);
  }
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
