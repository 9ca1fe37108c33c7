import { expect, test } from 'vitest';
import { checkPromises, pendingChoices, stateAt, type Timeline } from '../../engine/index.ts';
import { add, play, TABLE, usersRun } from '../firstMinute.test-support.ts';
import { breaksOf } from './verdict.ts';

/** Without sync a write of email is applied, and confirmed, where nobody knows of email: it is gone. */
function unsynced(): Timeline {
  let run = play(usersRun(), {
    kind: 'protect',
    protections: { syncBeforeApply: 'convertToMine', syncedCheck: false },
  });
  run = play(run, add('A', 'email'));
  const insert = { kind: 'insert', node: 'A', ...TABLE, key: { id: 2 }, values: { email: 'a@x' } } as const;
  for (const draft of [null, { ...insert, consistency: 'ALL' as const }]) {
    run = draft === null ? run : play(run, draft);
    for (let i = 0; i < 40; i++) {
      const due = pendingChoices(stateAt(run, run.steps.length)).find(
        ({ message, kind }) =>
          kind === 'merge' || (message !== null && message.verb !== 'DEFINITIONS_UPDATE'),
      );
      if (due === undefined) break;
      run = play(run, due.command);
    }
  }
  return run;
}

const broken = (run: Timeline, i: number): readonly string[] =>
  checkPromises(stateAt(run, i).core)
    .filter(({ held }) => !held)
    .map(({ id }) => id);

test('the breaks are the steps in which a promise stops holding', () => {
  const run = unsynced();
  const expected = run.steps
    .map((_, i) => i + 1)
    .filter((i) => broken(run, i).some((id) => !broken(run, i - 1).includes(id)));
  expect(expected.length).toBeGreaterThan(0);
  expect(breaksOf(run, 1_000)).toEqual({ steps: expected, complete: true });
});

test('a few judgements at a time come to the same, and the same answer is the same object', () => {
  const run = unsynced();
  const turns: boolean[] = [];
  for (let i = 0; i < 200 && turns.at(-1) !== true; i++) {
    turns.push(breaksOf(run, 3).complete);
  }
  expect(turns.length).toBeGreaterThan(2);
  expect(breaksOf(run, 3)).toBe(breaksOf(run, 0));
  expect(breaksOf(run, 0).steps).toEqual(breaksOf(unsynced(), 1_000).steps);
});
