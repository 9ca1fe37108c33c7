// Mutations (SPEC E8, E9): what a write says, in the vectors of the version that its coordinator has. Frozen, a mutation
// needs exactly that version to be decoded; canonical, it carries its column mapping and can be read with any.

import type { StatementId } from '../cluster/nodeId.ts';
import { isMultiCell } from '../cql/type.ts';
import { assert } from '../plain/assert.ts';
import type { Dict } from '../plain/record.ts';
import { entriesOf } from '../plain/record.ts';
import type { Hex, Timestamp } from '../schema/cell.ts';
import { columnMapping } from '../schema/columnMapping.ts';
import type { ColumnDefinition, Schema } from '../schema/schema.ts';
import { columnByName } from '../schema/schema.ts';
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

export type Deletion =
  /** Some columns of a row, or (with `clustering` null) static columns. */
  | (Pick<Insertion, 'schema' | 'clustering' | 'ts' | 'statement'> & {
      readonly kind: 'cells';
      readonly columns: readonly string[];
    })
  | { readonly kind: 'row'; readonly clustering: ClusteringKey; readonly ts: Timestamp }
  /** All rows whose clustering key starts with these components. */
  | { readonly kind: 'range'; readonly prefix: ClusteringKey; readonly ts: Timestamp }
  | { readonly kind: 'partition'; readonly ts: Timestamp };

/** The partition that a DELETE writes: dead cells, or a row, range or partition tombstone. */
export function deletePartition(deletion: Deletion): Partition {
  const { ts } = deletion;
  switch (deletion.kind) {
    case 'cells': {
      const cells = Object.fromEntries(deletion.columns.map((name) => [name, null]));
      return insertPartition({ ...deletion, cells, withMarker: false });
    }
    case 'row':
      return {
        ...EMPTY_PARTITION,
        rows: { [deletion.clustering]: { marker: null, tombstone: ts, cells: [] } },
      };
    case 'range':
      return { ...EMPTY_PARTITION, ranges: [{ prefix: deletion.prefix, ts }] };
    case 'partition':
      return { ...EMPTY_PARTITION, tombstone: ts };
  }
}
