import { expect, test } from 'vitest';
import { hexToText } from '../cql/bytes.ts';
import { hexToBigint } from '../cql/integer.ts';
import { dropKeyspaceBatch } from './batch.ts';
import {
  addColumn,
  alter,
  alterOnly,
  comment,
  create,
  drop,
  dropColumn,
  merge,
  rename,
  retype,
  tableWith,
} from './ddlFixture.ts';
import type { SchemaRows, SystemRow } from './systemTables.ts';

/** 'columns t.a: type@10 validator@10 tombstone@20' and so on: what a delta writes, where and when. */
function written(rows: SchemaRows): readonly string[] {
  return (['keyspaces', 'columnfamilies', 'columns'] as const).flatMap((name) =>
    Object.entries(rows[name]).flatMap(([keyspace, { tombstone, rows: own }]) => [
      ...(tombstone === null ? [] : [`${name} ${keyspace}: tombstone@${tombstone}`]),
      ...Object.entries(own).map(([key, row]) => `${name} ${key.replace('\u0000', '.')}: ${cellsOf(row)}`),
    ]),
  );
}

function cellsOf(row: SystemRow): string {
  const dropped = Object.entries(row.droppedColumns).map(
    ([name, { ts, value }]) => `dropped[${name}]=${hexToBigint(value ?? '')}@${ts}`,
  );
  const cells = Object.entries(row.cells).map(([name, { ts }]) => `${name}@${ts}`);
  return [...cells, ...dropped, ...(row.tombstone === null ? [] : [`tombstone@${row.tombstone}`])].join(' ');
}

const FAMILY = (ts: number): string =>
  'cf_id column_aliases comment comparator default_validator gc_grace_seconds is_dense key_aliases key_validator type'
    .split(' ')
    .map((name) => `${name}@${ts}`)
    .join(' ');
const KEYSPACE_ROW = (ts: number): string =>
  `keyspaces : durable_writes@${ts} strategy_class@${ts} strategy_options@${ts}`;
const COLUMN = (name: string, ts: number): string =>
  `columns t.${name}: component_index@${ts} type@${ts} validator@${ts}`;

test('R6 CREATE TABLE writes the keyspace again, its own row and every column, all at one timestamp', () => {
  expect(written(create(10, 'pk int!', 'a int'))).toEqual([
    KEYSPACE_ROW(10),
    `columnfamilies t: ${FAMILY(10)}`,
    'columns t.pk: type@10 validator@10',
    COLUMN('a', 10),
  ]);
});

test('R6 a compound partition key has component indexes, and so have clustering and other columns', () => {
  const rows = create(10, 'p int!', 'q int!', 'c int^', 'd int^', 'a int');
  const indexes = Object.entries(rows.columns['app']?.rows ?? {}).map(([key, row]) => [
    key.split('\u0000')[1],
    Number(hexToBigint(row.cells['component_index']?.value ?? '')),
  ]);
  expect(indexes).toEqual([
    ['p', 0],
    ['q', 1],
    ['c', 0],
    ['d', 1],
    ['a', 2],
  ]);
});

test('R7 ALTER rewrites everything that survives, whatever it changes', () => {
  const base = tableWith('pk int!', 'a int', 'x int');
  expect(written(alter(base, 20, addColumn('b')))).toEqual([
    KEYSPACE_ROW(20),
    `columnfamilies t: ${FAMILY(20)}`,
    'columns t.pk: type@20 validator@20',
    COLUMN('a', 20),
    COLUMN('x', 20),
    COLUMN('b', 20),
  ]);
  expect(written(alter(base, 20, dropColumn('x')))).toEqual([
    KEYSPACE_ROW(20),
    `columnfamilies t: ${FAMILY(20)} dropped[x]=20@20`,
    'columns t.pk: type@20 validator@20',
    COLUMN('a', 20),
    'columns t.x: tombstone@20',
  ]);
});

test('R13 ALTER rewrites every drop time that its node knows, with the ALTER’s timestamp', () => {
  const base = tableWith('pk int!', 'a int', 'x int');
  const dropped = merge(base, alter(base, 20, dropColumn('x')));
  expect(written(alter(dropped, 30, comment('c')))[1]).toBe(
    `columnfamilies t: ${FAMILY(30)} dropped[x]=20@30`,
  );
  const again = merge(dropped, alter(dropped, 40, addColumn('x')));
  expect(written(alter(again, 30, dropColumn('x')))[1]).toContain('dropped[x]=30@30');
  expect(written(alter(again, 15, dropColumn('x')))[1]).toContain('dropped[x]=20@15');
});

test('R7 with only changes, ALTER writes just those', () => {
  const base = tableWith('pk int!', 'ck int^', 'a int', 'x int');
  expect(written(alterOnly(base, 20, addColumn('b')))).toEqual([COLUMN('b', 20)]);
  expect(written(alterOnly(base, 20, dropColumn('x')))).toEqual([
    'columnfamilies t: dropped[x]=20@20',
    'columns t.x: tombstone@20',
  ]);
  expect(written(alterOnly(base, 20, retype('a', 'blob')))).toEqual([COLUMN('a', 20)]);
  expect(written(alterOnly(base, 20, comment('')))).toEqual(['columnfamilies t: comment@20']);
  expect(written(alterOnly(base, 20, rename('ck', 'c')))).toEqual([
    'columnfamilies t: column_aliases@20',
    COLUMN('c', 20),
    'columns t.ck: tombstone@20',
  ]);
});

test('R14 a rename keeps the position, rewrites the aliases and leaves no drop time', () => {
  const base = tableWith('p int!', 'q int!', 'a int');
  const delta = alter(base, 20, rename('q', 'r'));
  const family = delta.columnfamilies['app']?.rows['t'];
  expect(hexToText(family?.cells['key_aliases']?.value ?? '')).toBe('["p","r"]');
  expect(family?.droppedColumns).toEqual({});
  expect(delta.columns['app']?.rows['t\u0000r']?.cells['component_index']?.value).toBe('00000001');
  expect(delta.columns['app']?.rows['t\u0000q']?.tombstone).toBe(20);
});

test('R7 several changes in one ALTER are one delta', () => {
  const base = tableWith('pk int!', 'a int', 'x int');
  const delta = alter(base, 20, addColumn('b'), dropColumn('x'), comment('c'));
  const oneByOne = merge(base, delta);
  expect(Object.keys(delta.columns['app']?.rows ?? {}).map((key) => key.split('\u0000')[1])).toEqual([
    'pk',
    'a',
    'b',
    'x',
  ]);
  expect(hexToText(oneByOne.columnfamilies['app']?.rows['t']?.cells['comment']?.value ?? '')).toBe('c');
});

test('R8 DROP TABLE: a tombstone for the table and for each column that the dropper knows', () => {
  expect(written(drop(tableWith('pk int!', 'a int'), 30))).toEqual([
    KEYSPACE_ROW(30),
    'columnfamilies t: tombstone@30',
    'columns t.pk: tombstone@30',
    'columns t.a: tombstone@30',
  ]);
});

test('R8 DROP KEYSPACE: a partition tombstone in each system table, and nothing of the tables is left', () => {
  const gone = dropKeyspaceBatch({ keyspace: 'app', ts: 40 });
  expect(written(gone)).toEqual([
    'keyspaces app: tombstone@40',
    'columnfamilies app: tombstone@40',
    'columns app: tombstone@40',
  ]);
  expect(written(merge(tableWith('pk int!', 'a int'), gone))).toEqual(written(gone));
});
