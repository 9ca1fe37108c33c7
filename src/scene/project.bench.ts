// What looking costs: a seek anywhere, a frame between two steps, one more step. A run of 1,500 steps on nine nodes with
// up to 90 messages on their way.

import { bench, describe } from 'vitest';
import { append } from '../engine/index.ts';
import { busyRun, dice } from './loom/busyRun.test-support.ts';
import { project } from './project.ts';

const OPTIONS = { selection: null, tableKey: null } as const;
const run = busyRun({ steps: 1_500, messages: 90 });
const last = run.steps.length;
const roll = dice(11);
project(run, { step: last, fraction: 0 }, OPTIONS);

describe('project', () => {
  bench('seek to any step', () => {
    project(run, { step: roll(last + 1), fraction: 0 }, OPTIONS);
  });

  let frame = 0;
  bench('a frame between two steps', () => {
    frame = (frame + 1) % 60;
    project(run, { step: last - 1, fraction: frame / 60 }, OPTIONS);
  });

  let grown = run;
  bench('one more step', () => {
    const more = append(grown, { kind: 'wait', micros: 1 });
    grown = more.ok ? more.value : run;
    project(grown, { step: grown.steps.length, fraction: 0 }, OPTIONS);
  });
});
