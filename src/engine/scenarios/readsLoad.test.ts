// A read of an unknown version only loads its definition, so that no read ever changes a table; since 2021 reads sync too.

import { expect, test } from 'vitest';
import { createTable, play } from './play.test-support.ts';

function readAtX(readsSync: boolean) {
  return play({ nodes: ['A', 'B'], protections: { readsSync } })
    .insert('A', 1, { a: 7 }, { at: 20, consistency: 'ALL' })
    .drain()
    .alter('A', 100, '+x int')
    .lose('DEFINITIONS_UPDATE A>B')
    .select('A', 1, { id: 'r', consistency: 'ALL' })
    .drain();
}

test('W7 B answers in X, which it has only loaded, and stays where it was', () => {
  const end = readAtX(false);
  expect(end.rows('r')).toEqual([{ pk: '1', a: '7@20', x: null }]);
  expect(end.cost('r')).toMatchObject({ loads: 1, reads: 1 });
  expect(end.cost('r').pulls).toBeUndefined();
  expect(end.definition('B')).toBe('pk int key, a int');
  expect(Object.values(end.registry('B'))).toEqual(['LOADED SYNCED']);
  expect(end.everBroken()).toEqual([]);
});

test('W7 readsSync on: the read brings B to X', () => {
  const end = readAtX(true);
  expect(end.rows('r')).toEqual([{ pk: '1', a: '7@20', x: null }]);
  expect(end.cost('r')).toMatchObject({ loads: 1, pulls: 1 });
  expect(end.version('B')).toBe(end.version('A'));
});

function readUnknown(readsSync: boolean) {
  return play({ nodes: ['A', 'B'], table: [], protections: { readsSync } })
    .define({ ...createTable('A', 100, ['pk int key', 'a int']), id: 't' })
    .lose('DEFINITIONS_UPDATE A>B')
    .select('A', 1, { id: 'r', consistency: 'ALL' })
    .drain();
}

test('W7 a read of a table that B has not heard of fails there, although B has loaded its definition', () => {
  const end = readUnknown(false);
  expect(end.result('r')).toMatchObject({
    status: 'failed',
    problem: expect.stringMatching(/^The read failed on replica B: no table has the id/u),
  });
});

test('W7 readsSync on: the read of a new table succeeds', () => {
  const end = readUnknown(true);
  expect(end.result('r').status).toBe('ok');
  expect(end.definition('B')).toBe('pk int key, a int');
});
