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
  return checkSchemaStatement(tables, schemaOf(tables), statement)?.problem ?? null;
}

function checkCreate(...columns: readonly ColumnDraft[]): string | null {
  const statement = { ...AT, kind: 'create-table', keyspace: 'app', table: 'u', columns } as const;
  return checkSchemaStatement(rows, null, statement)?.problem ?? null;
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
    /^Invalid column name a because it conflicts with an existing column: app\.t\.a is int, regular\. Choose another name, or drop that column first\.$/u,
    [addColumn('a')],
  ],
  [/^Invalid column name pk because it conflicts with an existing column/u, [addStatic('pk')]],
  [/^app\.t\.b: 'strng' is not a CQL type\. Did you mean/u, [addColumn('b', 'strng')]],
  [/^A column of app\.t: The name is empty\./u, [addColumn('')]],
  [
    /^Cannot add a counter column \(n\) in a non counter column family: app\.t has other columns\./u,
    [addColumn('n', 'counter')],
  ],
  [/^Column x was not found in table app\.t\. On node A it has pk, ck, s, a, m\.$/u, [dropColumn('x')]],
  [/^Cannot drop PRIMARY KEY part ck of app\.t\./u, [dropColumn('ck')]],
  [
    /^Cannot change a from type int to type text: types are incompatible, values already written would not decode\./u,
    [retype('a', 'text')],
  ],
  [
    /^Cannot change ck from type timestamp to type blob: types are not order-compatible/u,
    [retype('ck', 'blob')],
  ],
  [/^Cannot change m from type map<text, int> to type blob/u, [retype('m', 'blob')]],
  [/^Column x was not found in table app\.t\./u, [retype('x', 'int')]],
  [/^Cannot rename non PRIMARY KEY part a of app\.t: only key columns can be renamed\./u, [rename('a', 'b')]],
  [
    /^Cannot rename column pk to a in table app\.t; another column of that name already exists\. Choose another new name\.$/u,
    [rename('pk', 'a')],
  ],
  [/^Two changes in one ALTER of app\.t name 'a'\./u, [dropColumn('a'), addColumn('a')]],
  [/^Two changes in one ALTER of app\.t name 'z'\./u, [addColumn('z'), rename('pk', 'z')]],
  [/^The ALTER of app\.t changes nothing\./u, []],
  [/^The comment of app\.t has 5000 characters/u, [comment('x'.repeat(5000))]],
])('R12 ALTER is refused: %s', (sentence, changes) => {
  expect(checkAlter(rows, ...changes)).toMatch(sentence);
});

test('R12 a static column needs a clustering column', () => {
  expect(checkAlter(flat, addStatic('s'))).toBe(
    'Static columns are only useful (and thus allowed) if the table has at least one clustering column: app.t has none. Make s a regular column.',
  );
});

test('R12 a table of counters takes no other column, and no dropped counter again', () => {
  const counters = tableWith('pk int!', 'n counter', 'o counter');
  expect(checkAlter(counters, addColumn('x'))).toMatch(
    /^Cannot add a non counter column \(x\) in a counter column family/u,
  );
  expect(checkAlter(counters, addColumn('x', 'counter'))).toBeNull();
  const dropped = merge(counters, alter(counters, 20, dropColumn('n')));
  expect(checkAlter(dropped, addColumn('n', 'counter'))).toMatch(
    /^Cannot re-add previously dropped counter column n of app\.t/u,
  );
  expect(checkAlter(counters, retype('n', 'bigint'))).toMatch(/from type counter to type bigint/u);
});

test('R12 CREATE TABLE may have every kind of column', () => {
  expect(words('p int!', 'q text!', 'c int^', 's int*', 'a frozen<list<int>>', 'b list<int>')).toBeNull();
  expect(words('p frozen<list<int>>!', 'n counter')).toBeNull();
});

test.each<readonly [RegExp, readonly string[]]>([
  [/^No PRIMARY KEY specified: app\.u needs a partition key/u, ['a int']],
  [/^No PRIMARY KEY specified: app\.u needs a partition key/u, []],
  [/^Multiple definition of identifier a in app\.u/u, ['pk int!', 'a int', 'a text']],
  [/^Static columns are only useful .* app\.u has none/u, ['pk int!', 's int*']],
  [/^counter type is not supported for PRIMARY KEY part pk/u, ['pk counter!']],
  [
    /^Invalid collection type for PRIMARY KEY component pk: it must be frozen, write frozen<list<int>>\.$/u,
    ['pk list<int>!'],
  ],
  [
    /^Cannot mix counter and non counter columns in the same table: app\.u has both\. Put counters such as n/u,
    ['pk int!', 'n counter', 'a int'],
  ],
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
    checkSchemaStatement(tables, statement.kind === 'create-table' ? null : schema, statement)?.problem ??
    null;
  const columns = columnDrafts('pk int!');
  expect(check({ ...AT, kind: 'create-table', keyspace: 'app', table: 't', columns })).toMatch(
    /^Table 'app\.t' already exists on node A/u,
  );
  expect(check({ ...AT, kind: 'create-table', keyspace: 'nix', table: 't', columns })).toMatch(
    /^Keyspace 'nix' does not exist\./u,
  );
  expect(check({ ...AT, kind: 'create-table', keyspace: 'app', table: 'a b', columns })).toMatch(
    /cannot name a keyspace or a table/u,
  );
  expect(check({ ...AT, kind: 'create-keyspace', keyspace: 'app' })).toMatch(
    /^Keyspace 'app' already exists on node A/u,
  );
  expect(check({ ...AT, kind: 'create-keyspace', keyspace: '' })).toMatch(/The name is empty/u);
  expect(check({ ...AT, kind: 'create-keyspace', keyspace: 'new' })).toBeNull();
  expect(check({ ...AT, kind: 'drop-keyspace', keyspace: 'nix' })).toMatch(
    /^Keyspace 'nix' does not exist\./u,
  );
  expect(check({ ...AT, kind: 'drop-keyspace', keyspace: 'app' })).toBeNull();
  expect(check({ ...AT, kind: 'drop-table', keyspace: 'app', table: 't' })).toBeNull();
  for (const kind of ['create-keyspace', 'drop-keyspace'] as const) {
    expect(check({ ...AT, kind, keyspace: 'system' })).toMatch(/^Keyspace 'system' holds the system tables/u);
  }
  const unknown = { ...AT, kind: 'drop-table', keyspace: 'app', table: 'nix' } as const;
  expect(checkSchemaStatement(rows, null, unknown)?.problem).toMatch(
    /^unconfigured table app\.nix\. Node A has app\.t: create it first, or wait/u,
  );
  const change = { ...unknown, kind: 'alter-table', changes: [addColumn('b')] } as const;
  expect(checkSchemaStatement(rows, null, change)?.problem).toMatch(/^unconfigured table app\.nix/u);
});

test('R12 the limits on keyspaces and tables are met with a sentence', () => {
  const keyspaces = Array.from({ length: KEYSPACES_MAX }, (_, i) =>
    createKeyspaceBatch({ keyspace: `k${i}`, ts: 1 }),
  );
  const next = { ...AT, kind: 'create-keyspace', keyspace: 'more' } as const;
  expect(checkSchemaStatement(merge(...keyspaces), null, next)?.problem).toMatch(
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
  expect(checkSchemaStatement(merge(...tables), null, table)?.problem).toMatch(
    /^There are 32 tables already, which is the limit/u,
  );
  expect(checkSchemaStatement(NO_ROWS, null, next)).toBeNull();
});
