// Facts in the past tense (SPEC N6): the one source for narration, animation, tests and the cost ledger.
// Events are never replayed; the commands are.

import type { ReadVerb, Verb } from '../cluster/message.ts';
import type { StatementResult } from '../cluster/node.ts';
import type { NodeId, ShardId, StatementId } from '../cluster/nodeId.ts';
import type { Timestamp } from '../schema/cell.ts';
import type { ColumnKind, MarshalType, SchemaVersion } from '../schema/schema.ts';
import type { ClusteringKey, PartitionKey } from '../storage/partition.ts';
import type { Operation } from './command.ts';

/** Why an upgrade or a conversion did not keep a cell (E5). */
export type DiscardReason =
  | { readonly kind: 'no-such-column' }
  | { readonly kind: 'other-kind'; readonly from: ColumnKind; readonly to: ColumnKind }
  | { readonly kind: 'other-type'; readonly from: MarshalType; readonly to: MarshalType }
  | { readonly kind: 'dropped-before'; readonly droppedAt: Timestamp };

/** One cell that moved, stayed or was discarded when a partition went from one version to another. */
export interface CellFate {
  readonly clustering: ClusteringKey | null;
  readonly kind: 'static' | 'regular';
  /** The name that the cell's id has in the old version. */
  readonly column: string;
  /** Its id in the old version; null in an sstable, whose cells have names and no ids. */
  readonly fromId: number | null;
  /** Its id in the new version; null when it was discarded. */
  readonly toId: number | null;
  readonly ts: Timestamp;
  readonly statement: StatementId;
  readonly reason: DiscardReason | null;
}

export type DataSource = 'memtable' | 'cache' | 'sstable' | 'commitlog' | 'mutation' | 'result';

/** What happened inside one table on one shard: produced by storage, which knows neither node nor shard. */
export type StorageEvent =
  /** An entry in memory was rewritten in place, at its table's current version. */
  | {
      readonly kind: 'entry-upgraded';
      readonly source: 'memtable' | 'cache';
      readonly key: PartitionKey;
      readonly from: SchemaVersion;
      readonly to: SchemaVersion;
      readonly fates: readonly CellFate[];
    }
  /** A copy was converted (a mutation before it is applied, a result before it is sent, an sstable when it is read or rewritten). */
  | {
      readonly kind: 'converted';
      readonly source: DataSource;
      readonly key: PartitionKey;
      readonly from: SchemaVersion | null;
      readonly to: SchemaVersion;
      readonly fates: readonly CellFate[];
    }
  | {
      readonly kind: 'cell-discarded';
      readonly source: DataSource;
      readonly key: PartitionKey;
      readonly from: SchemaVersion | null;
      readonly to: SchemaVersion;
      readonly fate: CellFate;
    }
  | { readonly kind: 'commitlog-appended'; readonly key: PartitionKey; readonly version: SchemaVersion }
  | {
      readonly kind: 'mutation-stored';
      readonly key: PartitionKey;
      readonly version: SchemaVersion;
      readonly statement: StatementId;
    }
  | { readonly kind: 'cache-hit' | 'cache-missed' | 'cache-populated'; readonly key: PartitionKey }
  | { readonly kind: 'memtable-flushed'; readonly entries: number }
  | { readonly kind: 'sstables-compacted'; readonly from: number }
  | { readonly kind: 'cache-evicted'; readonly keys: readonly PartitionKey[] }
  | { readonly kind: 'commitlog-replayed'; readonly entries: number }
  | { readonly kind: 'commitlog-replay-failed'; readonly key: PartitionKey; readonly version: SchemaVersion }
  | { readonly kind: 'sstable-read-failed'; readonly key: PartitionKey; readonly column: string };

/** What a request waits on, told when it starts waiting. */
export type WaitCause = {
  readonly on: 'load' | 'sync';
  readonly version: SchemaVersion;
  readonly joined: boolean;
};

type At = { readonly node: NodeId };
type AtShard = At & { readonly shard: ShardId };
type InTable = AtShard & { readonly keyspace: string; readonly table: string; readonly cfId: string };

export type SimEvent =
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
  // Operator
  | { readonly kind: 'operated'; readonly operation: Operation }
  | (At & { readonly kind: 'peer-up' | 'peer-down'; readonly peer: NodeId });
