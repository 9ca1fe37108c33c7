// Sentences, pills and names of messages. Each verb has its own sentence for being sent, received, lost and doubled.

import type { NodeId, SchemaVersion, SimEvent, StatementId, Verb } from '../../engine/index.ts';
import type { MessageWords } from '../run/statementWords.ts';
import { sayAny } from '../words/say.ts';

type MessageEvent = Extract<
  SimEvent,
  { kind: 'message-sent' | 'message-delivered' | 'message-lost' | 'message-duplicated' }
>;

export interface MessageFacts {
  readonly verb: Verb;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly version: SchemaVersion | null;
  readonly statement: StatementId | null;
}

const PHASES = {
  'message-sent': 'sent',
  'message-delivered': 'delivered',
  'message-lost': 'lost',
  'message-duplicated': 'duplicated',
} as const;

function valuesOfMessage(words: MessageWords, facts: MessageFacts): Readonly<Record<string, string>> {
  return {
    from: facts.from,
    to: facts.to,
    version: words.version(facts.version),
    label: words.label(facts.statement),
  };
}

export function narrateMessage(words: MessageWords, event: MessageEvent): string {
  return sayAny(`${PHASES[event.kind]}-${event.verb}`, valuesOfMessage(words, event));
}

/** '+email', 'what is X?': on an envelope and on a stroke. */
export function pillText(words: MessageWords, facts: MessageFacts): string {
  return sayAny(`pill-${facts.verb}`, valuesOfMessage(words, facts));
}

/** 'Push +email, A to B': its accessible name. */
export function messageName(words: MessageWords, facts: MessageFacts): string {
  return sayAny(`label-${facts.verb}`, valuesOfMessage(words, facts));
}
