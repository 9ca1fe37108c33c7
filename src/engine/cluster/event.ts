// Facts in the past tense about nodes and messages (SPEC N6): the one source for narration, animation, tests and costs.
// Events are never replayed; the commands are.

import type { NodeId, SchemaVersion, ShardId, StatementId } from '../plain/scalars.ts';
import type { PartitionKey } from '../storage/partition.ts';
import type { StorageEvent } from '../storage/storageEvent.ts';
import type { ReadVerb, Verb } from './message.ts';
import type { StatementResult } from './node.ts';

/** What a request waits on, told when it starts waiting. */
export type WaitCause = {
  readonly on: 'load' | 'sync';
  readonly version: SchemaVersion;
  readonly joined: boolean;
};

type At = { readonly node: NodeId };
type AtShard = At & { readonly shard: ShardId };
type InTable = AtShard & { readonly keyspace: string; readonly table: string; readonly cfId: string };

export type NodeEvent =
  // Client statements
  | (At & { readonly kind: 'statement-received'; readonly statement: StatementId; readonly label: string })
  | (At & {
      readonly kind: 'statement-ended';
      readonly statement: StatementId;
      readonly result: StatementResult;
    })
  | (At & { readonly kind: 'statement-prepared'; readonly name: string; readonly version: SchemaVersion })
  | (At & { readonly kind: 'statement-invalidated'; readonly name: string; readonly version: SchemaVersion })
  | (At & {
      readonly kind: 'write-acknowledged';
      readonly statement: StatementId;
      readonly by: NodeId;
      readonly acks: number;
      readonly needed: number;
    })
  // Messages
  | {
      readonly kind: 'message-sent' | 'message-delivered' | 'message-lost' | 'message-duplicated';
      readonly from: NodeId;
      readonly to: NodeId;
      readonly verb: Verb;
      readonly message: string;
      readonly version: SchemaVersion | null;
      readonly statement: StatementId | null;
      readonly notTcp?: boolean;
    }
  | (At & {
      readonly kind: 'request-failed';
      readonly to: NodeId;
      readonly verb: Verb | ReadVerb;
      readonly version: SchemaVersion | null;
    })
  | (At & { readonly kind: 'timer-set' | 'timer-fired' | 'timer-cancelled'; readonly timer: string })
  // Schema merge
  | (At & {
      readonly kind: 'merge-queued';
      readonly merge: string;
      readonly origin: 'ddl' | 'push' | 'pull';
      readonly from: NodeId;
      readonly behind: number;
    })
  | (At & {
      readonly kind: 'schema-merged';
      readonly merge: string;
      readonly origin: 'ddl' | 'push' | 'pull';
      readonly from: NodeId;
      /** The statement whose delta it was, or the statements that waited for this pull. */
      readonly statements: readonly StatementId[];
      readonly changed: boolean;
      readonly changes: readonly {
        readonly kind: 'created' | 'altered' | 'dropped';
        readonly keyspace: string;
        readonly table: string;
        readonly cfId: string;
        readonly from: SchemaVersion | null;
        readonly to: SchemaVersion | null;
      }[];
      readonly flushed: boolean;
    })
  | (At & {
      readonly kind: 'merge-failed';
      readonly merge: string;
      readonly origin: 'ddl' | 'push' | 'pull';
      readonly from: NodeId;
      readonly problem: string;
    })
  | (InTable & {
      readonly kind: 'schema-switched';
      readonly from: SchemaVersion | null;
      readonly to: SchemaVersion | null;
    })
  | (InTable & { readonly kind: 'version-aliased'; readonly version: SchemaVersion })
  | (At & { readonly kind: 'digest-announced'; readonly digest: SchemaVersion; readonly changed: boolean })
  | (At & { readonly kind: 'node-aborted'; readonly problem: string })
  // Gossip and pulls
  | (At & {
      readonly kind: 'digest-heard';
      readonly from: NodeId;
      readonly digest: SchemaVersion;
      readonly same: boolean;
    })
  | (At & { readonly kind: 'pull-scheduled' | 'pull-not-needed'; readonly peer: NodeId })
  | (At & {
      readonly kind: 'schema-requested';
      readonly peer: NodeId;
      readonly version: SchemaVersion | null;
      readonly statement: StatementId | null;
    })
  | (At & { readonly kind: 'schema-sent'; readonly to: NodeId })
  // Registry
  | (AtShard & {
      readonly kind: 'version-requested';
      readonly version: SchemaVersion;
      readonly source: NodeId;
      readonly statement: StatementId;
    })
  | (AtShard & { readonly kind: 'request-waits'; readonly statement: StatementId; readonly wait: WaitCause })
  | (AtShard & { readonly kind: 'definition-sent'; readonly version: SchemaVersion; readonly to: NodeId })
  | (AtShard & { readonly kind: 'version-not-found'; readonly version: SchemaVersion; readonly to: NodeId })
  | (AtShard & { readonly kind: 'version-loaded'; readonly version: SchemaVersion; readonly from: NodeId })
  | (AtShard & {
      readonly kind: 'version-loading-failed';
      readonly version: SchemaVersion;
      readonly from: NodeId;
    })
  | (AtShard & {
      readonly kind: 'version-synced';
      readonly version: SchemaVersion;
      readonly by: 'merge' | 'pull' | 'shard' | 'contained' | 'restart';
    })
  | (AtShard & { readonly kind: 'version-sync-failed'; readonly version: SchemaVersion })
  | (AtShard & { readonly kind: 'version-unheld' | 'version-forgotten'; readonly version: SchemaVersion })
  // Writes and reads on replicas
  | (InTable & {
      readonly kind: 'mutation-applied';
      readonly statement: StatementId;
      readonly key: PartitionKey;
      readonly version: SchemaVersion;
      readonly current: SchemaVersion;
      readonly unsafe: boolean;
    })
  | (AtShard & {
      readonly kind: 'mutation-refused';
      readonly statement: StatementId;
      readonly version: SchemaVersion | null;
      readonly problem: string;
    })
  | (InTable & {
      readonly kind: 'read-served';
      readonly statement: StatementId;
      readonly asked: ReadVerb;
      readonly key: PartitionKey;
      readonly version: SchemaVersion;
    })
  | (At & { readonly kind: 'digest-mismatch'; readonly statement: StatementId })
  | (At & { readonly kind: 'replica-repaired'; readonly statement: StatementId; readonly replica: NodeId })
  | (InTable & {
      readonly kind: 'stored';
      readonly event: StorageEvent;
      readonly statement: StatementId | null;
    })
  | (At & { readonly kind: 'peer-up' | 'peer-down' | 'peer-left'; readonly peer: NodeId })
  // The ring (`node` is the one that comes or goes)
  | (At & { readonly kind: 'ring-pending'; readonly change: 'join' | 'leave' | 'remove' })
  | (At & {
      readonly kind: 'streaming-begun';
      readonly change: 'join' | 'leave' | 'remove';
      readonly partitions: number;
    })
  | (At & {
      readonly kind: 'ring-changed';
      readonly change: 'join' | 'leave' | 'remove';
      readonly members: readonly NodeId[];
    })
  | (At & {
      readonly kind: 'ring-change-failed';
      readonly change: 'join' | 'leave' | 'remove';
      readonly problem: string;
    })
  | (At & { readonly kind: 'stream-refused'; readonly to: NodeId; readonly problem: string });
