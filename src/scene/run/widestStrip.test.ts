import { expect, test } from 'vitest';
import { add, play, settled, usersRun } from '../firstMinute.test-support.ts';
import { project } from '../project.ts';

const OPTIONS = { selection: null, tableKey: null } as const;

test('room is kept for the widest strip of the run, wherever the playhead stands', () => {
  const before = project(usersRun(), { step: 0, fraction: 0 }, OPTIONS).widestStrip;
  const run = settled(play(usersRun(), add('A', 'customer_email')));
  const at = (step: number) => project(run, { step, fraction: 0 }, OPTIONS).widestStrip;
  expect(at(0)).toEqual({ letters: before.letters + 'customer_email'.length, chips: before.chips + 1 });
  expect(at(run.steps.length)).toBe(at(0));
});
