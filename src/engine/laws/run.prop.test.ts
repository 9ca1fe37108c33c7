// Laws of runs (SPEC N2, N5, N8, N10): a step is a pure function of the core and the command; the core alone decides what
// can happen; a run replays exactly; and one more command shifts nobody else's time.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../plain/canonical.ts';
import { inspect } from '../sim/inspect.ts';
import { pendingChoices } from '../sim/policy.ts';
import { checkPromises } from '../sim/promises/promises.ts';
import { firstDifference, replay } from '../sim/replay.ts';
import type { SimState } from '../sim/state.ts';
import type { Timeline } from '../sim/timeline.ts';
import { advance, append, fork, stateAt, stateHash, toRun } from '../sim/timeline.ts';
import type { Played } from './play.test-support.ts';
import { play, playCommands, SEED } from './play.test-support.ts';
import type { Mix, World } from './world.test-support.ts';
import { setupOf, worldOf } from './world.test-support.ts';

const scaled = (runs: number) => Math.ceil((runs * (fc.readConfigureGlobal()?.numRuns ?? 100)) / 100);
/** Without bias: small numbers would make most picks the first kind of the mix. */
const pick = fc.noBias(fc.tuple(fc.nat(996), fc.nat(96), fc.nat(96), fc.nat(96)));
const picks = fc.array(pick, { minLength: 10, maxLength: 60, size: 'max' });

const MIX: Mix = {
  next: 4,
  any: 14,
  add: 3,
  drop: 2,
  type: 1,
  comment: 1,
  'create-table': 1,
  'drop-table': 1,
  insert: 4,
  update: 1,
  delete: 2,
  select: 3,
  prepare: 1,
  lose: 2,
  duplicate: 1,
  cut: 1,
  heal: 1,
  crash: 1,
  restart: 2,
  flush: 1,
  compact: 1,
  evict: 1,
  expire: 1,
};
const options = { mix: MIX, namesOnce: false, losesPulls: true } as const;
const world: World = worldOf({ ...options, config: { setup: setupOf(2) } });
const shards: World = worldOf({ ...options, config: { setup: setupOf(2), shards: 2 } });

function timelineOf(config: World['config'], { start, steps }: Played): Timeline {
  return { seed: SEED, config, start, steps };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) {
      deepFreeze(part);
    }
  }
  return value;
}

/** The same plain value with the keys of every record in another order. */
function withKeysReversed(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withKeysReversed);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, part]) => [key, withKeysReversed(part)]),
      )
    : value;
}

/** Everything a state can lead to: each pending choice with the hash of the core after it. */
function successors(state: SimState): readonly string[] {
  return pendingChoices(state)
    .map(({ id, command }) => {
      const step = advance(state, command, SEED);
      return step.ok ? `${id} -> ${stateHash(step.value.state.core)}` : `${id} refused: ${step.problem}`;
    })
    .sort();
}

describe('a step', () => {
  for (const [name, one] of Object.entries({ 'one shard': world, 'two shards': shards })) {
    it(`N2: changes none of its inputs and gives the same twice (${name})`, () => {
      fc.assert(
        fc.property(picks, (drawn) => {
          const { steps, start } = play(one, drawn);
          let before = start;
          for (const step of steps) {
            deepFreeze(before);
            deepFreeze(step.command);
            const again = advance(before, step.command, SEED);
            expect(again.ok && again.value).toEqual(step);
            before = step.state;
          }
        }),
        { numRuns: scaled(25) },
      );
    }, 60_000);

    it(`N5: does not depend on the order in which keys were written (${name})`, () => {
      fc.assert(
        fc.property(picks, (drawn) => {
          const { state } = play(one, drawn);
          const turned = withKeysReversed(state) as SimState;
          expect(canonical(turned.core)).toBe(canonical(state.core));
          expect(pendingChoices(turned).map(({ id }) => id)).toEqual(
            pendingChoices(state).map(({ id }) => id),
          );
          expect(successors(turned)).toEqual(successors(state));
          expect(checkPromises(turned.core)).toEqual(checkPromises(state.core));
        }),
        { numRuns: scaled(30) },
      );
    }, 60_000);
  }

  it('N9: a refusal is a sentence, whatever is asked of whatever state', () => {
    fc.assert(
      fc.property(picks, (drawn) => {
        for (const sentence of play(shards, drawn).refused) {
          expect(sentence).toMatch(/^\S.{8,}[.?]$/s);
        }
      }),
      { numRuns: scaled(50) },
    );
  });
});

describe('equal cores', () => {
  it('N5: reached at other times, by other latencies, they offer the same choices with equal outcomes', () => {
    fc.assert(
      fc.property(picks, fc.integer({ min: 1, max: 90_000_000 }), (drawn, micros) => {
        const first = play(world, drawn);
        const commands = first.steps.flatMap((step, i) =>
          i % 4 === 0 ? [{ kind: 'wait', micros } as const, step.command] : [step.command],
        );
        const second = playCommands(world.config, commands, SEED + 1);
        expect(second.refused).toEqual([]);
        expect(stateHash(second.state.core)).toBe(stateHash(first.state.core));
        expect(second.state.notes).not.toEqual(first.state.notes);
        expect(successors(second.state)).toEqual(successors(first.state));
        expect(checkPromises(second.state.core)).toEqual(checkPromises(first.state.core));
      }),
      { numRuns: scaled(40) },
    );
  }, 60_000);

  it('N5: two messages to different nodes may come in either order and the cores are equal', () => {
    let met = 0;
    fc.assert(
      fc.property(picks, (drawn) => {
        const { state } = play(world, drawn);
        const choices = pendingChoices(state).filter((one) => one.kind === 'message');
        const a = choices[0];
        const b = choices.find((one) => one.to !== a?.to);
        if (a === undefined || b === undefined) {
          return;
        }
        const ends = [
          [a, b],
          [b, a],
        ].map((pair) =>
          playFrom(
            state,
            pair.map((one) => one.command),
          ),
        );
        if (ends[0] !== undefined && ends[1] !== undefined) {
          met += 1;
          expect(ends[0]).toBe(ends[1]);
        }
      }),
      { numRuns: scaled(80) },
    );
    expect(met).toBeGreaterThan(10);
  }, 60_000);
});

/** The hash after some commands; nothing when one of them brings a node down, which takes the other's message with it. */
function playFrom(start: SimState, commands: readonly Parameters<typeof advance>[1][]): string | undefined {
  let state = start;
  for (const command of commands) {
    const step = advance(state, command, SEED);
    if (!step.ok || step.value.events.some((event) => event.kind === 'node-aborted')) {
      return undefined;
    }
    state = step.value.state;
  }
  return stateHash(state.core);
}

describe('a run', () => {
  it('N8: replays to equal states, from its own text', () => {
    fc.assert(
      fc.property(picks, (drawn) => {
        const played = timelineOf(world.config, play(world, drawn));
        const run = JSON.parse(JSON.stringify(toRun(played))) as unknown;
        const again = replay(run);
        expect(again.ok ? '' : again.problem).toBe('');
        if (again.ok) {
          expect(firstDifference(played, again.value)).toBeNull();
          expect(again.value.steps.at(-1)?.state).toEqual(played.steps.at(-1)?.state);
          expect(inspect(stateAt(again.value, again.value.steps.length))).toEqual(
            inspect(stateAt(played, played.steps.length)),
          );
        }
      }),
      { numRuns: scaled(40) },
    );
  }, 60_000);

  it('N8: with another hash it is refused, and with one command less the first difference is there', () => {
    fc.assert(
      fc.property(picks, fc.nat(), (drawn, place) => {
        const played = timelineOf(world.config, play(world, drawn));
        const run = toRun(played);
        const refused = replay({ ...run, hash: 'f'.repeat(32) });
        expect(refused.ok ? '' : refused.problem).toMatch(/instead of ffffffff/);
        const at = place % Math.max(1, played.steps.length);
        const shorter = fork(played, at);
        expect(firstDifference(played, shorter)).toBeNull();
        const next = append(shorter, {
          kind: 'alter-table',
          node: 'B',
          keyspace: 'ks',
          table: 't',
          timestamp: 5,
          changes: [{ kind: 'comment', comment: 'other' }],
        });
        if (next.ok && played.steps.length > at) {
          expect(firstDifference(played, next.value)).toBe(at + 1);
        }
      }),
      { numRuns: scaled(30) },
    );
  }, 60_000);

  it('N8: acting in the past as before leads to the same states', () => {
    fc.assert(
      fc.property(picks, fc.nat(), (drawn, place) => {
        const played = timelineOf(world.config, play(world, drawn));
        fc.pre(played.steps.length > 0);
        const at = place % played.steps.length;
        const command = played.steps[at]?.command;
        const again = command === undefined ? null : append(fork(played, at), command);
        const hashes = [again?.ok ? stateAt(again.value, at + 1) : null, stateAt(played, at + 1)].map(
          (state) => (state === null ? 'refused' : stateHash(state.core)),
        );
        expect(hashes[0]).toBe(hashes[1]);
      }),
      { numRuns: scaled(40) },
    );
  });
});

describe('due times', () => {
  it('N10: one more command shifts nobody who was pending, and nobody on other links later', () => {
    fc.assert(
      fc.property(picks, (drawn) => {
        const { state } = play(world, drawn);
        const table = { keyspace: 'ks', table: 't', timestamp: 0, usingTimestamp: true } as const;
        const write = {
          kind: 'insert',
          ...table,
          key: { pk: 1, ck: 1 },
          values: {},
          consistency: 'ONE',
        } as const;
        const more = advance(state, { ...write, id: 'more', node: 'A' }, SEED);
        fc.pre(more.ok);
        if (!more.ok) {
          return;
        }
        for (const { id, due } of pendingChoices(state)) {
          expect([id, more.value.state.notes.due[id]]).toEqual([id, due]);
        }
        const later = { ...write, id: 'later', node: 'B' } as const;
        const without = advance(state, later, SEED);
        const withMore = advance(more.value.state, later, SEED);
        const times = [without, withMore].map((step) =>
          step.ok
            ? pendingChoices(step.value.state)
                .filter((one) => one.message?.from === 'B')
                .map(({ id, due }) => [id, due])
            : [],
        );
        expect(times[1]).toEqual(times[0]);
      }),
      { numRuns: scaled(60) },
    );
  });
});
