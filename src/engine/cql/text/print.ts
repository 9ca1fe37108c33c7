// A statement written as CQL (SPEC Q5). Reading what is printed gives the same statement: names are quoted where they must
// be, texts always.

import { compareText } from '../../plain/compare.ts';
import type { Literal, TableChange } from '../statement.ts';
import type { Assignment, CqlStatement, DataText, SchemaText, TableName, Term } from './ast.ts';
import { needsQuotes } from './names.ts';

export const nameText = (name: string): string =>
  needsQuotes(name) ? `"${name.replaceAll('"', '""')}"` : name;

const names = (list: readonly string[]): string => list.map(nameText).join(', ');

export const tableText = ({ keyspace, table }: TableName): string =>
  keyspace === null ? nameText(table) : `${nameText(keyspace)}.${nameText(table)}`;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Text that CQL writes without quotes: a uuid, a blob, a number too large for a double. */
const isBare = (text: string): boolean =>
  /^(?:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|0[xX][0-9a-fA-F]*)$/u.test(text) ||
  isLongNumber(text);

function isLongNumber(text: string): boolean {
  if (!/^-?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?$/u.test(text)) {
    return false;
  }
  const number = Number(text);
  return /^-?\d+$/u.test(text) ? !Number.isSafeInteger(number) : String(number) !== text;
}

export function literalText(literal: Literal): string {
  if (typeof literal === 'string') {
    return isBare(literal) ? literal : quoted(literal);
  }
  if (literal === null) {
    return 'NULL';
  }
  if (typeof literal !== 'object') {
    return String(literal);
  }
  if (Array.isArray(literal)) {
    return `[${literal.map(literalText).join(', ')}]`;
  }
  const pairs = Object.entries(literal).sort((a, b) => compareText(a[0], b[0]));
  return `{${pairs.map(([key, value]) => `${quoted(key)}: ${literalText(value)}`).join(', ')}}`;
}

const termText = (term: Term): string => ('marker' in term ? '?' : literalText(term.literal));

const using = (term: Term | null): string => (term === null ? '' : ` USING TIMESTAMP ${termText(term)}`);

const where = (conditions: readonly Assignment[]): string =>
  conditions.map(({ column, term }) => `${nameText(column)} = ${termText(term)}`).join(' AND ');

function dataText(statement: DataText): string {
  const table = tableText(statement.name);
  switch (statement.kind) {
    case 'insert': {
      const columns = names(statement.values.map(({ column }) => column));
      const values = statement.values.map(({ term }) => termText(term)).join(', ');
      return `INSERT INTO ${table} (${columns}) VALUES (${values})${using(statement.usingTimestamp)}`;
    }
    case 'update': {
      const values = statement.values.map(({ column, term }) => `${nameText(column)} = ${termText(term)}`);
      return `UPDATE ${table}${using(statement.usingTimestamp)} SET ${values.join(', ')} WHERE ${where(statement.where)}`;
    }
    case 'delete': {
      const columns = statement.columns.length === 0 ? '' : `${names(statement.columns)} `;
      return `DELETE ${columns}FROM ${table}${using(statement.usingTimestamp)} WHERE ${where(statement.where)}`;
    }
    case 'select':
      return `SELECT ${statement.columns === null ? '*' : names(statement.columns)} FROM ${table} WHERE ${where(statement.where)}`;
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
      return `WITH comment = ${quoted(change.comment)}`;
  }
}

function changesText(changes: readonly TableChange[]): string {
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
    ...(comment === null ? [] : [`comment = ${quoted(comment)}`]),
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
export function printStatement(statement: CqlStatement): string {
  switch (statement.kind) {
    case 'insert':
    case 'update':
    case 'delete':
    case 'select':
      return dataText(statement);
    case 'use':
      return `USE ${nameText(statement.keyspace)}`;
    case 'prepare':
      return `PREPARE ${nameText(statement.statement)} AS ${dataText(statement.text)}`;
    case 'execute':
      return `EXECUTE ${nameText(statement.statement)} (${statement.terms.map(literalText).join(', ')})`;
    case 'consistency':
      return statement.level === null ? 'CONSISTENCY' : `CONSISTENCY ${statement.level}`;
    case 'tracing':
      return statement.on === null ? 'TRACING' : `TRACING ${statement.on ? 'ON' : 'OFF'}`;
    case 'describe-table':
      return `DESCRIBE TABLE ${tableText(statement.name)}`;
    case 'describe-tables':
      return 'DESCRIBE TABLES';
    default:
      return schemaText(statement);
  }
}
