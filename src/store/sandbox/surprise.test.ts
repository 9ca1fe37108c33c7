import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pendingChoices, replay, stateAt, toRun } from '../../engine/index.ts';
import { partingOf, SURPRISE_STEPS_MAX, surpriseOf } from './surprise.ts';

const RUNS = 12;

test('every seed gives a run that replays, parts, upgrades an entry and comes to rest within its bound', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), (seed) => {
      const surprise = surpriseOf(seed);
      if (!surprise.ok) {
        throw new Error(surprise.problem);
      }
      const { timeline, parting } = surprise.value;
      const { length } = timeline.steps;
      expect(length).toBeLessThanOrEqual(SURPRISE_STEPS_MAX);
      expect(parting).toBe(partingOf(timeline, 0));
      expect(parting).toBeGreaterThan(0);
      const events = timeline.steps.flatMap((step) => step.events);
      expect(events.some((event) => event.kind === 'stored' && event.event.kind === 'entry-upgraded')).toBe(
        true,
      );
      expect(pendingChoices(stateAt(timeline, length))).toEqual([]);
      expect(replay(toRun(timeline)).ok).toBe(true);
    }),
    { seed: 20260, numRuns: RUNS },
  );
});

test('the same seed is the same run, another seed another one', () => {
  const runs = [5, 5, 6].map((seed) => {
    const surprise = surpriseOf(seed);
    return surprise.ok ? toRun(surprise.value.timeline) : null;
  });
  expect(runs[0]).not.toBeNull();
  expect(runs[0]).toEqual(runs[1]);
  expect(runs[0]?.hash).not.toBe(runs[2]?.hash);
});
