// The shards of a node switch one by one. A shard that has switched can hand a write of the new version to one that has
// not, together with the mark that says it is synced: the cell is converted away and confirmed.

import { expect, test } from 'vitest';
import { keyOfShard } from './keys.test-support.ts';
import { play } from './play.test-support.ts';

const key = keyOfShard(1, 2);

function merging(publishToAllShards: boolean) {
  const start = play({ nodes: ['A'], shards: 2, protections: { publishToAllShards } });
  return { V0: start.version('A'), begun: start.begin('A', 100, '+x int').deliver('merge A') };
}

test('M6 publishToAllShards off: a write through the window between two shards loses its cell', () => {
  const { V0, begun } = merging(false);
  expect(begun.pending()).toEqual(expect.arrayContaining(['publish A.0 ddl s1', 'publish A.1 ddl s1']));
  const half = begun.deliver('publish A.0');
  const X = half.version('A', 0);
  expect([half.definition('A', 0), half.definition('A', 1)]).toEqual([
    'pk int key, a int, x int',
    'pk int key, a int',
  ]);
  expect(half.registry('A', 0)).toEqual({ [X]: 'LOADED SYNCED' });
  expect(half.registry('A', 1)).toEqual({ [V0]: 'LOADED SYNCED' });

  const lost = half.insert('A', key, { a: 7, x: 9 }, { at: 110, id: 'w' });
  expect(lost.result('w').status).toBe('ok');
  expect(lost.entries('A', 1)).toEqual({ [`memtable ${key}`]: { version: V0, a: '7@110' } });
  expect(lost.everBroken()).toEqual(['I2', 'I9', 'I13']);
  expect(lost.broken()['I13']).toMatchObject({ nodes: ['A'], column: 'x', statement: 'w' });

  const end = lost.drain().select('A', key, { id: 'r' });
  expect(end.version('A', 1)).toBe(X);
  expect(end.rows('r')).toEqual([{ pk: `${key}`, a: '7@110', x: null }]);
});

test('M6 publishToAllShards off: the same in the other order of shards loses nothing', () => {
  const { V0, begun } = merging(false);
  const half = begun.deliver('publish A.1');
  expect(half.version('A', 0)).toBe(V0);
  const end = half.insert('A', key, { a: 7 }, { at: 110, id: 'w' }).drain();
  expect(end.entries('A', 1)[`memtable ${key}`]).toMatchObject({ a: '7@110' });
  expect(end.everBroken()).toEqual([]);
});

test('M6 publishToAllShards on: both shards switch in one step, and the cell stays', () => {
  const { begun } = merging(true);
  expect([begun.version('A', 0), begun.pending()]).toEqual([begun.version('A', 1), []]);
  const end = begun.insert('A', key, { a: 7, x: 9 }, { at: 110, id: 'w' });
  expect(end.entries('A', 1)).toEqual({
    [`memtable ${key}`]: { version: end.version('A', 1), a: '7@110', x: '9@110' },
  });
  expect(end.everBroken()).toEqual([]);
});

/** A pull merges on B's shards; the write that waits for it has come in on shard 0 and belongs to shard 1. */
function waiting(publishToAllShards: boolean) {
  return play({ nodes: ['A', 'B'], shards: 2, protections: { publishToAllShards } })
    .alter('A', 100, '+x int')
    .lose('DEFINITIONS_UPDATE A>B')
    .insert('A', key, { a: 7, x: 9 }, { at: 110, id: 'w', consistency: 'ALL' })
    .deliver(
      'MUTATION A>B',
      'GET_SCHEMA_VERSION',
      'SCHEMA_VERSION_REPLY',
      'MIGRATION_REQUEST',
      'MIGRATION_REPLY',
    );
}

test('M6 settles: a merge that makes the awaited version itself releases the writer when shard 0 has switched, and shard 1 loses the cell', () => {
  const merged = waiting(false);
  const lost = merged.deliver('publish B.0');
  expect(lost.definition('B', 1)).toBe('pk int key, a int');
  expect(lost.entries('B', 1)[`memtable ${key}`]).toEqual({ version: lost.version('B', 1), a: '7@110' });
  const end = lost.drain();
  expect(end.result('w').status).toBe('ok');
  expect(end.everBroken()).toEqual(['I2', 'I9']);
  const other = merged.deliver('publish B.1').drain();
  expect(other.entries('B', 1)[`memtable ${key}`]).toMatchObject({ a: '7@110', x: '9@110' });
  expect(other.everBroken()).toEqual([]);
});

test('M6 publishToAllShards on: the writer waits for both shards', () => {
  const end = waiting(true).drain();
  expect(end.entries('B', 1)[`memtable ${key}`]).toMatchObject({ a: '7@110', x: '9@110' });
  expect(end.everBroken()).toEqual([]);
});
