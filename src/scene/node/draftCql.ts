// The CQL that a click is about to stand for, by the engine's one printer: as the node's console would show it afterwards.

import { type Statement, type StatementDraft, statementCql, type Timeline } from '../../engine/index.ts';
import { stateAt } from '../run/moment.ts';
import type { Playhead } from '../shape/scene.ts';

/** A name that is still to be typed. */
const UNNAMED = /""/g;

export function draftCql(timeline: Timeline, playhead: Playhead, draft: StatementDraft): string {
  const statement = { id: '', timestamp: 0, ...draft } as Statement;
  return statementCql(statement, stateAt(timeline, playhead.step).core).replace(UNNAMED, '…');
}
