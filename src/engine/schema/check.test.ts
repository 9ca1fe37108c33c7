import { expect, test } from 'vitest';
import type { ColumnDraft, TableChange } from '../cql/statement.ts';
import { COLUMNS_MAX, KEYSPACES_MAX, TABLES_MAX } from '../plain/limits.ts';
import { createKeyspaceBatch, createTableBatch } from './batch.ts';
import { checkSchemaStatement } from './check.ts';
import {
  addColumn,
  addStatic,
  alter,
  columnDrafts,
  comment,
  dropColumn,
  merge,
  must,
  rename,
  retype,
  schemaOf,
  tableWith,
} from './ddlFixture.ts';
import { NO_ROWS, type SchemaRows } from './systemTables.ts';

const AT = { id: 's1', node: 'A', timestamp: 50 };
const rows = tableWith('pk int!', 'ck timestamp^', 's int*', 'a int', 'm map<text, int>');
const flat = tableWith('pk int!', 'a int');

function checkAlter(tables: SchemaRows, ...changes: readonly TableChange[]): string | null {
  const statement = { ...AT, kind: 'alter-table', keyspace: 'app', table: 't', changes } as const;
  return checkSchemaStatement(tables, schemaOf(tables), statement);
}

function checkCreate(...columns: readonly ColumnDraft[]): string | null {
  const statement = { ...AT, kind: 'create-table', keyspace: 'app', table: 'u', columns } as const;
  return checkSchemaStatement(rows, null, statement);
}

const words = (...drafts: readonly string[]): string | null => checkCreate(...columnDrafts(...drafts));

test.each<readonly [string, readonly TableChange[]]>([
  ['add', [addColumn('b')]],
  ['add a static', [addStatic('b')]],
  ['drop', [dropColumn('a')]],
  ['drop every column that is not a key', [dropColumn('a'), dropColumn('s'), dropColumn('m')]],
  ['widen a type', [retype('a', 'varint')]],
  ['widen a key type', [retype('pk', 'blob')]],
  ['the same type again', [retype('ck', 'timestamp')]],
  ['rename a key', [rename('pk', 'id')]],
  ['comment', [comment('x')]],
  ['several at once', [addColumn('b'), dropColumn('a'), comment('x')]],
])('R12 ALTER may: %s', (_what, changes) => {
  expect(checkAlter(rows, ...changes)).toBeNull();
});

test.each<readonly [RegExp, readonly TableChange[]]>([
  [
    /^app\.t\.a exists already \(int, regular\)\. Choose another name, or drop that column first\.$/u,
    [addColumn('a')],
  ],
  [/^app\.t\.pk exists already/u, [addStatic('pk')]],
  [/^app\.t\.b: 'strng' is not a CQL type\. Did you mean/u, [addColumn('b', 'strng')]],
  [/^A column of app\.t: The name is empty\./u, [addColumn('')]],
  [/^app\.t\.n cannot be a counter, because the table has other columns\./u, [addColumn('n', 'counter')]],
  [/^app\.t has no column 'x'\. Its columns are pk, ck, s, a, m\.$/u, [dropColumn('x')]],
  [/^app\.t\.ck is part of the key and cannot be dropped\./u, [dropColumn('ck')]],
  [
    /^app\.t\.a is int and cannot become text: values already written would not decode\./u,
    [retype('a', 'text')],
  ],
  [/^app\.t\.ck is timestamp and cannot become blob: it is a clustering column/u, [retype('ck', 'blob')]],
  [/^app\.t\.m is map<text, int> and cannot become blob/u, [retype('m', 'blob')]],
  [/^app\.t has no column 'x'/u, [retype('x', 'int')]],
  [/^app\.t\.a is not part of the key, and only key columns can be renamed\./u, [rename('a', 'b')]],
  [/^app\.t\.a exists already\. Choose another new name\.$/u, [rename('pk', 'a')]],
  [/^Two changes in one ALTER of app\.t name 'a'\./u, [dropColumn('a'), addColumn('a')]],
  [/^Two changes in one ALTER of app\.t name 'z'\./u, [addColumn('z'), rename('pk', 'z')]],
  [/^The ALTER of app\.t changes nothing\./u, []],
  [/^The comment of app\.t has 5000 characters/u, [comment('x'.repeat(5000))]],
])('R12 ALTER is refused: %s', (sentence, changes) => {
  expect(checkAlter(rows, ...changes)).toMatch(sentence);
});

test('R12 a static column needs a clustering column', () => {
  expect(checkAlter(flat, addStatic('s'))).toBe(
    'app.t.s cannot be static: a static column needs a table with a clustering column. Add it as a regular column.',
  );
});

test('R12 a table of counters takes no other column, and no dropped counter again', () => {
  const counters = tableWith('pk int!', 'n counter', 'o counter');
  expect(checkAlter(counters, addColumn('x'))).toMatch(/^app\.t\.x has to be a counter/u);
  expect(checkAlter(counters, addColumn('x', 'counter'))).toBeNull();
  const dropped = merge(counters, alter(counters, 20, dropColumn('n')));
  expect(checkAlter(dropped, addColumn('n', 'counter'))).toMatch(
    /^app\.t\.n was dropped from a table of counters/u,
  );
  expect(checkAlter(counters, retype('n', 'bigint'))).toMatch(/cannot become bigint/u);
});

test('R12 CREATE TABLE may have every kind of column', () => {
  expect(words('p int!', 'q text!', 'c int^', 's int*', 'a frozen<list<int>>', 'b list<int>')).toBeNull();
  expect(words('p frozen<list<int>>!', 'n counter')).toBeNull();
});

test.each<readonly [RegExp, readonly string[]]>([
  [/^app\.u needs a partition key/u, ['a int']],
  [/^app\.u needs a partition key/u, []],
  [/^app\.u\.a is declared twice/u, ['pk int!', 'a int', 'a text']],
  [/^app\.u\.s cannot be static/u, ['pk int!', 's int*']],
  [/^app\.u\.pk cannot be a counter, because it is part of the key/u, ['pk counter!']],
  [
    /^app\.u\.pk is part of the key, so its collection must be frozen: write 'frozen<list<int>>'\.$/u,
    ['pk list<int>!'],
  ],
  [/^app\.u mixes counters with other columns, for example app\.u\.n/u, ['pk int!', 'n counter', 'a int']],
  [/^app\.u\.a: A collection inside a collection must be frozen/u, ['pk int!', 'a list<set<int>>']],
])('R12 CREATE TABLE is refused: %s', (sentence, drafts) => {
  expect(words(...drafts)).toMatch(sentence);
});

test('R12 only clustering columns have an order, names are checked, and columns are counted', () => {
  const [key] = columnDrafts('pk int!');
  expect(checkCreate({ name: 'pk', type: 'int', kind: 'partition_key', descending: true })).toMatch(
    /cannot be in descending order/u,
  );
  expect(checkCreate(...(key ? [key] : []), { name: 'a\u0000b', type: 'int', kind: 'regular' })).toMatch(
    /cannot be seen/u,
  );
  const many = Array.from({ length: COLUMNS_MAX }, (_, i) => `c${i} int`);
  expect(words('pk int!', ...many)).toBe(
    `app.u would have 65 columns; at most ${COLUMNS_MAX} are allowed. Leave some out.`,
  );
  const full = tableWith('pk int!', ...many.slice(1));
  expect(checkAlter(full, addColumn('z'))).toMatch(/would have 65 columns/u);
  expect(checkAlter(full, addColumn('z'), dropColumn('c1'))).toBeNull();
});

test('R12 tables and keyspaces exist or do not, and are counted', () => {
  const check = (
    statement: Parameters<typeof checkSchemaStatement>[2],
    tables = rows,
    schema = schemaOf(rows),
  ): string | null =>
    checkSchemaStatement(tables, statement.kind === 'create-table' ? null : schema, statement);
  const columns = columnDrafts('pk int!');
  expect(check({ ...AT, kind: 'create-table', keyspace: 'app', table: 't', columns })).toMatch(
    /already has a table app\.t/u,
  );
  expect(check({ ...AT, kind: 'create-table', keyspace: 'nix', table: 't', columns })).toMatch(
    /knows no keyspace 'nix'/u,
  );
  expect(check({ ...AT, kind: 'create-table', keyspace: 'app', table: 'a b', columns })).toMatch(
    /cannot name a keyspace or a table/u,
  );
  expect(check({ ...AT, kind: 'create-keyspace', keyspace: 'app' })).toMatch(
    /Node A already has a keyspace 'app'/u,
  );
  expect(check({ ...AT, kind: 'create-keyspace', keyspace: '' })).toMatch(/The name is empty/u);
  expect(check({ ...AT, kind: 'create-keyspace', keyspace: 'new' })).toBeNull();
  expect(check({ ...AT, kind: 'drop-keyspace', keyspace: 'nix' })).toMatch(/knows no keyspace 'nix'/u);
  expect(check({ ...AT, kind: 'drop-keyspace', keyspace: 'app' })).toBeNull();
  expect(check({ ...AT, kind: 'drop-table', keyspace: 'app', table: 't' })).toBeNull();
  for (const kind of ['create-keyspace', 'drop-keyspace'] as const) {
    expect(check({ ...AT, kind, keyspace: 'system' })).toMatch(/^Keyspace 'system' holds the system tables/u);
  }
  const unknown = { ...AT, kind: 'drop-table', keyspace: 'app', table: 'nix' } as const;
  expect(checkSchemaStatement(rows, null, unknown)).toMatch(
    /^Node A knows no table app\.nix\. Create it first/u,
  );
  const change = { ...unknown, kind: 'alter-table', changes: [addColumn('b')] } as const;
  expect(checkSchemaStatement(rows, null, change)).toMatch(/^Node A knows no table app\.nix/u);
});

test('R12 the limits on keyspaces and tables are met with a sentence', () => {
  const keyspaces = Array.from({ length: KEYSPACES_MAX }, (_, i) =>
    createKeyspaceBatch({ keyspace: `k${i}`, ts: 1 }),
  );
  const next = { ...AT, kind: 'create-keyspace', keyspace: 'more' } as const;
  expect(checkSchemaStatement(merge(...keyspaces), null, next)).toMatch(
    /^There are 8 keyspaces already, which is the limit/u,
  );
  const columns = columnDrafts('pk int!');
  const tables = Array.from({ length: TABLES_MAX }, (_, i) =>
    must(
      createTableBatch({
        draft: { keyspace: 'app', table: `t${i}`, columns, comment: '' },
        cfId: '1'.repeat(32),
        ts: 1,
      }),
    ),
  );
  const table = { ...AT, kind: 'create-table', keyspace: 'app', table: 'more', columns } as const;
  expect(checkSchemaStatement(merge(...tables), null, table)).toMatch(
    /^There are 32 tables already, which is the limit/u,
  );
  expect(checkSchemaStatement(NO_ROWS, null, next)).toBeNull();
});
