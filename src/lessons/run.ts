// Plays moves on a timeline, as a person would: a schema change is followed by its own node's merge. A move that the engine
// refuses is a fault of the lesson, so it throws with the sentence.

import type { PendingChoice, Timeline } from '../engine/index.ts';
import { append, isStatement, pendingChoices, stateAt } from '../engine/index.ts';
import type { Move } from './moves.ts';

const STEPS_BOUND = 2_000;

const pendingAt = (timeline: Timeline): readonly PendingChoice[] =>
  pendingChoices(stateAt(timeline, timeline.steps.length));

export function playMoves(start: Timeline, moves: readonly Move[]): Timeline {
  return moves.reduce(playMove, start);
}

function playMove(timeline: Timeline, move: Move): Timeline {
  switch (move.kind) {
    case 'pending':
      return eachPending(timeline, move);
    case 'drain':
      return runOn(timeline, ({ kind }) => kind !== 'gossip' && kind !== 'timer');
    case 'settle':
      return runOn(timeline, () => true);
    case 'begin':
      return appended(timeline, move.draft as Parameters<typeof append>[1]);
    default:
      return ownMerge(appended(timeline, move));
  }
}

function appended(timeline: Timeline, draft: Parameters<typeof append>[1]): Timeline {
  const next = append(timeline, draft);
  if (!next.ok) {
    throw new Error(`${next.problem} Step ${timeline.steps.length + 1}. ${pendingText(timeline)}`);
  }
  return next.value;
}

const pendingText = (timeline: Timeline): string =>
  `Pending: ${
    pendingAt(timeline)
      .map(({ id }) => id)
      .join('; ') || 'nothing'
  }.`;

function eachPending(timeline: Timeline, move: Extract<Move, { kind: 'pending' }>): Timeline {
  const found = pendingAt(timeline).filter(({ id }) => id.startsWith(move.handle));
  if (found.length === 0) {
    throw new Error(`Nothing on its way begins with '${move.handle}'. ${pendingText(timeline)}`);
  }
  return found.reduce(
    (line, { id, command }) =>
      appended(line, move.do === 'deliver' ? command : { kind: 'lose', message: id }),
    timeline,
  );
}

/** The merge of the last statement on its own node; with several shards they all switch. */
function ownMerge(timeline: Timeline): Timeline {
  const command = timeline.steps.at(-1)?.command;
  if (command === undefined || !isStatement(command)) {
    return timeline;
  }
  return runOn(timeline, (choice) => isMergeOf(choice, command.id, command.node));
}

/** Whether a choice belongs to a statement's own schema change: a person takes both as one. */
const isMergeOf = (choice: PendingChoice, statement: string, node: string): boolean =>
  (choice.kind === 'merge' || choice.kind === 'publish') &&
  choice.to === node &&
  choice.statement === statement;

function runOn(start: Timeline, may: (choice: PendingChoice) => boolean): Timeline {
  let timeline = start;
  for (let i = 0; i < STEPS_BOUND; i++) {
    const next = pendingAt(timeline).find(may);
    if (next === undefined) {
      return timeline;
    }
    timeline = appended(timeline, next.command as Parameters<typeof append>[1]);
  }
  throw new Error(`Nothing came to rest within ${STEPS_BOUND} steps.`);
}
