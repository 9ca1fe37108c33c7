// What an ALTER makes of a definition (SPEC R7, R14), before it becomes rows.

import type { TableChange } from '../cql/statement.ts';
import { isReversed, marshalOf, parseCqlType, reversed } from '../cql/type.ts';
import { ok, type Result } from '../plain/result.ts';
import type { MarshalType } from '../plain/scalars.ts';
import type { DefinedColumn, Definition } from './definition.ts';

/** The definition after `changes`, one after the other. Refuses a bad type; names are checked before (R12). */
export function changeDefinition(before: Definition, changes: readonly TableChange[]): Result<Definition> {
  let definition = before;
  for (const change of changes) {
    const next = applyChange(definition, change);
    if (!next.ok) {
      return next;
    }
    definition = next.value;
  }
  return ok(definition);
}

function applyChange(definition: Definition, change: TableChange): Result<Definition> {
  const { columns } = definition;
  switch (change.kind) {
    case 'add': {
      const type = parseCqlType(change.type);
      if (!type.ok) {
        return type;
      }
      const added: DefinedColumn = {
        name: change.name,
        kind: change.isStatic ? 'static' : 'regular',
        position: 0,
        type: marshalOf(type.value),
      };
      return ok({ ...definition, columns: [...columns, added] });
    }
    case 'drop':
      return ok({ ...definition, columns: columns.filter(({ name }) => name !== change.name) });
    case 'type': {
      const type = parseCqlType(change.type);
      if (!type.ok) {
        return type;
      }
      return ok(
        withColumn(definition, change.name, (column) => ({
          ...column,
          type: retyped(column.type, marshalOf(type.value)),
        })),
      );
    }
    case 'rename':
      return ok(withColumn(definition, change.from, (column) => ({ ...column, name: change.to })));
    default:
      return ok({ ...definition, comment: change.comment });
  }
}

/** A clustering column keeps its order when its type changes. */
export function retyped(before: MarshalType, after: MarshalType): MarshalType {
  return isReversed(before) ? reversed(after) : after;
}

function withColumn(
  definition: Definition,
  name: string,
  change: (column: DefinedColumn) => DefinedColumn,
): Definition {
  return {
    ...definition,
    columns: definition.columns.map((column) => (column.name === name ? change(column) : column)),
  };
}
