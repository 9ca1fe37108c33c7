// Sentences that once claimed more than was so: about a whole node what one of its shards did, about the table that is
// shown what was another's, and about schemas and merges what was only known of digests and marks.

import { expect, test } from 'vitest';
import { stateAt } from '../../engine/index.ts';
import { type Play, play } from '../../engine/scenarios/play.test-support.ts';
import { project } from '../project.ts';
import { momentAt } from '../run/moment.ts';
import type { Narration, SceneOptions } from '../shape/scene.ts';
import { narrationAt } from './narrationAt.ts';

const OPTIONS: SceneOptions = { selection: null, tableKey: null, naming: 'lesson' };

function told({ timeline }: Play, back = 0): Narration {
  const step = timeline.steps.length - back;
  return narrationAt(momentAt(timeline, { step, fraction: 0 }, OPTIONS), step);
}

test('a shard that forgets, switches or drops does not speak for its node', () => {
  const half = play({ nodes: ['A'], shards: 2 })
    .begin('A', 100, '+x int')
    .deliver('merge A')
    .deliver('publish A.0');
  expect(told(half).more).toContain('Shard 0 of A forgets V0: nothing there uses it.');
  expect(told(half).more).toContain('Shard 0 of A marks X as merged: it stands there itself.');
  const keys = [0, 1, 2, 3, 4, 5, 6, 7];
  const written = keys.map((key) => told(half.insert('A', key, { x: 9 }, { shard: 0 })).sentence);
  expect(written).toContain("Shard 1 of A drops '9': its version has no column x.");
});

test('a version of another table comes with that table’s name, for each table counts from V0', () => {
  const created = play({ nodes: ['A', 'B'] })
    .define({
      kind: 'create-table',
      node: 'A',
      timestamp: 50,
      keyspace: 'ks',
      table: 'u',
      columns: [{ name: 'pk', type: 'int', kind: 'partition_key' }],
    })
    .drain()
    .append({
      kind: 'alter-table',
      node: 'A',
      timestamp: 100,
      keyspace: 'ks',
      table: 'u',
      changes: [{ kind: 'add', name: 'x', type: 'int' }],
    })
    .lose('DEFINITIONS_UPDATE A>B')
    .drain();
  expect(told(created).sentence).toBe('A merges its own change: in u, V0 becomes X.');
  const sent = created.insert('A', 1, {}, { table: 'u', consistency: 'ALL' });
  expect(told(sent).sentence).toBe('A takes a write of row 1 at version X of u.');
  const asked = told(sent.deliver('MUTATION A>B'));
  expect(asked.sentence).toBe('B does not know version X of u: it asks A, the sender.');
  expect(asked.more).toContain('B asks A for the definition of X of u.');
});

test('a version that is contained and not marked is not said to be unmerged', () => {
  const written = play({ nodes: ['A', 'B'] })
    .insert('A', 9, { a: 0 }, { consistency: 'ALL' })
    .prepare('A', 'ins')
    .alter('A', 100, '"hello')
    .drain()
    .operate('crash', 'B')
    .operate('restart', 'B')
    .insert('A', 1, { a: 1 }, { prepared: 'ins', consistency: 'ALL', id: 'w' })
    .deliver('MUTATION A>B w', 'GET_SCHEMA_VERSION B', 'SCHEMA_VERSION_REPLY A');
  expect(told(written).sentence).toBe('B has not marked V0 as merged: it asks A for all its changes.');
});

test('gossip compares digests: they part when tombstones expire, and nothing of the schemas does', () => {
  const one = play({ nodes: ['A', 'B'] });
  const gone = { kind: 'drop-table', node: 'A', timestamp: 100, keyspace: 'ks', table: 't' } as const;
  const expired = one.define(gone).drain().settle().operate('expire-tombstones', 'A');
  expect(told(expired).more).toContain('A announces its changed digest by gossip.');
  expect(told(expired.gossip('A', 'B')).more).toContain('B hears from A by gossip: their digests differ.');
});

test('what brings tombstones and nothing else leaves the table at its version', () => {
  const altered = play({ nodes: ['A', 'B'] })
    .alter('B', 105, '+y int')
    .lose('DEFINITIONS_UPDATE B>A');
  const dropped = altered
    .append({ kind: 'drop-table', node: 'A', timestamp: 100, keyspace: 'ks', table: 't' })
    .deliver('DEFINITIONS_UPDATE A>B');
  expect(told(dropped).sentence).toBe('B merges A’s change: it stays at X.');
});

test('a merge whose version all shards have come to by another way is not told to bring it', () => {
  const merged = play({ nodes: ['A'], shards: 2, protections: { tombstonesOutOfHash: false } })
    .begin('A', 100, '+x int')
    .deliver('merge A')
    .operate('expire-tombstones', 'A')
    .drain();
  expect(told(merged).sentence).toMatch(/^A finishes merging its own change: it stays at \w+\.$/u);
});

test('without the merge lock a merge is told from what was served, not from the rows that it had read', () => {
  const queued = play({ nodes: ['A'], protections: { mergeLock: false } })
    .begin('A', 100, '+x int')
    .begin('A', 101, '+y int');
  const crossed = queued.deliver('merge A').deliver('merge A').drain();
  for (let back = 0; back < 2; back++) {
    const { sentence, more } = told(crossed, back);
    const [, from, to] = /: (\w+) becomes (\w+)\.$/u.exec(sentence) ?? [];
    expect(more).toContain(`A switches from ${from} to ${to}.`);
  }
});

/** `ks.t` on A and B, with one row that only A has; what reads it at ALL repairs B. */
function repairing(): Play {
  return play({ nodes: ['A', 'B'] })
    .insert('A', 1, { a: 1 }, { id: 'w', consistency: 'ONE' })
    .lose('MUTATION A>B w')
    .select('A', 1, { id: 'r', consistency: 'ALL' })
    .deliver('READ_DIGEST', 'READ_REPLY', 'READ_MUTATION_DATA', 'READ_REPLY');
}

test('what a read writes back is a repair all the way, sent before it is done', () => {
  const sent = repairing();
  expect(told(sent).more).toContain('A sends B a repair of the row.');
  const card = project(sent.timeline, { step: sent.timeline.steps.length, fraction: 0 }, OPTIONS).nodes[0];
  expect(card?.open.map(({ sentence }) => sentence)).toContain('read r: its repair is not confirmed by B');
  expect(told(sent.deliver('MUTATION A>B r')).sentence).toBe('B applies the repair of row 1 under V0.');
  expect(told(sent.deliver('timer read-timeout A r')).sentence).toBe(
    'A tells the client: time-out, the repair is not confirmed.',
  );
});

test('nobody is said to be sent a repair, or to break a connection, who is believed to be down', () => {
  const read = play()
    .insert('A', 1, { a: 1 }, { id: 'w', consistency: 'ONE' })
    .lose('MUTATION A')
    .select('A', 1, { id: 'r', consistency: 'ALL' })
    .deliver('READ_DIGEST', 'READ_REPLY', 'READ_MUTATION_DATA', 'READ_REPLY B');
  const repaired = told(read.operate('crash', 'B').deliver('READ_REPLY C'));
  expect(repaired.more).toContain('A sends C a repair of the row.');
  expect(repaired.more).not.toContain('A sends B a repair of the row.');
  const pulled = play({ nodes: ['A', 'B'] })
    .alter('A', 100, '+x int')
    .lose('DEFINITIONS_UPDATE')
    .gossip('A', 'B')
    .append({ kind: 'cut', a: 'A', b: 'B' })
    .deliver('timer pull B<A');
  expect(told(pulled).sentence).toBe('B cannot ask A: it believes that A is down.');
});

test('a row that moves to its owner to come is no write, and nobody’s change', () => {
  const inPhase = (run: Play, phase: string): Play =>
    stateAt(run.timeline, run.timeline.steps.length).core.config.ring?.change?.phase === phase
      ? run
      : inPhase(run.next(), phase);
  const pending = inPhase(
    play({ nodes: ['A', 'B'] })
      .insert('A', 1, { a: 1 }, { consistency: 'ALL' })
      .drain()
      .append({ kind: 'add-node', node: 'C' }),
    'pending',
  );
  const sent = pending.alter('A', 100, '+x int').lose('DEFINITIONS_UPDATE A>C').deliver('ring', 'STREAM');
  expect(told(sent).more).toContain('C makes the moving row wait: it does not know version X.');
  const moved = sent.deliver(
    'GET_SCHEMA_VERSION',
    'SCHEMA_VERSION_REPLY',
    'MIGRATION_REQUEST',
    'MIGRATION_REPLY',
  );
  expect(told(moved).more).toContain('C applies the moving row 1 under X.');
});

test('an answer without a definition is told as one to who no longer waits for it, too', () => {
  const asked = play({ nodes: ['A', 'B'], protections: { coordinatorHoldsSchema: false } })
    .alter('A', 100, '+x int')
    .lose('DEFINITIONS_UPDATE A>B')
    .insert('A', 1, { x: 1 }, { id: 'w', consistency: 'ALL' })
    .flush('A')
    .evict('A')
    .alter('A', 110, '+z int')
    .deliver('MUTATION A>B w', 'GET_SCHEMA_VERSION B')
    .duplicate('SCHEMA_VERSION_REPLY A');
  const { messages } = stateAt(asked.timeline, asked.timeline.steps.length).core;
  const answer = messages.find(({ verb }) => verb === 'SCHEMA_VERSION_REPLY')?.key ?? '';
  const twice = asked
    .append({ kind: 'deliver', message: answer })
    .append({ kind: 'deliver', message: answer });
  expect(told(twice, 1).more).toContain('B gets no definition of X from A.');
  expect(told(twice).sentence).toBe('B hears that A does not know X.');
});
