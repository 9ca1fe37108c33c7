// Requests that need the same version wait for one load and one pull together, and fail together when those fail.

import { expect, test } from 'vitest';
import { play } from './play.test-support.ts';

/** Two writes of X wait on B, which has heard nothing of X. */
function waiting() {
  return play({ nodes: ['A', 'B'] })
    .alter('A', 100, '+x int')
    .lose('DEFINITIONS_UPDATE A>B')
    .insert('A', 1, { x: 8 }, { at: 110, id: 'w1', consistency: 'ALL' })
    .insert('A', 2, { x: 9 }, { at: 111, id: 'w2', consistency: 'ALL' })
    .deliver('MUTATION A>B w1', 'MUTATION A>B w2');
}

test('G3 two writes of one unknown version share a load and a pull; the second pays for neither', () => {
  const asked = waiting();
  expect(asked.pending().filter((id) => id.startsWith('GET_SCHEMA_VERSION'))).toHaveLength(1);
  const end = asked.drain();
  expect(end.cost('w1')).toMatchObject({ loads: 1, pulls: 1, merges: 1 });
  expect(end.cost('w2')).toEqual({ mutations: 1 });
  expect([end.result('w1').status, end.result('w2').status]).toEqual(['ok', 'ok']);
  expect(end.everBroken()).toEqual([]);
});

test.each([
  'GET_SCHEMA_VERSION B.0>A',
  'SCHEMA_VERSION_REPLY A>B.0',
  'MIGRATION_REQUEST B>A',
  'MIGRATION_REPLY A>B',
])('G3 when %s is lost both fail, and the next write starts afresh', (lost) => {
  const path = [
    'GET_SCHEMA_VERSION B.0>A',
    'SCHEMA_VERSION_REPLY A>B.0',
    'MIGRATION_REQUEST B>A',
    'MIGRATION_REPLY A>B',
  ];
  const failed = waiting()
    .deliver(...path.slice(0, path.indexOf(lost)))
    .lose(lost);
  const X = failed.version('A');
  expect(failed.events('mutation-refused').map(({ statement }) => statement)).toEqual(['w1', 'w2']);
  expect(failed.registry('B')[X]).toBeUndefined();
  expect(failed.entries('B')).toEqual({});
  const again = failed.insert('A', 3, { x: 7 }, { at: 120, id: 'w3', consistency: 'ALL' }).drain();
  expect(again.cost('w3')).toMatchObject({ loads: 1, pulls: 1 });
  expect(again.result('w3').status).toBe('ok');
  expect(again.everBroken()).toEqual([]);
});

test('G8 F1 a waiting request says what it waits for, and fails when its peer goes away', () => {
  const asked = waiting().deliver('GET_SCHEMA_VERSION B.0>A', 'SCHEMA_VERSION_REPLY A>B.0');
  const version = asked.version('A');
  const waits = asked.inspection().nodes[1]?.waits;
  expect(waits?.map(({ statement, links }) => [statement, links])).toEqual([
    ['w1', [{ on: 'sync', version, peer: 'A' }]],
    ['w2', [{ on: 'sync', version, peer: 'A' }]],
  ]);
  const cut = asked.append({ kind: 'cut', a: 'A', b: 'B' });
  expect(cut.events('mutation-refused').map(({ statement }) => statement)).toEqual(['w1', 'w2']);
  expect(cut.inspection().nodes[1]?.waits).toEqual([]);
});

test('G8 M3 a pull that has come in waits for the merge lock that a statement holds', () => {
  const pushed = play({ nodes: ['A', 'B'] })
    .begin('A', 100, '+x int')
    .deliver('DEFINITIONS_UPDATE A>B');
  const version = pushed.version('B');
  const queued = pushed
    .insert('B', 1, { x: 9 }, { at: 110, id: 'w', consistency: 'ALL' })
    .deliver(
      'MUTATION B>A',
      'GET_SCHEMA_VERSION',
      'SCHEMA_VERSION_REPLY',
      'MIGRATION_REQUEST',
      'MIGRATION_REPLY',
    );
  expect(queued.inspection().nodes[0]?.waits).toEqual([
    {
      statement: 'w',
      shard: 0,
      links: [
        { on: 'sync', version, peer: 'B' },
        { on: 'merge-lock', heldBy: 'ddl s1' },
      ],
    },
  ]);
  const end = queued.drain();
  expect(end.entries('A')).toEqual({ 'memtable 1': { version, x: '9@110' } });
  expect(end.everBroken()).toEqual([]);
});

test('F7 a duplicated push, write and confirmation change nothing that one delivery would not', () => {
  const sent = play({ nodes: ['A', 'B'] })
    .alter('A', 100, '+x int')
    .insert('A', 1, { x: 9 }, { at: 110, id: 'w', consistency: 'ALL' });
  const twice = sent.duplicate('DEFINITIONS_UPDATE A>B', 'MUTATION A>B').drain();
  const once = sent.drain();
  expect(twice.entries('B')).toEqual(once.entries('B'));
  expect([twice.version('B'), twice.digest('B')]).toEqual([once.version('B'), once.digest('B')]);
  expect(twice.result('w').status).toBe('ok');
  expect(twice.settle().everBroken()).toEqual([]);
});
