// The state of one node: everything that `stepNode` may read (SPEC N2). Plain, readonly, hashed; no clock, no counters.

import type { Consistency } from '../cql/statement.ts';
import type { Buckets } from '../plain/buckets.ts';
import type { Dict } from '../plain/record.ts';
import type { NodeId, SchemaVersion, ShardId, StatementId, Timestamp } from '../plain/scalars.ts';
import type { Schema } from '../schema/schema.ts';
import type { SchemaRows } from '../schema/systemTables.ts';
import type {
  ClusteringKey,
  FrozenMutation,
  Partition,
  PartitionKey,
  TableState,
} from '../storage/partition.ts';
import type { ResultSet } from '../storage/resultSet.ts';
import type { ReadRequest, ReadVerb } from './message.ts';

/** Registry entry (SPEC G1). An entry that was never asked for does not exist: the INITIAL state is absence. */
export interface RegistryEntry {
  readonly load: 'LOADING' | 'LOADED';
  readonly sync: 'NOT_SYNCED' | 'SYNCING' | 'SYNCED';
  /** The definition, once LOADED. */
  readonly schema: Schema | null;
  /** Whom it was asked of, while LOADING. */
  readonly source: NodeId | null;
  /** Nobody holds it; it lingers until its grace timer fires (G6). */
  readonly inactive: boolean;
  /** A pull for this version has succeeded while the entry lived: promise I12 reads it. */
  readonly pulled: boolean;
}

export interface Shard {
  readonly registry: Dict<RegistryEntry>;
  /** By cf_id. */
  readonly tables: Dict<TableState>;
}

/** What a request on a replica waits for: data, so that wait chains can be shown (G8). */
export type Wait =
  | { readonly on: 'load'; readonly version: SchemaVersion }
  | { readonly on: 'sync'; readonly version: SchemaVersion };

/** A request that a replica has begun and not ended. */
export type Task = WriteTask | ReadTask;

export interface WriteTask {
  readonly kind: 'write';
  /** The shard that handles the message. */
  readonly shard: ShardId;
  readonly from: NodeId;
  readonly fromShard: ShardId;
  /** For a stream what moves it, e.g. 'join D'. */
  readonly statement: StatementId;
  readonly attempt: 'write' | 'repair' | 'stream';
  readonly mutation: FrozenMutation;
  readonly replyTo: NodeId;
  readonly replyShard: ShardId;
  readonly wait: Wait;
}

export interface ReadTask {
  readonly kind: 'read';
  readonly shard: ShardId;
  readonly from: NodeId;
  readonly fromShard: ShardId;
  readonly asked: ReadVerb;
  readonly request: ReadRequest;
  readonly wait: Wait;
}

/** A schema merge that is queued or under way (SPEC M2). The first in the queue holds the merge lock. */
export interface MergeTask {
  readonly key: string;
  readonly origin: 'ddl' | 'push' | 'pull';
  readonly from: NodeId;
  /** The DDL statement whose delta it is, or null for a pull. */
  readonly statement: StatementId | null;
  /** The change in short, e.g. '+email'; '' for a pull. */
  readonly label: string;
  readonly delta: SchemaRows;
  /** Key of the pull that it completes, or null. */
  readonly pull: string | null;
  /** Versions to be marked synced when it is done (W11). */
  readonly marks: readonly SchemaVersion[];
  readonly phase: 'queued' | 'read' | 'publishing';
  /** Rows as read before the delta was applied (phase 'read', and later). */
  readonly before: SchemaRows | null;
  /** What this merge will publish, once derived. */
  readonly changes: readonly TableChangeOnNode[];
  /** Shards that have not switched yet. */
  readonly shardsLeft: readonly ShardId[];
  /** What went wrong on a shard that has switched; the merge fails when the last one is done (M8). */
  readonly problem: string | null;
}

export interface TableChangeOnNode {
  readonly kind: 'created' | 'altered' | 'dropped';
  readonly keyspace: string;
  readonly table: string;
  readonly cfId: string;
  /** The version before, by the rows as they were read; null when created. */
  readonly from: SchemaVersion | null;
  /** The definition to switch to; null when dropped. */
  readonly schema: Schema | null;
}

/** A schema pull that is under way: for gossip, or to sync with a version (one per node and version, I12). */
export interface Pull {
  readonly peer: NodeId;
  readonly version: SchemaVersion | null;
  /** The statement that started it, and pays for it (N7); null for gossip. */
  readonly statement: StatementId | null;
}

/** Coordinator of a write: it keeps the schema alive until the request ends (G5). */
export interface WriteHandler {
  readonly kind: 'write';
  readonly shard: ShardId;
  readonly schema: Schema;
  readonly consistency: Consistency;
  readonly needed: number;
  readonly targets: readonly NodeId[];
  readonly acks: readonly NodeId[];
}

/** Coordinator of a read. */
export interface ReadHandler {
  readonly kind: 'read';
  readonly shard: ShardId;
  readonly schema: Schema;
  readonly columns: readonly string[] | null;
  /** The one row asked for; null for the whole partition. */
  readonly clustering: ClusteringKey | null;
  readonly consistency: Consistency;
  readonly needed: number;
  readonly request: ReadRequest;
  readonly targets: readonly NodeId[];
  /** data+digests first; on a mismatch whole partitions; then read repair. */
  readonly phase: 'digests' | 'reconcile' | 'repair';
  readonly replies: Dict<{ readonly partition: Partition | null; readonly digest: string }>;
  /** Replicas whose repair is not yet confirmed. */
  readonly repairing: readonly NodeId[];
}

export type Handler = WriteHandler | ReadHandler;

/** How a statement ended for its client. */
export interface StatementResult {
  readonly status: 'ok' | 'timeout' | 'unavailable' | 'failed';
  /** One sentence for what is not ok; '' when ok. */
  readonly problem: string;
  /** For a select: the result, in the version of its request. */
  readonly rows: ResultSet | null;
}

export interface Prepared {
  readonly keyspace: string;
  readonly table: string;
  /** The schema it was prepared under; null once a change of columns has invalidated it (W9). */
  readonly schema: Schema | null;
}

/** What a replica confirmed to have stored: read by promises only. */
export interface Confirmation {
  readonly statement: StatementId;
  readonly cfId: string;
  readonly key: PartitionKey;
  readonly cells: readonly {
    readonly column: string;
    readonly kind: 'static' | 'regular';
    readonly clustering: ClusteringKey;
    readonly ts: Timestamp;
    readonly dead: boolean;
  }[];
}

type BreachedPromise = 'I2' | 'I4' | 'I10' | 'I12' | 'I14' | 'I15' | 'I16';

/** What was wrong, as a plain fact. */
export type BreachFault =
  | { readonly kind: 'other-columns' | 'sender-forgot' | 'pulled-again' | 'version-returned' }
  /** Columns whose cells the conversion dropped; none when it lost nothing this time. */
  | { readonly kind: 'applied-not-contained'; readonly lost: readonly string[] }
  /** A value shown as `name` that was written for another column. */
  | {
      readonly kind: 'wrong-name';
      readonly name: string;
      readonly text: string;
      readonly writtenFor: string;
    }
  | {
      readonly kind: 'shown-after-drop';
      readonly name: string;
      readonly text: string;
      readonly ts: Timestamp;
      readonly droppedAt: Timestamp;
    };

/** A promise that was broken by a step of this node and can't be seen in a state afterwards (SPEC I-table). */
export interface Breach {
  readonly promise: BreachedPromise;
  readonly fault: BreachFault;
  readonly version: SchemaVersion | null;
  readonly statement: StatementId | null;
}

export interface NodeState {
  readonly id: NodeId;
  readonly up: boolean;
  /** Started less than 60 s ago: pulls do not wait (W7). */
  readonly recentlyStarted: boolean;
  /** The system tables as they are now, and as a crash leaves them. */
  readonly rows: SchemaRows;
  readonly flushedRows: SchemaRows;
  /** The node's digest as stored and gossiped; it lags when a merge throws (M7). */
  readonly digest: SchemaVersion;
  /** By peer: the digest last heard, and whether this node believes the peer to be up. */
  readonly gossip: Dict<{ readonly digest: SchemaVersion | null; readonly alive: boolean }>;
  /** Peers that have not heard this node's present announcement. */
  readonly announceTo: readonly NodeId[];
  /** Peers that a delayed pull is scheduled from. */
  readonly pullTimers: readonly NodeId[];
  readonly pulls: Dict<Pull>;
  /** First in, first out. */
  readonly merges: readonly MergeTask[];
  readonly shards: readonly Shard[];
  /** Versions known to be contained in the schema without ever having been current here (W11). */
  readonly contained: readonly SchemaVersion[];
  /** Replica side, by task key. */
  readonly tasks: Dict<Task>;
  /** Coordinator side, by statement. */
  readonly handlers: Dict<Handler>;
  readonly prepared: Dict<Prepared>;
  readonly results: Dict<StatementResult>;
  readonly confirmations: Buckets<Confirmation>;
  /**
   * Only while versions hash definitions: the mutation hashes that each version made here stood for.
   * Promise I8 reads it; it stays empty otherwise.
   */
  readonly made: Dict<readonly SchemaVersion[]>;
  readonly breaches: readonly Breach[];
}
