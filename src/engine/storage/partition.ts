// Data as it lies in memory: cells in a vector whose index is the column id (SPEC E1). The bytes mean nothing without
// the schema version beside them.

import type { Buckets } from '../plain/buckets.ts';
import type { Dict } from '../plain/record.ts';
import type { MarshalType, SchemaVersion, Timestamp } from '../plain/scalars.ts';
import type { Cell } from '../schema/cell.ts';
import type { ColumnKind, ColumnMapping, Schema } from '../schema/schema.ts';

/** Serialized partition key: the hex of each component, joined by ':'. */
export type PartitionKey = string;
/** Serialized clustering key, the same way; '' in a table without clustering columns. */
export type ClusteringKey = string;

/** A data cell, with where it came from: which statement wrote it, for which column. Promises read that, the protocol never does. */
export interface DataCell extends Cell {
  /** Id of the statement that wrote it. */
  readonly statement: string;
  /** Name of the column it was written for. */
  readonly column: string;
}

/** A multi-cell collection: one cell an element, keyed by the element's hex (list: by position key). */
export interface CollectionCell {
  readonly tombstone: Timestamp | null;
  readonly elements: Dict<DataCell>;
}

/** What stands at one column id; null is an empty box. */
export type Slot = DataCell | CollectionCell | null;

/** Cells by column id; the vector may be shorter than the number of columns (the rest is empty). */
export type CellVector = readonly Slot[];

export interface RowMarker {
  readonly ts: Timestamp;
  readonly statement: string;
}

export interface DataRow {
  readonly marker: RowMarker | null;
  readonly tombstone: Timestamp | null;
  readonly cells: CellVector;
}

/** A tombstone over all rows whose clustering key starts with `prefix` (whole components). */
export interface RangeTombstone {
  readonly prefix: ClusteringKey;
  readonly ts: Timestamp;
}

/** One partition's data under some version. Normal form: nothing that a tombstone beside it shadows is stored. */
export interface Partition {
  readonly tombstone: Timestamp | null;
  readonly ranges: readonly RangeTombstone[];
  readonly static: CellVector;
  readonly rows: Dict<DataRow>;
}

/** An entry of a memtable or the cache: a partition and the version it is stored at (E2). */
export interface Entry {
  readonly schema: Schema;
  readonly partition: Partition;
}

/** A mutation on the wire or under way: needs exactly its version's schema to be decoded (E8). */
export interface FrozenMutation {
  readonly cfId: string;
  readonly version: SchemaVersion;
  readonly key: PartitionKey;
  readonly partition: Partition;
}

/** A mutation that carries its column mapping: readable with any version (E9). */
export interface CanonicalMutation extends FrozenMutation {
  readonly mapping: ColumnMapping;
}

/** A cell in an sstable names its column and type (E6). */
export interface NamedSlot {
  readonly kind: ColumnKind;
  readonly type: MarshalType;
  readonly slot: DataCell | CollectionCell;
}

export interface NamedRow {
  readonly marker: RowMarker | null;
  readonly tombstone: Timestamp | null;
  readonly cells: Dict<NamedSlot>;
}

export interface NamedPartition {
  readonly tombstone: Timestamp | null;
  readonly ranges: readonly RangeTombstone[];
  readonly static: Dict<NamedSlot>;
  readonly rows: Dict<NamedRow>;
}

/** Immutable; it has no schema version, because it needs none. */
export interface SSTable {
  readonly partitions: Dict<NamedPartition>;
}

/** A memtable or the cache of one table on one shard: its own notion of the current schema, and its entries (E3). */
export interface EntrySet {
  readonly schema: Schema;
  readonly entries: Dict<Entry>;
}

/** One table on one shard. */
export interface TableState {
  /** The current schema: superior to every version that may be applied here (M1). */
  readonly schema: Schema;
  readonly memtable: EntrySet;
  readonly cache: EntrySet;
  /** Oldest first. */
  readonly sstables: readonly SSTable[];
  /** Writes that no sstable holds yet, a set: their order does not matter. */
  readonly commitlog: Buckets<CanonicalMutation>;
}

export const EMPTY_PARTITION: Partition = { tombstone: null, ranges: [], static: [], rows: {} };

export function isCollection(slot: Slot): slot is CollectionCell {
  return slot !== null && 'elements' in slot;
}
