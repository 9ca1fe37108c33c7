// A text with the words in it that are explained where they are said first.

import type { Term } from './lessonShown.ts';

export interface TextPart {
  readonly text: string;
  /** What it is explained as; null for plain text. */
  readonly term: Term | null;
  /** A comma or a colon right after a term: no line may begin with it. */
  readonly tail?: string;
}

const TAIL = /^[.,:;?!’”)]+/;

/** The text in parts; a term that it does not say is in none of them. */
export function termsIn(text: string, terms: readonly Term[]): readonly TextPart[] {
  const [first] = terms
    .flatMap((term) => {
      const at = text.indexOf(term.said);
      return at < 0 ? [] : [{ term, at }];
    })
    .toSorted((a, b) => a.at - b.at);
  if (first === undefined) {
    return text === '' ? [] : [{ text, term: null }];
  }
  const { term, at } = first;
  const rest = text.slice(at + term.said.length);
  const [tail = ''] = TAIL.exec(rest) ?? [];
  const before = text.slice(0, at);
  return [
    ...(before === '' ? [] : [{ text: before, term: null }]),
    { text: term.said, term, ...(tail === '' ? {} : { tail }) },
    ...termsIn(
      rest.slice(tail.length),
      terms.filter((one) => one !== term),
    ),
  ];
}

/** Those that a text does not say. */
export const unsaid = (text: string, terms: readonly Term[]): readonly Term[] =>
  terms.filter(({ said }) => !text.includes(said));
