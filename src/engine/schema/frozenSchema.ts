// How a definition travels (SPEC V7): its version, and rows REGENERATED from the object at a new timestamp. The version
// overrides whatever the rows would hash to, so a frozen schema is only a definition. Merging it into system tables would
// make another version and could revive what was dropped.

import { bigintToHex } from '../cql/integer.ts';
import { ok, type Result, refuse } from '../plain/result.ts';
import type { SchemaVersion, Timestamp } from '../plain/scalars.ts';
import { tableRowsAt } from './batch.ts';
import type { Cell } from './cell.ts';
import { definitionOf } from './definition.ts';
import { deriveSchema } from './derive.ts';
import type { Schema } from './schema.ts';
import type { SchemaRows } from './systemTables.ts';
import { sliceTable, tablesOf } from './tableRows.ts';

export interface FrozenSchema {
  readonly version: SchemaVersion;
  readonly rows: SchemaRows;
}

/** The frozen form of a schema, its rows written anew at `ts` (V7). */
export function freezeSchema(schema: Schema, ts: Timestamp): FrozenSchema {
  const dropped = schema.columns.flatMap(({ name, droppedAt }): [string, Cell][] =>
    droppedAt === null ? [] : [[name, { ts, value: bigintToHex(droppedAt) }]],
  );
  const written = tableRowsAt(schema, definitionOf(schema), {
    ts,
    droppedColumns: Object.fromEntries(dropped),
  });
  return { version: schema.version, rows: { keyspaces: {}, ...written } };
}

/** The schema again, under the version that came with it (V7). Refuses rows that do not define exactly one table. */
export function unfreezeSchema(frozen: FrozenSchema): Result<Schema> {
  const [name, second] = tablesOf(frozen.rows);
  if (!name || second) {
    return refuse('A frozen schema has to hold the rows of one table.');
  }
  const slice = sliceTable(frozen.rows, name.keyspace, name.table);
  const schema = deriveSchema(slice, { hash: 'mutations', tombstonesOut: true });
  if (!schema.ok) {
    return schema;
  }
  const { version } = frozen;
  return ok({ ...schema.value, version, ghost: { ...schema.value.ghost, mutationVersion: version } });
}
