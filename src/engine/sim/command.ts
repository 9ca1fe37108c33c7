// What a person, a lesson or a script asks for (SPEC N3). Commands are the truth of a run: plain, small, replayable.
// A client's statement carries its id and its timestamp, fixed when it is queued, so that no order of events changes them.

import type { NodeId, ShardId, StatementId } from '../cluster/nodeId.ts';
import type { Timestamp } from '../schema/cell.ts';
import type { SchemaVersion } from '../schema/schema.ts';
import type { Protections } from './protections.ts';

/** A value as one writes it: text, number, truth value, list/set, map, or null. blob: '0x…'; bigint beyond 2^53: text. */
export type Literal =
  | string
  | number
  | boolean
  | null
  | readonly Literal[]
  | { readonly [key: string]: Literal };

export interface ColumnDraft {
  readonly name: string;
  /** CQL type, e.g. 'text', 'int', 'set<text>', 'frozen<list<int>>'. */
  readonly type: string;
  readonly kind: 'partition_key' | 'clustering_key' | 'static' | 'regular';
  /** Clustering columns only: stored in descending order. */
  readonly descending?: boolean;
}

export type TableChange =
  | { readonly kind: 'add'; readonly name: string; readonly type: string; readonly isStatic?: boolean }
  | { readonly kind: 'drop'; readonly name: string }
  | { readonly kind: 'type'; readonly name: string; readonly type: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'comment'; readonly comment: string };

export const CONSISTENCY_LEVELS = ['ONE', 'QUORUM', 'ALL'] as const;
export type Consistency = (typeof CONSISTENCY_LEVELS)[number];

interface StatementBase {
  readonly id: StatementId;
  readonly node: NodeId;
  /** The shard that the client's connection landed on; 0 unless said. */
  readonly shard?: ShardId;
  readonly timestamp: Timestamp;
}

export type SchemaStatement =
  | (StatementBase & { readonly kind: 'create-keyspace'; readonly keyspace: string })
  | (StatementBase & { readonly kind: 'drop-keyspace'; readonly keyspace: string })
  | (StatementBase & {
      readonly kind: 'create-table';
      readonly keyspace: string;
      readonly table: string;
      readonly columns: readonly ColumnDraft[];
      readonly comment?: string;
    })
  | (StatementBase & {
      readonly kind: 'alter-table';
      readonly keyspace: string;
      readonly table: string;
      /** More than one is later than 2016 and marked so. */
      readonly changes: readonly TableChange[];
    })
  | (StatementBase & { readonly kind: 'drop-table'; readonly keyspace: string; readonly table: string });

export interface WriteStatement extends StatementBase {
  readonly kind: 'insert' | 'update' | 'delete';
  readonly keyspace: string;
  readonly table: string;
  /** Values of the key columns by name; `delete` may name fewer clustering columns (a range) or none (a partition). */
  readonly key: Readonly<Record<string, Literal>>;
  /** Values of the other columns by name; null deletes a cell. For `delete`: the columns to delete, or {} for the whole row. */
  readonly values: Readonly<Record<string, Literal>>;
  readonly consistency: Consistency;
  /** True when the client gave the timestamp (USING TIMESTAMP). */
  readonly usingTimestamp?: boolean;
  /** The version that an older prepared statement keeps; otherwise the coordinator's current one. */
  readonly schemaVersion?: SchemaVersion;
  /** Run through this prepared statement's schema instead (its name on this node). */
  readonly prepared?: string;
}

export interface SelectStatement extends StatementBase {
  readonly kind: 'select';
  readonly keyspace: string;
  readonly table: string;
  readonly key: Readonly<Record<string, Literal>>;
  /** Columns asked for; all when absent. */
  readonly columns?: readonly string[];
  readonly consistency: Consistency;
  readonly schemaVersion?: SchemaVersion;
  readonly prepared?: string;
}

export interface PrepareStatement extends StatementBase {
  readonly kind: 'prepare';
  readonly name: string;
  readonly keyspace: string;
  readonly table: string;
}

export type DataStatement = WriteStatement | SelectStatement;
/** What a client sends to one node, its coordinator. */
export type Statement = SchemaStatement | DataStatement | PrepareStatement;

/** What the network and the nodes themselves do next; `pending` lists the legal ones. */
export type Delivery =
  | { readonly kind: 'deliver' | 'lose' | 'duplicate'; readonly message: string }
  | { readonly kind: 'fire'; readonly timer: string }
  | { readonly kind: 'gossip'; readonly from: NodeId; readonly to: NodeId }
  /** The next phase of a queued schema merge (M2). */
  | { readonly kind: 'merge'; readonly node: NodeId; readonly merge: string }
  /** One shard switches to the merged schema (M6); only with two or more shards. */
  | { readonly kind: 'publish'; readonly node: NodeId; readonly merge: string; readonly shard: ShardId };

/** What an operator does. */
export type Operation =
  | {
      readonly kind: 'flush' | 'compact';
      readonly node: NodeId;
      readonly keyspace: string;
      readonly table: string;
    }
  | {
      readonly kind: 'evict';
      readonly node: NodeId;
      readonly keyspace: string;
      readonly table: string;
      readonly key?: Readonly<Record<string, Literal>>;
    }
  | { readonly kind: 'crash' | 'restart'; readonly node: NodeId }
  /** Schema tombstones older than the grace period are compacted away (E1). */
  | { readonly kind: 'expire-tombstones'; readonly node: NodeId }
  | { readonly kind: 'cut' | 'heal'; readonly a: NodeId; readonly b: NodeId }
  /** The node's clock from now on differs from true time by `micros`. */
  | { readonly kind: 'skew'; readonly node: NodeId; readonly micros: number }
  | { readonly kind: 'wait'; readonly micros: number }
  | { readonly kind: 'protect'; readonly protections: Partial<Protections> };

export type Command = Statement | Delivery | Operation;

type Draft<S> = S extends Statement
  ? Omit<S, 'id' | 'timestamp'> & { readonly id?: StatementId; readonly timestamp?: Timestamp }
  : never;
/** A statement as a person gives it: the timeline adds id and timestamp when it queues it. */
export type StatementDraft = Draft<Statement>;
/** What can be asked of a timeline. */
export type CommandDraft = StatementDraft | Delivery | Operation;
