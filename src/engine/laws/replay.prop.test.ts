// Laws of replays and of virtual time (SPEC N8, N10): a run replays exactly, says where it does not, may be forked anywhere;
// and one more command shifts nobody else's time.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspect } from '../sim/inspect.ts';
import { pendingChoices } from '../sim/policy.ts';
import type { World } from '../sim/random/mix.ts';
import type { Played } from '../sim/random/play.ts';
import { play, SEED } from '../sim/random/play.ts';
import { setupOf } from '../sim/random/tables.ts';
import { firstDifference, replay } from '../sim/replay.ts';
import type { Timeline } from '../sim/timeline.ts';
import { advance, append, fork, stateAt, stateHash, toRun } from '../sim/timeline.ts';
import { MOST, worldOf } from './world.test-support.ts';

const scaled = (runs: number) => Math.ceil((runs * (fc.readConfigureGlobal()?.numRuns ?? 100)) / 100);
/** Without bias: small numbers would make most picks the first kind of the mix. */
const pick = fc.noBias(fc.tuple(fc.nat(996), fc.nat(96), fc.nat(96), fc.nat(96)));
const picks = fc.array(pick, { minLength: 10, maxLength: 60, size: 'max' });

const world: World = worldOf({
  mix: MOST,
  namesOnce: false,
  losesPulls: true,
  config: { setup: setupOf(2) },
});

function timelineOf(config: World['config'], { start, steps }: Played): Timeline {
  return { seed: SEED, config, start, steps };
}

describe('a run', () => {
  it('N3 N8: replays to equal states, from its own text', () => {
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
