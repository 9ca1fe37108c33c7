// What CREATE TABLE may declare (SPEC R12).

import { checkName } from '../cql/name.ts';
import type { ColumnDraft } from '../cql/statement.ts';
import { type CqlType, cqlText, isMultiCell, marshalOf, parseCqlType } from '../cql/type.ts';
import { COLUMNS_MAX, VALUE_LENGTH_MAX } from '../plain/limits.ts';
import { type Refusal, refuse } from '../plain/result.ts';

/** Null when the columns make a table; else one sentence (R12). `place` is 'keyspace.table'. */
export function checkColumnDrafts(place: string, columns: readonly ColumnDraft[]): Refusal | null {
  if (columns.length > COLUMNS_MAX) {
    return refuse(
      `${place} would have ${columns.length} columns; at most ${COLUMNS_MAX} are allowed. Leave some out.`,
      'column',
      columns[COLUMNS_MAX]?.name,
    );
  }
  if (!columns.some(({ kind }) => kind === 'partition_key')) {
    return refuse(`No PRIMARY KEY specified: ${place} needs a partition key of at least one column.`);
  }
  const hasClustering = columns.some(({ kind }) => kind === 'clustering_key');
  for (const [i, column] of columns.entries()) {
    const isTwice = columns.findIndex((other) => other.name === column.name) !== i;
    const problem =
      checkColumnName(place, column.name) ??
      (isTwice
        ? refuse(
            `Multiple definition of identifier ${column.name} in ${place}: give one of the two another name.`,
            'column',
            column.name,
          )
        : null) ??
      (column.kind === 'static' ? checkStatic(place, column.name, hasClustering) : null) ??
      checkOrder(place, column) ??
      checkColumnType(place, column);
    if (problem !== null) {
      return problem;
    }
  }
  return checkCounters(place, columns);
}

/** A sentence when a column cannot have this name. */
export function checkColumnName(place: string, name: string): Refusal | null {
  const problem = checkName(name);
  return problem === null ? null : refuse(`A column of ${place}: ${problem}`, 'column', name);
}

/** A static column is shared by the rows of a partition, so there has to be more than one row. */
export function checkStatic(place: string, name: string, hasClustering: boolean): Refusal | null {
  return hasClustering
    ? null
    : refuse(
        `Static columns are only useful (and thus allowed) if the table has at least one clustering column: ${place} has none. Make ${name} a regular column.`,
        'column',
        name,
      );
}

function checkOrder(place: string, column: ColumnDraft): Refusal | null {
  return column.descending === true && column.kind !== 'clustering_key'
    ? refuse(
        `${place}.${column.name} cannot be in descending order: only clustering columns have an order.`,
        'column',
        column.name,
      )
    : null;
}

function checkColumnType(place: string, column: ColumnDraft): Refusal | null {
  const type = parseCqlType(column.type);
  if (!type.ok) {
    return refuse(`${place}.${column.name}: ${type.problem}`, 'type', column.name);
  }
  const isKey = column.kind === 'partition_key' || column.kind === 'clustering_key';
  return isKey ? checkKeyType(column.name, type.value) : null;
}

/** A key is one value that never changes: neither a counter nor a collection of cells. */
function checkKeyType(name: string, type: CqlType): Refusal | null {
  if (type.kind === 'atomic' && type.name === 'counter') {
    return refuse(`counter type is not supported for PRIMARY KEY part ${name}: use bigint.`, 'type', name);
  }
  return isMultiCell(marshalOf(type))
    ? refuse(
        `Invalid collection type for PRIMARY KEY component ${name}: it must be frozen, write frozen<${cqlText(type)}>.`,
        'type',
        name,
      )
    : null;
}

export function isCounterText(type: string): boolean {
  return type.trim().toLowerCase() === 'counter';
}

/** A table holds counters only, or none, outside its key. */
function checkCounters(place: string, columns: readonly ColumnDraft[]): Refusal | null {
  const values = columns.filter(({ kind }) => kind === 'regular' || kind === 'static');
  const counters = values.filter(({ type }) => isCounterText(type));
  const mixed = counters.length > 0 && counters.length < values.length;
  return mixed
    ? refuse(
        `Cannot mix counter and non counter columns in the same table: ${place} has both. Put counters such as ${counters[0]?.name} in a table of their own.`,
        'type',
        counters[0]?.name,
      )
    : null;
}

export function longComment(place: string, comment: string): Refusal {
  return refuse(
    `The comment of ${place} has ${comment.length} characters; at most ${VALUE_LENGTH_MAX} are allowed.`,
    'comment',
  );
}
