// Every reason to refuse a schema statement (SPEC R12), as a sentence with the place and the remedy. All checks are made
// against what the statement's own node knows at that moment, before any lock: two nodes may each rightly accept what
// together nobody asked for.

import { checkName, checkTableName } from '../cql/name.ts';
import type { SchemaStatement } from '../cql/statement.ts';
import { KEYSPACES_MAX, TABLES_MAX, VALUE_LENGTH_MAX } from '../plain/limits.ts';
import { checkTableChanges } from './checkChanges.ts';
import { checkColumnDrafts } from './checkColumns.ts';
import type { Schema } from './schema.ts';
import type { SchemaRows } from './systemTables.ts';
import { keyspacesOf, tablesOf } from './tableRows.ts';

const RESERVED = 'system';

/**
 * Null when the statement may be taken; else one sentence (R12). `rows` and `currentSchema` are those of the node that
 * takes it; `currentSchema` is null when the node has no such table.
 */
export function checkSchemaStatement(
  rows: SchemaRows,
  currentSchema: Schema | null,
  statement: SchemaStatement,
): string | null {
  if (statement.keyspace === RESERVED) {
    return "Keyspace 'system' holds the system tables and cannot be changed. Choose another keyspace.";
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
        (currentSchema && checkTableChanges(currentSchema, statement.changes))
      );
    default:
      return checkTable(rows, currentSchema, statement);
  }
}

type In<Kind extends SchemaStatement['kind']> = Extract<SchemaStatement, { readonly kind: Kind }>;
type InTable = In<'create-table' | 'alter-table' | 'drop-table'>;

function checkCreateKeyspace(rows: SchemaRows, { keyspace, node }: In<'create-keyspace'>): string | null {
  const keyspaces = keyspacesOf(rows);
  if (keyspaces.includes(keyspace)) {
    return `Node ${node} already has a keyspace '${keyspace}'. Choose another name, or use that one.`;
  }
  if (keyspaces.length >= KEYSPACES_MAX) {
    return `There are ${KEYSPACES_MAX} keyspaces already, which is the limit. Drop one first.`;
  }
  return checkTableName(keyspace);
}

function checkKeyspace(rows: SchemaRows, { keyspace, node }: SchemaStatement): string | null {
  return keyspacesOf(rows).includes(keyspace)
    ? null
    : `Node ${node} knows no keyspace '${keyspace}'. Create it first, or wait until the node has heard of it.`;
}

function checkCreateTable(
  rows: SchemaRows,
  current: Schema | null,
  statement: In<'create-table'>,
): string | null {
  const { keyspace, table, node, columns, comment = '' } = statement;
  const tables = tablesOf(rows);
  if (current || tables.some((live) => live.keyspace === keyspace && live.table === table)) {
    return `Node ${node} already has a table ${keyspace}.${table}. Choose another name, or drop that table first.`;
  }
  if (tables.length >= TABLES_MAX) {
    return `There are ${TABLES_MAX} tables already, which is the limit. Drop one first.`;
  }
  if (comment.length > VALUE_LENGTH_MAX) {
    return `The comment of ${keyspace}.${table} has ${comment.length} characters; at most ${VALUE_LENGTH_MAX} are allowed.`;
  }
  return checkTableName(table) ?? checkColumnDrafts(`${keyspace}.${table}`, columns);
}

function checkTable(rows: SchemaRows, current: Schema | null, statement: InTable): string | null {
  if (current) {
    return null;
  }
  const { keyspace, table, node } = statement;
  return (
    checkKeyspace(rows, statement) ??
    checkName(table) ??
    `Node ${node} knows no table ${keyspace}.${table}. Create it first, or wait until the node has heard of it.`
  );
}
