import { expect, test } from 'vitest';
import type { Timeline } from '../../engine/index.ts';
import { placesFor, rerun } from '../../engine/index.ts';
import { add, must, play, settled, usersRun } from '../firstMinute.test-support.ts';
import { project } from '../project.ts';

const PICTURE = { selection: null, tableKey: null } as const;

const pictures = (timeline: Timeline) =>
  Array.from({ length: timeline.steps.length + 1 }, (_, step) =>
    project(timeline, { step, fraction: 0 }, PICTURE),
  );

/** Each message of the run moved to each place where it may end, where the runs then come together again. */
function rejoined(run: Timeline): readonly Timeline[] {
  return run.steps.flatMap(({ command }, i) => {
    if (command.kind !== 'deliver') return [];
    const asked = { message: command.message, seen: i, from: 0, to: run.steps.length };
    return must(placesFor(run, { ...asked, mode: 'move' })).flatMap((to) => {
      if (!to.legal || to.own) return [];
      const { timeline } = must(
        rerun(run, { kind: 'deliver', message: command.message, seen: i, place: to.place }),
      );
      return timeline.steps.at(-1) === run.steps.at(-1) ? [timeline] : [];
    });
  });
}

test('N14 a run that has come together with another again is drawn with its own past', () => {
  const run = settled(play(usersRun(), add('A', 'email'), add('B', 'phone')));
  pictures(run);
  const siblings = rejoined(run);
  expect(siblings.length).toBeGreaterThan(10);
  for (const sibling of siblings) {
    // Of a copy nothing is remembered.
    expect(pictures(sibling)).toEqual(pictures(structuredClone(sibling)));
  }
  expect(pictures(run)).toEqual(pictures(structuredClone(run)));
});
