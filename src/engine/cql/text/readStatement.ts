// One statement of CQL, or of the few words of a console (SPEC Q2).

import type { Consistency, Literal } from '../statement.ts';
import { CONSISTENCY_LEVELS } from '../statement.ts';
import type { ConsoleText, CqlStatement, DataText } from './ast.ts';
import {
  acceptMark,
  acceptWord,
  type Cursor,
  expected,
  expectMark,
  expectWord,
  type PartPlace,
  part,
  peek,
  sees,
  seesMark,
  Unfit,
  unfit,
} from './cursor.ts';
import { readLiteral } from './literals.ts';
import { readKeyspace, readName, readTableName } from './names.ts';
import { refuseStatement } from './notModelled.ts';
import type { CqlProblem } from './problem.ts';
import { readDelete, readInsert, readSelect, readUpdate } from './readData.ts';
import { readAlter, readCreate, readDrop } from './readSchema.ts';
import type { Token } from './token.ts';

export type ReadStatement =
  | {
      readonly ok: true;
      readonly statement: CqlStatement;
      /** Where its parts stand (Q9). */
      readonly parts: readonly PartPlace[];
      /** Options that change nothing here. */
      readonly passedOver: readonly string[];
    }
  | { readonly ok: false; readonly problem: CqlProblem };

/** Words that begin a statement. */
export const FIRST_WORDS = [
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'CREATE',
  'ALTER',
  'DROP',
  'USE',
  'PREPARE',
  'EXECUTE',
  'CONSISTENCY',
  'TRACING',
  'DESCRIBE',
  'HELP',
  'CLEAR',
] as const;

/** Reads the statement whose tokens these are; `tokens` ends with an 'end'. */
export function readStatement(text: string, tokens: readonly Token[]): ReadStatement {
  const cursor: Cursor = { text, tokens, at: 0, markers: 0, parts: [], passedOver: [] };
  try {
    const statement = readFirst(cursor);
    if (peek(cursor).kind !== 'end') {
      expected(cursor, "';' or the end of the statement");
    }
    if (cursor.markers > 0 && statement.kind !== 'prepare') {
      const marker = tokens.find(({ raw, kind }) => kind === 'mark' && raw === '?') ?? peek(cursor);
      unfit(
        cursor,
        marker,
        "a '?' stands only in a prepared statement: PREPARE name AS …, then EXECUTE name (values).",
      );
    }
    return { ok: true, statement, parts: cursor.parts, passedOver: cursor.passedOver };
  } catch (problem) {
    if (problem instanceof Unfit) {
      return { ok: false, problem: problem.problem };
    }
    throw problem;
  }
}

function readFirst(cursor: Cursor): CqlStatement {
  const data = readDataText(cursor);
  if (data !== null) {
    return data;
  }
  if (acceptWord(cursor, 'CREATE')) {
    return readCreate(cursor);
  }
  if (acceptWord(cursor, 'ALTER')) {
    return readAlter(cursor);
  }
  if (acceptWord(cursor, 'DROP')) {
    return readDrop(cursor);
  }
  const console = readConsole(cursor);
  if (console !== null) {
    return console;
  }
  refuseStatement(cursor);
  expected(cursor, 'a statement, for example SELECT, INSERT or ALTER TABLE', FIRST_WORDS);
}

function readDataText(cursor: Cursor): DataText | null {
  if (acceptWord(cursor, 'SELECT')) {
    return readSelect(cursor);
  }
  if (acceptWord(cursor, 'INSERT')) {
    return readInsert(cursor);
  }
  if (acceptWord(cursor, 'UPDATE')) {
    return readUpdate(cursor);
  }
  return acceptWord(cursor, 'DELETE') ? readDelete(cursor) : null;
}

function readConsole(cursor: Cursor): ConsoleText | null {
  if (acceptWord(cursor, 'USE')) {
    return { kind: 'use', keyspace: readKeyspace(cursor) };
  }
  if (acceptWord(cursor, 'PREPARE')) {
    return readPrepare(cursor);
  }
  if (acceptWord(cursor, 'EXECUTE')) {
    return readExecute(cursor);
  }
  if (acceptWord(cursor, 'CONSISTENCY')) {
    return { kind: 'consistency', level: readLevel(cursor) };
  }
  if (acceptWord(cursor, 'TRACING')) {
    return { kind: 'tracing', on: readOnOff(cursor) };
  }
  if (acceptWord(cursor, 'HELP')) {
    return { kind: 'help' };
  }
  if (acceptWord(cursor, 'CLEAR')) {
    return { kind: 'clear' };
  }
  return acceptWord(cursor, 'DESCRIBE') || acceptWord(cursor, 'DESC') ? readDescribe(cursor) : null;
}

function readPrepare(cursor: Cursor): ConsoleText {
  const statement = readName(cursor, 'a name for the statement');
  expectWord(cursor, 'AS');
  const before = cursor.markers;
  const text = readDataText(cursor);
  if (text === null) {
    expected(cursor, 'SELECT, INSERT, UPDATE or DELETE', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
  }
  return { kind: 'prepare', statement, text, markers: cursor.markers - before };
}

/** The values in parentheses, or behind USING or VALUES, as other shells have it. */
function readExecute(cursor: Cursor): ConsoleText {
  const statement = part(cursor, 'statement', (at) => readName(at, 'the name of a prepared statement'));
  const terms: Literal[] = [];
  const isBehindWord = acceptWord(cursor, 'USING') || acceptWord(cursor, 'VALUES');
  noTiming(cursor, statement);
  const value = (at: Cursor): Literal => part(at, 'marker', readLiteral, String(terms.length));
  const isBracketed = acceptMark(cursor, '(');
  if (isBracketed ? !acceptMark(cursor, ')') : isBehindWord || peek(cursor).kind !== 'end') {
    do {
      terms.push(value(cursor));
    } while (acceptMark(cursor, ','));
    if (isBracketed) {
      expectMark(cursor, ')', 'after the values');
    }
  }
  if (acceptWord(cursor, 'USING')) {
    noTiming(cursor, statement);
  }
  return { kind: 'execute', statement, terms };
}

function noTiming(cursor: Cursor, statement: string): void {
  const token = peek(cursor);
  if (sees(cursor, 'TIMESTAMP') || sees(cursor, 'TTL')) {
    unfit(
      cursor,
      token,
      `${token.value.toUpperCase()} belongs to the prepared statement: PREPARE ${statement} AS … USING TIMESTAMP ?, then EXECUTE it with one value more.`,
    );
  }
}

function readLevel(cursor: Cursor): Consistency | null {
  const token = peek(cursor);
  if (token.kind === 'end') {
    return null;
  }
  const level = CONSISTENCY_LEVELS.find((one) => acceptWord(cursor, one));
  if (level === undefined) {
    expected(cursor, `a consistency level: ${CONSISTENCY_LEVELS.join(', ')}`, CONSISTENCY_LEVELS);
  }
  return level;
}

function readOnOff(cursor: Cursor): boolean | null {
  if (peek(cursor).kind === 'end') {
    return null;
  }
  const on = acceptWord(cursor, 'ON');
  if (!on && !acceptWord(cursor, 'OFF')) {
    expected(cursor, 'ON or OFF', ['ON', 'OFF']);
  }
  return on;
}

/** What DESCRIBE tells in the original and not here. */
const UNDESCRIBED = ['CLUSTER', 'INDEX', 'TYPE', 'TYPES', 'FUNCTION', 'FUNCTIONS', 'AGGREGATE', 'AGGREGATES'];

function readDescribe(cursor: Cursor): ConsoleText {
  acceptWord(cursor, 'FULL');
  if (acceptWord(cursor, 'TABLES')) {
    return { kind: 'describe-tables' };
  }
  if (acceptWord(cursor, 'KEYSPACES')) {
    return { kind: 'describe-keyspaces' };
  }
  if (acceptWord(cursor, 'SCHEMA')) {
    return { kind: 'describe-schema', keyspace: null };
  }
  if (acceptWord(cursor, 'KEYSPACE')) {
    return { kind: 'describe-schema', keyspace: readKeyspace(cursor) };
  }
  const token = peek(cursor);
  const other = UNDESCRIBED.find((word) => sees(cursor, word));
  if (other !== undefined) {
    unfit(
      cursor,
      token,
      `DESCRIBE ${other} is not modelled here: there are DESCRIBE SCHEMA, KEYSPACES, KEYSPACE, TABLES and TABLE.`,
    );
  }
  if (!acceptWord(cursor, 'TABLE')) {
    acceptWord(cursor, 'COLUMNFAMILY');
  }
  if (seesMark(cursor, ';') || peek(cursor).kind === 'end') {
    expected(cursor, 'TABLE and its name, TABLES, KEYSPACE and its name, KEYSPACES or SCHEMA');
  }
  return { kind: 'describe-table', name: readTableName(cursor) };
}
