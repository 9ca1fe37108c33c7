// Expected breaks of 2016 with whole tables, keyspaces and key columns: what was dropped or renamed returns with a later
// statement that had not heard of it, and a node that misses a DROP and a CREATE of one name cannot follow.

import { expect, test } from 'vitest';
import { createTable, play } from './play.test-support.ts';

type Play = ReturnType<typeof play>;
const T = ['pk int key', 'a int'];
const dropTable = (node: string, timestamp: number) =>
  ({ kind: 'drop-table', node, timestamp, keyspace: 'ks', table: 't' }) as const;
const cfIds = (p: Play, node: string) =>
  p
    .inspection()
    .nodes.find(({ id }) => id === node)
    ?.shards[0]?.tables.map(({ cfId }) => cfId);

test('R8 DROP KEYSPACE @100 || DDL @101 revives the keyspace, and what the DDL rewrote of its table', () => {
  const end = play()
    .define({ kind: 'drop-keyspace', node: 'A', timestamp: 100, keyspace: 'ks' })
    .alter('B', 101, '+y int')
    .settle();
  for (const node of ['A', 'B', 'C']) {
    expect(end.definition(node)).toBe('pk int key, a int, y int');
    expect(end.digest(node)).toBe(end.digest('A'));
  }
  expect(end.refusal({ kind: 'create-keyspace', node: 'A', keyspace: 'ks' })).not.toBeNull();
});

test('R8 DROP TABLE leaves the row of a column it did not know, and a later CREATE inherits it', () => {
  const dropped = play().alter('B', 90, '+y int').define(dropTable('A', 100)).settle();
  for (const node of ['A', 'B', 'C']) {
    expect(dropped.definition(node)).toBe('');
  }
  const end = dropped.define({ ...createTable('C', dropped.now + 1, T), id: 'again' }).settle();
  for (const node of ['A', 'B', 'C']) {
    expect(end.definition(node)).toBe('pk int key, a int, y int');
  }
});

test('R8 DROP TABLE @100 || ALTER @105: the table returns with its id, its data only where the drop was not applied', () => {
  const start = play().insert('A', 1, { a: 1 }, { at: 50, id: 'w', consistency: 'ALL' }).drain();
  const parted = start.define(dropTable('A', 100)).alter('B', 105, '+y int');
  const end = parted.deliver('DEFINITIONS_UPDATE B>').settle();
  expect(cfIds(end, 'A')).toEqual(cfIds(start, 'A'));
  for (const node of ['A', 'B', 'C']) {
    expect(end.definition(node)).toBe('pk int key, a int, y int');
    expect(end.version(node)).toBe(end.version('A'));
  }
  expect(end.entries('A')).toEqual({});
  expect(end.entries('B')).toMatchObject({ 'memtable 1': { a: '1@50' } });
  expect(end.entries('C')).toMatchObject({ 'memtable 1': { a: '1@50' } });
  expect(end.broken()['I9']).toMatchObject({ nodes: ['A'], column: 'a', statement: 'w' });
  expect(Object.keys(end.broken())).toEqual(['I9']);
});

/** Announces all digests anew, and lets what follows happen. */
const reconnected = (p: Play) =>
  p.append({ kind: 'cut', a: 'A', b: 'B' }).append({ kind: 'heal', a: 'A', b: 'B' }).settle();

test('M8 a node that misses DROP and CREATE of one name cannot follow; the pull after the failed one hides it', () => {
  const made = play({ nodes: ['A', 'B'] })
    .define(dropTable('A', 100))
    .define({ ...createTable('A', 110, T), id: 't2' })
    .lose('DEFINITIONS_UPDATE A>B')
    .settle();
  expect(made.events('merge-failed').map(({ node, origin }) => [node, origin])).toEqual([['B', 'pull']]);
  expect(made.digest('B')).not.toBe(made.digest('A'));
  expect(made.broken()['I6']).toMatchObject({ nodes: ['A', 'B'], table: null });
  const end = reconnected(made);
  expect(end.events('merge-failed')).toHaveLength(1);
  expect(end.digest('B')).toBe(end.digest('A'));
  expect(cfIds(end, 'B')).not.toEqual(cfIds(end, 'A'));
  expect(end.broken()['I6']).toMatchObject({ nodes: ['A', 'B'], table: 't' });
});

test('M8 the pushes of DROP and CREATE in the wrong order do the same', () => {
  const made = play({ nodes: ['A', 'B'] })
    .define({ ...dropTable('A', 100), id: 'd' })
    .define({ ...createTable('A', 110, T), id: 'c' })
    .deliver('DEFINITIONS_UPDATE A>B c', 'DEFINITIONS_UPDATE A>B d');
  expect(made.events('merge-failed').map(({ origin }) => origin)).toEqual(['push', 'push']);
  const end = made.settle();
  expect(end.events('merge-failed')).toHaveLength(2);
  expect(end.digest('B')).toBe(end.digest('A'));
  expect(cfIds(end, 'B')).not.toEqual(cfIds(end, 'A'));
});

test('R7 an ALTER’s delta creates the table on a node that missed its CREATE', () => {
  const end = play({ nodes: ['A', 'B'], table: [] })
    .define({ ...createTable('A', 20, T), id: 't' })
    .lose('DEFINITIONS_UPDATE A>B')
    .alter('A', 100, '+y int')
    .deliver('DEFINITIONS_UPDATE A>B');
  expect(end.definition('B')).toBe('pk int key, a int, y int');
  expect(end.version('B')).toBe(end.version('A'));
});

test('R7 with ALTERs that write only their change, such a node is left without a table until it pulls', () => {
  const end = play({ nodes: ['A', 'B'], table: [], protections: { alterWritesOnlyChanges: true } })
    .define({ ...createTable('A', 20, T), id: 't' })
    .lose('DEFINITIONS_UPDATE A>B')
    .alter('A', 100, '+y int')
    .deliver('DEFINITIONS_UPDATE A>B');
  expect(end.definition('B')).toBe('');
  expect(end.settle().definition('B')).toBe('pk int key, a int, y int');
});

test('R14 C5 RENAME pk @100 || ALTER @105: the old name returns beside the new one and the key grows', () => {
  const end = play().alter('A', 100, 'pk>k').alter('B', 105, '+y int').settle();
  for (const node of ['A', 'B', 'C']) {
    expect(end.definition(node)).toBe('k int key, pk int key, a int, y int');
  }
});

test('M9 C5 RENAME of a later key component || ALTER: the node aborts', () => {
  const start = play({
    nodes: ['A', 'B'],
    table: ['pk int key', 'c int clustering', 'd int clustering', 'a int'],
  });
  const end = start.alter('A', 100, 'd>e').alter('B', 105, '+y int').deliver('DEFINITIONS_UPDATE A>B');
  expect(end.events('node-aborted').map(({ node }) => node)).toEqual(['B']);
  const again = end.operate('restart', 'B');
  expect(again.inspection().nodes.map(({ id, up }) => [id, up])).toEqual([
    ['A', true],
    ['B', false],
  ]);
});

test('R14 C5 settles: concurrent RENAMEs of one component leave two live rows: at position 0 the key grows, elsewhere the node aborts', () => {
  const grown = play().alter('A', 100, 'pk>j').alter('B', 101, 'pk>k').settle();
  for (const node of ['A', 'B', 'C']) {
    expect(grown.definition(node)).toBe('j int key, k int key, a int');
  }
  const start = play({
    nodes: ['A', 'B'],
    table: ['pk int key', 'c int clustering', 'd int clustering', 'a int'],
  });
  const end = start.alter('A', 100, 'd>e').alter('B', 101, 'd>f').drain();
  expect(end.events('node-aborted').map(({ node }) => node).length).toBeGreaterThan(0);
});
