// What a long history costs: 5,000 steps on nine nodes, drawn for the first time and sought through, at every zoom; and
// how many things there are to draw.

import { bench, describe } from 'vitest';
import { append, type CommandDraft, pendingChoices, stateAt, type Timeline } from '../engine/index.ts';
import { add, TABLE, usersRun } from './firstMinute.test-support.ts';
import { marksOf } from './loomMarks.test-support.ts';
import { project } from './project.ts';
import { GEOMETRY_DESKTOP, type LoomGeometry, type SceneOptions } from './scene.ts';

const STEPS = 5_000;
const MESSAGES = 60;

/** Fixed chance: the same run on every machine. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % sides;
  };
}

function longRun(): Timeline {
  const roll = dice(7);
  let run = usersRun({ nodes: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] });
  for (let turn = 0, columns = 0; run.steps.length < STEPS && turn < 3 * STEPS; turn++) {
    const state = stateAt(run, run.steps.length);
    const choices = pendingChoices(state);
    const kind = state.core.messages.length < MESSAGES ? roll(60) : 60;
    const node = run.config.nodes[roll(9)] ?? 'A';
    const row = { ...TABLE, key: { id: roll(20) }, consistency: 'QUORUM' as const };
    let draft: CommandDraft | undefined = choices[roll(Math.max(1, Math.min(4, choices.length)))]?.command;
    if (kind === 0 && columns < 40) {
      draft = add(node, `c${columns++}`);
    } else if (kind < 5) {
      draft = { kind: 'insert', node, ...row, values: { name: `n${turn}` } };
    } else if (kind < 7) {
      draft = { kind: 'select', node, ...row };
    }
    const next = draft === undefined ? null : append(run, draft);
    run = next?.ok ? next.value : run;
  }
  return run;
}

const run = longRun();
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
