// The messages of a statement: its own, and what nodes sent because it waited for a definition or for a pull, with the
// answers to that. Whoever joined a request that another statement had made sends nothing, and is charged nothing.

import type { SimEvent, StatementId, Verb } from '../../engine/index.ts';
import type { StrokeFact } from './loomIndex.ts';
import type { Moment } from './moment.ts';

const REPLIES: Partial<Record<Verb, Verb>> = {
  GET_SCHEMA_VERSION: 'SCHEMA_VERSION_REPLY',
  MIGRATION_REQUEST: 'MIGRATION_REPLY',
};

/** In the order in which they were sent. */
export function messagesOf(moment: Moment, statement: StatementId): readonly StrokeFact[] {
  const sent = moment.index.strokes.filter(({ sentStep }) => sentStep <= moment.step);
  const own = sent.filter((stroke) => stroke.statement === statement);
  const asked = new Set<StrokeFact>();
  for (const [at, { events }] of moment.timeline.steps.slice(0, moment.step).entries()) {
    for (const event of events) {
      if ('statement' in event && event.statement === statement) {
        const found = sent.find((one) => one.sentStep === at + 1 && !asked.has(one) && isAskedBy(event, one));
        if (found !== undefined) asked.add(found);
      }
    }
  }
  const keys = new Set([...asked].map(({ message }) => message));
  const questions = sent.filter((one) => asked.has(one) || (one.copyOf !== null && keys.has(one.message)));
  const answers = sent.filter((one) => questions.some((question) => isAnswer(question, one)));
  return [...new Set([...own, ...questions, ...answers])].sort((a, b) => a.index - b.index);
}

function isAskedBy(event: SimEvent, stroke: StrokeFact): boolean {
  switch (event.kind) {
    case 'version-requested':
      return (
        stroke.verb === 'GET_SCHEMA_VERSION' &&
        stroke.from === event.node &&
        stroke.to === event.source &&
        stroke.version === event.version
      );
    case 'schema-requested':
      return stroke.verb === 'MIGRATION_REQUEST' && stroke.from === event.node && stroke.to === event.peer;
    default:
      return false;
  }
}

/** It is sent in the step in which the question arrives. */
function isAnswer(question: StrokeFact, answer: StrokeFact): boolean {
  return (
    question.end === 'delivered' &&
    question.endStep === answer.sentStep &&
    answer.verb === REPLIES[question.verb] &&
    answer.from === question.to &&
    answer.to === question.from &&
    answer.version === question.version
  );
}
