import { expect, test } from 'vitest';
import { cqlTypeName } from '../cql/type.ts';
import type { Timestamp } from '../plain/scalars.ts';
import { createKeyspaceBatch, dropKeyspaceBatch } from './batch.ts';
import {
  addColumn,
  addStatic,
  alter,
  alterOnly,
  columnDrafts,
  comment,
  create,
  drop,
  dropColumn,
  HASHING,
  KEYSPACE,
  merge,
  must,
  rename,
  retype,
  schemaOf,
  TABLE,
  tableWith,
} from './ddlFixture.ts';
import { deriveSchema } from './derive.ts';
import { joinRows, keyspacesOf, leqTableRows, sliceTable, tablesOf } from './rows.ts';
import type { SchemaRows } from './systemTables.ts';
import { nodeDigest } from './version.ts';

// What falls out of last-write-wins rows and of an ALTER that rewrites everything. Each of these is a known, faithful
// anomaly of 2016; the tests state the actual outcome.

/** Column names with type, and with the kind where it is not regular: 'c text static'. */
function columnsOf(rows: SchemaRows): readonly string[] {
  return schemaOf(rows).columns.map(({ name, type, kind }) =>
    kind === 'regular' ? `${name} ${cqlTypeName(type)}` : `${name} ${cqlTypeName(type)} ${kind}`,
  );
}

const names = (rows: SchemaRows): readonly string[] => schemaOf(rows).columns.map(({ name }) => name);
const droppedAt = (rows: SchemaRows, name: string): Timestamp | null | undefined =>
  schemaOf(rows).columns.find((column) => column.name === name)?.droppedAt;
const problemOf = (rows: SchemaRows): string => {
  const schema = deriveSchema(sliceTable(rows, KEYSPACE, TABLE), HASHING);
  return schema.ok ? '' : schema.problem;
};
const leq = (a: SchemaRows, b: SchemaRows): boolean =>
  leqTableRows(sliceTable(a, KEYSPACE, TABLE), sliceTable(b, KEYSPACE, TABLE));

const base = tableWith('pk int!', 'a int');

test('R1 two ADDs commute: X and Y are incomparable, Z is superior to both', () => {
  const x = merge(base, alter(base, 100, addColumn('x')));
  const y = merge(base, alter(base, 105, addColumn('y')));
  const z = joinRows(x, y);
  expect([names(x), names(y), names(z)]).toEqual([
    ['pk', 'a', 'x'],
    ['pk', 'a', 'y'],
    ['pk', 'a', 'x', 'y'],
  ]);
  expect([leq(x, y), leq(y, x), leq(x, z), leq(y, z)]).toEqual([false, false, true, true]);
  expect(new Set([x, y, z].map((rows) => schemaOf(rows).version)).size).toBe(3);
});

test('R1 S8: a tie mixes two definitions into `c text static`, which nobody asked for', () => {
  const start = tableWith('pk int!', 'ck int^', 'a int');
  const asStatic = alter(start, 100, addStatic('c', 'int'));
  const asText = alter(start, 100, addColumn('c', 'text'));
  const rows = merge(start, asStatic, asText);
  expect(columnsOf(rows)).toEqual([
    'pk int partition_key',
    'ck int clustering_key',
    'c text static',
    'a int',
  ]);
  expect(merge(asText, asStatic, start)).toEqual(rows);
});

test('R1 ties order by class name, not by CQL name: bigint (LongType) beats blob (BytesType) and varint (IntegerType)', () => {
  const types = ['blob', 'bigint', 'varint'].map((type) => alter(base, 100, addColumn('c', type)));
  expect(columnsOf(merge(base, ...types))).toContain('c bigint');
});

test('R2 DROP c @100 || ADD c @100: the tombstone wins the tie', () => {
  const withC = merge(base, alter(base, 50, addColumn('c')));
  const added = alter(base, 100, addColumn('c', 'text'));
  const dropped = alter(withC, 100, dropColumn('c'));
  const rows = merge(withC, added, dropped);
  expect(names(rows)).toEqual(['pk', 'a']);
  expect(merge(dropped, added, withC)).toEqual(rows);
});

test('R7 a: DROP x @100 || ADD y @105 revives x with its drop time; with only changes written it stays dropped', () => {
  const start = tableWith('pk int!', 'a int', 'x int');
  const rewritten = merge(start, alter(start, 100, dropColumn('x')), alter(start, 105, addColumn('y')));
  expect(names(rewritten)).toEqual(['pk', 'a', 'x', 'y']);
  expect(droppedAt(rewritten, 'x')).toBe(100);
  const changed = merge(start, alterOnly(start, 100, dropColumn('x')), alterOnly(start, 105, addColumn('y')));
  expect(names(changed)).toEqual(['pk', 'a', 'y']);
});

test('R13 c: a drop time goes down when an unaware node rewrites the older one later', () => {
  const withC = merge(base, alter(base, 50, addColumn('c')));
  const dropped = merge(withC, alter(withC, 100, dropColumn('c')));
  const again = merge(dropped, alter(dropped, 120, addColumn('c')));
  const droppedTwice = merge(again, alter(again, 150, dropColumn('c')));
  const unaware = merge(again, alter(again, 200, comment('x')));
  expect(droppedAt(unaware, 'c')).toBe(100);
  const rows = joinRows(droppedTwice, unaware);
  expect(droppedAt(rows, 'c')).toBe(100);
  const onlyChanges = joinRows(droppedTwice, merge(again, alterOnly(again, 200, comment('x'))));
  expect(names(onlyChanges)).toEqual(['pk', 'a']);
  const readded = merge(onlyChanges, alterOnly(onlyChanges, 210, addColumn('c')));
  expect(droppedAt(readded, 'c')).toBe(150);
});

test('R8 d: DROP KEYSPACE @100 || ALTER @101 brings keyspace and table back; what was not rewritten is gone', () => {
  const gone = dropKeyspaceBatch({ keyspace: KEYSPACE, ts: 100 });
  const rows = merge(base, gone, alter(base, 101, addColumn('x')));
  expect(keyspacesOf(rows)).toEqual([KEYSPACE]);
  expect(names(rows)).toEqual(['pk', 'a', 'x']);
  const onlyChanges = merge(base, gone, alterOnly(base, 101, addColumn('x')));
  expect(keyspacesOf(onlyChanges)).toEqual([]);
  expect(tablesOf(onlyChanges)).toEqual([]);
});

test('R8 e: DROP TABLE unaware of column y leaves an orphan, which a new table of that name inherits', () => {
  const withY = merge(base, alter(base, 90, addColumn('y', 'text')));
  const rows = merge(withY, drop(base, 100));
  expect(tablesOf(rows)).toEqual([]);
  expect(Object.keys(sliceTable(rows, KEYSPACE, TABLE).columns)).toContain('y');
  const created = merge(rows, create(200, 'id int!', 'b int'));
  expect(columnsOf(created)).toEqual(['id int partition_key', 'b int', 'y text']);
});

test('R7 f: a comment @100 is lost to an unaware ADD @105, so X is inferior to Y and Z is Y', () => {
  const x = merge(base, alter(base, 100, comment('users of the app')));
  const y = merge(base, alter(base, 105, addColumn('y')));
  expect(schemaOf(joinRows(x, y)).comment).toBe('');
  expect([leq(x, y), joinRows(y, x) === y]).toEqual([true, true]);
  const onlyX = merge(base, alterOnly(base, 100, comment('users of the app')));
  const onlyY = merge(base, alterOnly(base, 105, addColumn('y')));
  expect(schemaOf(joinRows(onlyX, onlyY)).comment).toBe('users of the app');
});

test('R7 g: a type change @100 is lost to an unaware ADD @105, and Z is Y', () => {
  const x = merge(base, alter(base, 100, retype('a', 'blob')));
  const y = merge(base, alter(base, 105, addColumn('y')));
  expect(columnsOf(joinRows(x, y))).toEqual(['pk int partition_key', 'a int', 'y int']);
  expect([leq(x, y), joinRows(y, x) === y]).toEqual([true, true]);
  const only = merge(base, alterOnly(base, 100, retype('a', 'blob')), alterOnly(base, 105, addColumn('y')));
  expect(columnsOf(only)).toEqual(['pk int partition_key', 'a blob', 'y int']);
});

test('R7 h: ADD y int @100 || ADD y text @105 is text, and Z is Y, whether or not everything is rewritten', () => {
  const x = merge(base, alter(base, 100, addColumn('y', 'int')));
  const y = merge(base, alter(base, 105, addColumn('y', 'text')));
  expect(columnsOf(joinRows(x, y))).toContain('y text');
  expect([leq(x, y), joinRows(y, x) === y]).toEqual([true, true]);
  const only = merge(
    base,
    alterOnly(base, 100, addColumn('y')),
    alterOnly(base, 105, addColumn('y', 'text')),
  );
  expect(columnsOf(only)).toContain('y text');
});

test('R8 i: DROP TABLE @100 || ALTER @105 brings the table back under its cf_id; with only changes it stays dropped', () => {
  const rows = merge(base, drop(base, 100), alter(base, 105, addColumn('x')));
  expect(names(rows)).toEqual(['pk', 'a', 'x']);
  expect(schemaOf(rows).cfId).toBe(schemaOf(base).cfId);
  const only = merge(base, drop(base, 100), alterOnly(base, 105, addColumn('x')));
  expect(tablesOf(only)).toEqual([]);
  const onlyComment = merge(base, drop(base, 100), alterOnly(base, 105, comment('x')));
  expect(tablesOf(onlyComment)).toEqual([]);
});

test('R7 j: a lost DROP and a later ADD make a version that nobody issued, inferior to the sender’s', () => {
  const start = tableWith('pk int!', 'a int', 'x int');
  const sender = merge(start, alter(start, 100, dropColumn('x')));
  const push = alter(sender, 120, addColumn('y'));
  const after = merge(sender, push);
  const late = merge(start, push);
  expect(names(late)).toEqual(['pk', 'a', 'x', 'y']);
  expect(droppedAt(late, 'x')).toBe(100);
  expect([names(after), leq(after, late), leq(late, after)]).toEqual([['pk', 'a', 'y'], true, true]);
  expect(schemaOf(late).version).not.toBe(schemaOf(after).version);
  expect(names(joinRows(late, after))).toEqual(['pk', 'a', 'y']);
});

test('R2 k: DROP @300, then ADD @200 from a slow clock: accepted, without effect on the columns', () => {
  const withC = merge(base, alter(base, 50, addColumn('c')));
  const dropped = merge(withC, alter(withC, 300, dropColumn('c')));
  const rows = merge(dropped, alter(dropped, 200, addColumn('c')));
  expect(names(rows)).toEqual(['pk', 'a']);
  expect(schemaOf(rows).version).toBe(schemaOf(dropped).version);
  expect(rows).toEqual(dropped);
});

test('R2 a DROP stamped before the last rewrite drops no column, but records its drop time: it deletes data only', () => {
  const start = merge(tableWith('pk int!', 'a int', 'x int'), alter(base, 20, comment('c')));
  const rewritten = merge(start, alter(start, 300, comment('later')));
  const rows = merge(rewritten, alter(rewritten, 200, dropColumn('x')));
  expect(names(rows)).toEqual(['pk', 'a', 'x']);
  expect(droppedAt(rows, 'x')).toBe(200);
});

test('R14 concurrent renames of the only partition key column: the key grows by one', () => {
  const rows = merge(base, alter(base, 100, rename('pk', 'p')), alter(base, 105, rename('pk', 'q')));
  expect(columnsOf(rows)).toEqual(['p int partition_key', 'q int partition_key', 'a int']);
});

test('C5 concurrent renames of a second key column: two rows for one position, the node would abort', () => {
  const start = tableWith('pk int!', 'c1 int^', 'c2 int^', 'a int');
  const rows = merge(start, alter(start, 100, rename('c2', 'x')), alter(start, 105, rename('c2', 'y')));
  expect(problemOf(rows)).toMatch(
    /^In the clustering key of app\.t two columns, '.*at position 1: the node would abort/u,
  );
});

test('C5 concurrent renames of the first of two key columns abort as well: the second no longer has its place', () => {
  const start = tableWith('pk int!', 'c1 int^', 'c2 int^', 'a int');
  const rows = merge(start, alter(start, 100, rename('c1', 'x')), alter(start, 105, rename('c1', 'y')));
  expect(problemOf(rows)).toMatch(/two columns, 'x' among them, stand at position 0: the node would abort/u);
});

test('R14 RENAME || a later unaware ALTER: the old key name returns beside the new; not so with only changes', () => {
  const rows = merge(base, alter(base, 100, rename('pk', 'id')), alter(base, 105, addColumn('y')));
  expect(columnsOf(rows)).toEqual(['id int partition_key', 'pk int partition_key', 'a int', 'y int']);
  const only = merge(base, alterOnly(base, 100, rename('pk', 'id')), alterOnly(base, 105, addColumn('y')));
  expect(columnsOf(only)).toEqual(['id int partition_key', 'a int', 'y int']);
});

test('R8 concurrent CREATE TABLE: everybody ends with the later cf_id', () => {
  const keyspace = createKeyspaceBatch({ keyspace: KEYSPACE, ts: 5 });
  const first = create(100, 'pk int!', 'a int');
  const second = create(101, 'pk int!', 'b int');
  const rows = merge(keyspace, second, first);
  expect(schemaOf(rows).cfId).toBe(schemaOf(merge(second)).cfId);
  expect(names(rows)).toEqual(['pk', 'a', 'b']);
});

test('V6 aliasing: two nodes agree on version and digest while one misses a tombstone; then an unaware ALTER parts them', () => {
  const withC = merge(base, alter(base, 50, addColumn('c')));
  const aware = merge(withC, alter(withC, 100, dropColumn('c')));
  // Both know a later ALTER, but the second node learned of the drop only by its drop time.
  const push = alter(aware, 200, addColumn('y'));
  const missing = merge(base, push);
  const whole = merge(aware, push);
  expect(schemaOf(missing).version).toBe(schemaOf(whole).version);
  expect(nodeDigest(missing, HASHING)).toBe(nodeDigest(whole, HASHING));
  expect(missing).not.toEqual(whole);
  const withTombstones = { hash: 'mutations', tombstonesOut: false } as const;
  expect(schemaOf(missing, withTombstones).version).not.toBe(schemaOf(whole, withTombstones).version);
  // An ALTER @90 by a node that knows c and nothing else arrives late: the tombstone @100 stops it on one node only.
  const late = alter(withC, 90, comment('late'));
  expect(names(joinRows(whole, late))).toEqual(['pk', 'a', 'y']);
  expect(names(joinRows(missing, late))).toEqual(['pk', 'a', 'c', 'y']);
});

test('V5 S7: with the definition hash a version comes back after ADD, DROP, ADD; with the mutation hash never', () => {
  const v1 = merge(base, alter(base, 100, addColumn('b')));
  const dropped = merge(v1, alter(v1, 200, dropColumn('b')));
  const again = merge(dropped, alter(dropped, 300, addColumn('b')));
  const definition = { hash: 'definition', tombstonesOut: true } as const;
  const [one, none, two] = [v1, dropped, again].map((rows) => schemaOf(rows, definition));
  expect(two?.version).toBe(one?.version);
  expect(none?.version).toBe(schemaOf(base, definition).version);
  expect(two?.ghost.mutationVersion).not.toBe(one?.ghost.mutationVersion);
  expect(two?.ghost.mutationVersion).toBe(schemaOf(again).version);
  expect(schemaOf(again).version).not.toBe(schemaOf(v1).version);
});

test('R6 an ALTER’s delta creates the table on a node that missed CREATE; with only changes it does not', () => {
  expect(names(merge(alter(base, 100, addColumn('x'))))).toEqual(['pk', 'a', 'x']);
  expect(tablesOf(merge(alterOnly(base, 100, addColumn('x'))))).toEqual([]);
});

test('R6 the fixture’s words mean what they say', () => {
  expect(
    columnDrafts('pk int!', 'ck int^', 's text*', 'm map<text, int>').map(
      ({ kind, type }) => `${kind} ${type}`,
    ),
  ).toEqual(['partition_key int', 'clustering_key int', 'static text', 'regular map<text, int>']);
  expect(() => must({ ok: false, problem: 'no' })).toThrow('no');
});
