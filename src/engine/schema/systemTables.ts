// The system tables in which a schema lives (SPEC R3): schema_keyspaces, schema_columnfamilies and schema_columns, as
// last-write-wins rows in normal form: no cell is stored that its row's or its partition's tombstone shadows.
// A schema mutation has the very same shape: it is a small set of rows to be joined.

import type { Dict } from '../plain/record.ts';
import type { Timestamp } from '../plain/scalars.ts';
import type { Cell } from './cell.ts';

/** A row of a system table. It has no row marker: it exists if and only if it has a live cell. */
export interface SystemRow {
  readonly tombstone: Timestamp | null;
  readonly cells: Dict<Cell>;
  /** The non-frozen map `dropped_columns` of schema_columnfamilies: column name -> drop time (bigint). Elsewhere empty. */
  readonly droppedColumns: Dict<Cell>;
}

/** All rows of one keyspace in one system table, by clustering key (see `clusteringKey`). */
export interface SystemPartition {
  readonly tombstone: Timestamp | null;
  readonly rows: Dict<SystemRow>;
}

/** System tables (or a mutation of them): for each, the partitions by keyspace name. */
export interface SchemaRows {
  readonly keyspaces: Dict<SystemPartition>;
  readonly columnfamilies: Dict<SystemPartition>;
  readonly columns: Dict<SystemPartition>;
}

/** The part of the rows that defines one table: schema_mutations of the original (R9). */
export interface TableRows {
  readonly keyspace: string;
  readonly table: string;
  /** The row of schema_columnfamilies, or null. */
  readonly columnfamily: SystemRow | null;
  /** The rows of schema_columns by column name. */
  readonly columns: Dict<SystemRow>;
  /** The keyspace's partition tombstones in the two tables (DROP KEYSPACE). */
  readonly tombstones: { readonly columnfamilies: Timestamp | null; readonly columns: Timestamp | null };
}

export const NO_ROWS: SchemaRows = { keyspaces: {}, columnfamilies: {}, columns: {} };

/** Clustering key of schema_columns: NUL sorts before every character of a name, so rows order by table, then column. */
export function clusteringKey(table: string, column: string): string {
  return `${table}\u0000${column}`;
}
