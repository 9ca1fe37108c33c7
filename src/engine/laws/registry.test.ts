// The schema registry as a replica uses it (SPEC G1-G8): loads and syncs are joined, fail together, start afresh, and an
// entry lives as long as something holds it.

import { describe, expect, it } from 'vitest';
import type { NodeState } from '../cluster/node.ts';
import { holdersOf } from '../cluster/registry.ts';
import { waitChains } from '../cluster/waitChain.ts';
import type { Protections } from '../config/protections.ts';
import { setupOf } from '../sim/random/tables.ts';
import type { Timeline } from '../sim/timeline.ts';
import { stateAt } from '../sim/timeline.ts';
import type { Script } from './script.test-support.ts';
import { add, insert, playScript, select } from './script.test-support.ts';
import { protectedBy, worldOf } from './world.test-support.ts';

function run(script: Script, protections: Partial<Protections> = {}): Timeline {
  return playScript(
    worldOf({ config: { setup: setupOf(), protections: protectedBy(protections) } }).config,
    script,
  );
}

function nodeB(timeline: Timeline): NodeState {
  const found = stateAt(timeline, timeline.steps.length).core.nodes.find((node) => node.id === 'B');
  if (found === undefined) {
    throw new Error('There is no B.');
  }
  return found;
}

function registryOf(timeline: Timeline): readonly (readonly [load: string, sync: string])[] {
  return Object.values(nodeB(timeline).shards[0]?.registry ?? {}).map(({ load, sync }) => [load, sync]);
}

function count(timeline: Timeline, kind: string): number {
  return timeline.steps
    .flatMap((step) => step.events)
    .filter((event) => event.kind === kind && (!('node' in event) || event.node === 'B')).length;
}

/** Two writes of a version that B has never heard of, on their way. */
const TWO_WRITES: Script = [
  add('A', 100, 'x'),
  'merge A',
  'lose DEFINITIONS_UPDATE A>B',
  insert('A', 110, { x: 1 }, 1),
  insert('A', 120, { x: 2 }, 2),
  'MUTATION A>B s2',
  'MUTATION A>B s3',
];

describe('loading and syncing', () => {
  it('G3: requests of one unknown version share one load', () => {
    const waiting = run(TWO_WRITES);
    expect(count(waiting, 'version-requested')).toBe(1);
    expect(
      waitChains(nodeB(waiting), waiting.config).map(({ statement, links }) => [
        statement,
        links.map((link) => link.on),
      ]),
    ).toEqual([
      ['s2', ['load']],
      ['s3', ['load']],
    ]);
    expect(registryOf(waiting)).toContainEqual(['LOADING', 'NOT_SYNCED']);
  });

  it('G4: and one pull; when it is merged all of them are applied', () => {
    const syncing = run([...TWO_WRITES, 'GET_SCHEMA_VERSION B', 'SCHEMA_VERSION_REPLY A>B']);
    expect(registryOf(syncing)).toContainEqual(['LOADED', 'SYNCING']);
    const done = run([
      ...TWO_WRITES,
      'GET_SCHEMA_VERSION B',
      'SCHEMA_VERSION_REPLY A>B',
      'MIGRATION_REQUEST B',
      'MIGRATION_REPLY A>B',
    ]);
    expect(count(done, 'schema-requested')).toBe(1);
    expect(count(done, 'mutation-applied')).toBe(2);
    expect(nodeB(done).tasks).toEqual({});
  });

  it('G3: a load that fails fails all who wait; the next request starts afresh', () => {
    const failed = run([...TWO_WRITES, 'GET_SCHEMA_VERSION B', 'lose SCHEMA_VERSION_REPLY A>B']);
    expect(count(failed, 'mutation-refused')).toBe(2);
    expect(registryOf(failed)).toEqual([['LOADED', 'SYNCED']]);
    const again = run([
      ...TWO_WRITES,
      'GET_SCHEMA_VERSION B',
      'lose SCHEMA_VERSION_REPLY A>B',
      insert('A', 130, { x: 3 }, 3),
      'MUTATION A>B s4',
    ]);
    expect(count(again, 'version-requested')).toBe(2);
  });

  it('G4: a pull that fails leaves nothing marked synced, and fails all who wait', () => {
    const failed = run([
      ...TWO_WRITES,
      'GET_SCHEMA_VERSION B',
      'SCHEMA_VERSION_REPLY A>B',
      'lose MIGRATION_REQUEST B',
    ]);
    expect(count(failed, 'mutation-refused')).toBe(2);
    expect(count(failed, 'mutation-applied')).toBe(0);
    expect(registryOf(failed)).toEqual([['LOADED', 'SYNCED']]);
  });

  it('G3: a load that cannot even be asked for fails at once and leaves no entry behind', () => {
    const script: Script = [...TWO_WRITES.slice(0, 4), 'MUTATION A>C', { kind: 'cut', a: 'B', b: 'C' }];
    const forwarded = run([...script, 'MUTATION A>B s2', { kind: 'cut', a: 'A', b: 'B' }]);
    expect(registryOf(forwarded)).toEqual([['LOADED', 'SYNCED']]);
    expect(nodeB(forwarded).tasks).toEqual({});
  });

  it('G2: a load changes no table', () => {
    const loaded = run([...TWO_WRITES, 'GET_SCHEMA_VERSION B', 'SCHEMA_VERSION_REPLY A>B']);
    expect(count(loaded, 'schema-switched')).toBe(0);
  });

  it('W7: a read loads and does not sync', () => {
    const all = { ...select('A', 110), consistency: 'ALL' } as const;
    const read = run([
      add('A', 100, 'x'),
      'merge A',
      'lose DEFINITIONS_UPDATE A>B',
      all,
      'READ_DIGEST A>B',
      'GET_SCHEMA_VERSION B',
      'SCHEMA_VERSION_REPLY A>B',
    ]);
    expect(count(read, 'read-served')).toBe(1);
    expect(count(read, 'schema-requested')).toBe(0);
  });
});

describe('how long a version is known', () => {
  const HELD: Script = [
    insert('B', 90, { b: 1 }),
    add('A', 100, 'x'),
    'merge A',
    'DEFINITIONS_UPDATE A>B',
    'lose MUTATION',
    'lose MUTATION',
    'timer write-timeout B',
  ];

  it('G5: one cold entry keeps an old version known; touching it lets the version go, and its SYNCED with it', () => {
    const cold = run(HELD);
    expect(registryOf(cold)).toHaveLength(2);
    const old = Object.keys(nodeB(cold).shards[0]?.registry ?? {}).filter((version) =>
      holdersOf(nodeB(cold), 0, version).every((holder) => holder.kind === 'memtable'),
    );
    expect(old).toHaveLength(1);
    const touched = run([...HELD, select('B', 120)]);
    expect(registryOf(touched)).toEqual([['LOADED', 'SYNCED']]);
    expect(count(touched, 'version-forgotten')).toBe(1);
  });

  it('G6: with the grace period it stays until its timer fires', () => {
    const touched = run([...HELD, select('B', 120)], { registryGrace: true });
    expect(registryOf(touched)).toHaveLength(2);
    const later = run([...HELD, select('B', 120), 'timer grace B'], { registryGrace: true });
    expect(registryOf(later)).toEqual([['LOADED', 'SYNCED']]);
  });

  it('G8: a sync that waits for the merge lock says for whom', () => {
    const queued = run([
      ...TWO_WRITES,
      'GET_SCHEMA_VERSION B',
      'SCHEMA_VERSION_REPLY A>B',
      'MIGRATION_REQUEST B',
      add('B', 130, 'y'),
      'MIGRATION_REPLY A>B',
    ]);
    expect(waitChains(nodeB(queued), queued.config)[0]?.links).toMatchObject([
      { on: 'sync', peer: 'A' },
      { on: 'merge-lock', heldBy: 'ddl s4' },
    ]);
  });
});
