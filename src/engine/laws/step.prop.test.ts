// Laws of steps (SPEC N2, N5): a step is a pure function of the core and the command, and the core alone decides what can
// happen next.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../plain/canonical.ts';
import { pendingChoices } from '../sim/policy.ts';
import { checkPromises } from '../sim/promises/promises.ts';
import type { World } from '../sim/random/mix.ts';
import { play, playCommands, SEED } from '../sim/random/play.ts';
import { setupOf } from '../sim/random/tables.ts';
import type { SimState } from '../sim/state.ts';
import { advance, stateHash } from '../sim/timeline.ts';
import { MOST, worldOf } from './world.test-support.ts';

const scaled = (runs: number) => Math.ceil((runs * (fc.readConfigureGlobal()?.numRuns ?? 100)) / 100);
/** Without bias: small numbers would make most picks the first kind of the mix. */
const pick = fc.noBias(fc.tuple(fc.nat(996), fc.nat(96), fc.nat(96), fc.nat(96)));
const picks = fc.array(pick, { minLength: 10, maxLength: 60, size: 'max' });

const options = { mix: MOST, namesOnce: false, losesPulls: true } as const;
const world: World = worldOf({ ...options, config: { setup: setupOf(2) } });
const shards: World = worldOf({ ...options, config: { setup: setupOf(2), shards: 2 } });

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
