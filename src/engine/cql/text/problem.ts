// What is wrong with a text in CQL, and where (SPEC Q1): a sentence as users of Cassandra know it, with line and column,
// what was expected and a likely fix.

/** Where in a text: line and column count from 1, as editors do; `offset` and `length` are in UTF-16 units. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
  readonly length: number;
}

export interface CqlProblem {
  /** 'line 1:14 expected a column name, found ')': …' */
  readonly sentence: string;
  /** The sentence without its place. */
  readonly what: string;
  readonly place: TextPlace;
}

/** The place of `length` units from `offset` on. */
function placeIn(text: string, offset: number, length: number): TextPlace {
  const before = text.slice(0, offset);
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset, length };
}

export function problemAt(
  text: string,
  at: { readonly offset: number; readonly length: number },
  what: string,
): CqlProblem {
  const place = placeIn(text, at.offset, at.length);
  return { sentence: `line ${place.line}:${place.column} ${what}`, what, place };
}
