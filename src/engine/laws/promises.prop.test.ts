// Laws (SPEC I-table): within its conditions every promise holds at every step of a random run, with faults on the way and
// healed at the end; and nothing that one asks for makes the engine throw.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Config } from '../config/config.ts';
import { PROTECTIONS_LATER } from '../config/protections.ts';
import { PROMISES } from '../sim/promises/promises.ts';
import { PROMISE_TABLE } from '../sim/promiseTable.ts';
import type { Mix, World } from '../sim/random/mix.ts';
import type { Played } from '../sim/random/play.ts';
import { healAndSettle, play } from '../sim/random/play.ts';
import { setupOf } from '../sim/random/tables.ts';
import type { SimState } from '../sim/state.ts';
import { protectedBy, worldOf } from './world.test-support.ts';

const PLAIN: Mix = { next: 8, any: 20, add: 3, insert: 5, update: 2, delete: 2, select: 4, prepare: 1 };
const STORED: Mix = { ...PLAIN, flush: 1, compact: 1, evict: 1, wait: 1 };
const FAULTS: Mix = { ...STORED, lose: 2, duplicate: 1, cut: 1, heal: 1 };
const NAMES = ['a', 'c', 'e', 'f', 'g', 'h'];

function world(mix: Mix, config: Partial<Config> = {}, part: Partial<World> = {}): World {
  return worldOf({ mix, names: NAMES, ...part, config });
}

const CENTRES = { dataCentres: { A: 'dc1', B: 'dc2', C: 'dc2' } };

/** Each world keeps some conditions and gives up others. */
const WORLDS: Readonly<Record<string, World>> = {
  'without faults or time-outs': world({ ...PLAIN, any: 0, next: 20, flush: 1, evict: 1 }),
  // No question is overtaken by a confirmation: statements seldom meet, and every message is as long on its way.
  'one statement after the other': world(
    { next: 60, add: 2, insert: 2, update: 1 },
    { latency: { base: 10_000, jitter: 0 } },
  ),
  'with faults': world(FAULTS),
  'with crashes': world({ ...FAULTS, crash: 1, restart: 2 }),
  'with drops': world({ ...FAULTS, drop: 1, insert: 2, update: 0 }),
  'with drops and columns added again': world({ ...FAULTS, drop: 2 }, {}, { namesOnce: false }),
  'with drops, crashes and no more writes': world({
    next: 8,
    any: 20,
    add: 3,
    drop: 3,
    select: 2,
    crash: 1,
    restart: 2,
  }),
  'with types changed': world({ ...FAULTS, type: 2 }),
  'with comments, and stamps that tie': world({ ...FAULTS, comment: 2 }, {}, { stamps: 'drawn' }),
  'with tombstones that expire': world({ ...FAULTS, drop: 2, expire: 2 }),
  'with two shards': world(FAULTS, { shards: 2 }),
  'with two shards that switch together': world(FAULTS, {
    shards: 2,
    protections: protectedBy({ publishToAllShards: true }),
  }),
  'with two data centres': world(FAULTS, CENTRES),
  'with two data centres that ask the coordinator': world(FAULTS, {
    ...CENTRES,
    protections: PROTECTIONS_LATER,
  }),
  'with one replica': world(FAULTS, { replicationFactor: 1 }),
  'with two nodes': world(FAULTS, {
    nodes: ['A', 'B'],
    replicationFactor: 2,
    dataCentres: { A: 'dc1', B: 'dc1' },
  }),
  'with two tables': world(FAULTS, { setup: setupOf(2) }, { losesPulls: true }),
  'with nodes that come and go': world(
    { ...FAULTS, cut: 0, 'add-node': 1, 'remove-node': 1 },
    { replicationFactor: 2 },
  ),
  'with nodes that come and go, one replica and drops': world(
    { ...PLAIN, drop: 1, flush: 1, 'add-node': 1, 'remove-node': 1 },
    { replicationFactor: 1 },
  ),
  'with nodes that come, go and crash': world(
    { ...FAULTS, crash: 1, restart: 2, 'add-node': 2, 'remove-node': 2 },
    { replicationFactor: 2 },
  ),
  'with everything': world(
    {
      ...FAULTS,
      drop: 2,
      type: 1,
      rename: 1,
      comment: 1,
      'create-table': 1,
      'drop-table': 1,
      'create-keyspace': 1,
      'drop-keyspace': 1,
      crash: 1,
      restart: 2,
      expire: 1,
      skew: 1,
      'add-node': 1,
      'remove-node': 1,
    },
    { setup: setupOf(2) },
    { namesOnce: false, stamps: 'drawn', losesPulls: true },
  ),
};

const RUNS_DEFAULT = 100;
const scale = (fc.readConfigureGlobal()?.numRuns ?? RUNS_DEFAULT) / RUNS_DEFAULT;
const numRuns = Math.max(1, Math.round(5 * scale));

/** Without bias: small numbers would make most picks the first kind of the mix. */
const picks = fc.noBias(
  fc.array(fc.tuple(fc.nat(996), fc.nat(96), fc.nat(96), fc.nat(96)), {
    minLength: 60,
    maxLength: 260,
    size: 'max',
  }),
);

/** How many runs kept the conditions of each promise: a law that is never within them would say nothing. */
const within: Record<string, number> = {};

function expectPromisesKept(config: Config, played: Played): void {
  const commands = played.steps.map((step) => step.command);
  for (const row of PROMISE_TABLE) {
    if (!row.within(config, commands)) {
      continue;
    }
    within[row.promise] = (within[row.promise] ?? 0) + 1;
    const check = PROMISES.find((promise) => promise.id === row.promise)?.check;
    for (const [i, { state }] of played.steps.entries()) {
      const broken = check?.(state.core) ?? null;
      expect(broken === null ? null : `step ${i + 1}, ${row.promise}: ${JSON.stringify(broken)}`).toBeNull();
    }
  }
}

/** Nothing hangs: once everything is healed and delivered, nobody waits for anything any more (unless a node cannot start). */
function expectRest({ core }: SimState): void {
  if (core.nodes.some((node) => !node.up)) {
    return;
  }
  for (const node of core.nodes) {
    const entries = node.shards.flatMap((shard) => Object.values(shard.registry));
    const unfinished = {
      tasks: Object.keys(node.tasks),
      pulls: Object.keys(node.pulls),
      handlers: Object.keys(node.handlers),
      merges: node.merges.map((merge) => merge.key),
      loading: entries.filter((entry) => entry.load === 'LOADING' || entry.sync === 'SYNCING'),
    };
    expect(unfinished).toEqual({ tasks: [], pulls: [], handlers: [], merges: [], loading: [] });
  }
  expect(core.messages).toEqual([]);
}

describe('within its conditions every promise holds at every step', () => {
  for (const [name, one] of Object.entries(WORLDS)) {
    it(`P1: ${name}`, () => {
      fc.assert(
        fc.property(picks, (drawn) => {
          const played = play(one, drawn);
          for (const sentence of played.refused) {
            expect(sentence).toMatch(/^.{10,}[.?]$/s);
          }
          const settled = healAndSettle(played);
          expectPromisesKept(one.config, settled);
          expectRest(settled.state);
        }),
        { numRuns },
      );
    }, 60_000);
  }

  it('P1: each promise was in force in many of these runs', () => {
    for (const row of PROMISE_TABLE) {
      expect([row.promise, (within[row.promise] ?? 0) >= numRuns / 2]).toEqual([row.promise, true]);
    }
  });
});
