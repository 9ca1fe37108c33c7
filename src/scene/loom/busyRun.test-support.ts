// A long and busy run for benches and for limits: the same on every machine.

import { append, type CommandDraft, pendingChoices, stateAt, type Timeline } from '../../engine/index.ts';
import { add, TABLE, usersRun } from '../firstMinute.test-support.ts';

/** Fixed chance: the same run on every machine. */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % sides;
  };
}

/** A run on nine nodes: forty columns added here and there, writes, reads, and whatever is on its way in some order. */
export function busyRun({
  steps,
  messages,
}: {
  readonly steps: number;
  readonly messages: number;
}): Timeline {
  const roll = dice(7);
  let run = usersRun({ nodes: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] });
  for (let turn = 0, columns = 0; run.steps.length < steps && turn < 3 * steps; turn++) {
    const state = stateAt(run, run.steps.length);
    const choices = pendingChoices(state);
    const kind = state.core.messages.length < messages ? roll(40) : 40;
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
