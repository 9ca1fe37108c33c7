// What can be said of a message without opening it (SPEC N6).

import type { NodeId, SchemaVersion, StatementId } from '../plain/scalars.ts';
import type { Message, Verb } from './message.ts';

export interface MessageFacts {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly verb: Verb;
  readonly message: string;
  readonly version: SchemaVersion | null;
  readonly statement: StatementId | null;
}

/** What an event says of a message. */
export function messageFacts(message: Message): MessageFacts {
  return {
    from: message.from,
    to: message.to,
    verb: message.verb,
    message: message.key,
    version: messageVersion(message),
    statement: messageStatement(message),
  };
}

/** The schema version that a message carries or asks about, or null. */
export function messageVersion(message: Message): SchemaVersion | null {
  switch (message.verb) {
    case 'GET_SCHEMA_VERSION':
    case 'SCHEMA_VERSION_REPLY':
      return message.version;
    case 'MUTATION':
    case 'STREAM_MUTATION':
      return message.mutation.version;
    case 'READ_DATA':
    case 'READ_DIGEST':
    case 'READ_MUTATION_DATA':
      return message.request.version;
    default:
      return null;
  }
}

/** The client statement that a message belongs to, or null (pulls and definitions are shared by many). */
export function messageStatement(message: Message): StatementId | null {
  switch (message.verb) {
    case 'DEFINITIONS_UPDATE':
    case 'MUTATION':
    case 'MUTATION_DONE':
    case 'READ_REPLY':
      return message.statement;
    case 'READ_DATA':
    case 'READ_DIGEST':
    case 'READ_MUTATION_DATA':
      return message.request.statement;
    default:
      return null;
  }
}
