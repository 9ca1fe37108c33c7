// From rows to a table definition (SPEC C1-C6): live column rows by kind, key columns by position, the others by name, and
// ids counted off inside each kind. Nothing here asks who wrote a row or when; that is why all nodes derive the same.

import { hexToText } from '../cql/bytes.ts';
import { hexToBigint, hexToInteger } from '../cql/integer.ts';
import { compareText } from '../plain/compare.ts';
import { type Dict, keysOf } from '../plain/record.ts';
import { ok, type Result, refuse } from '../plain/result.ts';
import type { Hex, Timestamp } from '../plain/scalars.ts';
import type { Cell } from './cell.ts';
import { COLUMN_KINDS, type ColumnDefinition, type ColumnKind, type Schema } from './schema.ts';
import type { SystemRow, TableRows } from './systemTables.ts';
import { isTable } from './tableRows.ts';
import { type Hashing, tableVersion } from './version.ts';

const derived = new WeakMap<TableRows, Map<string, Result<Schema>>>();

/**
 * The schema that a table's rows define (C1-C6). Refuses rows from which the original would abort: two live rows for one
 * key position beyond the first, a position without a row, or no partition key (C5). The same object for the same slice.
 */
export function deriveSchema(slice: TableRows, hashing: Hashing): Result<Schema> {
  let known = derived.get(slice);
  if (!known) {
    known = new Map();
    derived.set(slice, known);
  }
  const key = `${hashing.hash} ${hashing.tombstonesOut}`;
  const result = known.get(key) ?? derive(slice, hashing);
  known.set(key, result);
  return result;
}

function derive(slice: TableRows, hashing: Hashing): Result<Schema> {
  const { keyspace, table, columnfamily } = slice;
  if (!columnfamily || !isTable(columnfamily)) {
    return refuse(`There is no table ${keyspace}.${table} in these rows.`);
  }
  const columns: ColumnDefinition[] = [];
  const stored = storedColumns(slice);
  for (const kind of COLUMN_KINDS) {
    const own = stored.filter((column) => column.kind === kind).sort(compareStored);
    const problem = isKeyKind(kind) ? checkPositions(own, slice) : null;
    if (problem !== null) {
      return refuse(problem);
    }
    for (const [id, { name, type }] of own.entries()) {
      columns.push({ name, kind, id, type, droppedAt: dropTime(columnfamily.droppedColumns, name) });
    }
  }
  if (columns[0]?.kind !== 'partition_key') {
    return refuse(
      `${keyspace}.${table} has no partition key left: the node would abort. Drop the table and create it again.`,
    );
  }
  const hashed: Hashing = { hash: 'mutations', tombstonesOut: hashing.tombstonesOut };
  return ok({
    keyspace,
    table,
    cfId: (cellValue(columnfamily, 'cf_id') ?? '').replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-'),
    version: tableVersion(slice, hashing),
    comment: textOf(cellValue(columnfamily, 'comment') ?? ''),
    columns,
    ghost: { rows: slice, mutationVersion: tableVersion(slice, hashed) },
  });
}

interface StoredColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly type: string;
  /** Key position as stored; 0 where none is stored. */
  readonly position: number;
}

function isKeyKind(kind: ColumnKind): boolean {
  return kind === 'partition_key' || kind === 'clustering_key';
}

function storedColumns(slice: TableRows): readonly StoredColumn[] {
  return keysOf(slice.columns).flatMap((name) => {
    const row = slice.columns[name];
    const type = row && cellValue(row, 'validator');
    const kindText = row && textOf(cellValue(row, 'type') ?? '');
    const kind = COLUMN_KINDS.find((known) => known === kindText);
    if (!row || !kind || !type) {
      return [];
    }
    const index = isKeyKind(kind) ? (cellValue(row, 'component_index') ?? '') : '';
    return [{ name, kind, type: textOf(type), position: Number(hexToInteger(index)) }];
  });
}

function compareStored(a: StoredColumn, b: StoredColumn): number {
  return a.position - b.position || compareText(a.name, b.name);
}

/**
 * The original asserts `!position || position == id` for each key column. So a second column at position 0 passes when
 * nothing comes after it, and the key grows by one; everywhere else a doubled or missing position aborts the node (C5).
 */
function checkPositions(columns: readonly StoredColumn[], { keyspace, table }: TableRows): string | null {
  const wrong = columns.find((column, id) => column.position !== 0 && column.position !== id);
  if (!wrong) {
    return null;
  }
  const twin = columns.find(
    (column) =>
      column !== wrong && columns.some((other) => other !== column && other.position === column.position),
  );
  const cause = twin
    ? `two columns, '${twin.name}' among them, stand at position ${twin.position}`
    : `position ${wrong.position - 1} has no column`;
  const part = wrong.kind === 'partition_key' ? 'partition' : 'clustering';
  return `In the ${part} key of ${keyspace}.${table} ${cause}: the node would abort. Rename a key column on one node at a time.`;
}

/** The recorded drop time of a name, whatever kind of column has that name now (C6). */
function dropTime(droppedColumns: Dict<Cell>, name: string): Timestamp | null {
  const value = Object.hasOwn(droppedColumns, name) ? droppedColumns[name]?.value : null;
  return typeof value === 'string' ? hexToBigint(value) : null;
}

function cellValue(row: SystemRow, name: string): Hex | null {
  return Object.hasOwn(row.cells, name) ? (row.cells[name]?.value ?? null) : null;
}

/** Type names, kinds and comments repeat; decoding them does not have to. */
const texts = new Map<Hex, string>();
const TEXTS_MAX = 4_096;

function textOf(hex: Hex): string {
  const known = texts.get(hex);
  if (known !== undefined) {
    return known;
  }
  const text = hexToText(hex) ?? '';
  if (texts.size < TEXTS_MAX) {
    texts.set(hex, text);
  }
  return text;
}
