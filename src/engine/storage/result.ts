// A select's result (SPEC E16): exactly the columns of the version that was asked for, or those of them that were named,
// decoded by it, whatever version any replica stands at.

import { compareValues, decodeElements, decodeText } from '../cql/value.ts';
import { entriesOf, keysOf } from '../plain/record.ts';
import type { ColumnDefinition, Schema } from '../schema/schema.ts';
import { columnByName, columnsOfKind } from '../schema/schema.ts';
import { startsWithPrefix } from './cover.ts';
import { isLiveCell, isLiveRow, isLiveSlot, isLiveVector } from './liveness.ts';
import type {
  ClusteringKey,
  CollectionCell,
  DataCell,
  DataRow,
  Partition,
  PartitionKey,
  Slot,
} from './partition.ts';
import { isCollection } from './partition.ts';
import type { ResultCell, ResultSet } from './resultSet.ts';

export { partitionDigest } from './digest.ts';
export { hasLiveRow } from './liveness.ts';

const NOTHING: ResultCell = { text: null, ts: null, column: null, statement: null };

/**
 * The rows of a partition stored at `schema`, in clustering order. `columns` null asks for all, in select order;
 * `clustering` null for every row, otherwise for the rows whose key starts with its components. Static columns stand on
 * each row; if there is no row but a live static column, they stand alone with nothing for the clustering key.
 */
// biome-ignore lint/complexity/useMaxParams: what was read, the version that explains it, and the three parts of the query
export function resultSet(
  partition: Partition | null,
  schema: Schema,
  key: PartitionKey,
  columns: readonly string[] | null,
  clustering: ClusteringKey | null,
): ResultSet {
  const shown =
    columns === null ? schema.columns : columns.flatMap((name) => columnByName(schema, name) ?? []);
  const line = (row: ShownRow) => shown.map((column) => resultCell(column, key, row));
  return {
    version: schema.version,
    columns: shown.map((column) => column.name),
    rows: partition === null ? [] : shownRows(partition, schema, clustering).map(line),
  };
}

interface ShownRow {
  readonly clustering: ClusteringKey | null;
  readonly row: DataRow | null;
  readonly statics: Partition['static'];
}

function shownRows(
  partition: Partition,
  schema: Schema,
  clustering: ClusteringKey | null,
): readonly ShownRow[] {
  const statics = partition.static;
  const live = entriesOf(partition.rows)
    .filter(([key, row]) => isLiveRow(row) && (clustering === null || startsWithPrefix(key, clustering)))
    .sort((a, b) => compareClustering(schema, a[0], b[0]))
    .map(([key, row]): ShownRow => ({ clustering: key, row, statics }));
  return live.length === 0 && clustering === null && isLiveVector(statics)
    ? [{ clustering: null, row: null, statics }]
    : live;
}

/** The order of two rows of one partition: component by component, each by its type's own order. */
function compareClustering(schema: Schema, a: ClusteringKey, b: ClusteringKey): number {
  const left = a.split(':');
  const right = b.split(':');
  for (const column of columnsOfKind(schema, 'clustering_key')) {
    const order = compareValues(column.type, left[column.id] ?? '', right[column.id] ?? '');
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}

function resultCell(
  column: ColumnDefinition,
  key: PartitionKey,
  { clustering, row, statics }: ShownRow,
): ResultCell {
  switch (column.kind) {
    case 'partition_key':
      return keyCell(column, key);
    case 'clustering_key':
      return clustering === null ? NOTHING : keyCell(column, clustering);
    case 'static':
      return dataCell(column, statics[column.id] ?? null);
    case 'regular':
      return dataCell(column, row?.cells[column.id] ?? null);
  }
}

function keyCell(column: ColumnDefinition, key: string): ResultCell {
  const hex = key.split(':')[column.id];
  return hex === undefined ? NOTHING : { ...NOTHING, text: decodeText(column.type, hex) ?? `0x${hex}` };
}

function dataCell(column: ColumnDefinition, slot: Slot): ResultCell {
  if (!isLiveSlot(slot)) {
    return NOTHING;
  }
  if (isCollection(slot)) {
    return collectionCell(column, slot);
  }
  const { value, ts, column: writtenFor, statement } = slot;
  const text = value === null ? null : (decodeText(column.type, value) ?? `0x${value}`);
  return { text, ts, column: writtenFor, statement };
}

/** A collection is told as a whole; its time and origin are those of its latest element. */
function collectionCell(column: ColumnDefinition, slot: CollectionCell): ResultCell {
  const live = entriesOf(slot.elements).filter(([, cell]) => isLiveCell(cell));
  const values = Object.fromEntries(live.map(([key, cell]) => [key, cell.value ?? '']));
  const text =
    decodeElements(column.type, values) ??
    `{${keysOf(values)
      .map((hex) => `0x${hex}`)
      .join(', ')}}`;
  const latest = live.reduce<DataCell | null>(
    (last, [, cell]) => (last === null || cell.ts > last.ts ? cell : last),
    null,
  );
  return latest === null
    ? NOTHING
    : { text, ts: latest.ts, column: latest.column, statement: latest.statement };
}
