// A statement as CQL, with its values written by the types that its table has on its node (SPEC Q8).

import { currentSchema } from '../cluster/schemaStatement.ts';
import type { Statement } from '../cql/statement.ts';
import { asCql } from '../cql/text/asCql.ts';
import { printStatement, tableText } from '../cql/text/print.ts';
import { parseMarshal } from '../cql/type.ts';
import type { Core } from './state.ts';

/** `core` is what the statement was given to; null when that is not at hand. */
export function statementCql(statement: Statement, core: Core | null): string {
  const cql = asCql(statement);
  if (cql === null) {
    const table = 'table' in statement ? tableText(statement) : '';
    return `-- prepare ${'name' in statement ? statement.name : ''} on ${table}`;
  }
  const node = core?.nodes.find(({ id }) => id === statement.node);
  const schema =
    node !== undefined && 'table' in statement
      ? currentSchema(node, 0, statement.keyspace, statement.table)
      : null;
  const text = printStatement(cql, (name) => {
    const column = schema?.columns.find((one) => one.name === name);
    return column === undefined ? null : parseMarshal(column.type);
  });
  return `${text};`;
}
