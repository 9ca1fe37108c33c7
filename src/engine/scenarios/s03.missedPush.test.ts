// The core of it: a write of a newer version reaches replicas that missed the push. They LOAD the definition, SYNC with
// the sender and only then apply; each part of that is switched off in turn.

import { expect, test } from 'vitest';
import type { Protections } from '../index.ts';
import { keysOf } from './keys.test-support.ts';
import { play } from './play.test-support.ts';

function written(protections: Partial<Protections> = {}) {
  const start = play({ protections });
  const V0 = start.version('B');
  const sent = start
    .alter('A', 100, '+x int')
    .lose('DEFINITIONS_UPDATE A>')
    .insert('A', 1, { a: 7, x: 9 }, { at: 110, consistency: 'QUORUM', id: 'w' });
  return { V0, X: sent.version('A'), sent };
}

const UNSYNCED: Partial<Protections> = { syncBeforeApply: 'convertToMine', syncedCheck: false };

test('W4 G2 G4 LOAD, then SYNC, then apply: nothing is converted and nothing lost', () => {
  const { V0, X, sent } = written();
  const arrived = sent.deliver('MUTATION A>B w');
  expect(arrived.registry('B')).toEqual({ [V0]: 'LOADED SYNCED', [X]: 'LOADING NOT_SYNCED' });
  const loaded = arrived.deliver('GET_SCHEMA_VERSION B.0>A', 'SCHEMA_VERSION_REPLY A>B.0');
  expect(loaded.registry('B')).toEqual({ [V0]: 'LOADED SYNCED', [X]: 'LOADED SYNCING' });
  expect(loaded.definition('B')).toBe('pk int key, a int');
  expect(loaded.entries('B')).toEqual({});
  const pulled = loaded.deliver('MIGRATION_REQUEST B>A', 'MIGRATION_REPLY A>B');
  expect(pulled.definition('B')).toBe('pk int key, a int, x int');
  expect(pulled.version('B')).toBe(X);
  expect(pulled.entries('B')).toEqual({ 'memtable 1': { version: X, a: '7@110', x: '9@110' } });
  expect(pulled.registry('B')).toEqual({ [X]: 'LOADED SYNCED' });
  expect(pulled.pending()).toContain('gossip B>C');
  const done = pulled.deliver('MUTATION_DONE B>A w');
  expect(done.result('w').status).toBe('ok');
  expect(done.cost('w')).toEqual({
    loads: 1,
    pulls: 1,
    mutations: 2,
    merges: 1,
    schemaFlushes: 1,
    announcements: 1,
  });
  expect(done.settle().everBroken()).toEqual([]);
  expect(done.settle().entries('C')).toEqual({ 'memtable 1': { version: X, a: '7@110', x: '9@110' } });
});

test('M1 syncBeforeApply and syncedCheck off: the new cell is discarded and confirmed', () => {
  const { V0, sent } = written(UNSYNCED);
  const acked = sent.drain();
  expect(acked.result('w').status).toBe('ok');
  expect(acked.cost('w')).toEqual({ loads: 2, mutations: 2 });
  for (const node of ['B', 'C']) {
    expect(acked.entries(node)).toEqual({ 'memtable 1': { version: V0, a: '7@110' } });
  }
  expect(acked.entries('A')['memtable 1']?.['x']).toBe('9@110');
  expect(Object.keys(acked.broken())).toEqual(['I2', 'I9']);
  expect(acked.broken()['I2']).toMatchObject({ nodes: ['B'], fault: { lost: ['x'] }, statement: 'w' });
  expect(acked.broken()['I9']).toMatchObject({ nodes: ['B', 'C'], column: 'x', statement: 'w' });

  const later = acked.settle().select('B', 1, { id: 'r' });
  expect(later.definition('B')).toBe('pk int key, a int, x int');
  expect(later.rows('r')).toEqual([{ pk: '1', a: '7@110', x: null }]);
});

test('M1 syncBeforeApply and syncedCheck off: read repair from A heals while A lives', () => {
  const { X, sent } = written(UNSYNCED);
  const healed = sent.settle().select('B', 1, { id: 'r', consistency: 'ALL' }).drain();
  expect(healed.rows('r')).toEqual([{ pk: '1', a: '7@110', x: '9@110' }]);
  expect(healed.events('replica-repaired').map(({ replica }) => replica)).toEqual(['B', 'C']);
  for (const node of ['A', 'B', 'C']) {
    expect(healed.entries(node)['memtable 1']).toEqual({ version: X, a: '7@110', x: '9@110' });
  }
  expect(Object.keys(healed.broken())).toEqual(['I2']);
});

test('M1 syncBeforeApply and syncedCheck off: while A is down nobody can read the acknowledged value', () => {
  const { sent } = written(UNSYNCED);
  const down = sent.settle().operate('crash', 'A').select('B', 1, { id: 'r', consistency: 'QUORUM' }).drain();
  expect(down.rows('r')).toEqual([{ pk: '1', a: '7@110', x: null }]);
  expect(down.broken()['I9']).toMatchObject({ nodes: ['B', 'C'], column: 'x', statement: 'w' });
  // It is on A's disk: unavailable, not lost.
  expect(down.broken()['I13']).toBeUndefined();
});

test('I13 syncBeforeApply and syncedCheck off, A coordinates but keeps no copy: acknowledged, and nowhere', () => {
  const nodes = ['A', 'B', 'C'];
  const [key = 0] = keysOf('B', nodes);
  const lost = play({ nodes, replicationFactor: 2, protections: UNSYNCED })
    .alter('A', 100, '+x int')
    .lose('DEFINITIONS_UPDATE A>')
    .insert('A', key, { a: 7, x: 9 }, { at: 110, consistency: 'ALL', id: 'w' })
    .drain();
  expect(lost.result('w').status).toBe('ok');
  expect(lost.broken()['I13']).toMatchObject({ column: 'x', statement: 'w' });
  expect(lost.settle().select('A', key, { id: 'r', consistency: 'ALL' }).drain().rows('r')).toEqual([
    { pk: String(key), a: '7@110', x: null },
  ]);
});

test('W6 syncBeforeApply off with the synced check on: refused, timed out, nothing lost', () => {
  const { sent } = written({ syncBeforeApply: 'convertToMine' });
  const refused = sent.drain();
  expect(
    refused
      .events('mutation-refused')
      .map(({ node }) => node)
      .sort(),
  ).toEqual(['B', 'C']);
  expect(refused.events('mutation-refused')[0]?.problem).toMatch(
    /^attempted to mutate using not synced schema/u,
  );
  expect(refused.entries('B')).toEqual({});
  const over = refused.deliver('timer write-timeout A w');
  expect(over.result('w')).toMatchObject({
    status: 'timeout',
    problem: 'Timed out: 1 of 2 replicas confirmed.',
  });
  expect(over.everBroken()).toEqual([]);
});
