// Every reason to refuse a schema statement (SPEC R12), as a sentence with the place and the remedy. All checks are made
// against what the statement's own node knows at that moment, before any lock: two nodes may each rightly accept what
// together nobody asked for.

import { checkName, checkTableName } from '../cql/name.ts';
import type { SchemaStatement } from '../cql/statement.ts';
import { KEYSPACES_MAX, TABLES_MAX, VALUE_LENGTH_MAX } from '../plain/limits.ts';
import { type Part, type Refusal, refuse } from '../plain/result.ts';
import { checkTableChanges } from './checkChanges.ts';
import { checkColumnDrafts, longComment } from './checkColumns.ts';
import type { Schema } from './schema.ts';
import type { SchemaRows } from './systemTables.ts';
import { keyspacesOf, tablesOf } from './tableRows.ts';
import { unconfiguredTable, unknownKeyspace } from './unknownName.ts';

const RESERVED = 'system';

/**
 * Null when the statement may be taken; else one sentence and what it is about (R12, Q9). `rows` and `currentSchema` are those of the node that
 * takes it; `currentSchema` is null when the node has no such table.
 */
export function checkSchemaStatement(
  rows: SchemaRows,
  currentSchema: Schema | null,
  statement: SchemaStatement,
): Refusal | null {
  if (statement.keyspace === RESERVED) {
    return refuse(
      "Keyspace 'system' holds the system tables and is not user-modifiable. Choose another keyspace.",
      'keyspace',
      RESERVED,
    );
  }
  switch (statement.kind) {
    case 'create-keyspace':
      return checkCreateKeyspace(rows, statement);
    case 'drop-keyspace':
      return checkKeyspace(rows, statement);
    case 'create-table':
      return checkKeyspace(rows, statement) ?? checkCreateTable(rows, currentSchema, statement);
    case 'alter-table':
      return (
        checkTable(rows, currentSchema, statement) ??
        (currentSchema && checkTableChanges(statement.node, currentSchema, statement.changes))
      );
    default:
      return checkTable(rows, currentSchema, statement);
  }
}

type In<Kind extends SchemaStatement['kind']> = Extract<SchemaStatement, { readonly kind: Kind }>;
type InTable = In<'create-table' | 'alter-table' | 'drop-table'>;

function checkCreateKeyspace(rows: SchemaRows, { keyspace, node }: In<'create-keyspace'>): Refusal | null {
  const keyspaces = keyspacesOf(rows);
  if (keyspaces.includes(keyspace)) {
    return refuse(
      `Keyspace '${keyspace}' already exists on node ${node}. Choose another name, or use that one.`,
      'keyspace',
      keyspace,
    );
  }
  if (keyspaces.length >= KEYSPACES_MAX) {
    return refuse(`There are ${KEYSPACES_MAX} keyspaces already, which is the limit. Drop one first.`);
  }
  return misnamed(checkTableName(keyspace), 'keyspace', keyspace);
}

const misnamed = (problem: string | null, what: Part['what'], name: string): Refusal | null =>
  problem === null ? null : refuse(problem, what, name);

function checkKeyspace(rows: SchemaRows, { keyspace, node }: SchemaStatement): Refusal | null {
  const known = keyspacesOf(rows);
  return known.includes(keyspace) ? null : unknownKeyspace(node, keyspace, known);
}

function checkCreateTable(
  rows: SchemaRows,
  current: Schema | null,
  statement: In<'create-table'>,
): Refusal | null {
  const { keyspace, table, node, columns, comment = '' } = statement;
  const tables = tablesOf(rows);
  if (current || tables.some((live) => live.keyspace === keyspace && live.table === table)) {
    return refuse(
      `Table '${keyspace}.${table}' already exists on node ${node}. Choose another name, or drop that table first.`,
      'table',
      table,
    );
  }
  if (tables.length >= TABLES_MAX) {
    return refuse(`There are ${TABLES_MAX} tables already, which is the limit. Drop one first.`);
  }
  if (comment.length > VALUE_LENGTH_MAX) {
    return longComment(`${keyspace}.${table}`, comment);
  }
  return (
    misnamed(checkTableName(table), 'table', table) ?? checkColumnDrafts(`${keyspace}.${table}`, columns)
  );
}

function checkTable(rows: SchemaRows, current: Schema | null, statement: InTable): Refusal | null {
  if (current) {
    return null;
  }
  const { keyspace, table, node } = statement;
  return (
    checkKeyspace(rows, statement) ??
    misnamed(checkName(table), 'table', table) ??
    unconfiguredTable(node, { keyspace, table }, tablesOf(rows))
  );
}
