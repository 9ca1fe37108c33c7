// What each DDL statement writes (SPEC R6-R8, R13, R14): rows of the system tables, all at the statement's one timestamp.
// A batch is built from what its node knows at that moment, before any lock; that is where the anomalies come from.

import { bigintToHex, hexToBigint } from '../cql/integer.ts';
import type { ColumnDraft, TableChange } from '../cql/statement.ts';
import { marshalOf, parseCqlType, reversed } from '../cql/type.ts';
import { type Dict, entriesOf, lookup, mapValues } from '../plain/record.ts';
import { ok, type Result } from '../plain/result.ts';
import type { Timestamp } from '../plain/scalars.ts';
import type { Cell } from './cell.ts';
import {
  columnCells,
  type DefinedColumn,
  type Definition,
  deadRow,
  definitionOf,
  familyCells,
  keyspaceCells,
  rowAt,
} from './definition.ts';
import type { Schema } from './schema.ts';
import { clusteringKey, type SchemaRows, type SystemPartition, type SystemRow } from './systemTables.ts';
import { changeDefinition } from './tableChange.ts';
import { sliceTable } from './tableRows.ts';

export interface TableDraft {
  readonly keyspace: string;
  readonly table: string;
  readonly columns: readonly ColumnDraft[];
  readonly comment: string;
}

interface Place {
  readonly keyspace: string;
  readonly table: string;
}

/** CREATE KEYSPACE: the keyspace's row (R6). */
export function createKeyspaceBatch({
  keyspace,
  durableWrites = true,
  ts,
}: {
  readonly keyspace: string;
  readonly durableWrites?: boolean;
  readonly ts: Timestamp;
}): SchemaRows {
  const row = rowAt({ ...keyspaceCells(), durable_writes: durableWrites ? '01' : '00' }, ts);
  return { keyspaces: partition(keyspace, { '': row }), columnfamilies: {}, columns: {} };
}

/** A batch whose keyspace row says what its node knows of the keyspace, written again at the batch's timestamp (R6, R7). */
export function withKnownKeyspace(batch: SchemaRows, rows: SchemaRows, keyspace: string): SchemaRows {
  const known = rows.keyspaces[keyspace]?.rows['']?.cells ?? {};
  const written = batch.keyspaces[keyspace]?.rows[''];
  if (written === undefined) {
    return batch;
  }
  const cells = mapValues(written.cells, (cell, name) => {
    const value = lookup(known, name)?.value ?? null;
    return value === null ? cell : { ...cell, value };
  });
  return { ...batch, keyspaces: partition(keyspace, { '': { ...written, cells } }) };
}

/** CREATE TABLE: the keyspace's row again, for nodes that missed it, and every row of the table (R6). Refuses bad types. */
export function createTableBatch(create: {
  readonly draft: TableDraft;
  readonly cfId: string;
  readonly ts: Timestamp;
}): Result<SchemaRows> {
  const { draft, cfId, ts } = create;
  const columns: DefinedColumn[] = [];
  for (const column of draft.columns) {
    const type = parseCqlType(column.type);
    if (!type.ok) {
      return type;
    }
    const marshal = marshalOf(type.value);
    columns.push({
      name: column.name,
      kind: column.kind,
      position: positionOf(draft.columns, column),
      type: column.kind === 'clustering_key' && column.descending ? reversed(marshal) : marshal,
    });
  }
  return ok(wholeTable(draft, { cfId, comment: draft.comment, columns }, ts));
}

function positionOf(columns: readonly ColumnDraft[], column: ColumnDraft): number {
  const isKey = column.kind === 'partition_key' || column.kind === 'clustering_key';
  return isKey ? columns.filter(({ kind }) => kind === column.kind).indexOf(column) : 0;
}

function wholeTable(place: Place, definition: Definition, ts: Timestamp): SchemaRows {
  return {
    keyspaces: keyspaceRow(place.keyspace, ts),
    ...tableRowsAt(place, definition, { ts, droppedColumns: {} }),
  };
}

/** Every row of a table at one timestamp, without its keyspace's row. */
export function tableRowsAt(
  place: Place,
  definition: Definition,
  at: { readonly ts: Timestamp; readonly droppedColumns: Dict<Cell> },
): Pick<SchemaRows, 'columnfamilies' | 'columns'> {
  const family = rowAt(familyCells(definition), at.ts, at.droppedColumns);
  const columns = definition.columns.map((column): [string, SystemRow] => [
    clusteringKey(place.table, column.name),
    rowAt(columnCells(definition, column), at.ts),
  ]);
  return {
    columnfamilies: partition(place.keyspace, { [place.table]: family }),
    columns: partition(place.keyspace, Object.fromEntries(columns)),
  };
}

export interface AlterTable {
  /** The system tables of the node that takes the statement: they know which columns were dropped before. */
  readonly rows: SchemaRows;
  readonly schema: Schema;
  readonly changes: readonly TableChange[];
  readonly ts: Timestamp;
  /** False, as in 2016: everything that survives is rewritten, whether or not it changed (R7). */
  readonly onlyChanges: boolean;
}

/**
 * ALTER TABLE (R7). A dropped column leaves a row tombstone and, in dropped_columns, its drop time (R13); a renamed key
 * column leaves a tombstone under the old name and a row under the new one (R14). Refuses bad types; `checkSchemaStatement`
 * refuses everything else beforehand.
 */
export function alterTableBatch(alter: AlterTable): Result<SchemaRows> {
  const { schema, ts, changes } = alter;
  const before = definitionOf(schema);
  const after = changeDefinition(before, changes);
  if (!after.ok) {
    return after;
  }
  const gone = before.columns.filter(
    (column) => !after.value.columns.some(({ name }) => name === column.name),
  );
  const tombstones = gone.map((column): [string, SystemRow] => [
    clusteringKey(schema.table, column.name),
    deadRow(ts),
  ]);
  const dropped = changes.flatMap((change) => (change.kind === 'drop' ? [change.name] : []));
  const written = alter.onlyChanges
    ? changedRows(alter, before, after.value, dropped)
    : rewrittenRows(alter, after.value, dropped);
  const columns = { ...written.columns[schema.keyspace]?.rows, ...Object.fromEntries(tombstones) };
  return ok({
    keyspaces: alter.onlyChanges ? {} : keyspaceRow(schema.keyspace, ts),
    columnfamilies: written.columnfamilies,
    columns: Object.keys(columns).length === 0 ? {} : partition(schema.keyspace, columns),
  });
}

type Written = Pick<SchemaRows, 'columnfamilies' | 'columns'>;

/** All surviving columns, the whole columnfamilies row and every drop time that this node knows, all at `ts`. */
function rewrittenRows(
  { rows, schema, ts }: AlterTable,
  after: Definition,
  dropped: readonly string[],
): Written {
  const known = sliceTable(rows, schema.keyspace, schema.table).columnfamily?.droppedColumns ?? {};
  const kept = entriesOf(known).flatMap(([name, { value }]): [string, Cell][] =>
    value === null ? [] : [[name, { ts, value }]],
  );
  const droppedColumns = { ...Object.fromEntries(kept), ...dropTimes(known, dropped, ts) };
  return tableRowsAt(schema, after, { ts, droppedColumns });
}

/**
 * Only what differs; a column's row is written whole or not at all, so that no half of one can outlive a tombstone.
 * A comment is written even when it is the same, because somebody asked for it.
 */
function changedRows(
  { rows, schema, ts, changes }: AlterTable,
  before: Definition,
  after: Definition,
  dropped: readonly string[],
): Written {
  const old = familyCells(before);
  const isAsked = (name: string): boolean =>
    name === 'comment' && changes.some(({ kind }) => kind === 'comment');
  const family = entriesOf(familyCells(after)).filter(
    ([name, value]) => old[name] !== value || isAsked(name),
  );
  const columns = after.columns.filter((column) => {
    const was = before.columns.find(({ name }) => name === column.name);
    return !was || was.kind !== column.kind || was.type !== column.type || was.position !== column.position;
  });
  const known = sliceTable(rows, schema.keyspace, schema.table).columnfamily?.droppedColumns ?? {};
  const row = rowAt(Object.fromEntries(family), ts, dropTimes(known, dropped, ts));
  const cells = columns.map((column): [string, SystemRow] => [
    clusteringKey(schema.table, column.name),
    rowAt(columnCells(after, column), ts),
  ]);
  const hasFamily = family.length > 0 || dropped.length > 0;
  return {
    columnfamilies: hasFamily ? partition(schema.keyspace, { [schema.table]: row }) : {},
    columns: partition(schema.keyspace, Object.fromEntries(cells)),
  };
}

/** The drop time is never earlier than one already known here; but the cell that holds it is last-write-wins (R13). */
function dropTimes(known: Dict<Cell>, dropped: readonly string[], ts: Timestamp): Dict<Cell> {
  const times = dropped.map((name): [string, Cell] => {
    const before = Object.hasOwn(known, name) ? known[name]?.value : null;
    const time = typeof before === 'string' ? Math.max(hexToBigint(before), ts) : ts;
    return [name, { ts, value: bigintToHex(time) }];
  });
  return Object.fromEntries(times);
}

/** DROP TABLE: tombstones for the table's row and for each column that the dropper knows, no more (R8). */
export function dropTableBatch({
  schema,
  ts,
}: {
  readonly schema: Schema;
  readonly ts: Timestamp;
}): SchemaRows {
  const columns = schema.columns.map(({ name }): [string, SystemRow] => [
    clusteringKey(schema.table, name),
    deadRow(ts),
  ]);
  return {
    keyspaces: keyspaceRow(schema.keyspace, ts),
    columnfamilies: partition(schema.keyspace, { [schema.table]: deadRow(ts) }),
    columns: partition(schema.keyspace, Object.fromEntries(columns)),
  };
}

/** DROP KEYSPACE: a partition tombstone in each system table (R8). */
export function dropKeyspaceBatch({
  keyspace,
  ts,
}: {
  readonly keyspace: string;
  readonly ts: Timestamp;
}): SchemaRows {
  const gone: Dict<SystemPartition> = { [keyspace]: { tombstone: ts, rows: {} } };
  return { keyspaces: gone, columnfamilies: gone, columns: gone };
}

function keyspaceRow(keyspace: string, ts: Timestamp): Dict<SystemPartition> {
  return partition(keyspace, { '': rowAt(keyspaceCells(), ts) });
}

function partition(keyspace: string, rows: Dict<SystemRow>): Dict<SystemPartition> {
  return { [keyspace]: { tombstone: null, rows } };
}
