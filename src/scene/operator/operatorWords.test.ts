import { expect, it } from 'vitest';
import { play, usersRun } from '../firstMinute.test-support.ts';
import { clockError, clockSentence, operationNote } from './operatorWords.ts';

it('a clock error is told with what it means, and read from the run at a step', () => {
  const run = play(usersRun(), { kind: 'skew', node: 'B', micros: -5_000 });
  const last = run.steps.length;
  expect([last - 1, last].map((step) => clockError(run, step, 'B'))).toEqual([0, -5_000]);
  expect([null, 0, 5_000, -5_000].map((micros) => clockSentence('B', micros))).toMatchInlineSnapshot(`
    [
      "A clock error is a whole number of microseconds, such as 5000 or -5000.",
      "The clock is right: statements on B carry true time.",
      "Statements on B carry stamps 5 ms ahead: they win over what others say up to 5 ms later.",
      "Statements on B carry stamps 5 ms back: they lose to what others said up to 5 ms before.",
    ]
  `);
  expect(operationNote('crash')).toBe('Memory is lost; sstables, commitlog and the flushed schema stay.');
});
