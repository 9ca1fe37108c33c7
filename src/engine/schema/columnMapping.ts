// The minimal decoder of a version (SPEC C7): names and types in id order. Key columns are not in it, for no ALTER
// changes what a key column's bytes mean.

import {
  type ColumnDefinition,
  type ColumnKind,
  type ColumnMapping,
  columnsOfKind,
  type Schema,
} from './schema.ts';

const mappings = new WeakMap<Schema, ColumnMapping>();

/** Name and type of each static, then of each regular column, by id (C7). The same object for the same schema. */
export function columnMapping(schema: Schema): ColumnMapping {
  let mapping = mappings.get(schema);
  if (!mapping) {
    mapping = { static: partsOf(schema, 'static'), regular: partsOf(schema, 'regular') };
    mappings.set(schema, mapping);
  }
  return mapping;
}

function partsOf(schema: Schema, kind: ColumnKind): readonly (readonly [string, string])[] {
  return columnsOfKind(schema, kind).map(({ name, type }: ColumnDefinition) => [name, type]);
}
