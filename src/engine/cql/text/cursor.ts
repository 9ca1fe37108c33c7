// Reading tokens one after the other (SPEC Q1). What does not fit is thrown as an `Unfit` and caught where a statement
// begins; it says what was expected and, where somebody probably meant something, what. Where the parts of the statement
// stand is noted on the way, for whoever refuses it later (Q9).

import type { Part } from '../../plain/result.ts';
import { likelyWord } from './likelyWord.ts';
import { type CqlProblem, problemAt } from './problem.ts';
import type { Token } from './token.ts';

/** A problem found while reading; caught by `readStatement` and handed out as a value. */
export class Unfit extends Error {
  readonly problem: CqlProblem;
  constructor(problem: CqlProblem) {
    super(problem.sentence);
    this.problem = problem;
  }
}

export interface Cursor {
  readonly text: string;
  readonly tokens: readonly Token[];
  at: number;
  /** Question marks met so far. */
  markers: number;
  /** Parts read so far, in the order of the text. */
  readonly parts: PartPlace[];
  /** Options that were read and change nothing here. */
  readonly passedOver: string[];
}

/** Where a part of a statement stands in the text. */
export interface PartPlace extends Part {
  readonly offset: number;
  readonly length: number;
}

const END: Token = { kind: 'end', raw: '', value: '', offset: 0, length: 0 };

export const peek = (cursor: Cursor, ahead = 0): Token =>
  cursor.tokens[Math.min(cursor.at + ahead, cursor.tokens.length - 1)] ?? END;

export function take(cursor: Cursor): Token {
  const token = peek(cursor);
  cursor.at = Math.min(cursor.at + 1, cursor.tokens.length - 1);
  return token;
}

/** How a token is told in a sentence. */
function told(token: Token): string {
  if (token.kind === 'end') {
    return 'the end of the statement';
  }
  const shown = token.raw.length > 24 ? `${token.raw.slice(0, 23)}…` : token.raw;
  return token.kind === 'text' ? shown : `'${shown}'`;
}

/** Always throws: at `token`, `what`. */
export function unfit(cursor: Cursor, token: Token, what: string): never {
  throw new Unfit(problemAt(cursor.text, token, what));
}

/** Always throws: something else was expected at the present token. */
export function expected(cursor: Cursor, what: string, words: readonly string[] = []): never {
  const token = peek(cursor);
  if (token.kind === 'unended') {
    const mark = token.raw.startsWith('/*') ? '*/' : token.raw.startsWith('$$') ? '$$' : (token.raw[0] ?? '');
    unfit(
      cursor,
      token,
      `${token.raw.startsWith('/*') ? 'this comment' : 'this text'} does not end: close it with ${mark}.`,
    );
  }
  if (token.kind === 'stray') {
    unfit(cursor, token, `'${token.raw}' has no place in CQL: remove it.`);
  }
  const meant = token.kind === 'word' ? likelyWord(token.value, words) : null;
  const hint = meant === null ? '' : ` Did you mean ${meant}?`;
  unfit(cursor, token, `expected ${what}, found ${told(token)}.${hint}`);
}

/** Reads a part and notes where it stands; `name` is given when it is not what is read. */
export function part<T>(cursor: Cursor, what: Part['what'], read: (cursor: Cursor) => T, name?: string): T {
  const first = peek(cursor);
  const found = read(cursor);
  const last = cursor.tokens[cursor.at - 1] ?? first;
  const length = Math.max(first.length, last.offset + last.length - first.offset);
  cursor.parts.push({ what, name: name ?? String(found), offset: first.offset, length });
  return found;
}

const isWord = (token: Token, word: string): boolean =>
  token.kind === 'word' && token.value.toUpperCase() === word;

export const sees = (cursor: Cursor, word: string, ahead = 0): boolean => isWord(peek(cursor, ahead), word);

export const seesMark = (cursor: Cursor, mark: string): boolean => {
  const token = peek(cursor);
  return token.kind === 'mark' && token.raw === mark;
};

/** Goes past the word if it is there. */
export function acceptWord(cursor: Cursor, word: string): boolean {
  if (!sees(cursor, word)) {
    return false;
  }
  take(cursor);
  return true;
}

/** Goes past these words if all of them are there. */
export function acceptWords(cursor: Cursor, ...words: readonly string[]): boolean {
  if (!words.every((word, i) => sees(cursor, word, i))) {
    return false;
  }
  cursor.at += words.length;
  return true;
}

export function acceptMark(cursor: Cursor, mark: string): boolean {
  if (!seesMark(cursor, mark)) {
    return false;
  }
  take(cursor);
  return true;
}

export function expectWord(cursor: Cursor, word: string): void {
  if (!acceptWord(cursor, word)) {
    expected(cursor, word, [word]);
  }
}

export function expectMark(cursor: Cursor, mark: string, after: string): void {
  if (!acceptMark(cursor, mark)) {
    expected(cursor, `'${mark}' ${after}`);
  }
}

/** One or more, with commas between them. */
export function listOf<T>(cursor: Cursor, read: (cursor: Cursor) => T): T[] {
  const items = [read(cursor)];
  while (acceptMark(cursor, ',')) {
    items.push(read(cursor));
  }
  return items;
}
