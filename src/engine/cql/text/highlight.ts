// The colours of a text in CQL (SPEC Q7): every character belongs to one span, blanks and comments included.

import { isReserved } from './names.ts';
import { FIRST_WORDS } from './readStatement.ts';
import { type TokenKind, tokensOf } from './token.ts';

export type SpanKind = 'keyword' | 'name' | 'text' | 'number' | 'mark' | 'comment' | 'blank' | 'wrong';

export interface Span {
  readonly kind: SpanKind;
  readonly text: string;
}

/** Words of CQL that may be names too; coloured as words. */
const SOFT_WORDS: ReadonlySet<string> = new Set(
  'AS CLUSTERING COMMENT CONSISTENCY EXISTS KEY PREPARE STATIC TABLES TIMESTAMP TRACING TYPE VALUES TRUE FALSE ALL ONE QUORUM OFF'.split(
    ' ',
  ),
);

const KINDS: Readonly<Record<TokenKind, SpanKind>> = {
  word: 'name',
  quoted: 'name',
  text: 'text',
  number: 'number',
  uuid: 'number',
  blob: 'number',
  mark: 'mark',
  stray: 'wrong',
  unended: 'wrong',
  end: 'blank',
};

const isKeyword = (word: string): boolean => {
  const upper = word.toUpperCase();
  return isReserved(word) || SOFT_WORDS.has(upper) || FIRST_WORDS.some((first) => first === upper);
};

/** The text in spans, in order; joined they give the text again. */
export function spansOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const token of tokensOf(text)) {
    if (token.offset > at) {
      const between = text.slice(at, token.offset);
      spans.push({ kind: between.trim() === '' ? 'blank' : 'comment', text: between });
    }
    if (token.kind !== 'end') {
      const kind = token.kind === 'word' && isKeyword(token.raw) ? 'keyword' : KINDS[token.kind];
      spans.push({ kind, text: token.raw });
    }
    at = token.offset + token.length;
  }
  return spans;
}
