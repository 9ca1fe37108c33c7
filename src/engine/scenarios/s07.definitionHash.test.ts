// A version must never come back after other history, because SYNCED is remembered. Hashing the definition alone lets it.

import { expect, test } from 'vitest';
import type { Protections } from '../index.ts';
import { play } from './play.test-support.ts';

/** ADD b, DROP b, both everywhere; B keeps a cold entry at the version with b. Then ADD b once more, unheard by B. */
function again(protections: Partial<Protections>) {
  const added = play({ nodes: ['A', 'B'], protections })
    .alter('A', 100, '+b int')
    .deliver('DEFINITIONS_UPDATE A>B')
    .insert('B', 2, { b: 2 }, { at: 150, id: 'cold' })
    .lose('MUTATION B>A cold');
  const V1 = added.version('B');
  const dropped = added.alter('A', 200, '-b').deliver('DEFINITIONS_UPDATE A>B');
  const back = dropped.alter('A', 300, '+b int').lose('DEFINITIONS_UPDATE A>B');
  return {
    V1,
    dropped,
    back,
    sent: back.insert('A', 1, { a: 1, b: 9 }, { at: 310, id: 'w', consistency: 'ALL' }),
  };
}

test('V5 the hash of mutations differs, so that B loads, syncs and keeps the cell', () => {
  const { V1, back, sent } = again({});
  expect(back.holders('B', V1)).toContain('memtable 2');
  expect(back.version('A')).not.toBe(V1);
  const end = sent.drain();
  expect(end.cost('w')).toMatchObject({ loads: 1, pulls: 1 });
  expect(end.entries('B')['memtable 1']).toEqual({ version: back.version('A'), a: '1@310', b: '9@310' });
  expect(end.everBroken()).toEqual([]);
});

test('V5 versionHash definition: the version returns, B believes itself synced and discards the cell', () => {
  const { V1, dropped, back, sent } = again({ versionHash: 'definition' });
  expect(back.version('A')).toBe(V1);
  expect(Object.keys(dropped.broken())).toEqual(['I8', 'I16']);
  const end = sent.drain();
  expect(end.result('w').status).toBe('ok');
  expect(end.cost('w')).toEqual({ mutations: 1 });
  expect(end.entries('B')['memtable 1']).toEqual({ version: end.version('B'), a: '1@310' });
  expect(end.broken()['I9']).toMatchObject({ nodes: ['B'], column: 'b', statement: 'w' });
  // I2 stays silent: by all that B knows, the apply was safe. The flag lies, and nothing else is looked at.
  expect(Object.keys(end.broken())).toEqual(['I8', 'I9', 'I16']);

  const pulled = end.settle();
  expect(pulled.definition('B')).toBe('pk int key, a int, b int dropped@200');
  const late = pulled.select('B', 1, { id: 'r' });
  expect(late.rows('r')).toEqual([{ pk: '1', a: '1@310', b: null }]);
});

test('V5 settles: a prepared statement does not keep the version alive, since DROP invalidates it; then nothing is lost', () => {
  const start = play({ nodes: ['A', 'B'], protections: { versionHash: 'definition' } })
    .alter('A', 100, '+b int')
    .deliver('DEFINITIONS_UPDATE A>B')
    .prepare('B', 'ins');
  const V1 = start.version('B');
  const dropped = start.alter('A', 200, '-b').deliver('DEFINITIONS_UPDATE A>B');
  expect(dropped.events('statement-invalidated')).toHaveLength(1);
  expect(dropped.registry('B')[V1]).toBeUndefined();
  const end = dropped
    .alter('A', 300, '+b int')
    .lose('DEFINITIONS_UPDATE A>B')
    .insert('A', 1, { b: 9 }, { at: 310, id: 'w', consistency: 'ALL' })
    .drain();
  expect(end.cost('w')).toMatchObject({ loads: 1, pulls: 1 });
  expect(end.entries('B')['memtable 1']).toEqual({ version: V1, b: '9@310' });
});
