// Syncs are led by shard 0. What the 2016 code forgot on the other shards: to mark their entry (#1258), and to pass the
// mark on to a shard that knew the version already (#2617).

import { expect, test } from 'vitest';
import { keyOfShard } from './keys.test-support.ts';
import { play } from './play.test-support.ts';

const WRITE = { prepared: 'ins', consistency: 'ALL' } as const;

/** An old prepared statement used on A's shard 1, for a key of B's shard 1, after B has forgotten V0. */
function secondShard(shardZeroSyncBug: boolean) {
  return play({ nodes: ['A', 'B'], shards: 2, fidelity: { shardZeroSyncBug } })
    .prepare('A', 'ins')
    .alter('A', 100, '"hello')
    .drain()
    .insert('A', keyOfShard(1, 2), { a: 7 }, { ...WRITE, at: 110, id: 'w', shard: 1 })
    .drain();
}

test('G4 a sync that shard 0 leads marks the entry of the shard that asked', () => {
  const end = secondShard(false);
  expect(end.result('w').status).toBe('ok');
  expect(end.cost('w')).toMatchObject({ loads: 1, pulls: 1, emptyMerges: 1 });
  expect(end.entries('B', 1)).toEqual({
    [`memtable ${keyOfShard(1, 2)}`]: { version: end.version('B', 1), a: '7@110' },
  });
  expect(end.everBroken()).toEqual([]);
});

test('G4 shardZeroSyncBug on: refused as not synced although the pull succeeded', () => {
  const end = secondShard(true);
  expect(end.cost('w')).toMatchObject({ loads: 1, pulls: 1, emptyMerges: 1 });
  expect(end.events('mutation-refused')).toMatchObject([
    {
      node: 'B',
      shard: 1,
      problem: expect.stringMatching(/^attempted to mutate using not synced schema/u),
    },
  ]);
  expect(end.entries('B', 1)).toEqual({});
});

/** Two writes of X to keys of B's shard 1: w0 arrives on shard 0, w1 on shard 1, which has loaded X by then. B stands at Z ⊒ X. */
function twoShards(syncedCopiedOnCreateOnly: boolean) {
  const key = keyOfShard(1, 2);
  return play({
    nodes: ['A', 'B'],
    shards: 2,
    protections: { publishToAllShards: true },
    fidelity: { syncedCopiedOnCreateOnly },
  })
    .alter('A', 100, '+x int')
    .alter('B', 105, '+y int')
    .lose('DEFINITIONS_UPDATE B>A')
    .deliver('DEFINITIONS_UPDATE A>B')
    .insert('A', key, { a: 1, x: 8 }, { at: 110, id: 'w0', shard: 0, consistency: 'ALL' })
    .insert('A', key, { x: 9 }, { at: 111, id: 'w1', shard: 1, consistency: 'ALL' })
    .deliver('MUTATION A>B w1', 'GET_SCHEMA_VERSION B.1>A', 'SCHEMA_VERSION_REPLY A>B.1', 'MUTATION A>B w0')
    .drain();
}

test('G7 SYNCED goes along with a schema that is taken to another shard', () => {
  const end = twoShards(false);
  expect([end.result('w0').status, end.result('w1').status]).toEqual(['ok', 'ok']);
  expect(end.everBroken()).toEqual([]);
});

test('G7 syncedCopiedOnCreateOnly on: a shard that knew the version before refuses the write', () => {
  const end = twoShards(true);
  expect(end.events('mutation-refused')).toMatchObject([
    { statement: 'w0', problem: expect.stringMatching(/^attempted to mutate using not synced schema/u) },
  ]);
  expect(end.result('w1').status).toBe('ok');
  expect(end.deliver('timer write-timeout').result('w0').status).toBe('timeout');
});
