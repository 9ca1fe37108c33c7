// What CREATE TABLE may declare (SPEC R12).

import { checkName } from '../cql/name.ts';
import type { ColumnDraft } from '../cql/statement.ts';
import { type CqlType, cqlText, isMultiCell, marshalOf, parseCqlType } from '../cql/type.ts';
import { COLUMNS_MAX } from '../plain/limits.ts';

/** Null when the columns make a table; else one sentence (R12). `place` is 'keyspace.table'. */
export function checkColumnDrafts(place: string, columns: readonly ColumnDraft[]): string | null {
  if (columns.length > COLUMNS_MAX) {
    return `${place} would have ${columns.length} columns; at most ${COLUMNS_MAX} are allowed. Leave some out.`;
  }
  if (!columns.some(({ kind }) => kind === 'partition_key')) {
    return `${place} needs a partition key: make at least one column of it a partition key column.`;
  }
  const hasClustering = columns.some(({ kind }) => kind === 'clustering_key');
  for (const [i, column] of columns.entries()) {
    const name = `${place}.${column.name}`;
    const isTwice = columns.findIndex((other) => other.name === column.name) !== i;
    const problem =
      checkColumnName(place, column.name) ??
      (isTwice ? `${name} is declared twice. Give one of the two another name.` : null) ??
      (column.kind === 'static' ? checkStatic(name, hasClustering) : null) ??
      checkOrder(name, column) ??
      checkColumnType(name, column);
    if (problem !== null) {
      return problem;
    }
  }
  return checkCounters(place, columns);
}

/** A sentence when a column cannot have this name. */
export function checkColumnName(place: string, name: string): string | null {
  const problem = checkName(name);
  return problem === null ? null : `A column of ${place}: ${problem}`;
}

/** A static column is shared by the rows of a partition, so there has to be more than one row. */
export function checkStatic(name: string, hasClustering: boolean): string | null {
  return hasClustering
    ? null
    : `${name} cannot be static: a static column needs a table with a clustering column. Add it as a regular column.`;
}

function checkOrder(name: string, column: ColumnDraft): string | null {
  return column.descending === true && column.kind !== 'clustering_key'
    ? `${name} cannot be in descending order: only clustering columns have an order.`
    : null;
}

function checkColumnType(name: string, column: ColumnDraft): string | null {
  const type = parseCqlType(column.type);
  if (!type.ok) {
    return `${name}: ${type.problem}`;
  }
  const isKey = column.kind === 'partition_key' || column.kind === 'clustering_key';
  return isKey ? checkKeyType(name, type.value) : null;
}

/** A key is one value that never changes: neither a counter nor a collection of cells. */
function checkKeyType(name: string, type: CqlType): string | null {
  if (type.kind === 'atomic' && type.name === 'counter') {
    return `${name} cannot be a counter, because it is part of the key. Use bigint.`;
  }
  return isMultiCell(marshalOf(type))
    ? `${name} is part of the key, so its collection must be frozen: write 'frozen<${cqlText(type)}>'.`
    : null;
}

export function isCounterText(type: string): boolean {
  return type.trim().toLowerCase() === 'counter';
}

/** A table holds counters only, or none, outside its key. */
function checkCounters(place: string, columns: readonly ColumnDraft[]): string | null {
  const values = columns.filter(({ kind }) => kind === 'regular' || kind === 'static');
  const counters = values.filter(({ type }) => isCounterText(type));
  const mixed = counters.length > 0 && counters.length < values.length;
  return mixed
    ? `${place} mixes counters with other columns, for example ${place}.${counters[0]?.name}. Put counters in a table of their own.`
    : null;
}
