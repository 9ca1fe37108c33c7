// The key that a data statement names, serialized (SPEC W12).

import type { Literal } from '../cql/statement.ts';
import { encodeLiteral } from '../cql/value.ts';
import { lookup } from '../plain/record.ts';
import type { Refusal, Result } from '../plain/result.ts';
import { ok, refuse } from '../plain/result.ts';
import type { ColumnDefinition, Schema } from '../schema/schema.ts';
import { columnsOfKind } from '../schema/schema.ts';

export function isKeyColumn(column: ColumnDefinition | undefined): boolean {
  return column?.kind === 'partition_key' || column?.kind === 'clustering_key';
}

export function isWholeClustering(schema: Schema, key: Readonly<Record<string, Literal>>): boolean {
  return columnsOfKind(schema, 'clustering_key').every((column) => Object.hasOwn(key, column.name));
}

/** The serialized key of one kind; clustering keys may end early (a prefix), but may not skip a component. */
export function keyOf(
  schema: Schema,
  key: Readonly<Record<string, Literal>>,
  kind: 'partition_key' | 'clustering_key',
  whole: boolean,
): Result<string> {
  const components: string[] = [];
  let missing = '';
  for (const column of columnsOfKind(schema, kind)) {
    const literal = lookup(key, column.name);
    if (literal === undefined || literal === null) {
      if (whole) {
        return literal === null
          ? refuse(
              `Invalid null value for partition key part ${column.name}: give a value, the key of ${placeOf(schema)} is ${keyNames(schema)}.`,
              'value',
              column.name,
            )
          : missingKeyPart(schema, column.name);
      }
      missing ||= column.name;
      continue;
    }
    if (missing !== '') {
      return refuse(
        `PRIMARY KEY column "${column.name}" cannot be restricted as preceding column "${missing}" is not restricted: give ${missing} too, the key of ${placeOf(schema)} is ${keyNames(schema)}.`,
        'condition',
        column.name,
      );
    }
    const encoded = encodeLiteral(column.type, literal, `"${column.name}"`);
    if (!encoded.ok) {
      return refuse(encoded.problem, 'value', column.name);
    }
    components.push(encoded.value);
  }
  return ok(components.join(':'));
}

/** A key column without a value, told where the key is given. */
export function missingKeyPart(schema: Schema, name: string): Refusal {
  return refuse(
    `Missing mandatory PRIMARY KEY part ${name}: the key of ${placeOf(schema)} is ${keyNames(schema)}; give ${name} a value.`,
    'key',
  );
}

export const placeOf = ({ keyspace, table }: Schema): string => `${keyspace}.${table}`;

export function keyNames(schema: Schema): string {
  return schema.columns
    .filter(isKeyColumn)
    .map((column) => column.name)
    .join(', ');
}
