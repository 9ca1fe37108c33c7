// A statement written as CQL (SPEC Q5). Reading what is printed gives the same statement: names are quoted where they must
// be, texts always.

import type { CqlType } from '../cqlType.ts';
import type { TableChange } from '../statement.ts';
import type { Assignment, CqlStatement, DataText, SchemaText, TableName, Term } from './ast.ts';
import { literalText, quotedText } from './literalText.ts';
import { needsQuotes } from './names.ts';

/** The type of a column of the statement's table, where it is known. */
export type TypeOf = (column: string) => CqlType | null;

const UNKNOWN: TypeOf = () => null;

export const nameText = (name: string): string =>
  needsQuotes(name) ? `"${name.replaceAll('"', '""')}"` : name;

const names = (list: readonly string[]): string => list.map(nameText).join(', ');

export const tableText = ({ keyspace, table }: TableName): string =>
  keyspace === null ? nameText(table) : `${nameText(keyspace)}.${nameText(table)}`;

const termText = (term: Term, type: CqlType | null = null): string =>
  'marker' in term ? '?' : literalText(term.literal, type);

const using = (term: Term | null): string => (term === null ? '' : ` USING TIMESTAMP ${termText(term)}`);

const assigned = (list: readonly Assignment[], typeOf: TypeOf): readonly string[] =>
  list.map(({ column, term }) => `${nameText(column)} = ${termText(term, typeOf(column))}`);

const where = (conditions: readonly Assignment[], typeOf: TypeOf): string =>
  assigned(conditions, typeOf).join(' AND ');

function dataText(statement: DataText, typeOf: TypeOf): string {
  const table = tableText(statement.name);
  switch (statement.kind) {
    case 'insert': {
      const columns = names(statement.values.map(({ column }) => column));
      const values = statement.values.map(({ column, term }) => termText(term, typeOf(column))).join(', ');
      return `INSERT INTO ${table} (${columns}) VALUES (${values})${using(statement.usingTimestamp)}`;
    }
    case 'update': {
      const values = assigned(statement.values, typeOf);
      return `UPDATE ${table}${using(statement.usingTimestamp)} SET ${values.join(', ')} WHERE ${where(statement.where, typeOf)}`;
    }
    case 'delete': {
      const columns = statement.columns.length === 0 ? '' : `${names(statement.columns)} `;
      return `DELETE ${columns}FROM ${table}${using(statement.usingTimestamp)} WHERE ${where(statement.where, typeOf)}`;
    }
    case 'select':
      return `SELECT ${statement.columns === null ? '*' : names(statement.columns)} FROM ${table} WHERE ${where(statement.where, typeOf)}`;
  }
}

const CHANGES = ['add', 'drop'] as const;

function changeText(change: TableChange): string {
  switch (change.kind) {
    case 'add':
      return `${nameText(change.name)} ${change.type}${change.isStatic === true ? ' STATIC' : ''}`;
    case 'drop':
      return nameText(change.name);
    case 'type':
      return `ALTER ${nameText(change.name)} TYPE ${change.type}`;
    case 'rename':
      return `${nameText(change.from)} TO ${nameText(change.to)}`;
    case 'comment':
      return `WITH comment = ${quotedText(change.comment)}`;
  }
}

function changesText(changes: readonly TableChange[]): string {
  return groupsOf(changes).map(groupText).join(' ');
}

/** Changes of one kind that stand beside each other. */
function groupsOf(changes: readonly TableChange[]): readonly (readonly TableChange[])[] {
  const groups: TableChange[][] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    if (last?.[0]?.kind === change.kind) {
      last.push(change);
    } else {
      groups.push([change]);
    }
  }
  return groups;
}

function groupText(changes: readonly TableChange[]): string {
  const [first] = changes;
  const plain = changes.map(changeText);
  const kind = CHANGES.find((one) => one === first?.kind);
  if (kind !== undefined) {
    const list = plain.join(', ');
    return `${kind.toUpperCase()} ${plain.length > 1 ? `(${list})` : list}`;
  }
  return first?.kind === 'rename' ? `RENAME ${plain.join(' AND ')}` : plain.join(' ');
}

function createTableText(statement: Extract<SchemaText, { kind: 'create-table' }>): string {
  const { columns, partitionKey, clusteringKey, descending, comment } = statement;
  const partition = partitionKey.length > 1 ? `(${names(partitionKey)})` : names(partitionKey);
  const key = clusteringKey.length > 0 ? `${partition}, ${names(clusteringKey)}` : partition;
  const lines = columns.map(
    ({ name, type, isStatic }) => `${nameText(name)} ${type}${isStatic ? ' STATIC' : ''}`,
  );
  const order = clusteringKey.map(
    (name) => `${nameText(name)} ${descending.includes(name) ? 'DESC' : 'ASC'}`,
  );
  const options = [
    ...(descending.length > 0 ? [`CLUSTERING ORDER BY (${order.join(', ')})`] : []),
    ...(comment === null ? [] : [`comment = ${quotedText(comment)}`]),
  ];
  const ifNotExists = statement.ifNotExists ? 'IF NOT EXISTS ' : '';
  const body = [...lines, `PRIMARY KEY (${key})`].map((line) => `  ${line}`).join(',\n');
  return `CREATE TABLE ${ifNotExists}${tableText(statement.name)} (\n${body}\n)${options.length > 0 ? ` WITH ${options.join(' AND ')}` : ''}`;
}

function schemaText(statement: SchemaText): string {
  switch (statement.kind) {
    case 'create-keyspace': {
      const options = [
        ...(statement.replication === null ? [] : [`replication = ${literalText(statement.replication)}`]),
        ...(statement.durableWrites ? [] : ['durable_writes = false']),
      ];
      const ifNotExists = statement.ifNotExists ? 'IF NOT EXISTS ' : '';
      return `CREATE KEYSPACE ${ifNotExists}${nameText(statement.keyspace)}${options.length > 0 ? ` WITH ${options.join(' AND ')}` : ''}`;
    }
    case 'drop-keyspace':
      return `DROP KEYSPACE ${statement.ifExists ? 'IF EXISTS ' : ''}${nameText(statement.keyspace)}`;
    case 'create-table':
      return createTableText(statement);
    case 'alter-table':
      return `ALTER TABLE ${tableText(statement.name)} ${changesText(statement.changes)}`;
    case 'drop-table':
      return `DROP TABLE ${statement.ifExists ? 'IF EXISTS ' : ''}${tableText(statement.name)}`;
  }
}

/** The statement in CQL, without a ';'. */
export function printStatement(statement: CqlStatement, typeOf: TypeOf = UNKNOWN): string {
  switch (statement.kind) {
    case 'insert':
    case 'update':
    case 'delete':
    case 'select':
      return dataText(statement, typeOf);
    case 'use':
      return `USE ${nameText(statement.keyspace)}`;
    case 'prepare':
      return `PREPARE ${nameText(statement.statement)} AS ${dataText(statement.text, typeOf)}`;
    case 'execute':
      return `EXECUTE ${nameText(statement.statement)} (${statement.terms.map((one) => literalText(one)).join(', ')})`;
    case 'consistency':
      return statement.level === null ? 'CONSISTENCY' : `CONSISTENCY ${statement.level}`;
    case 'tracing':
      return statement.on === null ? 'TRACING' : `TRACING ${statement.on ? 'ON' : 'OFF'}`;
    case 'describe-table':
      return `DESCRIBE TABLE ${tableText(statement.name)}`;
    case 'describe-tables':
      return 'DESCRIBE TABLES';
    case 'describe-keyspaces':
      return 'DESCRIBE KEYSPACES';
    case 'describe-schema':
      return statement.keyspace === null
        ? 'DESCRIBE SCHEMA'
        : `DESCRIBE KEYSPACE ${nameText(statement.keyspace)}`;
    case 'help':
      return 'HELP';
    case 'clear':
      return 'CLEAR';
    default:
      return schemaText(statement);
  }
}
