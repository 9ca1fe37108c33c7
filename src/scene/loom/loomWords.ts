// The words and the version on a stroke: what the message says and carries, and how it fared.

import { type MessageFacts, pillText } from '../narration/narrateMessage.ts';
import { isOfTable } from '../run/identity.ts';
import type { StrokeFact } from '../run/loomIndex.ts';
import type { Moment } from '../run/moment.ts';
import { versionOfChange } from '../run/statementWords.ts';
import type { Identity, StrokeState } from '../shape/scene.ts';
import { label } from '../words/say.ts';
import { isEndedAt } from './loomLines.ts';

/**
 * The version that a message shows: what it carries, or what its sender got from the change that it pushes. Hues belong
 * to the selected table: what is about another one is grey.
 */
export function shownVersion(
  moment: Moment,
  facts: Pick<MessageFacts, 'version' | 'statement'>,
): Identity | null {
  const version = facts.version ?? versionOfChange(moment.statements, facts.statement, moment.step);
  const identity = moment.identities.of(version);
  return identity !== null && isOfTable(identity, moment.table) ? identity : null;
}

/** Whether its pill needs room for a version's tile, even if the version is not known yet. */
export function hasTile({ version, verb }: Pick<MessageFacts, 'version' | 'verb'>): boolean {
  return version !== null || verb === 'DEFINITIONS_UPDATE';
}

export function strokeState(stroke: StrokeFact, step: number): StrokeState {
  if (!isEndedAt(stroke, step)) {
    return 'inFlight';
  }
  if (stroke.end === 'lost') {
    return 'lost';
  }
  return stroke.copyOf !== null ? 'duplicate' : stroke.late ? 'late' : 'delivered';
}

/** '+email', '+email lost', '+email again', '+email late'. */
export function labelText(moment: Moment, stroke: StrokeFact): string {
  const text = pillText(moment.words, stroke);
  const state = strokeState(stroke, stroke.endStep ?? Number.POSITIVE_INFINITY);
  return state === 'delivered' || state === 'inFlight' ? text : label(`pill-${state}`, { text });
}
