// For tests: a node's system tables as one small value on which DDL statements are made, refused statements throwing.

import type { ColumnDraft, TableChange } from '../cql/statement.ts';
import { alterTableBatch, createKeyspaceBatch, createTableBatch, dropTableBatch } from './batch.ts';
import { deriveSchema } from './derive.ts';
import { joinRows, sliceTable } from './rows.ts';
import type { Schema } from './schema.ts';
import { NO_ROWS, type SchemaRows } from './systemTables.ts';
import { type Hashing, hashUuid } from './version.ts';

export const KEYSPACE = 'app';
export const TABLE = 't';
export const HASHING: Hashing = { hash: 'mutations', tombstonesOut: true };

interface Outcome<T> {
  readonly ok: boolean;
  readonly value?: T;
  readonly problem?: string;
}

/** The value of a result that has to be one. */
export function must<T>(result: Outcome<T>): T {
  if (!result.ok || result.value === undefined) {
    throw new Error(result.problem ?? 'no value');
  }
  return result.value;
}

/** Columns from short words: `pk int!` partition key, `ck int^` clustering key, `s text*` static, `a int` regular. */
export function columnDrafts(...words: readonly string[]): readonly ColumnDraft[] {
  return words.map((word) => {
    const [, name = '', type = '', mark = ''] = /^(\S+) (.*?)([!^*]?)$/u.exec(word) ?? [];
    const kind =
      mark === '!' ? 'partition_key' : mark === '^' ? 'clustering_key' : mark === '*' ? 'static' : 'regular';
    return { name, type, kind };
  });
}

/** CREATE TABLE app.t as a delta. */
export function create(ts: number, ...words: readonly string[]): SchemaRows {
  const draft = { keyspace: KEYSPACE, table: TABLE, columns: columnDrafts(...words), comment: '' };
  return must(createTableBatch({ draft, cfId: hashUuid(`cf_id ${ts}`), ts }));
}

/** System tables with keyspace app @5 and table app.t @10. */
export function tableWith(...words: readonly string[]): SchemaRows {
  return merge(createKeyspaceBatch({ keyspace: KEYSPACE, ts: 5 }), create(10, ...words));
}

/** Everything joined, from left to right, into empty system tables. */
export function merge(...deltas: readonly SchemaRows[]): SchemaRows {
  return deltas.reduce((rows, delta) => joinRows(rows, delta), NO_ROWS);
}

export function schemaOf(rows: SchemaRows, hashing: Hashing = HASHING): Schema {
  return must(deriveSchema(sliceTable(rows, KEYSPACE, TABLE), hashing));
}

/** The delta of an ALTER made by a node that has `rows`; as in 2016 it rewrites everything. */
export function alter(rows: SchemaRows, ts: number, ...changes: readonly TableChange[]): SchemaRows {
  return must(alterTableBatch({ rows, schema: schemaOf(rows), changes, ts, onlyChanges: false }));
}

/** The same with the protection `alterWritesOnlyChanges`. */
export function alterOnly(rows: SchemaRows, ts: number, ...changes: readonly TableChange[]): SchemaRows {
  return must(alterTableBatch({ rows, schema: schemaOf(rows), changes, ts, onlyChanges: true }));
}

export function drop(rows: SchemaRows, ts: number): SchemaRows {
  return dropTableBatch({ schema: schemaOf(rows), ts });
}

export const addColumn = (name: string, type = 'int'): TableChange => ({ kind: 'add', name, type });
export const addStatic = (name: string, type = 'int'): TableChange => ({
  kind: 'add',
  name,
  type,
  isStatic: true,
});
export const dropColumn = (name: string): TableChange => ({ kind: 'drop', name });
export const retype = (name: string, type: string): TableChange => ({ kind: 'type', name, type });
export const rename = (from: string, to: string): TableChange => ({ kind: 'rename', from, to });
export const comment = (text: string): TableChange => ({ kind: 'comment', comment: text });
