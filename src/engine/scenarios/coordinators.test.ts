// What a coordinator does with a statement, and where its rows live.

import { expect, test } from 'vitest';
import { configOf, replicasOf, shardOfKey } from '../index.ts';
import { keyOfShard, keysOf } from './keys.test-support.ts';
import { play } from './play.test-support.ts';

test('W2 a coordinator that sees too few replicas up answers at once', () => {
  const alone = play().operate('crash', 'B').operate('crash', 'C');
  const refused = alone.insert('A', 1, { a: 7 }, { consistency: 'QUORUM', id: 'w' });
  expect(refused.result('w')).toMatchObject({
    status: 'unavailable',
    problem: 'QUORUM needs 2 of 3 replicas; node A sees 1 of them up.',
  });
  expect(refused.entries('A')).toEqual({});
  const one = alone.insert('A', 1, { a: 7 }, { consistency: 'ONE', id: 'w' });
  expect(one.result('w').status).toBe('ok');
});

test.each([
  ['ONE', ['A']],
  ['QUORUM', ['A', 'B']],
  ['ALL', ['A', 'B', 'C']],
] as const)('W3 W8 %s ends when %o have confirmed, and only once', (consistency, confirmed) => {
  let run = play().insert('A', 1, { a: 7 }, { at: 100, consistency, id: 'w' });
  for (const node of ['B', 'C']) {
    const isEnded = Object.hasOwn(run.inspection().results, 'w');
    expect(isEnded).toBe(!(confirmed as readonly string[]).includes(node));
    run = run.deliver(`MUTATION A>${node} w`, `MUTATION_DONE ${node}>A w`);
  }
  expect(run.result('w').status).toBe('ok');
  expect(run.events('statement-ended')).toHaveLength(1);
  expect(run.events('write-acknowledged').map(({ by }) => by)).toEqual(['A', 'B', 'C']);
  expect(run.pending()).toEqual([]);
});

test('W12 a key is its columns in order: a clustering key may end early, but may not skip one', () => {
  const run = play({ table: ['pk int key', 'c int clustering', 'd int clustering', 'a int'] });
  const remove = (key: Record<string, number>) =>
    run.refusal({
      kind: 'delete',
      node: 'A',
      keyspace: 'ks',
      table: 't',
      key,
      values: {},
      consistency: 'ONE',
    });
  expect(remove({ pk: 1 })).toBeNull();
  expect(remove({ pk: 1, c: 2 })).toBeNull();
  expect(remove({ pk: 1, d: 3 })).toBe(
    'PRIMARY KEY column "d" cannot be restricted as preceding column "c" is not restricted: give c too, the key of ks.t is pk, c, d.',
  );
  expect(remove({ c: 2 })).toBe(
    'Missing mandatory PRIMARY KEY part pk: the key of ks.t is pk, c, d; give pk a value.',
  );
  const insert = {
    kind: 'insert',
    node: 'A',
    keyspace: 'ks',
    table: 't',
    values: { a: 1 },
    consistency: 'ONE',
  } as const;
  expect(run.refusal({ ...insert, key: { pk: 1, c: 2 } })).toBe(
    'Missing mandatory PRIMARY KEY part d: the key of ks.t is pk, c, d; give d a value.',
  );
  expect(run.refusal({ ...insert, key: { pk: 1, c: 2, d: 3, a: 4 } })).toBe(
    'Non PRIMARY KEY a found in where clause: the key of ks.t is pk, c, d.',
  );
});

test('N9 an UPDATE that sets nothing is refused, as it is in CQL: it would print as a statement that nobody can read', () => {
  const run = play({ table: ['pk int key', 'a int'] });
  const write = { node: 'A', keyspace: 'ks', table: 't', key: { pk: 1 }, consistency: 'ONE' } as const;
  expect(run.refusal({ ...write, kind: 'update', values: {} })).toBe(
    'An UPDATE sets at least one column: say which in SET, or INSERT a row of keys alone.',
  );
  expect(run.refusal({ ...write, kind: 'update', values: { a: null } })).toBeNull();
  expect(run.refusal({ ...write, kind: 'insert', values: {} })).toBeNull();
});

test('K1 a row lies on the one shard that owns its key, on every node', () => {
  const key = keyOfShard(1, 2);
  const run = play({ shards: 2 }).insert('A', key, { a: 7 }, { consistency: 'ALL', id: 'w' }).drain();
  for (const node of ['A', 'B', 'C']) {
    expect(Object.keys(run.entries(node, 0))).toEqual([]);
    expect(Object.keys(run.entries(node, 1))).toEqual([`memtable ${key}`]);
  }
  expect(shardOfKey('00000001', 1)).toBe(0);
});

test('K2 the replicas of a key follow each other on the ring, from the one its token picks', () => {
  const nodes = ['A', 'B', 'C', 'D'];
  const config = configOf({ nodes, replicationFactor: 2 });
  const found = Array.from({ length: 60 }, (_, i) =>
    replicasOf(i.toString(16).padStart(8, '0'), config).join(''),
  );
  expect([...new Set(found)].sort()).toEqual(['AB', 'BC', 'CD', 'DA']);
  const [key = 0] = keysOf('C', nodes);
  const run = play({ nodes, replicationFactor: 1 }).insert('A', key, { a: 7 }, { id: 'w' }).drain();
  expect(nodes.filter((node) => Object.keys(run.entries(node)).length > 0)).toEqual(['C']);
  expect(run.result('w').status).toBe('ok');
});

test('K3 what shard 1 sends is handled by shard 1', () => {
  const run = play({ shards: 2 })
    .alter('A', 100, '+x int')
    .lose('DEFINITIONS_UPDATE A>')
    .insert('A', keyOfShard(0, 2), { x: 9 }, { at: 110, shard: 1, id: 'w' })
    .deliver('MUTATION A>B w');
  const X = run.version('A');
  expect(run.registry('B', 1)[X]).toBe('LOADING NOT_SYNCED');
  expect(run.registry('B', 0)[X]).toBeUndefined();
  expect(run.pending()).toContain(`GET_SCHEMA_VERSION B.1>A ${X}`);
});

test('G1 M5 what was never asked for has no entry; what a merge made is loaded, synced and the hash of its rows', () => {
  const run = play().alter('A', 100, '+x int');
  const [X, V0] = [run.version('A'), run.version('B')];
  expect(run.registry('A')).toEqual({ [X]: 'LOADED SYNCED' });
  expect(run.registry('B')).toEqual({ [V0]: 'LOADED SYNCED' });
  expect(run.deliver('DEFINITIONS_UPDATE A>B').version('B')).toBe(X);
});
