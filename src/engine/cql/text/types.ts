// A CQL type inside a statement (SPEC C8, Q3): its words are gathered here and judged by the reader of types.

import { cqlText } from '../cqlType.ts';
import { parseCqlType } from '../typeReader.ts';
import { type Cursor, expected, peek, seesMark, take, unfit } from './cursor.ts';

/** Reads a type and gives it in its usual spelling: 'map<text, frozen<list<int>>>'. */
export function readType(cursor: Cursor): string {
  const first = peek(cursor);
  if (first.kind === 'text') {
    unfit(cursor, first, `a type is written without quotes: ${first.value === '' ? 'text' : first.value}.`);
  }
  if (first.kind !== 'word') {
    expected(cursor, 'a type, for example text or int');
  }
  let written = take(cursor).value;
  if (seesMark(cursor, '<')) {
    written += angles(cursor);
  }
  const type = parseCqlType(written);
  if (!type.ok) {
    const last = peek(cursor);
    unfit(cursor, { ...first, length: Math.max(first.length, last.offset - first.offset) }, type.problem);
  }
  return cqlText(type.value);
}

/** What stands in angle brackets, up to the bracket that closes the first. */
function angles(cursor: Cursor): string {
  let depth = 0;
  let written = '';
  do {
    const token = peek(cursor);
    if (token.kind !== 'word' && !['<', '>', ','].includes(token.raw)) {
      expected(cursor, "'>' after the type");
    }
    depth += token.raw === '<' ? 1 : token.raw === '>' ? -1 : 0;
    written += `${token.raw === ',' ? ', ' : token.raw}`;
    take(cursor);
  } while (depth > 0);
  return written;
}
