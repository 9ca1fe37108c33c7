// Schema rows are on disk before data may use them. Without that a crash leaves data of a version without a definition.

import { expect, test } from 'vitest';
import { play } from './play.test-support.ts';

function crashed(schemaFlushedBeforeUse: boolean) {
  return play({ nodes: ['A', 'B'], protections: { schemaFlushedBeforeUse } })
    .alter('A', 100, '+x int')
    .lose('DEFINITIONS_UPDATE A>B')
    .insert('A', 1, { a: 7, x: 9 }, { at: 110, id: 'w' })
    .lose('MUTATION A>B')
    .operate('crash', 'A')
    .operate('restart', 'A');
}

test('F4 the definition survives the crash, and the replayed cell with it', () => {
  const end = crashed(true);
  expect(end.entries('A')).toEqual({ 'memtable 1': { version: end.version('A'), a: '7@110', x: '9@110' } });
  expect(end.broken()).toEqual({});
});

test('F5 schemaFlushedBeforeUse off: replay finds no definition of x and discards the acknowledged cell', () => {
  const end = crashed(false);
  expect(end.definition('A')).toBe('pk int key, a int');
  expect(end.entries('A')).toEqual({ 'memtable 1': { version: end.version('A'), a: '7@110' } });
  expect(Object.keys(end.broken())).toEqual(['I9', 'I13']);
  expect(end.broken()['I13']).toMatchObject({ nodes: ['A', 'B'], column: 'x', statement: 'w' });
});

test('F5 I9 of two writes to one cell the later may be lost and the earlier not', () => {
  const end = play({ nodes: ['A'], replicationFactor: 1, protections: { schemaFlushedBeforeUse: false } })
    .alter('A', 100, '+x int')
    .insert('A', 1, { x: 8 }, { at: 110, id: 'early' })
    .flush('A')
    .insert('A', 1, { x: 9 }, { at: 120, id: 'late' })
    .operate('crash', 'A')
    .operate('restart', 'A');
  expect(end.definition('A')).toBe('pk int key, a int');
  expect(end.broken()['I9']).toMatchObject({ nodes: ['A'], column: 'x', statement: 'late' });
});
