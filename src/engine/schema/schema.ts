// A table definition as derived from system rows (SPEC C1-C6), and the decoder of its cells.

import type { MarshalType, SchemaVersion, Timestamp } from '../plain/scalars.ts';
import type { TableRows } from './systemTables.ts';

/** The order of this list is the storage order of the kinds (C1). */
export const COLUMN_KINDS = ['partition_key', 'clustering_key', 'static', 'regular'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

export interface ColumnDefinition {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Index within the columns of its kind in this version, from 0 (C3). */
  readonly id: number;
  readonly type: MarshalType;
  /** The recorded drop time of this name; null (in the original: the smallest timestamp) when it was never dropped (C6). */
  readonly droppedAt: Timestamp | null;
}

export interface Schema {
  readonly keyspace: string;
  readonly table: string;
  /** The table's identity (cf_id), a UUID. Mutations address it, names do not. */
  readonly cfId: string;
  readonly version: SchemaVersion;
  readonly comment: string;
  /** In select order: by kind, then key position or name (C2). */
  readonly columns: readonly ColumnDefinition[];
  /**
   * What only pictures and promises look at, never the protocol. It is hashed like everything else, because what a promise
   * judges by must be part of the state. `rows` is what the version was made from; `mutationVersion` is the hash of
   * mutations, whatever hash is switched on (V5).
   */
  readonly ghost: { readonly rows: TableRows; readonly mutationVersion: SchemaVersion };
}

/** The minimal decoder of a version: name and type of each static, then of each regular column, in id order (C7). */
export interface ColumnMapping {
  readonly static: readonly (readonly [name: string, type: MarshalType])[];
  readonly regular: readonly (readonly [name: string, type: MarshalType])[];
}

export function columnsOfKind(schema: Schema, kind: ColumnKind): readonly ColumnDefinition[] {
  return schema.columns.filter((column) => column.kind === kind);
}

export function columnByName(schema: Schema, name: string): ColumnDefinition | undefined {
  return schema.columns.find((column) => column.name === name);
}
