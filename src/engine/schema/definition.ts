// A table's definition as cells of the system tables (SPEC R6, R7): what a DDL statement writes. Key aliases and validators
// repeat what the column rows say, as in the original.

import { textToHex } from '../cql/bytes.ts';
import { intToHex } from '../cql/integer.ts';
import type { Dict } from '../plain/record.ts';
import type { Hex, MarshalType, Timestamp } from '../plain/scalars.ts';
import type { Cell } from './cell.ts';
import type { ColumnKind, Schema } from './schema.ts';
import { columnsOfKind } from './schema.ts';
import type { SystemRow } from './systemTables.ts';

/** A column as a definition has it: `position` is its place in its part of the key, 0 outside keys. */
export interface DefinedColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly position: number;
  readonly type: MarshalType;
}

export interface Definition {
  readonly cfId: string;
  readonly comment: string;
  readonly columns: readonly DefinedColumn[];
}

const MARSHAL = 'org.apache.cassandra.db.marshal.';
const GC_GRACE_SECONDS = 864_000;

export function definitionOf(schema: Schema): Definition {
  return {
    cfId: schema.cfId,
    comment: schema.comment,
    columns: schema.columns.map(({ name, kind, id, type }) => ({
      name,
      kind,
      position: kind === 'partition_key' || kind === 'clustering_key' ? id : 0,
      type,
    })),
  };
}

function columnsOf(definition: Definition, kind: ColumnKind): readonly DefinedColumn[] {
  return definition.columns
    .filter((column) => column.kind === kind)
    .toSorted((a, b) => a.position - b.position);
}

/** Cells of the columnfamilies row. */
export function familyCells(definition: Definition): Dict<Hex> {
  const partition = columnsOf(definition, 'partition_key');
  const clustering = columnsOf(definition, 'clustering_key');
  const types = (columns: readonly DefinedColumn[]): readonly MarshalType[] =>
    columns.map((column) => column.type);
  const aliases = (columns: readonly DefinedColumn[]): Hex =>
    textToHex(JSON.stringify(columns.map((column) => column.name)));
  const composite = (parts: readonly MarshalType[]): MarshalType =>
    `${MARSHAL}CompositeType(${parts.join(',')})`;
  const isCounter = definition.columns.some((column) => column.type === `${MARSHAL}CounterColumnType`);
  const [first] = types(partition);
  return {
    cf_id: definition.cfId.replaceAll('-', ''),
    column_aliases: aliases(clustering),
    comment: textToHex(definition.comment),
    comparator: textToHex(composite([...types(clustering), `${MARSHAL}UTF8Type`])),
    default_validator: textToHex(`${MARSHAL}${isCounter ? 'CounterColumnType' : 'BytesType'}`),
    gc_grace_seconds: intToHex(GC_GRACE_SECONDS),
    is_dense: '00',
    key_aliases: aliases(partition),
    key_validator: textToHex(partition.length === 1 && first ? first : composite(types(partition))),
    type: textToHex('Standard'),
  };
}

/** Cells of a column's row. component_index is left out for the only column of a partition key. */
export function columnCells(definition: Definition, column: DefinedColumn): Dict<Hex> {
  const isOnlyKey = column.kind === 'partition_key' && columnsOf(definition, 'partition_key').length === 1;
  const isKey = column.kind === 'partition_key' || column.kind === 'clustering_key';
  const index = isKey ? column.position : columnsOf(definition, 'clustering_key').length;
  return {
    ...(isOnlyKey ? {} : { component_index: intToHex(index) }),
    type: textToHex(column.kind),
    validator: textToHex(column.type),
  };
}

/** Cells of the keyspaces row. Replicas are a matter of the configuration, so the strategy has no options here. */
export function keyspaceCells(): Dict<Hex> {
  return {
    durable_writes: '01',
    strategy_class: textToHex('org.apache.cassandra.locator.SimpleStrategy'),
    strategy_options: textToHex('{}'),
  };
}

/** A row whose cells were all written at `ts`. */
export function rowAt(values: Dict<Hex>, ts: Timestamp, droppedColumns: Dict<Cell> = {}): SystemRow {
  const cells: Record<string, Cell> = {};
  for (const name of Object.keys(values)) {
    cells[name] = { ts, value: values[name] ?? '' };
  }
  return { tombstone: null, cells, droppedColumns };
}

/** A row that is gone as of `ts`. */
export function deadRow(ts: Timestamp): SystemRow {
  return { tombstone: ts, cells: {}, droppedColumns: {} };
}

export function hasClusteringKey(schema: Schema): boolean {
  return columnsOfKind(schema, 'clustering_key').length > 0;
}
