// Mutations (SPEC E8, E9): what a write says, in the vectors of the version that its coordinator has. Frozen, a mutation
// needs exactly that version to be decoded; canonical, it carries its column mapping and can be read with any.

import { isMultiCell } from '../cql/type.ts';
import { assert } from '../plain/assert.ts';
import type { Dict } from '../plain/record.ts';
import { entriesOf } from '../plain/record.ts';
import type { Hex, StatementId, Timestamp } from '../plain/scalars.ts';
import { columnMapping } from '../schema/columnMapping.ts';
import type { ColumnDefinition, Schema } from '../schema/schema.ts';
import { columnByName, columnsOfKind } from '../schema/schema.ts';
import type {
  CanonicalMutation,
  ClusteringKey,
  DataCell,
  FrozenMutation,
  Partition,
  PartitionKey,
  Slot,
} from './partition.ts';
import { EMPTY_PARTITION } from './partition.ts';
import { vectorOf } from './vector.ts';

/** A mutation on the wire: the vectors of `partition` are stored at `schema` (E8). */
export function frozenMutation(schema: Schema, key: PartitionKey, partition: Partition): FrozenMutation {
  return { cfId: schema.cfId, version: schema.version, key, partition };
}

/** The same mutation with the decoder of its version (E9). */
export function canonicalMutation(frozen: FrozenMutation, schema: Schema): CanonicalMutation {
  assert(frozen.version === schema.version, 'E9: a mutation travels with the mapping of its own version');
  return { ...frozen, mapping: columnMapping(schema) };
}

/** What is written into one column: bytes, the elements of a multi-cell collection by element key, or null to delete. */
export type WrittenValue = Hex | Dict<Hex> | null;

export interface Insertion {
  readonly schema: Schema;
  /** The row's clustering key; null when only static columns are written. '' in a table without clustering columns. */
  readonly clustering: ClusteringKey | null;
  readonly cells: Dict<WrittenValue>;
  readonly ts: Timestamp;
  readonly statement: StatementId;
  /** INSERT gives the row a marker, UPDATE does not. */
  readonly withMarker: boolean;
}

/**
 * The partition that an INSERT or UPDATE writes. A collection is written whole: a tombstone one microsecond older clears
 * what was there. Column names must be static or regular columns of the schema.
 */
export function insertPartition({
  schema,
  clustering,
  cells,
  ts,
  statement,
  withMarker,
}: Insertion): Partition {
  const written = entriesOf(cells).map(([name, value]) => {
    const column = columnByName(schema, name);
    assert(column !== undefined, `E8: a mutation writes columns of its version, ${name} is not one`);
    return [column, writtenSlot(column, value, { ts, statement })] as const;
  });
  const ofKind = (kind: ColumnDefinition['kind']) =>
    vectorOf(written.flatMap(([column, slot]) => (column.kind === kind ? [[column.id, slot] as const] : [])));
  const regular = ofKind('regular');
  const marker = withMarker ? { ts, statement } : null;
  const hasRow = clustering !== null && (marker !== null || regular.length > 0);
  assert(clustering !== null || regular.length === 0, 'E8: regular columns are written into a row');
  return {
    ...EMPTY_PARTITION,
    static: ofKind('static'),
    rows: hasRow ? { [clustering]: { marker, tombstone: null, cells: regular } } : {},
  };
}

function writtenSlot(
  column: ColumnDefinition,
  value: WrittenValue,
  at: Pick<DataCell, 'ts' | 'statement'>,
): Slot {
  const cell = (bytes: Hex | null): DataCell => ({ ...at, value: bytes, column: column.name });
  if (!isMultiCell(column.type)) {
    assert(value === null || typeof value === 'string', `E8: ${column.name} holds one value`);
    return cell(value);
  }
  assert(typeof value !== 'string', `E8: ${column.name} holds elements`);
  if (value === null) {
    return { tombstone: at.ts, elements: {} };
  }
  const elements = Object.fromEntries(entriesOf(value).map(([key, bytes]) => [key, cell(bytes)]));
  return { tombstone: at.ts - 1, elements };
}

export interface Deletion extends Pick<Insertion, 'schema' | 'ts'> {
  /** The whole clustering key of one row; null when less than that was given. */
  readonly clustering: ClusteringKey | null;
  /** The clustering components that were given, from the first on; '' when none was. */
  readonly prefix: ClusteringKey;
}

/**
 * The partition that a DELETE of rows writes: a row tombstone, a range tombstone over all rows whose key starts with the
 * components given, or a partition tombstone. (A DELETE of columns is an insertion of nulls without a marker.)
 */
export function deletePartition({ schema, clustering, prefix, ts }: Deletion): Partition {
  if (columnsOfKind(schema, 'clustering_key').length === 0 || (clustering === null && prefix === '')) {
    return { ...EMPTY_PARTITION, tombstone: ts };
  }
  return clustering === null
    ? { ...EMPTY_PARTITION, ranges: [{ prefix, ts }] }
    : { ...EMPTY_PARTITION, rows: { [clustering]: { marker: null, tombstone: ts, cells: [] } } };
}
