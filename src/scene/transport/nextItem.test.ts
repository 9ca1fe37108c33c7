import { expect, test } from 'vitest';
import { type CommandDraft, pendingChoices, stateAt, type Timeline } from '../../engine/index.ts';
import { add, doPending, play, settled, TABLE, usersRun } from '../firstMinute.test-support.ts';
import { momentAt } from '../run/moment.ts';
import { errorText, timeText } from '../words/microsWords.ts';
import { nextItem, nextLabel } from './nextItem.ts';

function labels(run: Timeline): string[] {
  const moment = momentAt(run, { step: run.steps.length, fraction: 0 }, { selection: null, tableKey: null });
  return pendingChoices(moment.state).map((choice) =>
    nextLabel(moment, choice, choice.due - moment.state.notes.now),
  );
}

const alter = (run: Timeline, draft: CommandDraft): Timeline =>
  doPending(play(run, draft), (choice) => choice.kind === 'merge' && choice.to === choice.from);

test('Next says what it will do', () => {
  const asked = play(usersRun(), add('A', 'email'));
  expect(labels(asked)[0]).toBe('A merges its own change');
  const told = labels(alter(usersRun(), add('A', 'email')));
  expect(told).toContain('+email reaches B');
  expect(told).toContain('A gossips to C');
});

test('a delayed pull says that time passes', () => {
  const lost = ['B', 'C'].reduce(
    (run, to) => {
      const id =
        pendingChoices(stateAt(run, run.steps.length)).find((one) => one.message?.to === to)?.id ?? '';
      return play(run, { kind: 'lose', message: id });
    },
    alter(usersRun(), add('A', 'email')),
  );
  const heard = doPending(lost, (choice) => choice.kind === 'gossip' && choice.to === 'B');
  expect(labels(heard)).toContain('60 s pass: B pulls from A');
});

test('a pull from who is believed to be down is not announced as one', () => {
  const lost = alter(usersRun({ nodes: ['A', 'B'] }), add('A', 'email'));
  const heard = doPending(lost, (choice) => choice.id === 'gossip A>B');
  const cut = play(heard, { kind: 'cut', a: 'A', b: 'B' });
  expect(labels(heard)).toContain('60 s pass: B pulls from A');
  expect(labels(cut)).toContain('60 s pass: B cannot ask A, which it believes to be down');
});

test('a pull that has become needless is not announced as one, and no time that does not pass', () => {
  const altered = alter(usersRun(), add('A', 'email'));
  const heard = doPending(altered, (choice) => choice.id === 'gossip A>B');
  expect(labels(heard)).toContain('60 s pass: B pulls from A');
  const told = doPending(heard, (choice) => choice.message?.to === 'B');
  const pull = pendingChoices(stateAt(told, told.steps.length)).find(({ id }) => /pull B<A/.test(id));
  const moment = momentAt(
    told,
    { step: told.steps.length, fraction: 0 },
    { selection: null, tableKey: null },
  );
  expect(pull && nextLabel(moment, pull, 60_000_000)).toBe('60 s pass: B need not pull from A');
  expect(pull && nextLabel(moment, pull, 0)).toBe('B need not pull from A');
  const fired = doPending(told, ({ id }) => id === pull?.id);
  expect(fired.steps.at(-1)?.events.map(({ kind }) => kind)).toContain('pull-not-needed');
});

test('whoever no longer counts as just started is said so', () => {
  const restarted = play(usersRun(), { kind: 'crash', node: 'B' }, { kind: 'restart', node: 'B' });
  expect(labels(restarted)).toContainEqual(
    expect.stringMatching(/pass: B no longer counts as just started$/),
  );
});

test('a statement that waits for replicas has a time-out', () => {
  const read: CommandDraft = { kind: 'select', node: 'A', ...TABLE, key: { id: 1 }, consistency: 'ALL' };
  expect(labels(play(usersRun(), read))).toContain('5 s pass: A gives up waiting for read s1');
  expect(labels(play(usersRun(), read))[0]).toMatch(/^the read reaches [BC]$/);
});

test('nothing on its way is null', () => {
  const moment = momentAt(settled(usersRun()), { step: 0, fraction: 0 }, { selection: null, tableKey: null });
  expect(nextItem(moment)).toBeNull();
});

test('the first minute, every label starts small or with a name and has no gaps', () => {
  let run = alter(usersRun(), add('A', 'email'));
  for (let i = 0; i < 30; i++) {
    for (const text of labels(run)) {
      expect(text).not.toMatch(/[{}]|undefined|null| {2}|^ | $/);
    }
    const next = pendingChoices(stateAt(run, run.steps.length))[0];
    run = next === undefined ? run : play(run, next.command);
  }
});

test.each([
  [0, '0 s'],
  [850, '850 µs'],
  [12_000, '12 ms'],
  [12_345, '12.3 ms'],
  [1_200_000, '1.2 s'],
  [60_000_000, '60 s'],
  [120_000_000, '2 min'],
])('%d µs is said as %s', (micros, text) => {
  expect(timeText(micros)).toBe(text);
});

test('a clock error has a sign', () => {
  expect(errorText(5_000)).toBe('+5 ms');
  expect(errorText(-1_000_000)).toBe('−1 s');
});

test('in the past Next is what was recorded, not what would have been due', () => {
  const altered = alter(usersRun(), add('A', 'email'));
  const step = altered.steps.length;
  const late = pendingChoices(stateAt(altered, step)).findLast((one) => one.kind === 'message');
  const run = play(play(altered, { kind: 'deliver', message: late?.id ?? '' }), add('C', 'city'));
  const at = (i: number) =>
    nextItem(momentAt(run, { step: i, fraction: 0 }, { selection: null, tableKey: null }));
  expect(at(step)).toMatchObject({ choice: late?.id });
  expect(at(step + 1)?.label).toMatch(/^C accepts \+city/);
  expect(at(step + 1)?.choice).toBe('');
});
