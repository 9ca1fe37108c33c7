// What ALTER TABLE may change (SPEC R12): the rules of the ALTER statement of early 2016. Several changes in one statement
// came later and are allowed as long as no two of them name the same column.

import { hexToText } from '../cql/bytes.ts';
import { isOrderCompatible, isValueCompatible } from '../cql/compatibility.ts';
import type { TableChange } from '../cql/statement.ts';
import { cqlTypeName, marshalOf, parseCqlType } from '../cql/type.ts';
import { COLUMNS_MAX, VALUE_LENGTH_MAX } from '../plain/limits.ts';
import { type Refusal, refuse } from '../plain/result.ts';
import type { NodeId } from '../plain/scalars.ts';
import { checkColumnName, checkStatic, isCounterText, longComment } from './checkColumns.ts';
import { hasClusteringKey } from './definition.ts';
import { type ColumnDefinition, columnByName, type Schema } from './schema.ts';
import { retyped } from './tableChange.ts';
import { undefinedColumn } from './unknownName.ts';

type Change<Kind extends TableChange['kind']> = Extract<TableChange, { readonly kind: Kind }>;

/** Null when the changes may be made to this schema; else one sentence (R12). */
export function checkTableChanges(
  node: NodeId,
  schema: Schema,
  changes: readonly TableChange[],
): Refusal | null {
  const place = `${schema.keyspace}.${schema.table}`;
  if (changes.length === 0) {
    return refuse(`The ALTER of ${place} changes nothing. Say what to add, drop, rename or retype.`);
  }
  const named = changes.flatMap(namesOf);
  const twice = named.find((name, i) => named.indexOf(name) !== i);
  if (twice !== undefined) {
    return refuse(
      `Two changes in one ALTER of ${place} name '${twice}'. Make them in two statements.`,
      'column',
      twice,
    );
  }
  for (const change of changes) {
    const problem = checkChange({ node, schema }, change);
    if (problem !== null) {
      return problem;
    }
  }
  const count = (kind: TableChange['kind']): number =>
    changes.filter((change) => change.kind === kind).length;
  const columns = schema.columns.length + count('add') - count('drop');
  return count('add') > 0 && columns > COLUMNS_MAX
    ? refuse(`${place} would have ${columns} columns; at most ${COLUMNS_MAX} are allowed. Drop one first.`)
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

interface Known {
  readonly node: NodeId;
  readonly schema: Schema;
}

function checkChange(known: Known, change: TableChange): Refusal | null {
  const { schema } = known;
  const place = `${schema.keyspace}.${schema.table}`;
  switch (change.kind) {
    case 'add':
      return checkAdd(schema, change, place);
    case 'drop': {
      const column = columnByName(schema, change.name);
      if (column === undefined) {
        return notFound(known, change.name);
      }
      return isKey(column)
        ? refuse(
            `Cannot drop PRIMARY KEY part ${change.name} of ${place}. Create another table without it.`,
            'column',
            change.name,
          )
        : null;
    }
    case 'type': {
      const column = columnByName(schema, change.name);
      return column === undefined ? notFound(known, change.name) : checkRetype(column, change);
    }
    case 'rename': {
      const column = columnByName(schema, change.from);
      return column === undefined
        ? undefinedColumn(
            known,
            change.from,
            'column',
            `Cannot rename unknown column ${change.from} in table ${place}.`,
          )
        : checkRename(schema, column, change);
    }
    default:
      return change.comment.length > VALUE_LENGTH_MAX ? longComment(place, change.comment) : null;
  }
}

const notFound = (known: Known, name: string): Refusal =>
  undefinedColumn(
    known,
    name,
    'column',
    `Column ${name} was not found in table ${known.schema.keyspace}.${known.schema.table}.`,
  );

function isKey(column: ColumnDefinition): boolean {
  return column.kind === 'partition_key' || column.kind === 'clustering_key';
}

function checkAdd(schema: Schema, change: Change<'add'>, place: string): Refusal | null {
  const name = `${place}.${change.name}`;
  const badName = checkColumnName(place, change.name);
  if (badName !== null) {
    return badName;
  }
  const existing = columnByName(schema, change.name);
  if (existing) {
    return refuse(
      `Invalid column name ${change.name} because it conflicts with an existing column: ${name} is ${cqlTypeName(existing.type)}, ${existing.kind}. Choose another name, or drop that column first.`,
      'column',
      change.name,
    );
  }
  const type = parseCqlType(change.type);
  if (!type.ok) {
    return refuse(`${name}: ${type.problem}`, 'type', change.name);
  }
  return (
    (change.isStatic ? checkStatic(place, change.name, hasClusteringKey(schema)) : null) ??
    checkAddedCounter(schema, change, place)
  );
}

/** Counters stay apart; and a dropped counter never comes back, for its old shards would be counted in again. */
function checkAddedCounter(schema: Schema, change: Change<'add'>, place: string): Refusal | null {
  const family = schema.ghost.rows.columnfamily;
  const isCounter = isCounterText(change.type);
  const isCounterTable = (hexToText(family?.cells['default_validator']?.value ?? '') ?? '').endsWith(
    'CounterColumnType',
  );
  const hasValues = schema.columns.some((column) => !isKey(column));
  if (isCounter && !isCounterTable && hasValues) {
    return refuse(
      `Cannot add a counter column (${change.name}) in a non counter column family: ${place} has other columns. Put counters in a table of their own.`,
      'type',
      change.name,
    );
  }
  if (!isCounter && isCounterTable && hasValues) {
    return refuse(
      `Cannot add a non counter column (${change.name}) in a counter column family: ${place} holds counters. Put other columns in another table.`,
      'type',
      change.name,
    );
  }
  const wasDropped = Object.hasOwn(family?.droppedColumns ?? {}, change.name);
  return isCounterTable && wasDropped
    ? refuse(
        `Cannot re-add previously dropped counter column ${change.name} of ${place}. Choose another name.`,
        'column',
        change.name,
      )
    : null;
}

function checkRetype(column: ColumnDefinition, { name, type: text }: Change<'type'>): Refusal | null {
  const type = parseCqlType(text);
  if (!type.ok) {
    return refuse(`${name}: ${type.problem}`, 'type', name);
  }
  const wanted = retyped(column.type, marshalOf(type.value));
  const was = cqlTypeName(column.type);
  const cannot = `Cannot change ${name} from type ${was} to type ${cqlTypeName(wanted)}:`;
  if (!isValueCompatible(wanted, column.type)) {
    return refuse(
      `${cannot} types are incompatible, values already written would not decode. Add a new column instead.`,
      'type',
      name,
    );
  }
  return column.kind === 'clustering_key' && !isOrderCompatible(wanted, column.type)
    ? refuse(
        `${cannot} types are not order-compatible, and rows already written lie in the order of ${was}. Make a new table instead.`,
        'type',
        name,
      )
    : null;
}

function checkRename(
  schema: Schema,
  column: ColumnDefinition,
  { from, to }: Change<'rename'>,
): Refusal | null {
  const place = `${schema.keyspace}.${schema.table}`;
  if (!isKey(column)) {
    return refuse(
      `Cannot rename non PRIMARY KEY part ${from} of ${place}: only key columns can be renamed. Add a new column instead.`,
      'column',
      from,
    );
  }
  return (
    checkColumnName(place, to) ??
    (columnByName(schema, to)
      ? refuse(
          `Cannot rename column ${from} to ${to} in table ${place}; another column of that name already exists. Choose another new name.`,
          'column',
          to,
        )
      : null)
  );
}
