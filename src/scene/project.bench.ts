// What looking costs: a seek anywhere, a frame between two steps, one more step. A run of 1,500 steps on nine nodes with
// up to 90 messages on their way.

import { bench, describe } from 'vitest';
import { append, type CommandDraft, pendingChoices, stateAt, type Timeline } from '../engine/index.ts';
import { add, TABLE, usersRun } from './firstMinute.test-support.ts';
import { project } from './project.ts';

const OPTIONS = { selection: null, tableKey: null } as const;
const STEPS = 1_500;
const MESSAGES = 90;

/** Fixed chance: the same run on every machine. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % sides;
  };
}

function busyRun(): Timeline {
  const roll = dice(7);
  let run = usersRun({ nodes: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] });
  for (let turn = 0, columns = 0; run.steps.length < STEPS && turn < 3 * STEPS; turn++) {
    const state = stateAt(run, run.steps.length);
    const choices = pendingChoices(state);
    const kind = state.core.messages.length < MESSAGES ? roll(40) : 40;
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

const run = busyRun();
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
