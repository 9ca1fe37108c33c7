// How moves are counted: what a person does at once is one. A schema change and the merge of it on its own node are one.

import { isStatement, type Step, type Timeline } from '../engine/index.ts';

/** Moves between two steps of a run. */
export function countedMoves({ steps }: Timeline, from: number, to: number): number {
  return steps.slice(from, to).filter((step, i, counted) => !isOwnMerge(counted, i, step)).length;
}

function isOwnMerge(steps: readonly Step[], at: number, { command }: Step): boolean {
  if (command.kind !== 'merge' && command.kind !== 'publish') {
    return false;
  }
  // A merge names its cause: `ddl` and the statement's id.
  let before = at - 1;
  while (steps[before]?.command.kind === 'merge' || steps[before]?.command.kind === 'publish') {
    before -= 1;
  }
  const cause = steps[before]?.command;
  return cause !== undefined && isStatement(cause) && command.merge === `ddl ${cause.id}`;
}
