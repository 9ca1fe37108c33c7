// The key that a data statement names, serialized (SPEC W12).

import type { Literal } from '../cql/statement.ts';
import { encodeLiteral } from '../cql/value.ts';
import { lookup } from '../plain/record.ts';
import type { Result } from '../plain/result.ts';
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
        return refuse(`The key of ${schema.table} is ${keyNames(schema)}: ${column.name} needs a value.`);
      }
      missing ||= column.name;
      continue;
    }
    if (missing !== '') {
      return refuse(
        `The key of ${schema.table} is ${keyNames(schema)}: ${column.name} is given, but ${missing} before it is not.`,
      );
    }
    const encoded = encodeLiteral(column.type, literal);
    if (!encoded.ok) {
      return refuse(`${schema.table}.${column.name}: ${encoded.problem}`);
    }
    components.push(encoded.value);
  }
  return ok(components.join(':'));
}

export function keyNames(schema: Schema): string {
  return schema.columns
    .filter(isKeyColumn)
    .map((column) => column.name)
    .join(', ');
}

export function columnNames(schema: Schema): string {
  return schema.columns.map((column) => column.name).join(', ');
}
