// Names in CQL (SPEC Q3): without quotes in lower case whatever the writer's case, with quotes as they stand.

import type { TableName } from './ast.ts';
import { acceptMark, type Cursor, expected, part, peek, take, unfit } from './cursor.ts';

/** Words that cannot be names without quotes. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'ADD ALLOW ALTER AND APPLY ASC AUTHORIZE BATCH BEGIN BY COLUMNFAMILY CREATE DELETE DESC DESCRIBE DROP ENTRIES EXECUTE FROM FULL ' +
    'GRANT IF IN INDEX INFINITY INSERT INTO IS KEYSPACE LIMIT MATERIALIZED MODIFY NAN NORECURSIVE NOT NULL OF ON OR ORDER PRIMARY ' +
    'RENAME REPLACE REVOKE SCHEMA SELECT SET TABLE TO TOKEN TRUNCATE UNLOGGED UPDATE USE USING VIEW WHERE WITH'
  ).split(' '),
);

export const isReserved = (name: string): boolean => RESERVED.has(name.toUpperCase());

/** Whether a name must be quoted to be read as it is. */
export const needsQuotes = (name: string): boolean => !/^[a-z_][a-z0-9_]*$/u.test(name) || isReserved(name);

export function readName(cursor: Cursor, what: string): string {
  const token = peek(cursor);
  if (token.kind === 'quoted') {
    if (token.value === '') {
      unfit(cursor, token, `a name in quotes needs at least one character.`);
    }
    return take(cursor).value;
  }
  if (token.kind !== 'word') {
    expected(cursor, what);
  }
  if (isReserved(token.value)) {
    unfit(
      cursor,
      token,
      `expected ${what}, found ${token.value.toUpperCase()}, a word of CQL itself. Write "${token.value}" in double quotes if it is a name.`,
    );
  }
  return take(cursor).value.toLowerCase();
}

export const readColumn = (
  cursor: Cursor,
  told = 'a column name',
  what: 'column' | 'condition' | 'key' = 'column',
): string => part(cursor, what, (at) => readName(at, told));

export const readKeyspace = (cursor: Cursor): string =>
  part(cursor, 'keyspace', (at) => readName(at, 'the name of a keyspace'));

export function readTableName(cursor: Cursor): TableName {
  const isQualified = cursor.tokens[cursor.at + 1]?.raw === '.';
  const keyspace = isQualified ? readKeyspace(cursor) : null;
  acceptMark(cursor, '.');
  return { keyspace, table: part(cursor, 'table', (at) => readName(at, 'the name of a table')) };
}
