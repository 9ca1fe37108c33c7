// A statement as CQL, so that what was clicked can be read, and typed elsewhere.

import type { ColumnDraft, Literal, Statement, TableChange } from '../../engine/index.ts';
import { unreachable } from '../../engine/index.ts';

/** A name as CQL writes it: bare when it reads as one, else in double quotes, doubled inside. */
function nameCql(name: string): string {
  return /^[a-z][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function literalCql(value: Literal): string {
  if (typeof value === 'string') {
    return `'${value.replaceAll("'", "''")}'`;
  }
  if (Array.isArray(value)) {
    return `[${value.map(literalCql).join(', ')}]`;
  }
  if (value !== null && typeof value === 'object') {
    return `{${Object.entries(value)
      .map(([key, each]) => `${literalCql(key)}: ${literalCql(each)}`)
      .join(', ')}}`;
  }
  return String(value);
}

function changeCql(change: TableChange): string {
  switch (change.kind) {
    case 'add':
      return `ADD ${nameCql(change.name)} ${change.type}${change.isStatic === true ? ' STATIC' : ''}`;
    case 'drop':
      return `DROP ${nameCql(change.name)}`;
    case 'type':
      return `ALTER ${nameCql(change.name)} TYPE ${change.type}`;
    case 'rename':
      return `RENAME ${nameCql(change.from)} TO ${nameCql(change.to)}`;
    case 'comment':
      return `WITH comment = ${literalCql(change.comment)}`;
    default:
      return unreachable(change);
  }
}

function columnsCql(columns: readonly ColumnDraft[]): string {
  const of = (kind: ColumnDraft['kind']): readonly string[] =>
    columns.filter((column) => column.kind === kind).map((column) => nameCql(column.name));
  const partition = of('partition_key');
  const key = [
    partition.length === 1 ? (partition[0] ?? '') : `(${partition.join(', ')})`,
    ...of('clustering_key'),
  ];
  const lines = columns.map(
    (column) => `${nameCql(column.name)} ${column.type}${column.kind === 'static' ? ' STATIC' : ''}`,
  );
  return [...lines, `PRIMARY KEY (${key.join(', ')})`].join(', ');
}

function orderCql(columns: readonly ColumnDraft[]): string {
  const clustering = columns.filter((column) => column.kind === 'clustering_key');
  return clustering.some((column) => column.descending === true)
    ? ` WITH CLUSTERING ORDER BY (${clustering
        .map((column) => `${nameCql(column.name)} ${column.descending === true ? 'DESC' : 'ASC'}`)
        .join(', ')})`
    : '';
}

function pairs(values: Readonly<Record<string, Literal>>, between: string): string {
  return Object.entries(values)
    .map(([name, value]) => `${nameCql(name)} = ${literalCql(value)}`)
    .join(between);
}

function using(statement: { readonly timestamp: number; readonly usingTimestamp?: boolean }): string {
  return statement.usingTimestamp === true ? ` USING TIMESTAMP ${statement.timestamp}` : '';
}

export function statementCql(statement: Statement): string {
  switch (statement.kind) {
    case 'create-keyspace':
      return `CREATE KEYSPACE ${nameCql(statement.keyspace)}${statement.durableWrites === false ? ' WITH durable_writes = false' : ''};`;
    case 'drop-keyspace':
      return `DROP KEYSPACE ${nameCql(statement.keyspace)};`;
    case 'create-table':
      return `CREATE TABLE ${tableCql(statement)} (${columnsCql(statement.columns)})${orderCql(statement.columns)};`;
    case 'drop-table':
      return `DROP TABLE ${tableCql(statement)};`;
    case 'alter-table':
      return `ALTER TABLE ${tableCql(statement)} ${statement.changes.map(changeCql).join(', ')};`;
    case 'insert': {
      const all = { ...statement.key, ...statement.values };
      const names = Object.keys(all).map(nameCql).join(', ');
      const literals = Object.values(all).map(literalCql).join(', ');
      return `INSERT INTO ${tableCql(statement)} (${names}) VALUES (${literals})${using(statement)};`;
    }
    case 'update':
      return `UPDATE ${tableCql(statement)}${using(statement)} SET ${pairs(statement.values, ', ')} WHERE ${pairs(statement.key, ' AND ')};`;
    case 'delete': {
      const columns = Object.keys(statement.values).map(nameCql).join(', ');
      return `DELETE${columns === '' ? '' : ` ${columns}`} FROM ${tableCql(statement)}${using(statement)} WHERE ${pairs(statement.key, ' AND ')};`;
    }
    case 'select': {
      const columns = statement.columns?.map(nameCql).join(', ') ?? '*';
      return `SELECT ${columns} FROM ${tableCql(statement)} WHERE ${pairs(statement.key, ' AND ')};`;
    }
    case 'prepare':
      return `SELECT * FROM ${tableCql(statement)} WHERE …;`;
    default:
      return unreachable(statement);
  }
}

function tableCql({ keyspace, table }: { readonly keyspace: string; readonly table: string }): string {
  return `${nameCql(keyspace)}.${nameCql(table)}`;
}
