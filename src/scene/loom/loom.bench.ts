// What a long history costs: 5,000 steps on nine nodes, drawn for the first time and sought through, at every zoom; and
// how many things there are to draw.

import { bench, describe } from 'vitest';
import { project } from '../project.ts';
import { GEOMETRY_DESKTOP, type LoomGeometry, type SceneOptions } from '../shape/scene.ts';
import { busyRun, dice } from './busyRun.test-support.ts';
import { marksOf } from './loomMarks.test-support.ts';

const run = busyRun({ steps: 5_000, messages: 60 });
const last = run.steps.length;
const at = (part: Partial<LoomGeometry>, more: Partial<SceneOptions> = {}): SceneOptions => ({
  selection: null,
  tableKey: null,
  geometry: { ...GEOMETRY_DESKTOP, ...part },
  ...more,
});

const ZOOMS = {
  'rows of 40 px': at({}),
  'rows of 20 px': at({ rowHeight: 20 }),
  'rows of 8 px': at({ rowHeight: 8 }),
  'the whole run': at({}, { whole: true }),
} as const;

describe(`a history of ${last} steps`, () => {
  for (const [zoom, options] of Object.entries(ZOOMS)) {
    const marks = marksOf(project(run, { step: last, fraction: 0 }, options).loom);
    const roll = dice(3);
    bench(`seek, ${zoom}, ${marks} marks`, () => {
      project(run, { step: roll(last + 1), fraction: 0 }, options);
    });
  }

  let width = 800;
  bench(
    'first picture in a window of a new width',
    () => {
      width = width === 900 ? 800 : width + 1;
      project(run, { step: last, fraction: 0 }, at({ width }));
    },
    { iterations: 5, time: 200 },
  );

  let frame = 0;
  bench('a frame between two steps, the whole run', () => {
    frame = (frame + 1) % 60;
    project(run, { step: last - 1, fraction: frame / 60 }, ZOOMS['the whole run']);
  });
});
