// Corners that a second reader of the rules found: each was wrong here once.

import { expect, test } from 'vitest';
import { append, createTimeline, replay, stateHash, toRun } from '../index.ts';
import { keyOfShard, keysOf } from './keys.test-support.ts';
import { createTable, play } from './play.test-support.ts';

const inTable = { keyspace: 'ks', table: 't' } as const;
const addX = (node: string, id: string) =>
  ({
    kind: 'alter-table',
    node,
    timestamp: 100,
    id,
    ...inTable,
    changes: [{ kind: 'add', name: 'x', type: 'int' }],
  }) as const;

test('W8 a crash ends its own node’s statements, not those whose push it had queued', () => {
  const run = play()
    .begin('B', 90, '+y int')
    .define(addX('A', 'mine'))
    .deliver('DEFINITIONS_UPDATE A>B')
    .operate('crash', 'B');
  expect(run.result('mine').status).toBe('ok');
  expect(run.events('statement-ended').filter(({ statement }) => statement === 'mine')).toHaveLength(1);
});

test('N5 a column by any name counts in the hash', () => {
  const written = (value: number) =>
    play({ nodes: ['A'], table: ['pk int key', 'ghost int'] })
      .insert('A', 1, { ghost: value }, { at: 100, id: 'w' })
      .flush('A')
      .evict('A');
  expect(stateHash(written(1).state.core)).not.toBe(stateHash(written(2).state.core));
});

test('N5 states that a promise would judge differently have different hashes', () => {
  const begun = play({ nodes: ['A', 'B'], table: ['pk int key', 'a int', 'x int'] })
    .alter('B', 100, '-x')
    .lose('DEFINITIONS_UPDATE');
  const before = begun.alter('B', 110, '"c').lose('DEFINITIONS_UPDATE').operate('expire-tombstones', 'B');
  const after = begun.operate('expire-tombstones', 'B').alter('B', 110, '"c').lose('DEFINITIONS_UPDATE');
  expect(before.version('B')).toBe(after.version('B'));
  const judged = (run: typeof before) => {
    const sent = run.insert('A', 1, { a: 1, x: 2 }, { at: 120, id: 'w' }).deliver('MUTATION A>B w');
    return Object.keys(sent.drain().broken());
  };
  const isEqual = stateHash(before.state.core) === stateHash(after.state.core);
  expect(isEqual && judged(before).join() !== judged(after).join()).toBe(false);
});

test('M8 a merge that fails on one table lets every shard switch what comes before it', () => {
  const tables = play({ shards: 2, nodes: ['A', 'B'], table: [] })
    .define({ ...createTable('A', 50, ['pk int key', 'a int']), table: 'aa' })
    .settle()
    .append({ kind: 'cut', a: 'A', b: 'B' })
    .define(createTable('A', 100, ['pk int key', 'a int']))
    .define(createTable('B', 101, ['pk int key', 'a int']))
    .define({
      kind: 'alter-table',
      node: 'B',
      timestamp: 102,
      keyspace: 'ks',
      table: 'aa',
      changes: [{ kind: 'add', name: 'x', type: 'int' }],
    })
    .append({ kind: 'heal', a: 'A', b: 'B' })
    .settle();
  expect(tables.events('merge-failed').length).toBeGreaterThan(0);
  const versions = tables
    .inspection()
    .nodes.flatMap((node) =>
      node.shards.map((shard) => shard.tables.find(({ table }) => table === 'aa')?.version),
    );
  expect(new Set(versions).size).toBe(1);
});

test('M8 two nodes that create a keyspace differently: the merge fails after its rows are written', () => {
  const made = play({ nodes: ['A', 'B'], table: [] })
    .define({ kind: 'create-keyspace', node: 'A', timestamp: 100, keyspace: 'k2' })
    .define({ kind: 'create-keyspace', node: 'B', timestamp: 101, keyspace: 'k2', durableWrites: false })
    .deliver('DEFINITIONS_UPDATE B>A');
  expect(made.events('merge-failed')[0]?.problem).toBe('keyspace k2 differs and cannot be altered');
  expect(made.digest('A')).not.toBe(made.digest('B'));
  const later = made.settle();
  expect(later.digest('A')).toBe(later.digest('B'));
});

test('G7 a prepared statement brings its schema to the shard that runs it', () => {
  const start = play({ shards: 2, nodes: ['A', 'B'] });
  const run = start
    .begin('A', 100, '+x int')
    .deliver('merge A')
    .deliver('publish A.0')
    .prepare('A', 'p')
    .lose('DEFINITIONS_UPDATE')
    .insert('A', keyOfShard(0, 2), { x: 1 }, { at: 110, prepared: 'p', shard: 1, id: 'w' });
  expect(run.broken()['I7']).toBeUndefined();
  expect(run.settle().everBroken()).not.toContain('I10');
});

test('W9 DROP TABLE invalidates what was prepared for it; under a new table of that name it is prepared again', () => {
  const run = play()
    .prepare('A', 'p')
    .define({ kind: 'drop-table', node: 'A', timestamp: 100, ...inTable })
    .define(createTable('A', 110, ['pk int key', 'a int']))
    .settle()
    .insert('A', 1, { a: 7 }, { at: 120, prepared: 'p', consistency: 'ALL', id: 'w' })
    .drain();
  expect(run.events('statement-invalidated').map(({ name }) => name)).toEqual(['p']);
  expect(run.result('w').status).toBe('ok');
});

test('N4 the id of a statement that still waits for its merge is taken', () => {
  const queued = play().append(addX('A', 'x'));
  expect(queued.refusal({ ...addX('A', 'x'), timestamp: 200 })).toContain(
    'There is a statement x in this run already',
  );
});

test('P3 rememberSynced off costs pulls, and refuses no write of the coordinator’s own', () => {
  const run = play({ nodes: ['A'], protections: { rememberSynced: false } })
    .prepare('A', 'p')
    .alter('A', 100, '"c')
    .insert('A', 1, { a: 7 }, { at: 110, prepared: 'p', id: 'w' });
  expect(run.result('w').status).toBe('ok');
});

test('F1 a pull whose answer has come is not lost with its connection', () => {
  const run = play()
    .alter('A', 100, '+x int')
    .lose('DEFINITIONS_UPDATE A>')
    .insert('A', 1, { x: 9 }, { at: 110, id: 'w' })
    .deliver('MUTATION A>B', 'GET_SCHEMA_VERSION B', 'SCHEMA_VERSION_REPLY A>B', 'MIGRATION_REQUEST B')
    .begin('B', 105, '+y int')
    .deliver('MIGRATION_REPLY A>B')
    .append({ kind: 'cut', a: 'A', b: 'B' })
    .drain();
  expect(run.entries('B')['memtable 1']?.['x']).toBe('9@110');
  expect(run.events('version-sync-failed')).toEqual([]);
});

test('I9 a DROP in another table excuses nothing', () => {
  const other = { ...createTable('A', 20, ['pk int key', 'x int']), table: 'u' };
  const lost = play({ protections: { syncBeforeApply: 'convertToMine', syncedCheck: false } })
    .define(other)
    .settle()
    .define({
      kind: 'alter-table',
      node: 'A',
      timestamp: 500,
      keyspace: 'ks',
      table: 'u',
      changes: [{ kind: 'drop', name: 'x' }],
    })
    .settle()
    .alter('A', 100, '+x int')
    .lose('DEFINITIONS_UPDATE A>')
    .insert('A', 1, { x: 9 }, { at: 110, consistency: 'ALL', id: 'w' })
    .drain();
  expect(Object.keys(lost.broken())).toEqual(['I2', 'I9']);
});

test('W11 what is loaded already is synced as soon as a push makes it contained', () => {
  const run = play({ nodes: ['A', 'B'], protections: { containedVersionsSynced: true, registryGrace: true } })
    .alter('B', 90, '+y int')
    .lose('DEFINITIONS_UPDATE B>A')
    .begin('A', 100, '+x int')
    .deliver('merge A')
    .select('A', 1, { id: 'r', consistency: 'ALL' })
    .deliver('READ_', 'GET_SCHEMA_VERSION B', 'SCHEMA_VERSION_REPLY A>B');
  const X = run.version('A');
  expect(run.registry('B')[X]).toContain('NOT_SYNCED');
  expect(run.deliver('DEFINITIONS_UPDATE A>B').registry('B')[X]).toContain(' SYNCED');
});

test('N7 what a pull costs is charged to the statement that started it', () => {
  const run = play()
    .alter('A', 100, '+x int')
    .lose('DEFINITIONS_UPDATE A>')
    .insert('A', 1, { x: 1 }, { at: 110, id: 's9' })
    .insert('A', 1, { x: 2 }, { at: 120, id: 's10' })
    .deliver('MUTATION A>B s9', 'MUTATION A>B s10')
    .drain();
  // Both wait for the load that s9 began; of the two, s10 goes on first and begins the pull.
  expect(run.cost('s9')).toMatchObject({ loads: 2 });
  expect(run.cost('s10')).toMatchObject({ pulls: 2, merges: 2 });
  expect(run.cost('s9')).not.toHaveProperty('merges');
});

test('N9 what is nested too deep, or set up with anything but statements, is refused with a sentence', () => {
  const run = toRun(play().timeline);
  let deep: unknown = 1;
  for (let i = 0; i < 20_000; i++) {
    deep = [deep];
  }
  const tried = [
    { ...run, format: deep },
    { ...run, commands: [{ kind: deep }] },
    { ...run, commands: [{ kind: 'wait', micros: 5, more: deep }] },
    { ...run, config: { ...run.config, latency: { base: 1, jitter: 1, more: deep } } },
    { ...run, config: { ...run.config, setup: [{ kind: 'wait', micros: 5 }] } },
    { ...run, config: { ...run.config, fidelity: { sstableUnknownColumn: 42 } } },
  ];
  for (const outside of tried) {
    expect(replay(outside)).toMatchObject({ ok: false, problem: expect.stringMatching(/\.$/u) });
  }
});

test('N9 a run’s clock has an end, and whoever would pass it is told', () => {
  const run = play();
  const sentence =
    'That lies beyond the end of a run’s clock, 2^52 µs: give an earlier timestamp, or wait less.';
  expect(run.refusal({ kind: 'wait', micros: 2 ** 53 - 1 })).toBe(sentence);
  expect(run.refusal({ ...addX('A', 'x'), timestamp: 2 ** 53 - 1 })).toBe(sentence);
});

test('N8 a long run is written without hashing every state', () => {
  const created = createTimeline({ seed: 1, config: play().timeline.config });
  let timeline = created.ok ? created.value : play().timeline;
  for (let i = 0; i < 200; i++) {
    const next = append(timeline, { kind: 'wait', micros: 1 });
    timeline = next.ok ? next.value : timeline;
  }
  expect(toRun(timeline).trail?.length).toBeLessThanOrEqual(2 * 61);
  expect(
    replay({ ...toRun(timeline), hash: 'f'.repeat(32), trail: `${toRun(timeline).trail?.slice(0, 8)}zz` }),
  ).toMatchObject({
    problem: expect.stringMatching(/differs from one of the steps 13 to 16 of 200 on/u),
  });
});

test('G8 a push that is queued behind another merge waits for its lock', () => {
  const run = play().begin('B', 90, '+y int').define(addX('A', 'mine')).deliver('DEFINITIONS_UPDATE A>B');
  const waits = (protections: Parameters<typeof run.protect>[0]) =>
    run
      .protect(protections)
      .inspection()
      .nodes.find(({ id }) => id === 'B')?.waits;
  expect(waits({})).toEqual([
    { statement: 'mine', shard: 0, links: [{ on: 'merge-lock', heldBy: 'ddl s1' }] },
  ]);
  expect(waits({ mergeLock: false })).toEqual([]);
});

const insertRow = (node: string, key: Record<string, number>) =>
  ({ kind: 'insert', node, ...inTable, key, values: { a: 1 }, consistency: 'ONE' }) as const;

test('N1 a partition holds a thousand rows: its replica counts them, whoever coordinates and wherever they lie', () => {
  const [pk = 0] = keysOf('A', ['A', 'B']);
  const columns = ['pk int key', 'ck int clustering', 'a int'];
  let run = play({ nodes: ['A', 'B'], replicationFactor: 1, table: columns });
  for (let ck = 0; ck < 1_000; ck++) {
    run = run.append(insertRow('B', { pk, ck })).drain();
  }
  const sentence = 'This partition of t holds 1000 rows on node A, the most there may be; write to another.';
  expect(run.refusal(insertRow('B', { pk, ck: 1_000 }))).toBe(sentence);
  expect(
    run
      .flush('A')
      .evict('A')
      .refusal(insertRow('B', { pk, ck: 1_000 })),
  ).toBe(sentence);
  expect(run.refusal(insertRow('B', { pk, ck: 999 }))).toBeNull();
}, 60_000);

test('N1 a table holds a thousand partitions on a node: its replica counts them, whoever coordinates', () => {
  const keys = keysOf('A', ['A', 'B']).slice(0, 1_001);
  const last = keys[1_000] ?? 0;
  let run = play({ nodes: ['A', 'B'], replicationFactor: 1, table: ['pk int key', 'a int'] });
  for (const pk of keys.slice(0, 1_000)) {
    run = run.append(insertRow('B', { pk })).drain();
  }
  expect(run.refusal(insertRow('B', { pk: last }))).toBe(
    't holds 1000 partitions on node A, the most there may be; write to one of those.',
  );
  expect(run.refusal(insertRow('B', { pk: keys[0] ?? 0 }))).toBeNull();
}, 60_000);
