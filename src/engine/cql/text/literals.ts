// Values in CQL (SPEC Q4). Numbers beyond what a double holds exactly stay text, as the engine takes them; a uuid and a
// blob are text too.

import type { Literal } from '../statement.ts';
import type { Term } from './ast.ts';
import {
  acceptMark,
  type Cursor,
  expected,
  expectMark,
  listOf,
  peek,
  sees,
  seesMark,
  take,
  unfit,
} from './cursor.ts';

const DEPTH_MAX = 8;

/** A value that a function of CQL would give: a run must be the same each time it is played. */
const FUNCTIONS: Readonly<Record<string, string | undefined>> = {
  uuid: '123e4567-e89b-42d3-a456-426614174000',
  now: '50554d6e-29bb-11e5-b345-feff819cdc9f',
  totimestamp: "'2016-01-11 09:30'",
  dateof: "'2016-01-11 09:30'",
  currenttimestamp: "'2016-01-11 09:30'",
};

export function readTerm(cursor: Cursor): Term {
  const token = peek(cursor);
  if (acceptMark(cursor, '?')) {
    return { marker: cursor.markers++ };
  }
  if (seesMark(cursor, ':')) {
    unfit(cursor, token, "named markers are not read here: write '?' and give the values in order.");
  }
  return { literal: readLiteral(cursor, 0) };
}

export function readLiteral(cursor: Cursor, depth = 0): Literal {
  const token = peek(cursor);
  if (depth > DEPTH_MAX) {
    unfit(cursor, token, `a value nests at most ${DEPTH_MAX} collections. Use fewer levels.`);
  }
  switch (token.kind) {
    case 'text':
    case 'uuid':
    case 'blob':
      return take(cursor).value;
    case 'number':
      return numberOf(take(cursor).value);
    case 'quoted':
      unfit(cursor, token, `${token.raw} is a name: a text is written in single quotes, '${token.value}'.`);
      break;
    case 'word':
      return readWordLiteral(cursor);
    default:
      break;
  }
  if (acceptMark(cursor, '[')) {
    return readItems(cursor, ']', depth);
  }
  if (acceptMark(cursor, '(')) {
    return readItems(cursor, ')', depth);
  }
  if (acceptMark(cursor, '{')) {
    return readBraces(cursor, depth);
  }
  expected(cursor, 'a value');
}

function readWordLiteral(cursor: Cursor): Literal {
  const token = peek(cursor);
  for (const [word, value] of [
    ['TRUE', true],
    ['FALSE', false],
    ['NULL', null],
  ] as const) {
    if (sees(cursor, word)) {
      take(cursor);
      return value;
    }
  }
  if (sees(cursor, 'NAN') || sees(cursor, 'INFINITY')) {
    return take(cursor).value;
  }
  if (cursor.tokens[cursor.at + 1]?.raw === '(') {
    const name = token.value.toLowerCase();
    const example = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    unfit(
      cursor,
      token,
      `functions such as ${token.value}() are not modelled here: write the value itself${example === undefined ? '' : `, for example ${example}`}.`,
    );
  }
  unfit(
    cursor,
    token,
    `expected a value, found '${token.value}'. A text is written in single quotes: '${token.value}'.`,
  );
}

const numberOf = (raw: string): Literal => {
  const number = Number(raw);
  const isExact = /^-?\d+$/u.test(raw) ? Number.isSafeInteger(number) : String(number) === raw;
  return isExact ? number : raw;
};

function readItems(cursor: Cursor, close: string, depth: number): readonly Literal[] {
  if (acceptMark(cursor, close)) {
    return [];
  }
  const items = listOf(cursor, () => readLiteral(cursor, depth + 1));
  expectMark(cursor, close, 'after the last item');
  return items;
}

/** A set `{1, 2}` is a list of items; a map `{'a': 1}` a record by the text of its keys. */
function readBraces(cursor: Cursor, depth: number): Literal {
  if (acceptMark(cursor, '}')) {
    return {};
  }
  const first = readLiteral(cursor, depth + 1);
  if (!acceptMark(cursor, ':')) {
    const rest = acceptMark(cursor, ',') ? listOf(cursor, () => readLiteral(cursor, depth + 1)) : [];
    expectMark(cursor, '}', 'after the last item');
    return [first, ...rest];
  }
  const entries: [string, Literal][] = [[keyOf(cursor, first), readLiteral(cursor, depth + 1)]];
  while (acceptMark(cursor, ',')) {
    const key = keyOf(cursor, readLiteral(cursor, depth + 1));
    expectMark(cursor, ':', 'between a key and its value');
    entries.push([key, readLiteral(cursor, depth + 1)]);
  }
  expectMark(cursor, '}', 'after the last pair');
  return Object.fromEntries(entries);
}

function keyOf(cursor: Cursor, literal: Literal): string {
  if (typeof literal === 'object') {
    unfit(cursor, peek(cursor), 'the key of a map is a plain value here: a text, a number or a truth value.');
  }
  return String(literal);
}
