// What a client sends to one node, its coordinator (SPEC N3, N4): plain data in the shape of CQL. A statement carries its id
// and its timestamp, fixed when it is queued, so that no order of events changes them.

import type { NodeId, SchemaVersion, ShardId, StatementId, Timestamp } from '../plain/scalars.ts';

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
  | (StatementBase & {
      readonly kind: 'create-keyspace';
      readonly keyspace: string;
      /** True unless said; with it off the original skips the commitlog. Here it is only a cell that two nodes may differ in. */
      readonly durableWrites?: boolean;
    })
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
