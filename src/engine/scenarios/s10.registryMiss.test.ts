// A prepared statement keeps an old version alive on its coordinator only. Replicas that no longer know it load it and
// pull, again and again, for merges that change nothing; a grace period bounds that.

import { expect, test } from 'vitest';
import type { Protections } from '../index.ts';
import { keysOf } from './keys.test-support.ts';
import type { Play } from './play.test-support.ts';
import { play } from './play.test-support.ts';

const SECOND = 1_000_000;
const WRITE = { prepared: 'ins', consistency: 'ALL' } as const;

/** A prepares at V0; a comment changes the version but no column; a cold entry holds V0 on every node. */
function prepared(change: string, protections: Partial<Protections> = {}) {
  const start = play({ protections })
    .insert('A', 9, { a: 0 }, { at: 20, id: 'cold', consistency: 'ALL' })
    .drain();
  const V0 = start.version('A');
  return { V0, altered: start.prepare('A', 'ins').alter('A', 100, change).drain() };
}

const restarted = (p: Play) => p.operate('crash', 'B').operate('restart', 'B').drain();
const written = (p: Play, id: string, key: number) => p.insert('A', key, { a: 1 }, { ...WRITE, id }).drain();

test('W9 a change of no column leaves the statement at V0, and while a cold entry holds V0 it costs nothing', () => {
  const { V0, altered } = prepared('"hello');
  expect(altered.version('A')).not.toBe(V0);
  expect(altered.holders('A', V0)).toEqual(['memtable 9', 'prepared ins']);
  expect(altered.holders('B', V0)).toEqual(['memtable 9']);
  expect(written(altered, 'w1', 1).cost('w1')).toEqual({ mutations: 2 });
});

test('G5 M7 after a restart B knows V1 only: two requests and an empty merge for every single write', () => {
  const { V0, altered } = prepared('"hello');
  const back = restarted(altered);
  expect(Object.keys(back.registry('B'))).toEqual([back.version('B')]);
  const once = written(back, 'w1', 1);
  const twice = written(once, 'w2', 2);
  for (const id of ['w1', 'w2']) {
    expect(twice.result(id).status).toBe('ok');
    expect(twice.cost(id)).toEqual({
      loads: 1,
      pulls: 1,
      mutations: 2,
      merges: 1,
      emptyMerges: 1,
      schemaFlushes: 1,
      announcements: 1,
    });
  }
  expect(twice.registry('B')[V0]).toBeUndefined();
  expect(twice.entries('B')['memtable 2']).toMatchObject({
    version: twice.version('B'),
    a: expect.any(String),
  });
  expect(twice.everBroken()).toEqual([]);
});

test('G5 settles: no restart is needed, touching the last entry at V0 forgets that B was synced with it', () => {
  const { altered } = prepared('"hello');
  const touched = altered.select('B', 9).drain();
  expect(written(touched, 'w1', 1).cost('w1')).toMatchObject({ loads: 1, pulls: 1, emptyMerges: 1 });
});

test('G6 registryGrace on: repeated only when the gap is longer than the grace', () => {
  const { V0, altered } = prepared('"hello', { registryGrace: true });
  const once = written(restarted(altered), 'w1', 1);
  expect(once.cost('w1')).toMatchObject({ loads: 1, pulls: 1 });
  expect(once.registry('B')[V0]).toBe('LOADED SYNCED inactive');
  const soon = written(once.wait(SECOND / 2), 'w2', 2);
  expect(soon.cost('w2')).toEqual({ mutations: 2 });
  const late = written(soon.deliver('timer grace B.0').wait(SECOND), 'w3', 3);
  expect(late.cost('w3')).toMatchObject({ loads: 1, pulls: 1 });
});

test('G5 rememberSynced off: the cold entry still tells what V0 is, but every write pulls', () => {
  const { altered } = prepared('"hello', { rememberSynced: false });
  for (const id of ['w1', 'w2']) {
    expect(written(altered, id, 1).cost(id)).toMatchObject({ pulls: 2, merges: 2, emptyMerges: 2 });
    expect(written(altered, id, 1).cost(id).loads).toBeUndefined();
  }
});

test('W9 a change of columns invalidates the statement; prepared again under V1 it misses nothing', () => {
  const { V0, altered } = prepared('+x int');
  expect(altered.events('statement-invalidated')).toMatchObject([{ node: 'A', name: 'ins', version: V0 }]);
  const once = written(restarted(altered), 'w1', 1);
  expect(once.events('statement-prepared').at(-1)).toMatchObject({ name: 'ins', version: once.version('A') });
  expect(once.cost('w1')).toEqual({ mutations: 2 });
});

/** A writes under X to a key that lives on B only, alters once more, and then B asks what X is. */
function overtaken(coordinatorHoldsSchema: boolean) {
  const nodes = ['A', 'B'];
  const [key = 0] = keysOf('B', nodes);
  const sent = play({ nodes, replicationFactor: 1, protections: { coordinatorHoldsSchema } })
    .alter('A', 100, '+x int')
    .insert('A', key, { x: 9 }, { at: 110, id: 'w1' })
    .insert('A', key, { x: 8 }, { at: 111, id: 'w2' });
  return {
    key,
    X: sent.version('A'),
    end: sent.alter('A', 120, '+y int').lose('DEFINITIONS_UPDATE').drain(),
  };
}

test('G5 coordinatorHoldsSchema on: the coordinator can still say what X is', () => {
  const { key, end } = overtaken(true);
  expect([end.result('w1').status, end.result('w2').status]).toEqual(['ok', 'ok']);
  expect(end.cost('w1')).toMatchObject({ loads: 1, pulls: 1 });
  expect(end.cost('w2')).toEqual({ mutations: 1 });
  expect(end.entries('B')[`memtable ${key}`]).toMatchObject({ x: '8@111' });
  expect(end.everBroken()).toEqual([]);
});

test('G5 coordinatorHoldsSchema off: not found, and all who waited for the definition fail', () => {
  const { X, end } = overtaken(false);
  expect(end.events('version-not-found')).toMatchObject([{ node: 'A', version: X, to: 'B' }]);
  expect(end.events('mutation-refused').map(({ statement }) => statement)).toEqual(['w1', 'w2']);
  expect(end.entries('B')).toEqual({});
  const over = end.deliver('timer write-timeout');
  expect([over.result('w1').status, over.result('w2').status]).toEqual(['timeout', 'timeout']);
  expect(over.everBroken()).toEqual(['I7', 'I10']);
});

/** A in one data centre; F and B in another, where F forwards what A writes. Neither has heard of x. */
function forwarded(protections: Partial<Protections> = {}) {
  const sent = play({
    nodes: ['A', 'F', 'B'],
    dataCentres: { A: 'dc1', F: 'dc2', B: 'dc2' },
    protections,
  })
    .alter('A', 100, '+x int')
    .lose('DEFINITIONS_UPDATE A>')
    .insert('A', 1, { a: 7, x: 9 }, { at: 110, id: 'w', consistency: 'ALL' });
  expect(sent.pending().filter((id) => id.startsWith('MUTATION '))).toEqual(['MUTATION A>F w write']);
  return { X: sent.version('A'), V0: sent.version('B'), arrived: sent.deliver('MUTATION A>F') };
}

test('W4 a forwarder that has not loaded the version yet cannot say what it is: the second hop refuses', () => {
  const { X, arrived } = forwarded();
  const refused = arrived.deliver('MUTATION F>B', 'GET_SCHEMA_VERSION B.0>F', 'SCHEMA_VERSION_REPLY F>B');
  expect(refused.events('version-not-found')).toMatchObject([{ node: 'F', version: X, to: 'B' }]);
  expect(refused.events('mutation-refused')).toMatchObject([{ node: 'B', statement: 'w' }]);
  const over = refused.drain().deliver('timer write-timeout');
  expect(over.result('w')).toMatchObject({
    status: 'timeout',
    problem: 'Timed out: 2 of 3 replicas confirmed.',
  });
  expect(Object.keys(over.broken())).toEqual(['I10']);
});

test('W4 W5 settles: a forwarder that has loaded but not merged the version makes B lose the cell with every protection on', () => {
  const { X, V0, arrived } = forwarded();
  const loaded = arrived.deliver('GET_SCHEMA_VERSION F.0>A', 'SCHEMA_VERSION_REPLY A>F');
  expect(loaded.registry('F')[X]).toBe('LOADED SYNCING');
  const asked = loaded.deliver('MUTATION F>B', 'GET_SCHEMA_VERSION B.0>F', 'SCHEMA_VERSION_REPLY F>B');
  const pulled = asked.deliver('MIGRATION_REQUEST B>F', 'MIGRATION_REPLY F>B');
  expect(pulled.version('B')).toBe(V0);
  expect(pulled.entries('B')).toEqual({ 'memtable 1': { version: V0, a: '7@110' } });
  const end = pulled.drain();
  expect(end.result('w').status).toBe('ok');
  expect(end.everBroken()).toEqual(['I2', 'I9']);
  expect(end.broken()['I9']).toMatchObject({ nodes: ['B'], column: 'x', statement: 'w' });
});

test('W4 syncSource coordinator: B asks the original coordinator and keeps the cell', () => {
  const { X, arrived } = forwarded({ syncSource: 'coordinator' });
  const end = arrived.deliver('GET_SCHEMA_VERSION F.0>A', 'SCHEMA_VERSION_REPLY A>F').drain();
  expect(end.events('version-requested').map(({ node, source }) => [node, source])).toEqual([
    ['F', 'A'],
    ['B', 'A'],
  ]);
  expect(end.result('w').status).toBe('ok');
  expect(end.entries('B')).toEqual({ 'memtable 1': { version: X, a: '7@110', x: '9@110' } });
  expect(end.everBroken()).toEqual([]);
});

/** B has merged X and Y to Z by pushes; A, still at X, writes under X. */
function contained(containedVersionsSynced: boolean) {
  return play({ protections: { containedVersionsSynced } })
    .alter('A', 100, '+x int')
    .alter('B', 105, '+y int')
    .deliver('DEFINITIONS_UPDATE A>B')
    .insert('A', 1, { x: 9 }, { at: 110, id: 'w' })
    .deliver('MUTATION A>B w', 'GET_SCHEMA_VERSION B.0>A', 'SCHEMA_VERSION_REPLY A>B');
}

test('W11 a version that is contained but never was current is loaded and pulled for nothing', () => {
  const sent = contained(false);
  const Z = sent.version('B');
  const end = sent.deliver('MIGRATION_REQUEST B>A', 'MIGRATION_REPLY A>B');
  expect(end.cost('w')).toMatchObject({ loads: 1, pulls: 1, merges: 1, emptyMerges: 1 });
  expect(end.version('B')).toBe(Z);
  expect(end.entries('B')).toEqual({ 'memtable 1': { version: Z, x: '9@110' } });
});

test('W11 containedVersionsSynced on: the pull is saved, the load is not', () => {
  const end = contained(true);
  expect(end.cost('w')).toEqual({ loads: 1, mutations: 2 });
  expect(end.entries('B')).toEqual({ 'memtable 1': { version: end.version('B'), x: '9@110' } });
  expect(end.everBroken()).toEqual([]);
});

/** B misses x and hears of y only; then A writes x. The push of y says that it makes A's version. */
function halfTold(alterWritesOnlyChanges: boolean) {
  return play({ nodes: ['A', 'B'], protections: { containedVersionsSynced: true, alterWritesOnlyChanges } })
    .alter('A', 100, '+x int')
    .lose('DEFINITIONS_UPDATE A>B')
    .alter('A', 110, '+y int')
    .deliver('DEFINITIONS_UPDATE A>B')
    .insert('A', 1, { a: 1, x: 9 }, { at: 120, id: 'w', consistency: 'ALL' })
    .drain();
}

test('W11 containedVersionsSynced is sound because every ALTER repeats what it knows; with one that does not, B believes too much', () => {
  const repeated = halfTold(false);
  expect(repeated.entries('B')['memtable 1']).toMatchObject({ a: '1@120', x: '9@120' });
  expect(repeated.everBroken()).toEqual([]);
  const silent = halfTold(true);
  expect(silent.definition('B')).toBe('pk int key, a int, y int');
  expect(silent.result('w').status).toBe('ok');
  expect(silent.entries('B')['memtable 1']).toEqual({ version: silent.version('B'), a: '1@120' });
  expect(silent.broken()['I9']).toMatchObject({ nodes: ['B'], column: 'x', statement: 'w' });
});

test('G3 settles: a load from a peer that is down fails at once and leaves no entry behind; the next request starts afresh', () => {
  const sent = play({ nodes: ['A', 'B'] })
    .alter('A', 100, '+x int')
    .lose('DEFINITIONS_UPDATE A>B')
    .insert('A', 1, { x: 9 }, { at: 110, id: 'w', consistency: 'ONE' });
  const X = sent.version('A');
  const refused = sent.operate('crash', 'A').deliver('MUTATION A>B w');
  expect(refused.events('mutation-refused')).toMatchObject([{ node: 'B', statement: 'w' }]);
  expect(refused.registry('B')[X]).toBeUndefined();
  const back = refused
    .operate('restart', 'A')
    .insert('A', 1, { x: 9 }, { id: 'w2', consistency: 'ALL' })
    .drain();
  expect(back.result('w2').status).toBe('ok');
});
