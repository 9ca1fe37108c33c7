// Every promise can be broken, and its witness says where: the smallest run that does it, with the protection off that
// stands in its way. Two promises nothing can break from outside; for those a state is tampered with.

import { expect, test } from 'vitest';
import type { Core, NodeState, Protections } from '../index.ts';
import { checkPromises } from '../index.ts';
import { keysOf } from './keys.test-support.ts';
import { play } from './play.test-support.ts';

const UNSYNCED: Partial<Protections> = { syncBeforeApply: 'convertToMine', syncedCheck: false };

function missed(protections: Partial<Protections>) {
  return play({ nodes: ['A', 'B'], protections })
    .alter('A', 100, '+x int')
    .lose('DEFINITIONS_UPDATE A>B');
}

/** A at X and B at Y; B has a row at Y, and a write of X to another row is adopted. */
function adopted() {
  return missed({ syncBeforeApply: 'adoptIncoming' })
    .alter('B', 105, '+y int')
    .lose('DEFINITIONS_UPDATE B>A')
    .insert('B', 1, { y: 5 }, { at: 106, id: 'wy' })
    .lose('MUTATION B>A')
    .insert('A', 2, { x: 9 }, { at: 110, id: 'wx', consistency: 'ALL' })
    .drain();
}

test('I1 a version is marked synced that the node’s schema does not contain', () => {
  const end = adopted();
  expect(end.broken()['I1']).toMatchObject({ nodes: ['B'], shard: 0, table: 't', version: end.version('A') });
});

test('I2 I0 a mutation is applied under a version that does not contain its own; no later step hides it', () => {
  const end = missed(UNSYNCED).insert('A', 1, { x: 9 }, { at: 110, id: 'w', consistency: 'ALL' }).drain();
  expect(end.broken()['I2']).toMatchObject({ nodes: ['B'], statement: 'w' });
  expect(end.settle().broken()['I2']?.fault).toEqual({ kind: 'applied-not-contained', lost: ['x'] });
});

test('I3 an entry lies at a version that its table’s current one does not contain', () => {
  const end = adopted();
  const held = end.entries('B')['memtable 1']?.['version'];
  expect(end.broken()['I3']).toMatchObject({ nodes: ['B'], key: '00000001', version: held });
  expect(end.select('B', 1).broken()['I3']).toBeUndefined();
});

function tampered(core: Core, change: (node: NodeState) => NodeState) {
  const nodes = core.nodes.map((node, i) => (i === 0 ? change(node) : node));
  return checkPromises({ ...core, nodes }).filter(({ held }) => !held);
}

test('I4 a result with other columns than its version has is recorded', () => {
  const { core } = play().state;
  const fault = { kind: 'other-columns' } as const;
  const breaches = [{ promise: 'I4', fault, version: null, statement: 'r' }] as const;
  expect(tampered(core, (node) => ({ ...node, breaches }))).toMatchObject([
    { id: 'I4', witness: { nodes: ['A'], statement: 'r' } },
  ]);
});

test('I5 two nodes have equal live rows and different versions', () => {
  const end = play({ nodes: ['A', 'B'], protections: { tombstonesOutOfHash: false } })
    .alter('A', 100, '+x int')
    .drain()
    .alter('A', 110, '-x')
    .drain()
    .operate('expire-tombstones', 'A');
  expect(end.broken()['I5']).toMatchObject({ nodes: ['A', 'B'], table: 't', version: end.version('B') });
});

test('I6 all is quiet and two nodes differ', () => {
  const end = missed({ gossipPull: false }).settle();
  expect(end.broken()['I6']).toMatchObject({ fault: { kind: 'digests-differ' }, nodes: ['A', 'B'] });
});

test('I7 a coordinator’s version is forgotten before its request ends', () => {
  const nodes = ['A', 'B'];
  const [key = 0] = keysOf('B', nodes);
  const end = play({ nodes, replicationFactor: 1, protections: { coordinatorHoldsSchema: false } })
    .insert('A', key, { a: 1 }, { at: 20, id: 'w' })
    .alter('A', 100, '"x');
  expect(end.broken()['I7']).toMatchObject({ nodes: ['A'], statement: 'w' });
  expect(end.drain().broken()).toEqual({});
});

test('I8 I16 a version stands for two schemas, and has come back', () => {
  const end = play({ nodes: ['A'], protections: { versionHash: 'definition' } })
    .alter('A', 100, '+x int')
    .alter('A', 110, '-x');
  expect(end.broken()['I8']).toMatchObject({ nodes: ['A'], version: end.version('A') });
  expect(end.broken()['I16']).toMatchObject({ nodes: ['A'], version: end.version('A') });
});

test('I9 I13 a confirmed cell is gone where it was confirmed; a copy on a stopped node’s disk is not lost', () => {
  const end = missed(UNSYNCED).insert('A', 1, { x: 9 }, { at: 110, id: 'w', consistency: 'ALL' }).drain();
  expect(end.broken()['I9']).toMatchObject({ nodes: ['B'], column: 'x', statement: 'w' });
  expect(end.broken()['I13']).toBeUndefined();
  expect(end.operate('crash', 'A').broken()['I13']).toBeUndefined();
});

test('I10 a sender no longer knows the version that it sent', () => {
  const nodes = ['A', 'B'];
  const [key = 0] = keysOf('B', nodes);
  const end = play({ nodes, replicationFactor: 1, protections: { coordinatorHoldsSchema: false } })
    .alter('A', 100, '+x int')
    .lose('DEFINITIONS_UPDATE A>B')
    .insert('A', key, { x: 1 }, { at: 110, id: 'w' })
    .alter('A', 120, '+y int')
    .lose('DEFINITIONS_UPDATE A>B')
    .drain();
  expect(end.broken()['I10']).toMatchObject({ nodes: ['A'] });
});

test('I11 a memtable that stands at another version than its table', () => {
  const before = play({ nodes: ['A'] });
  const old = Object.values(before.state.core.nodes[0]?.shards[0]?.tables ?? {})[0];
  const { core } = before.alter('A', 100, '+x int').state;
  const broken = tampered(core, (node) => ({
    ...node,
    shards: node.shards.map((shard) => ({
      ...shard,
      tables: Object.fromEntries(
        Object.entries(shard.tables).map(([cfId, table]) => [
          cfId,
          { ...table, memtable: old?.memtable ?? table.memtable },
        ]),
      ),
    })),
  }));
  expect(broken).toMatchObject([{ id: 'I11', witness: { nodes: ['A'], shard: 0, table: 't' } }]);
});

test('I12 a node pulls again for a version whose entry has lived on', () => {
  const start = play({ nodes: ['A', 'B'], protections: { rememberSynced: false } })
    .insert('A', 9, { a: 0 }, { at: 20, consistency: 'ALL' })
    .drain()
    .prepare('A', 'ins')
    .alter('A', 100, '"x')
    .drain();
  const write = (p: typeof start, id: string) => p.insert('A', 1, { a: 1 }, { id, prepared: 'ins' }).drain();
  const once = write(start, 'w1');
  expect(once.broken()).toEqual({});
  expect(write(once, 'w2').broken()['I12']).toMatchObject({ nodes: ['B'], statement: 'w2' });
});

test('I14 a value is shown under another column’s name', () => {
  const end = play({ nodes: ['A'], table: ['pk int key', 'b int'], protections: { versionTags: false } })
    .insert('A', 1, { b: 1 }, { at: 20 })
    .alter('A', 30, '+a int')
    .select('A', 1, { id: 'r' });
  expect(end.broken()['I14']).toMatchObject({ nodes: ['A'], statement: 'r' });
});

test('I15 a cell stamped at the drop time is shown', () => {
  const end = play({ nodes: ['A'], protections: { droppedAt: false } })
    .insert('A', 1, { a: 1 }, { at: 100 })
    .alter('A', 100, '-a')
    .alter('A', 120, '+a int')
    .select('A', 1, { id: 'r' });
  expect(end.rows('r')).toEqual([{ pk: '1', a: '1@100' }]);
  expect(end.broken()['I15']).toMatchObject({ nodes: ['A'], statement: 'r' });
});
