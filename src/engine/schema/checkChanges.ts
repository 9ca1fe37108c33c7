// What ALTER TABLE may change (SPEC R12): the rules of the ALTER statement of early 2016. Several changes in one statement
// came later and are allowed as long as no two of them name the same column.

import { hexToText } from '../cql/bytes.ts';
import { isOrderCompatible, isValueCompatible } from '../cql/compatibility.ts';
import type { TableChange } from '../cql/statement.ts';
import { cqlTypeName, marshalOf, parseCqlType } from '../cql/type.ts';
import { COLUMNS_MAX, VALUE_LENGTH_MAX } from '../plain/limits.ts';
import { checkColumnName, checkStatic, isCounterText } from './checkColumns.ts';
import { hasClusteringKey } from './definition.ts';
import { type ColumnDefinition, columnByName, type Schema } from './schema.ts';
import { retyped } from './tableChange.ts';

type Change<Kind extends TableChange['kind']> = Extract<TableChange, { readonly kind: Kind }>;

/** Null when the changes may be made to this schema; else one sentence (R12). */
export function checkTableChanges(schema: Schema, changes: readonly TableChange[]): string | null {
  const place = `${schema.keyspace}.${schema.table}`;
  if (changes.length === 0) {
    return `The ALTER of ${place} changes nothing. Say what to add, drop, rename or retype.`;
  }
  const named = changes.flatMap(namesOf);
  const twice = named.find((name, i) => named.indexOf(name) !== i);
  if (twice !== undefined) {
    return `Two changes in one ALTER of ${place} name '${twice}'. Make them in two statements.`;
  }
  for (const change of changes) {
    const problem = checkChange(schema, change, place);
    if (problem !== null) {
      return problem;
    }
  }
  const count = (kind: TableChange['kind']): number =>
    changes.filter((change) => change.kind === kind).length;
  const columns = schema.columns.length + count('add') - count('drop');
  return count('add') > 0 && columns > COLUMNS_MAX
    ? `${place} would have ${columns} columns; at most ${COLUMNS_MAX} are allowed. Drop one first.`
    : null;
}

function namesOf(change: TableChange): readonly string[] {
  switch (change.kind) {
    case 'comment':
      return [];
    case 'rename':
      return [change.from, change.to];
    default:
      return [change.name];
  }
}

function checkChange(schema: Schema, change: TableChange, place: string): string | null {
  switch (change.kind) {
    case 'add':
      return checkAdd(schema, change, place);
    case 'drop':
      return withColumn(schema, change.name, (column) =>
        isKey(column)
          ? `${place}.${change.name} is part of the key and cannot be dropped. Create another table without it.`
          : null,
      );
    case 'type':
      return withColumn(schema, change.name, (column) => checkRetype(column, change, place));
    case 'rename':
      return withColumn(schema, change.from, (column) => checkRename(schema, column, change));
    default:
      return change.comment.length > VALUE_LENGTH_MAX
        ? `The comment of ${place} has ${change.comment.length} characters; at most ${VALUE_LENGTH_MAX} are allowed.`
        : null;
  }
}

function withColumn(
  schema: Schema,
  name: string,
  check: (column: ColumnDefinition) => string | null,
): string | null {
  const column = columnByName(schema, name);
  const names = schema.columns.map((known) => known.name).join(', ');
  return column
    ? check(column)
    : `${schema.keyspace}.${schema.table} has no column '${name}'. Its columns are ${names}.`;
}

function isKey(column: ColumnDefinition): boolean {
  return column.kind === 'partition_key' || column.kind === 'clustering_key';
}

function checkAdd(schema: Schema, change: Change<'add'>, place: string): string | null {
  const name = `${place}.${change.name}`;
  const badName = checkColumnName(place, change.name);
  if (badName !== null) {
    return badName;
  }
  const existing = columnByName(schema, change.name);
  if (existing) {
    return `${name} exists already (${cqlTypeName(existing.type)}, ${existing.kind}). Choose another name, or drop that column first.`;
  }
  const type = parseCqlType(change.type);
  if (!type.ok) {
    return `${name}: ${type.problem}`;
  }
  return (
    (change.isStatic ? checkStatic(name, hasClusteringKey(schema)) : null) ??
    checkAddedCounter(schema, change, name)
  );
}

/** Counters stay apart; and a dropped counter never comes back, for its old shards would be counted in again. */
function checkAddedCounter(schema: Schema, change: Change<'add'>, name: string): string | null {
  const family = schema.ghost.rows.columnfamily;
  const isCounter = isCounterText(change.type);
  const isCounterTable = (hexToText(family?.cells['default_validator']?.value ?? '') ?? '').endsWith(
    'CounterColumnType',
  );
  const hasValues = schema.columns.some((column) => !isKey(column));
  if (isCounter && !isCounterTable && hasValues) {
    return `${name} cannot be a counter, because the table has other columns. Put counters in a table of their own.`;
  }
  if (!isCounter && isCounterTable && hasValues) {
    return `${name} has to be a counter, because the table holds counters. Put other columns in another table.`;
  }
  const wasDropped = Object.hasOwn(family?.droppedColumns ?? {}, change.name);
  return isCounterTable && wasDropped
    ? `${name} was dropped from a table of counters and cannot be added again. Choose another name.`
    : null;
}

function checkRetype(column: ColumnDefinition, change: Change<'type'>, place: string): string | null {
  const name = `${place}.${change.name}`;
  const type = parseCqlType(change.type);
  if (!type.ok) {
    return `${name}: ${type.problem}`;
  }
  const wanted = retyped(column.type, marshalOf(type.value));
  const was = cqlTypeName(column.type);
  const becomes = cqlTypeName(wanted);
  if (!isValueCompatible(wanted, column.type)) {
    return `${name} is ${was} and cannot become ${becomes}: values already written would not decode. Add a new column instead.`;
  }
  return column.kind === 'clustering_key' && !isOrderCompatible(wanted, column.type)
    ? `${name} is ${was} and cannot become ${becomes}: it is a clustering column and rows already written lie in the order of ${was}.`
    : null;
}

function checkRename(schema: Schema, column: ColumnDefinition, change: Change<'rename'>): string | null {
  const place = `${schema.keyspace}.${schema.table}`;
  if (!isKey(column)) {
    return `${place}.${change.from} is not part of the key, and only key columns can be renamed. Add a new column instead.`;
  }
  return (
    checkColumnName(place, change.to) ??
    (columnByName(schema, change.to)
      ? `${place}.${change.to} exists already. Choose another new name.`
      : null)
  );
}
