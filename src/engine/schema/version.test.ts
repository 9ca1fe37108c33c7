import { md5 } from '@noble/hashes/legacy.js';
import { expect, test } from 'vitest';
import { bytesToHex, hexToBytes } from '../cql/bytes.ts';
import { createKeyspaceBatch, createTableBatch, dropKeyspaceBatch } from './batch.ts';
import { bytesOf, openStream, putInt64 } from './byteStream.ts';
import {
  addColumn,
  alter,
  columnDrafts,
  comment,
  dropColumn,
  HASHING,
  merge,
  must,
  rename,
  retype,
  schemaOf,
  tableWith,
} from './ddlFixture.ts';
import { expireTombstones, sliceTable } from './rows.ts';
import { NO_ROWS } from './systemTables.ts';
import {
  EMPTY_VERSION,
  hashUuid,
  nameUuid,
  nodeDigest,
  preimageOfVersion,
  tableVersion,
  tableVersionPreimage,
} from './version.ts';

const HASH_ALL = { hash: 'mutations', tombstonesOut: false } as const;
const base = tableWith('pk int!', 'a int');

test('V3 the name UUID of no bytes is the version of a database that never computed one', () => {
  expect(nameUuid(new Uint8Array())).toBe('d41d8cd9-8f00-3204-a980-0998ecf8427e');
  expect(EMPTY_VERSION).toBe(nameUuid(new Uint8Array()));
});

test('V4 the digest of no partitions is the one that appears in real logs', () => {
  expect(nodeDigest(NO_ROWS, HASHING)).toBe('59adb24e-f3cd-3e02-97f0-5b395827453f');
});

test('V3 a name UUID is MD5 with version nibble 3 and the IETF variant', () => {
  expect(hashUuid('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-3[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  // MD5('a') = 0cc175b9c0f1b6a831c399e269772661
  expect(hashUuid('a')).toBe('0cc175b9-c0f1-36a8-b1c3-99e269772661');
});

test('V2 golden: the bytes that make the version of users(id int primary key, name text) @10', async () => {
  const draft = {
    keyspace: 'app',
    table: 'users',
    columns: columnDrafts('id int!', 'name text'),
    comment: '',
  };
  const rows = must(createTableBatch({ draft, cfId: hashUuid('users'), ts: 10 }));
  const slice = sliceTable(rows, 'app', 'users');
  const lines = tableVersionPreimage(slice).map(({ label, bytes }) => `${label} = ${bytes}`);
  const golden = [...lines, `version = ${tableVersion(slice, HASHING)}`, ''].join('\n');
  await expect(golden).toMatchFileSnapshot('./version.golden.txt');
});

test('V2 the labelled parts, put together, are exactly what is hashed', () => {
  const start = merge(base, alter(base, 20, addColumn('b', 'set<text>')));
  const rows = merge(start, alter(start, 30, dropColumn('b'), comment('naïve 🙂')));
  const slice = sliceTable(rows, 'app', 't');
  const parts = tableVersionPreimage(slice);
  const stream = hexToBytes(parts.map(({ bytes }) => bytes).join(''));
  expect(nameUuid(md5(stream))).toBe(tableVersion(slice, HASHING));
  expect(parts.every(({ label, bytes }) => label !== '' && bytes.length > 0)).toBe(true);
  expect(parts.map(({ label }) => label)).toContain("t dropped_columns 'b': element key");
});

test('V3 the preimage of a version leads to it, whatever was hashed when it was made', () => {
  const rows = merge(base, alter(base, 20, addColumn('b', 'text')));
  const dropped = merge(rows, alter(rows, 30, dropColumn('b')));
  for (const slice of [rows, dropped].map((each) => sliceTable(each, 'app', 't'))) {
    for (const hash of ['mutations', 'definition'] as const) {
      for (const tombstonesOut of [true, false]) {
        const version = tableVersion(slice, { hash, tombstonesOut });
        const preimage = preimageOfVersion(slice, version);
        const stream = hexToBytes(preimage?.parts.map(({ bytes }) => bytes).join('') ?? '');
        expect(nameUuid(md5(stream))).toBe(version);
        expect(preimage?.md5).toBe(bytesToHex(md5(stream)));
        expect(preimage?.md5OfMd5).toBe(bytesToHex(md5(md5(stream))));
      }
    }
  }
  expect(preimageOfVersion(sliceTable(rows, 'app', 't'), EMPTY_VERSION)).toBeNull();
});

test('V2 numbers go in little-endian, as eight bytes of two’s complement', () => {
  const hexOf = (value: number): string => {
    const stream = openStream(false);
    putInt64(stream, value);
    return bytesToHex(bytesOf(stream));
  };
  expect([
    hexOf(1),
    hexOf(-1),
    hexOf(2 ** 40 + 2),
    hexOf(-(2 ** 63)),
    hexOf(Number.MAX_SAFE_INTEGER),
  ]).toEqual([
    '0100000000000000',
    'ffffffffffffffff',
    '0200000000010000',
    '0000000000000080',
    'ffffffffffff1f00',
  ]);
});

test('V1 every change makes another version, even one that changes no column', () => {
  const start = tableWith('pk int!', 'ck int^', 'a int');
  const changes = [
    addColumn('b'),
    dropColumn('a'),
    retype('a', 'blob'),
    rename('ck', 'c'),
    comment('x'),
    comment(''),
  ];
  const versions = changes.flatMap((change) =>
    [20, 21].map((ts) => schemaOf(merge(start, alter(start, ts, change))).version),
  );
  expect(new Set([...versions, schemaOf(start).version]).size).toBe(2 * changes.length + 1);
});

test('V4 the digest changes whenever a table version does', () => {
  const altered = merge(base, alter(base, 20, comment('')));
  expect(nodeDigest(altered, HASHING)).not.toBe(nodeDigest(base, HASHING));
});

test('V6 a tombstone over nothing changes neither version nor digest, unless tombstones are hashed', () => {
  const ghost = { tombstone: 7, cells: {}, droppedColumns: {} };
  const rows = merge(base, {
    ...NO_ROWS,
    columns: { app: { tombstone: null, rows: { 't\u0000gone': ghost } } },
  });
  expect(schemaOf(rows).version).toBe(schemaOf(base).version);
  expect(nodeDigest(rows, HASHING)).toBe(nodeDigest(base, HASHING));
  expect(schemaOf(rows, HASH_ALL).version).not.toBe(schemaOf(base, HASH_ALL).version);
  expect(nodeDigest(rows, HASH_ALL)).not.toBe(nodeDigest(base, HASH_ALL));
});

test('V8 expired tombstones: the version stays, but a partition that they alone kept no longer feeds its key', () => {
  const start = merge(base, alter(base, 20, addColumn('b')));
  const dropped = merge(start, alter(start, 30, dropColumn('b')));
  expect(schemaOf(expireTombstones(dropped)).version).toBe(schemaOf(dropped).version);
  expect(nodeDigest(expireTombstones(dropped), HASHING)).toBe(nodeDigest(dropped, HASHING));
  const keyspace = createKeyspaceBatch({ keyspace: 'other', ts: 40 });
  const gone = merge(dropped, keyspace, dropKeyspaceBatch({ keyspace: 'other', ts: 50 }));
  expect(nodeDigest(gone, HASHING)).not.toBe(nodeDigest(dropped, HASHING));
  expect(nodeDigest(expireTombstones(gone), HASHING)).toBe(nodeDigest(dropped, HASHING));
});

test('V8 with tombstones in the hash, a node that forgot one computes another version', () => {
  const start = merge(base, alter(base, 20, addColumn('b')));
  const dropped = merge(start, alter(start, 30, dropColumn('b')));
  expect(schemaOf(expireTombstones(dropped), HASH_ALL).version).not.toBe(schemaOf(dropped, HASH_ALL).version);
});

test('V5 the definition hash knows names, types, kinds, identity and comment, and no time', () => {
  const definition = { hash: 'definition', tombstonesOut: true } as const;
  const version = (rows: typeof base): string => schemaOf(rows, definition).version;
  expect(version(merge(base, alter(base, 99, comment(''))))).toBe(version(base));
  const others = [addColumn('b'), retype('a', 'blob'), comment('x'), rename('pk', 'id')];
  const versions = others.map((change) => version(merge(base, alter(base, 99, change))));
  expect(new Set([...versions, version(base)]).size).toBe(others.length + 1);
});
