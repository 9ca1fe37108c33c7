import type { Literal, Statement } from '../cql/statement.ts';
import { schemaLabel } from './schemaStatement.ts';

/** A statement in short, e.g. '+email', 'INSERT users 1', 'SELECT users 1'. */
export function statementLabel(statement: Statement): string {
  switch (statement.kind) {
    case 'insert':
    case 'update':
    case 'delete':
    case 'select':
      return `${statement.kind.toUpperCase()} ${statement.table} ${Object.values(statement.key).map(shortLiteral).join(' ')}`;
    case 'prepare':
      return `PREPARE ${statement.name}`;
    default:
      return schemaLabel(statement);
  }
}

function shortLiteral(literal: Literal): string {
  return typeof literal === 'string' ? literal : JSON.stringify(literal);
}
