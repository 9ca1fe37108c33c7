// System rows as the model of the merge sees them (SPEC T1): one table's, one time for each row, ranks for timestamps. What
// the model has no word for is noted as a sentence.

import { hexToBigint } from '../../cql/integer.ts';
import type { Dict } from '../../plain/record.ts';
import { entriesOf, keysOf, lookup } from '../../plain/record.ts';
import type { Cell } from '../../schema/cell.ts';
import { sliceTable } from '../../schema/rows.ts';
import type { SchemaRows, SystemRow, TableRows } from '../../schema/systemTables.ts';
import type { TlaFunction } from './tlaValue.ts';
import { functionOf } from './tlaValue.ts';

export interface ModelTable {
  readonly keyspace: string;
  readonly table: string;
  readonly keys: readonly string[];
  /** All other columns that can come up. */
  readonly columns: readonly string[];
  readonly rank: (timestamp: number) => number;
  /** Notes that something lies outside the model. */
  readonly outside: (sentence: string) => void;
}

export function noRows({ columns }: ModelTable): TlaFunction {
  const never = functionOf(Object.fromEntries(columns.map((column) => [column, 0])));
  return functionOf({ base: 0, live: never, dead: never, at: never, gone: never });
}

export function modelRows(model: ModelTable, rows: SchemaRows): TlaFunction {
  return modelSlice(model, sliceTable(rows, model.keyspace, model.table));
}

/** The live part: what a version is. */
export function modelVersion(model: ModelTable, slice: TableRows): TlaFunction {
  const { of } = modelSlice(model, slice);
  const { of: none } = noRows(model);
  return functionOf({ ...of, dead: none['dead'] ?? 0 });
}

export function modelSlice(model: ModelTable, slice: TableRows): TlaFunction {
  const { columnfamily, columns, tombstones } = slice;
  if (tombstones.columns !== null || tombstones.columnfamilies !== null || columnfamily?.tombstone) {
    model.outside('A table or a keyspace was dropped.');
  }
  const base = timeOf(model, columnfamily?.cells ?? {});
  for (const key of model.keys) {
    if (timeOf(model, lookup(columns, key)?.cells ?? {}) !== base && columnfamily !== null && base !== 0) {
      model.outside('A key column was changed apart from its table.');
    }
  }
  const unknown = keysOf(columns).find((name) => !model.keys.includes(name) && !model.columns.includes(name));
  if (unknown !== undefined) {
    model.outside(`The column ${unknown} is neither in the table nor among the statements.`);
  }
  const each = (value: (row: SystemRow | undefined, name: string) => number): TlaFunction =>
    functionOf(Object.fromEntries(model.columns.map((name) => [name, value(lookup(columns, name), name)])));
  const drops = columnfamily?.droppedColumns ?? {};
  return functionOf({
    base,
    live: each((row) => timeOf(model, row?.cells ?? {})),
    dead: each((row) => rankOf(model, row?.tombstone ?? null)),
    at: each((_, name) => rankOf(model, lookup(drops, name)?.ts ?? null)),
    gone: each((_, name) => dropTime(model, lookup(drops, name))),
  });
}

function rankOf(model: ModelTable, timestamp: number | null): number {
  return timestamp === null ? 0 : model.rank(timestamp);
}

function dropTime(model: ModelTable, cell: Cell | undefined): number {
  const value = cell?.value ?? null;
  return value === null ? 0 : model.rank(Number(hexToBigint(value)));
}

/** The one time of a row's cells; 0 when it has none. */
function timeOf(model: ModelTable, cells: Dict<Cell>): number {
  const times = new Set(entriesOf(cells).map(([, cell]) => cell.ts));
  if (times.size > 1 || entriesOf(cells).some(([, cell]) => cell.value === null)) {
    model.outside('A row of the system tables was written in parts (a comment or a type alone).');
  }
  const [first] = times;
  return first === undefined ? 0 : model.rank(first);
}
