// Messages with the real verbs (SPEC W1). A message is identified by its content and cause, never by a minted number:
// two equal messages are two copies of one (N5), which is what lets the explorer see that two states are the same.

import type { Dict } from '../plain/record.ts';
import type { NodeId, SchemaVersion, ShardId, StatementId } from '../plain/scalars.ts';
import type { Schema } from '../schema/schema.ts';
import type { SchemaRows } from '../schema/systemTables.ts';
import type { FrozenMutation, Partition, PartitionKey } from '../storage/partition.ts';

interface MessageBase {
  /** Content and cause in one string, e.g. 'DEFINITIONS_UPDATE A>B s3'. */
  readonly key: string;
  readonly from: NodeId;
  readonly fromShard: ShardId;
  readonly to: NodeId;
}

export interface ReadRequest {
  readonly statement: StatementId;
  readonly cfId: string;
  readonly version: SchemaVersion;
  readonly key: PartitionKey;
}

export type ReadVerb = 'READ_DATA' | 'READ_DIGEST' | 'READ_MUTATION_DATA';

/** A DDL's delta, pushed one-way to every live node. `label` is its change in short, e.g. '+email'. */
export interface DefinitionsUpdate extends MessageBase {
  readonly verb: 'DEFINITIONS_UPDATE';
  readonly statement: StatementId;
  readonly label: string;
  readonly delta: SchemaRows;
  /** Versions that the delta makes at its sender: only with `containedVersionsSynced`, a protocol extension (W11). */
  readonly versions: readonly SchemaVersion[];
}
/** "Give me all your changes" (a pull). `pull` keys the request at its sender. */
export interface MigrationRequest extends MessageBase {
  readonly verb: 'MIGRATION_REQUEST';
  readonly pull: string;
}
export interface MigrationReply extends MessageBase {
  readonly verb: 'MIGRATION_REPLY';
  readonly pull: string;
  readonly rows: SchemaRows;
}
/** "What is X?" (LOAD): asks the sender's shard for a definition. */
export interface GetSchemaVersion extends MessageBase {
  readonly verb: 'GET_SCHEMA_VERSION';
  readonly version: SchemaVersion;
  /** The shard asked, on the receiver. */
  readonly shard: ShardId;
}
export interface SchemaVersionReply extends MessageBase {
  readonly verb: 'SCHEMA_VERSION_REPLY';
  readonly version: SchemaVersion;
  /** The shard that asked. */
  readonly shard: ShardId;
  /** The frozen definition; null is "schema version not found". */
  readonly schema: Schema | null;
}
export interface MutationMessage extends MessageBase {
  readonly verb: 'MUTATION';
  readonly statement: StatementId;
  /** 'write' or 'repair' (read repair). */
  readonly attempt: 'write' | 'repair';
  readonly mutation: FrozenMutation;
  /** Who is told when it is applied; not always the sender (forwarding between data centres). */
  readonly replyTo: NodeId;
  readonly replyShard: ShardId;
  readonly forward: readonly NodeId[];
}
export interface MutationDone extends MessageBase {
  readonly verb: 'MUTATION_DONE';
  readonly statement: StatementId;
  readonly attempt: 'write' | 'repair';
}
export interface ReadMessage extends MessageBase {
  readonly verb: ReadVerb;
  readonly request: ReadRequest;
}
export interface ReadReply extends MessageBase {
  readonly verb: 'READ_REPLY';
  readonly asked: ReadVerb;
  readonly statement: StatementId;
  /** In the request's version; null when only a digest was asked for or the read failed. */
  readonly partition: Partition | null;
  /** Digest of the result: cells by name; '' when the read failed. */
  readonly digest: string;
  readonly problem: string | null;
}

/** One partition for its owner to come (O5): the mutation is frozen at the sender's current version. */
export interface StreamMutation extends MessageBase {
  readonly verb: 'STREAM_MUTATION';
  /** What moves it, e.g. 'join D': stands where a statement would. */
  readonly statement: StatementId;
  readonly mutation: FrozenMutation;
}
export interface StreamMutationReply extends MessageBase {
  readonly verb: 'STREAM_MUTATION_REPLY';
  readonly statement: StatementId;
  /** Why it could not be stored; null when it is. */
  readonly problem: string | null;
}

export type Message =
  | DefinitionsUpdate
  | MigrationRequest
  | MigrationReply
  | GetSchemaVersion
  | SchemaVersionReply
  | MutationMessage
  | MutationDone
  | ReadMessage
  | ReadReply
  | StreamMutation
  | StreamMutationReply;

export type Verb = Message['verb'];

/** Verbs whose loss breaks the connection, so that the caller fails at once; the others just vanish (F1). */
export const REQUEST_VERBS: Dict<true> = {
  MIGRATION_REQUEST: true,
  MIGRATION_REPLY: true,
  GET_SCHEMA_VERSION: true,
  SCHEMA_VERSION_REPLY: true,
  READ_DATA: true,
  READ_DIGEST: true,
  READ_MUTATION_DATA: true,
  READ_REPLY: true,
  STREAM_MUTATION: true,
  STREAM_MUTATION_REPLY: true,
};
