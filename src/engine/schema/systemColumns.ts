// The columns of the system tables that are modelled here, with their types (SPEC R3): a small, honest part of what a real
// node stores, so that hashes are of the real kind without being a real node's.

import type { Dict } from '../plain/record.ts';
import type { MarshalType } from '../plain/scalars.ts';

const marshal = (name: string): MarshalType => `org.apache.cassandra.db.marshal.${name}`;
const TEXT = marshal('UTF8Type');
const INT = marshal('Int32Type');
const BOOLEAN = marshal('BooleanType');

/** Every schema table of keyspace `system`, in the order in which the node digest takes them (V4). The last two stay empty. */
export const SYSTEM_TABLES = ['keyspaces', 'columnfamilies', 'columns', 'triggers', 'usertypes'] as const;
export type StoredTable = 'keyspaces' | 'columnfamilies' | 'columns';

/** The map of drop times, the only cells of a system table that make up a collection. */
export const DROPPED_COLUMNS = 'dropped_columns';
export const DROPPED_COLUMNS_TYPE: MarshalType = `${marshal('MapType')}(${TEXT},${marshal('LongType')})`;

export const SYSTEM_COLUMNS: Readonly<Record<StoredTable, Dict<MarshalType>>> = {
  keyspaces: { durable_writes: BOOLEAN, strategy_class: TEXT, strategy_options: TEXT },
  columnfamilies: {
    cf_id: marshal('UUIDType'),
    column_aliases: TEXT,
    comment: TEXT,
    comparator: TEXT,
    default_validator: TEXT,
    gc_grace_seconds: INT,
    is_dense: BOOLEAN,
    key_aliases: TEXT,
    key_validator: TEXT,
    type: TEXT,
  },
  columns: { component_index: INT, type: TEXT, validator: TEXT },
};
