// Sentences, pills and names of messages. Each verb has its own sentence for being sent, received, lost and doubled.

import type { Message, NodeId, SchemaVersion, SimEvent, StatementId, Verb } from '../../engine/index.ts';
import { messageStatement, messageVersion } from '../../engine/index.ts';
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
  /** Of the answer to a question about a version: false where whoever was asked does not know it either. */
  readonly found?: boolean;
}

export function factsOf(message: Message): MessageFacts {
  const { verb, from, to } = message;
  const found = verb !== 'SCHEMA_VERSION_REPLY' || message.schema !== null;
  return { verb, from, to, version: messageVersion(message), statement: messageStatement(message), found };
}

const PHASES = {
  'message-sent': 'sent',
  'message-delivered': 'delivered',
  'message-lost': 'lost',
  'message-duplicated': 'duplicated',
} as const;

export function valuesOfMessage(words: MessageWords, facts: MessageFacts): Readonly<Record<string, string>> {
  return {
    from: facts.from,
    to: facts.to,
    version: words.version(facts.version),
    label: words.label(facts.statement),
    found: facts.found === false ? 'no' : 'yes',
    // What a read sends is a repair.
    repair: words.isRead(facts.statement) ? 'yes' : 'no',
  };
}

export function narrateMessage(
  words: MessageWords,
  event: MessageEvent & Pick<MessageFacts, 'found'>,
): string {
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
