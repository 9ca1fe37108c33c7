// For tests of this folder only: small schemas by hand, writes in one line, and what a partition holds in one line.

import { configOf } from '../config/config.ts';
import type { Literal } from '../cql/statement.ts';
import { marshalOf, parseCqlType } from '../cql/type.ts';
import { encodeLiteral } from '../cql/value.ts';
import { compareText } from '../plain/compare.ts';
import type { Dict } from '../plain/record.ts';
import { entriesOf, keysOf } from '../plain/record.ts';
import type { Hex, MarshalType, Timestamp } from '../plain/scalars.ts';
import type { ColumnDefinition, ColumnKind, Schema } from '../schema/schema.ts';
import { columnsOfKind } from '../schema/schema.ts';
import { insertPartition } from './mutation.ts';
import type { CellVector, ClusteringKey, Partition, Slot, TableState } from './partition.ts';
import { isCollection } from './partition.ts';
import type { StorageRules } from './rules.ts';
import { storageRules } from './rules.ts';
import type { Effect } from './table.ts';
import { applyMutation, readPartition } from './table.ts';

export const RULES: StorageRules = storageRules(configOf());
export const KEY: Hex = '00000001';

export function marshal(cqlType: string): MarshalType {
  const type = parseCqlType(cqlType);
  if (!type.ok) {
    throw new Error(type.problem);
  }
  return marshalOf(type.value);
}

export function hex(literal: Literal, type = 'text'): Hex {
  const encoded = encodeLiteral(marshal(type), literal);
  if (!encoded.ok) {
    throw new Error(encoded.problem);
  }
  return encoded.value;
}

export interface Columns {
  readonly clustering?: readonly string[];
  readonly static?: readonly string[];
  readonly regular: readonly string[];
  /** CQL types of columns that are not text. */
  readonly types?: Dict<string>;
  readonly droppedAt?: Dict<Timestamp>;
}

/** A table `t` with the partition key `pk int`; static and regular columns get their ids by name. */
export function schemaOf(version: string, columns: Columns): Schema {
  const ofKind = (kind: ColumnKind, names: readonly string[]) =>
    names.map(
      (name, id): ColumnDefinition => ({
        name,
        kind,
        id,
        type: marshal(columns.types?.[name] ?? (name === 'pk' ? 'int' : 'text')),
        droppedAt: columns.droppedAt?.[name] ?? null,
      }),
    );
  const none = { tombstone: null, cells: {}, droppedColumns: {} };
  const tombstones = { columnfamilies: null, columns: null };
  return {
    keyspace: 'ks',
    table: 't',
    cfId: 'cf',
    version,
    comment: '',
    columns: [
      ...ofKind('partition_key', ['pk']),
      ...ofKind('clustering_key', columns.clustering ?? []),
      ...ofKind('static', [...(columns.static ?? [])].sort(compareText)),
      ...ofKind('regular', [...columns.regular].sort(compareText)),
    ],
    ghost: {
      rows: { keyspace: 'ks', table: 't', columnfamily: none, columns: {}, tombstones },
      mutationVersion: version,
    },
  };
}

export interface Write {
  readonly at: Timestamp;
  readonly clustering?: ClusteringKey;
  readonly withMarker?: boolean;
  readonly statement?: string;
}

/** A row with text cells, e.g. row(V0, { b: '1', d: '2' }, { at: 20 }). */
export function row(schema: Schema, cells: Dict<string | null>, write: Write): Partition {
  const { at, clustering = '', withMarker = true, statement = `s${at}` } = write;
  const values = Object.fromEntries(
    entriesOf(cells).map(([name, value]) => [name, value === null ? null : hex(value)]),
  );
  return insertPartition({ schema, clustering, cells: values, ts: at, statement, withMarker });
}

/** Applies `row(schema, …)` under its own schema to the key `key`. */
export function write(
  table: TableState,
  schema: Schema,
  cells: Dict<string | null>,
  options: Write & { readonly key?: string; readonly rules?: StorageRules },
): TableState {
  const partition = row(schema, cells, options);
  const { key = KEY, rules = RULES, at, statement = `s${at}` } = options;
  return applyMutation(table, { key, partition }, schema, statement, rules).table;
}

/** What a reader of `schema` sees of the key, and the table after the read. */
export function read(
  table: TableState,
  schema: Schema,
  options: { readonly key?: string; readonly rules?: StorageRules } = {},
): { readonly table: TableState; readonly sees: Dict<string>; readonly events: Effect['events'] } {
  const { partition, ...rest } = readPartition(table, options.key ?? KEY, schema, options.rules ?? RULES);
  return { ...rest, sees: partition === null ? {} : named(partition, schema) };
}

/** The cells of a partition stored at `schema`, e.g. { b: '1@20' }; clustered rows as { 'ck.b': … }, dead cells as '-@20'. */
export function named(partition: Partition, schema: Schema): Dict<string> {
  const cells = (prefix: string, kind: 'static' | 'regular', vector: CellVector) =>
    columnsOfKind(schema, kind).flatMap((column) => {
      const slot = vector[column.id] ?? null;
      return slot === null ? [] : [[prefix + column.name, slotText(slot)]];
    });
  return Object.fromEntries([
    ...cells('', 'static', partition.static),
    ...entriesOf(partition.rows).flatMap(([key, { cells: vector }]) =>
      cells(key === '' ? '' : `${key}.`, 'regular', vector),
    ),
  ]);
}

/** The vector of the only row, e.g. ['-', '1@20']. */
export function boxes(partition: Partition | undefined): readonly string[] {
  const only = partition?.rows[keysOf(partition.rows)[0] ?? ''];
  return (only?.cells ?? []).map((slot) => (slot === null ? '-' : slotText(slot)));
}

function slotText(slot: Exclude<Slot, null>): string {
  if (!isCollection(slot)) {
    return `${slot.value === null ? '-' : plain(slot.value)}@${slot.ts}`;
  }
  const elements = entriesOf(slot.elements).map(([key, cell]) => `${plain(key)}@${cell.ts}`);
  return `{${elements.join(' ')}}${slot.tombstone === null ? '' : `†${slot.tombstone}`}`;
}

function plain(bytes: Hex): string {
  return bytes.replace(/../gu, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
}
