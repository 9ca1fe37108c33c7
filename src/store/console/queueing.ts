// A line of CQL that is not to be done now but at any moment of a search: read as the console of its node would, with an id and
// a timestamp of its own.

import {
  answerStatement,
  type Command,
  clockOf,
  isStatement,
  type Result,
  readScript,
  refusedPlace,
} from '../../engine/index.ts';
import { ok, refuse } from '../state/outcome.ts';
import type { SessionState } from '../state/sessionState.ts';
import { shownState } from '../state/shown.ts';
import { timeWords } from '../words/messagesOfTime.en.ts';
import { consoleSessionAt } from './consoleLines.ts';

const GAP = 1_000;

export function queuedCommand(
  state: SessionState,
  node: string,
  text: string,
  queued: readonly Command[],
): Result<Command> {
  const [part, ...more] = readScript(text);
  if (part === undefined || more.length > 0) {
    return refuse(timeWords('one-statement'));
  }
  const session = consoleSessionAt(state, node);
  if (!part.read.ok) {
    return refuse(part.read.problem.sentence);
  }
  const shown = shownState(state);
  const answer = answerStatement(shown.core, node, session, part.read.statement);
  if (!answer.ok) {
    return refuse(refusedPlace(part, session, answer).sentence);
  }
  const { command } = answer.value;
  if (command === null) {
    return refuse(timeWords('no-command'));
  }
  if (!isStatement(command)) {
    return ok(command as Command);
  }
  const last = Math.max(
    clockOf(shown, node),
    ...queued.map((other) => (isStatement(other) ? other.timestamp : 0)),
  );
  return ok({ ...command, id: freeId(queued), timestamp: command.timestamp ?? last + GAP } as Command);
}

function freeId(queued: readonly Command[]): string {
  const taken = new Set(queued.map((command) => (isStatement(command) ? command.id : '')));
  for (let n = 1; ; n++) {
    if (!taken.has(`own${n}`)) {
      return `own${n}`;
    }
  }
}
