// A drops a column while B, unaware, adds another. Since ALTER writes every surviving column again, the dropped one comes
// back, without its data. And the same with whole tables: two nodes create one of the same name at once.

import { expect, test } from 'vitest';
import { createTable, play } from './play.test-support.ts';

const TABLE = ['pk int key', 'a int', 'x int'];

function concurrent(alterWritesOnlyChanges: boolean) {
  return play({ table: TABLE, protections: { alterWritesOnlyChanges } })
    .insert('A', 1, { a: 1, x: 2 }, { at: 50, consistency: 'ALL' })
    .drain()
    .alter('A', 100, '-x')
    .alter('B', 105, '+y int');
}

test('R7 settles: 2016’s ALTER rewrites every column, so that the dropped x comes back, without its data', () => {
  const end = concurrent(false).settle();
  for (const node of ['A', 'B', 'C']) {
    expect(end.definition(node)).toBe('pk int key, a int, x int dropped@100, y int');
    const read = end.select(node, 1, { id: 'r' });
    expect(read.rows('r')).toEqual([{ pk: '1', a: '1@50', x: null, y: null }]);
  }
  expect(end.everBroken()).toEqual([]);
});

test('R7 alterWritesOnlyChanges on: the drop stands', () => {
  const end = concurrent(true).settle();
  for (const node of ['A', 'B', 'C']) {
    expect(end.definition(node)).toBe('pk int key, a int, y int');
    expect(end.version(node)).toBe(end.version('A'));
  }
  expect(end.everBroken()).toEqual([]);
});

test('R7 alterWritesOnlyChanges off: several ALTERs queued on one node lose a DROP the same way', () => {
  const queue = (alterWritesOnlyChanges: boolean) =>
    play({ nodes: ['A'], table: TABLE, protections: { alterWritesOnlyChanges } })
      .begin('A', 100, '-x')
      .begin('A', 105, '+y int')
      .drain();
  expect(queue(false).definition('A')).toBe('pk int key, a int, x int dropped@100, y int');
  expect(queue(true).definition('A')).toBe('pk int key, a int, y int');
});

function createdTwice() {
  const columns = ['pk int key', 'a int'];
  return play({ table: [] })
    .define({ ...createTable('A', 100, columns), id: 't1' })
    .define({ ...createTable('B', 101, columns), id: 't2' })
    .insert('A', 1, { a: 1 }, { at: 110, id: 'w1' })
    .insert('B', 2, { a: 2 }, { at: 111, id: 'w2' });
}

const idOf = (p: ReturnType<typeof createdTwice>, node: string) =>
  p
    .inspection()
    .nodes.find(({ id }) => id === node)
    ?.shards[0]?.tables.map(({ cfId }) => cfId);

test('M8 two concurrent CREATEs: rows agree on the later id, but A goes on serving the earlier one', () => {
  const made = createdTwice();
  const [id1, id2] = [idOf(made, 'A'), idOf(made, 'B')];
  expect(id1).not.toEqual(id2);
  const met = made.deliver('DEFINITIONS_UPDATE A>C', 'DEFINITIONS_UPDATE B>C', 'DEFINITIONS_UPDATE B>A');
  expect(met.events('merge-failed').map(({ node }) => node)).toEqual(['C', 'A']);
  expect(idOf(met, 'A')).toEqual(id1);
  const written = met.deliver('DEFINITIONS_UPDATE A>B', 'MUTATION A>B w1');
  expect(idOf(written, 'B')).toEqual(id2);
  expect(written.pending()).toContain('gossip B>A');
  const end = written.settle();
  expect(
    end.events('mutation-refused').filter(({ node, statement }) => node === 'B' && statement === 'w1'),
  ).not.toEqual([]);
  expect([idOf(end, 'A'), idOf(end, 'B'), idOf(end, 'C')]).toEqual([id1, id2, id1]);
});

test('M8 settles: after a failed merge a later pull changes nothing and makes the digests equal, while A serves the other table', () => {
  const made = createdTwice();
  const end = made.settle();
  expect(new Set(['A', 'B', 'C'].map((node) => end.digest(node))).size).toBe(1);
  expect(Object.keys(end.broken())).toContain('I6');
  expect(idOf(end, 'A')).not.toEqual(idOf(end, 'B'));
});

test('F6 after a restart A serves the later table, and what it wrote to its own is out of reach', () => {
  const before = createdTwice().settle();
  expect(before.entries('A')).toMatchObject({ 'memtable 1': { a: '1@110' } });
  const end = before.operate('crash', 'A').operate('restart', 'A');
  expect(idOf(end, 'A')).toEqual(idOf(end, 'B'));
  expect(end.entries('A')).toEqual({});
  expect(end.select('A', 1, { id: 'r' }).rows('r')).toEqual([]);
});
