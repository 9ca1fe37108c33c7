import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Timeline } from '../../engine/index.ts';
import { add, doPending, play, usersRun } from '../firstMinute.test-support.ts';
import { momentAt } from '../run/moment.ts';
import { grown, movesOn } from '../run/randomRun.test-support.ts';
import type { SceneOptions } from '../shape/scene.ts';
import { SENTENCES_EN } from '../words/messages.en.ts';
import { narrationAt } from './narrationAt.ts';

const OPTIONS: SceneOptions = { selection: null, tableKey: null, naming: 'lesson' };

const told = (run: Timeline, step = run.steps.length): string =>
  narrationAt(momentAt(run, { step, fraction: 0 }, OPTIONS), step).sentence;

const withoutLock = (run: Timeline): Timeline =>
  play(run, { kind: 'protect', protections: { mergeLock: false } });

const merge = (run: Timeline): Timeline => doPending(run, ({ kind }) => kind === 'merge');

const pushed = (run: Timeline): Timeline =>
  doPending(run, ({ message }) => message?.verb === 'DEFINITIONS_UPDATE');

test('with several shards a merge says that none has switched', () => {
  const accepted = play(usersRun({ shards: 2 }), add('A', 'email'));
  expect(told(merge(accepted))).toBe(
    'A merges its own change into its schema rows: its shards have yet to switch.',
  );
  expect(told(pushed(accepted))).toBe(
    'B merges A’s change into its schema rows: its shards have yet to switch.',
  );
});

test('the last shard that switches ends the merge', () => {
  const joined = merge(play(usersRun({ shards: 2 }), add('A', 'email')));
  const half = doPending(joined, ({ kind }) => kind === 'publish');
  expect(told(half)).toMatch(/^Shard [01] of A switches from V0 to X\.$/);
  const whole = doPending(half, ({ kind }) => kind === 'publish');
  expect(told(whole)).toBe('A finishes merging its own change: V0 becomes X.');
});

test('without the lock each phase of a merge is told', () => {
  const read = merge(withoutLock(play(usersRun(), add('A', 'email'))));
  expect(told(read)).toBe('A reads its schema rows before it merges its own change.');
  expect(told(merge(read))).toBe('A merges its own change into its schema rows: it has yet to switch.');
});

test('no step that changes something is told as nothing', () => {
  fc.assert(
    fc.property(
      fc.array(movesOn(['A', 'B', 'C']), { minLength: 5, maxLength: 40 }),
      fc.constantFrom(1, 2),
      fc.boolean(),
      (moves, shards, lock) => {
        const start = usersRun({ shards });
        const run = moves.reduce(grown, lock ? start : withoutLock(start));
        for (let step = 1; step <= run.steps.length; step++) {
          expect(told(run, step), JSON.stringify(run.steps[step - 1]?.command)).not.toBe(
            SENTENCES_EN.nothing,
          );
        }
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);
