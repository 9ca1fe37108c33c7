// What counts as one move (SPEC N17): what a person does at once. A schema change and the merge of it on its own node are one.

import type { StatementId } from '../plain/scalars.ts';
import type { Command } from './command.ts';
import { isStatement } from './step.ts';
import type { Timeline } from './timeline.ts';

/** The statement whose own merge is still part of its move; null where there is none. */
export type Cause = StatementId | null;

/** What the next command may still be part of: other merges in between change nothing, anything else ends the move. */
export function causeAfter(cause: Cause, command: Command): Cause {
  if (isStatement(command)) {
    return command.id;
  }
  return command.kind === 'merge' || command.kind === 'publish' ? cause : null;
}

/** The key by which a node keeps the merge of a statement that was given to it. */
export const ownMergeKey = (statement: StatementId): string => `ddl ${statement}`;

export function isOwnMerge(cause: Cause, command: Command): boolean {
  return (
    cause !== null &&
    (command.kind === 'merge' || command.kind === 'publish') &&
    command.merge === ownMergeKey(cause)
  );
}

/** Moves between two steps of a run. */
export function countedMoves({ steps }: Timeline, from: number, to: number): number {
  return movesIn(
    steps.slice(from, to).map(({ command }) => command),
    null,
  );
}

/** Moves that commands are behind what `before` stands for. */
export function movesIn(commands: readonly Command[], before: Cause): number {
  let cause = before;
  let moves = 0;
  for (const command of commands) {
    moves += isOwnMerge(cause, command) ? 0 : 1;
    cause = causeAfter(cause, command);
  }
  return moves;
}
