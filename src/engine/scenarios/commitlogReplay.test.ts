// A write of V0 lies in the commitlog when the schema changes and the node stops: its replay must convert.

import { expect, test } from 'vitest';
import { play } from './play.test-support.ts';

function replayed(commitlogColumnMapping: boolean) {
  return play({ nodes: ['A'], table: ['pk int key', 'b int', 'd int'], fidelity: { commitlogColumnMapping } })
    .insert('A', 1, { b: 1, d: 2 }, { at: 20, id: 'w' })
    .alter('A', 100, '+a int')
    .alter('A', 110, '-d')
    .operate('crash', 'A')
    .operate('restart', 'A');
}

test('E15 with the column mapping stored, replay converts by name', () => {
  const end = replayed(true);
  expect(end.entries('A')).toEqual({ 'memtable 1': { version: end.version('A'), b: '1@20' } });
  expect(end.select('A', 1, { id: 'r' }).rows('r')).toEqual([{ pk: '1', a: null, b: '1@20' }]);
  expect(end.everBroken()).toEqual([]);
});

test('E15 commitlogColumnMapping off: replay cannot convert, and what was acknowledged is gone', () => {
  const end = replayed(false);
  expect(end.entries('A')).toEqual({});
  const replay = end.events('stored').map(({ event }) => event.kind);
  expect(replay).toContain('commitlog-replay-failed');
  expect(Object.keys(end.broken())).toEqual(['I9', 'I13']);
  expect(end.broken()['I13']).toMatchObject({ nodes: ['A'], column: 'b', statement: 'w' });
});
