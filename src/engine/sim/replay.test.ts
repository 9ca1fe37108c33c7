import { expect, test } from 'vitest';
import { play } from '../scenarios/play.test-support.ts';
import { replay } from './replay.ts';
import { toRun } from './timeline.ts';

const run = toRun(play().alter('A', 100, '+x int').insert('B', 1, { a: 7 }, { at: 110 }).drain().timeline);

test('N8 a run that was changed by hand says from which step on it differs', () => {
  const at = run.commands.findIndex((command) => command.kind === 'insert');
  const changed = run.commands.map((command, i) =>
    i === at && command.kind === 'insert' ? { ...command, values: { a: 8 } } : command,
  );
  const again = replay({ ...run, commands: changed });
  expect(again).toMatchObject({
    ok: false,
    problem: `The run plays to its end, but differs from step ${at + 1} of ${run.commands.length} (insert) on: it was made by another version of the rules, or changed by hand.`,
  });
});

test('N8 a run of another start says so; without a trail only the end can be compared', () => {
  const other = {
    ...run,
    config: {
      ...run.config,
      latency: { base: 1, jitter: 0 },
      fidelity: { ...run.config.fidelity, shardZeroSyncBug: true },
    },
  };
  expect(replay(other)).toMatchObject({
    ok: false,
    problem: expect.stringContaining('differs from its start on'),
  });
  const { trail: _trail, ...bare } = other;
  expect(replay(bare)).toMatchObject({
    ok: false,
    problem: expect.stringContaining('played to its end, but its state is'),
  });
});

test('N8 a run whose command cannot be played names the step', () => {
  const without = { ...run, commands: run.commands.filter((command) => command.kind !== 'insert') };
  expect(replay(without)).toMatchObject({
    ok: false,
    problem: expect.stringMatching(/^Step \d+ of \d+ \(deliver\) cannot be played: No message/),
  });
});

test('F7 a message that overtakes an earlier one on its connection is marked: TCP would not', () => {
  const two = play().alter('A', 100, '+x int').alter('A', 200, '+y int');
  const inOrder = two.deliver('DEFINITIONS_UPDATE A>B s1').deliver('DEFINITIONS_UPDATE A>B s2');
  const overtaking = two.deliver('DEFINITIONS_UPDATE A>B s2').deliver('DEFINITIONS_UPDATE A>B s1');
  const marks = (run: typeof two) => run.events('message-delivered').map(({ notTcp }) => notTcp === true);
  expect(marks(inOrder)).toEqual([false, false]);
  expect(marks(overtaking)).toEqual([true, false]);
  expect(overtaking.version('B')).toBe(inOrder.version('B'));
});
