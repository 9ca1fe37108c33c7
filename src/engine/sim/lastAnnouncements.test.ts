import { expect, test } from 'vitest';
import { play } from '../scenarios/play.test-support.ts';
import { announcementsFrom, beforeAnnouncements } from './lastAnnouncements.ts';
import { pendingChoices } from './policy.ts';

/** Played by itself until nothing but gossip is on its way. */
function agreed() {
  let run = play().begin('A', 100, '+x int');
  for (;;) {
    const [next, ...others] = pendingChoices(run.state);
    if (next === undefined || [next, ...others].every(({ kind }) => kind === 'gossip')) {
      return run;
    }
    run = run.append(next.command);
  }
}

const goOn = (run: ReturnType<typeof agreed>, count: number) =>
  Array.from({ length: count }).reduce<ReturnType<typeof agreed>>((at) => {
    const [next] = pendingChoices(at.state);
    return next === undefined ? at : at.append(next.command);
  }, run);

test('N16 what is left of the announcements is taken as one, forwards and back', () => {
  const run = agreed();
  const { length } = run.timeline.steps;
  const left = pendingChoices(run.state).length;
  expect(left).toBeGreaterThan(2);
  expect(announcementsFrom({ timeline: run.timeline, step: length })).toBe(left);
  const done = goOn(run, left).timeline;
  expect(done.steps).toHaveLength(length + left);
  expect(announcementsFrom({ timeline: done, step: length })).toBe(left);
  expect(announcementsFrom({ timeline: done, step: length + left })).toBe(0);
  expect(beforeAnnouncements(done, length + left)).toBe(length);
  expect(beforeAnnouncements(done, length)).toBe(length - 1);
});

test('N16 a message on its way, a node that disagrees or a command among them stands alone', () => {
  const run = agreed();
  const { length } = run.timeline.steps;
  const begun = play().begin('A', 100, '+x int');
  expect(announcementsFrom({ timeline: begun.timeline, step: begun.timeline.steps.length })).toBe(0);
  const mixed = goOn(goOn(run, 1).flush('A'), 2).timeline;
  expect(announcementsFrom({ timeline: mixed, step: length })).toBe(0);
  expect(announcementsFrom({ timeline: mixed, step: length + 2 })).toBe(2);
  const apart = run.append({ kind: 'cut', a: 'A', b: 'B' }).begin('A', 200, '+y int').timeline;
  expect(announcementsFrom({ timeline: apart, step: apart.steps.length })).toBe(0);
});
