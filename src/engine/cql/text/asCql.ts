// A statement of a client as the text it could have been typed as (SPEC Q8): what a click stands for.

import { unreachable } from '../../plain/assert.ts';
import type { ColumnDraft, Literal, Statement, WriteStatement } from '../statement.ts';
import type { Assignment, CqlStatement } from './ast.ts';

type Values = Readonly<Record<string, Literal>>;
type CreateTable = Extract<Statement, { kind: 'create-table' }>;

const assignmentsOf = (values: Values): readonly Assignment[] =>
  Object.entries(values).map(([column, literal]) => ({ column, term: { literal } }));

/** Null for PREPARE: a run keeps the table that was prepared, not the text. */
export function asCql(statement: Statement): CqlStatement | null {
  switch (statement.kind) {
    case 'prepare':
      return null;
    case 'create-keyspace': {
      const { kind, keyspace, durableWrites = true } = statement;
      return { kind, keyspace, ifNotExists: false, durableWrites, replication: null };
    }
    case 'drop-keyspace':
      return { kind: statement.kind, keyspace: statement.keyspace, ifExists: false };
    case 'create-table':
      return createTable(statement);
    case 'alter-table':
      return { kind: statement.kind, name: nameOf(statement), changes: statement.changes };
    case 'drop-table':
      return { kind: statement.kind, name: nameOf(statement), ifExists: false };
    case 'select':
      return {
        kind: statement.kind,
        name: nameOf(statement),
        columns: statement.columns ?? null,
        where: assignmentsOf(statement.key),
      };
    case 'insert':
    case 'update':
    case 'delete':
      return write(statement);
    default:
      return unreachable(statement);
  }
}

const nameOf = ({ keyspace, table }: { readonly keyspace: string; readonly table: string }) => ({
  keyspace,
  table,
});

function write(statement: WriteStatement): CqlStatement {
  const given = statement.usingTimestamp === true;
  const base = {
    name: nameOf(statement),
    usingTimestamp: given ? { literal: statement.timestamp } : null,
  };
  const where = assignmentsOf(statement.key);
  switch (statement.kind) {
    case 'insert':
      return { ...base, kind: 'insert', values: [...where, ...assignmentsOf(statement.values)] };
    case 'update':
      return { ...base, kind: 'update', values: assignmentsOf(statement.values), where };
    case 'delete':
      return { ...base, kind: 'delete', columns: Object.keys(statement.values), where };
  }
}

function createTable(statement: CreateTable): CqlStatement {
  const { columns, comment } = statement;
  const names = (kind: ColumnDraft['kind']): readonly string[] =>
    columns.filter((column) => column.kind === kind).map(({ name }) => name);
  return {
    kind: 'create-table',
    name: nameOf(statement),
    ifNotExists: false,
    columns: columns.map(({ name, type, kind }) => ({ name, type, isStatic: kind === 'static' })),
    partitionKey: names('partition_key'),
    clusteringKey: names('clustering_key'),
    descending: columns.filter(({ descending }) => descending === true).map(({ name }) => name),
    comment: comment === undefined || comment === '' ? null : comment,
  };
}
