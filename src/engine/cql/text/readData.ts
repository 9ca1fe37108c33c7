// INSERT, UPDATE, DELETE and SELECT (SPEC Q2), on whole keys or the beginning of one, as the engine takes them.

import type { Assignment, DataText, Term } from './ast.ts';
import {
  acceptMark,
  acceptWord,
  type Cursor,
  expected,
  expectMark,
  expectWord,
  listOf,
  part,
  peek,
  sees,
  seesMark,
  unfit,
} from './cursor.ts';
import { readTerm } from './literals.ts';
import { readColumn, readTableName } from './names.ts';

export function readInsert(cursor: Cursor): DataText {
  expectWord(cursor, 'INTO');
  const name = readTableName(cursor);
  if (sees(cursor, 'JSON')) {
    unfit(cursor, peek(cursor), 'INSERT JSON is not modelled here: name the columns, then VALUES.');
  }
  const columns = part(cursor, 'key', readColumnNames, '');
  expectWord(cursor, 'VALUES');
  const at = peek(cursor);
  let nth = 0;
  expectMark(cursor, '(', 'before the values');
  const terms = listOf(cursor, () => readValue(cursor, columns[nth++] ?? ''));
  expectMark(cursor, ')', 'after the values');
  if (terms.length !== columns.length) {
    unfit(
      cursor,
      at,
      `Unmatched column names/values: there are ${columns.length} names and ${terms.length} values. Give one value for each name.`,
    );
  }
  const twice = columns.find((column, i) => columns.indexOf(column) !== i);
  if (twice !== undefined) {
    unfit(cursor, at, `The column ${twice} is named twice: name it once.`);
  }
  noCondition(cursor);
  const values = columns.map((column, i): Assignment => ({ column, term: terms[i] as Term }));
  return { kind: 'insert', name, values, usingTimestamp: readUsing(cursor) };
}

function readColumnNames(cursor: Cursor): readonly string[] {
  expectMark(cursor, '(', 'before the names of the columns');
  const columns = listOf(cursor, () => readColumn(cursor));
  expectMark(cursor, ')', 'after the names of the columns');
  return columns;
}

const readValue = (cursor: Cursor, column: string): Term => part(cursor, 'value', readTerm, column);

export function readUpdate(cursor: Cursor): DataText {
  const name = readTableName(cursor);
  const usingTimestamp = readUsing(cursor);
  expectWord(cursor, 'SET');
  const values = listOf(cursor, readAssignment);
  const where = readWhere(cursor);
  noCondition(cursor);
  return { kind: 'update', name, values, where, usingTimestamp };
}

function readAssignment(cursor: Cursor): Assignment {
  const column = readColumn(cursor);
  if (seesMark(cursor, '[')) {
    unfit(cursor, peek(cursor), `single elements are not written here: give all of ${column} at once.`);
  }
  expectMark(cursor, '=', `after ${column}`);
  const after = peek(cursor);
  const next = cursor.tokens[cursor.at + 1]?.raw;
  if ((after.kind === 'word' || after.kind === 'quoted') && (next === '+' || next === '-')) {
    unfit(
      cursor,
      after,
      `${column} = ${after.value} ${next} … (counters, elements of collections) is not modelled here: give all of ${column} at once.`,
    );
  }
  return { column, term: readValue(cursor, column) };
}

export function readDelete(cursor: Cursor): DataText {
  const columns = sees(cursor, 'FROM')
    ? []
    : listOf(cursor, () => readColumn(cursor, 'a column name or FROM'));
  if (seesMark(cursor, '[')) {
    unfit(cursor, peek(cursor), 'single elements are not deleted here: delete the whole column.');
  }
  expectWord(cursor, 'FROM');
  const name = readTableName(cursor);
  const usingTimestamp = readUsing(cursor);
  const where = readWhere(cursor);
  noCondition(cursor);
  return { kind: 'delete', name, columns, where, usingTimestamp };
}

export function readSelect(cursor: Cursor): DataText {
  for (const word of ['JSON', 'DISTINCT', 'COUNT']) {
    if (sees(cursor, word)) {
      unfit(cursor, peek(cursor), `SELECT ${word} is not modelled here: name columns, or write *.`);
    }
  }
  const columns = acceptMark(cursor, '*')
    ? null
    : listOf(cursor, () => readColumn(cursor, 'a column name or *'));
  if (seesMark(cursor, '(')) {
    unfit(
      cursor,
      peek(cursor),
      'functions such as count() or writetime() are not modelled here: name columns, or write *.',
    );
  }
  expectWord(cursor, 'FROM');
  const name = readTableName(cursor);
  if (!sees(cursor, 'WHERE')) {
    const token = peek(cursor);
    unfit(
      cursor,
      token,
      'a read needs the partition: add WHERE with a value for every column of the partition key.',
    );
  }
  const where = readWhere(cursor);
  for (const word of ['ORDER', 'LIMIT', 'ALLOW', 'GROUP', 'PER']) {
    if (sees(cursor, word)) {
      unfit(cursor, peek(cursor), `${word} is not modelled here: leave it out.`);
    }
  }
  return { kind: 'select', name, columns, where };
}

function readUsing(cursor: Cursor): Term | null {
  if (!acceptWord(cursor, 'USING')) {
    return null;
  }
  const token = peek(cursor);
  if (acceptWord(cursor, 'TTL')) {
    unfit(
      cursor,
      token,
      'TTL is not modelled here: leave it out, and delete the row when it has had its time.',
    );
  }
  if (!acceptWord(cursor, 'TIMESTAMP')) {
    expected(cursor, 'TIMESTAMP', ['TIMESTAMP']);
  }
  const at = peek(cursor);
  const term = readTerm(cursor);
  if ('literal' in term && !(typeof term.literal === 'number' && Number.isSafeInteger(term.literal))) {
    unfit(cursor, at, 'a timestamp is a whole number of microseconds.');
  }
  if (sees(cursor, 'AND')) {
    unfit(cursor, peek(cursor), 'TTL is not modelled here: leave it out.');
  }
  return term;
}

const readWhere = (cursor: Cursor): readonly Assignment[] => part(cursor, 'key', readConditions, '');

function readConditions(cursor: Cursor): readonly Assignment[] {
  expectWord(cursor, 'WHERE');
  const where: Assignment[] = [];
  do {
    const token = peek(cursor);
    if (sees(cursor, 'TOKEN') || seesMark(cursor, '(')) {
      unfit(cursor, token, 'here a condition is a column, = and a value; several are joined by AND.');
    }
    const column = readColumn(cursor, 'a key column', 'condition');
    const sign = peek(cursor);
    if (['<', '>', '<=', '>=', '!='].includes(sign.raw) || sees(cursor, 'IN') || sees(cursor, 'CONTAINS')) {
      unfit(
        cursor,
        sign,
        `only = is modelled in WHERE: give the beginning of the key to mean all rows below it.`,
      );
    }
    expectMark(cursor, '=', `after ${column}`);
    if (where.some((condition) => condition.column === column)) {
      unfit(
        cursor,
        token,
        `${column} cannot be restricted by more than one relation if it includes an Equal: keep one of them.`,
      );
    }
    where.push({ column, term: readValue(cursor, column) });
  } while (acceptWord(cursor, 'AND'));
  return where;
}

function noCondition(cursor: Cursor): void {
  if (sees(cursor, 'IF')) {
    unfit(
      cursor,
      peek(cursor),
      'lightweight transactions (IF …) are not modelled here: leave the condition out.',
    );
  }
}
