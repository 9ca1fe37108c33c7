// A CQL statement as read from text (SPEC Q2): what it says, before anybody has asked a schema what its names mean.

import type { Consistency, Literal, TableChange } from '../statement.ts';

export interface TableName {
  /** Null: the keyspace in use. */
  readonly keyspace: string | null;
  readonly table: string;
}

/** A value, or the question mark of a prepared statement. */
export type Term = { readonly literal: Literal } | { readonly marker: number };

export interface Assignment {
  readonly column: string;
  readonly term: Term;
}

export interface ColumnText {
  readonly name: string;
  readonly type: string;
  readonly isStatic: boolean;
}

interface Data {
  readonly name: TableName;
  readonly usingTimestamp: Term | null;
}

export type DataText =
  | (Data & { readonly kind: 'insert'; readonly values: readonly Assignment[] })
  | (Data & {
      readonly kind: 'update';
      readonly values: readonly Assignment[];
      readonly where: readonly Assignment[];
    })
  | (Data & {
      readonly kind: 'delete';
      readonly columns: readonly string[];
      readonly where: readonly Assignment[];
    })
  | {
      readonly kind: 'select';
      readonly name: TableName;
      /** Null: all of them (`*`). */
      readonly columns: readonly string[] | null;
      readonly where: readonly Assignment[];
    };

export type SchemaText =
  | {
      readonly kind: 'create-keyspace';
      readonly keyspace: string;
      readonly ifNotExists: boolean;
      readonly durableWrites: boolean;
      /** Null: left out; one cluster has one replication factor here. */
      readonly replication: Readonly<Record<string, Literal>> | null;
    }
  | { readonly kind: 'drop-keyspace'; readonly keyspace: string; readonly ifExists: boolean }
  | {
      readonly kind: 'create-table';
      readonly name: TableName;
      readonly ifNotExists: boolean;
      readonly columns: readonly ColumnText[];
      readonly partitionKey: readonly string[];
      readonly clusteringKey: readonly string[];
      /** Clustering columns that are stored in descending order. */
      readonly descending: readonly string[];
      readonly comment: string | null;
    }
  | { readonly kind: 'alter-table'; readonly name: TableName; readonly changes: readonly TableChange[] }
  | { readonly kind: 'drop-table'; readonly name: TableName; readonly ifExists: boolean };

export type ConsoleText =
  | { readonly kind: 'use'; readonly keyspace: string }
  | {
      readonly kind: 'prepare';
      readonly statement: string;
      readonly text: DataText;
      readonly markers: number;
    }
  | { readonly kind: 'execute'; readonly statement: string; readonly terms: readonly Literal[] }
  | { readonly kind: 'consistency'; readonly level: Consistency | null }
  | { readonly kind: 'tracing'; readonly on: boolean | null }
  | { readonly kind: 'describe-table'; readonly name: TableName }
  | { readonly kind: 'describe-tables' }
  | { readonly kind: 'describe-keyspaces' }
  /** Null: of every keyspace. */
  | { readonly kind: 'describe-schema'; readonly keyspace: string | null }
  /** What this console understands. */
  | { readonly kind: 'help' }
  /** An empty screen; what was done stays done. */
  | { readonly kind: 'clear' };

export type CqlStatement = SchemaText | DataText | ConsoleText;
