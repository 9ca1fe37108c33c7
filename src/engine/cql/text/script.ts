// A text of several statements with ';' between them (SPEC Q1): a paste of a whole schema, or one line of a console.

import type { CqlStatement } from './ast.ts';
import type { CqlProblem } from './problem.ts';
import { readStatement } from './readStatement.ts';
import { type Token, tokensOf } from './token.ts';

/** Characters of one text. */
export const SCRIPT_LENGTH_MAX = 100_000;
/** Statements of one text. */
export const SCRIPT_STATEMENTS_MAX = 500;

export interface ScriptPart {
  /** The statement's own words, comments within included. */
  readonly text: string;
  readonly read:
    | { readonly ok: true; readonly statement: CqlStatement }
    | { readonly ok: false; readonly problem: CqlProblem };
}

/** Every statement of a text, each read by itself: one that is wrong does not hide the others. Empty ones fall away. */
export function readScript(text: string): readonly ScriptPart[] {
  if (text.length > SCRIPT_LENGTH_MAX) {
    const sentence = `line 1:1 this text has ${text.length} characters; the most is ${SCRIPT_LENGTH_MAX}. Paste it in parts.`;
    return [
      {
        text: '',
        read: { ok: false, problem: { sentence, place: { line: 1, column: 1, offset: 0, length: 0 } } },
      },
    ];
  }
  const parts = statementsIn(tokensOf(text));
  const kept = parts.slice(0, SCRIPT_STATEMENTS_MAX).map((tokens): ScriptPart => {
    const first = tokens[0] as Token;
    // The one before the end: what follows it is blank or a comment.
    const last = tokens.at(-2) ?? first;
    return { text: text.slice(first.offset, last.offset + last.length), read: readStatement(text, tokens) };
  });
  const beyond = parts[SCRIPT_STATEMENTS_MAX]?.[0];
  return beyond === undefined ? kept : [...kept, tooMany(text, beyond)];
}

function tooMany(text: string, { offset, length }: Token): ScriptPart {
  const lines = text.slice(0, offset).split('\n');
  const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset, length };
  const sentence = `line ${place.line}:${place.column} there are more than ${SCRIPT_STATEMENTS_MAX} statements. Paste them in parts.`;
  return { text: '', read: { ok: false, problem: { sentence, place } } };
}

/** The tokens of each statement, every list with an 'end' where its ';' stood. */
function statementsIn(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const found: Token[][] = [];
  let present: Token[] = [];
  for (const token of tokens) {
    const isEnd = token.kind === 'end' || (token.kind === 'mark' && token.raw === ';');
    if (!isEnd) {
      present.push(token);
    } else if (present.length > 0) {
      found.push([...present, { kind: 'end', raw: '', value: '', offset: token.offset, length: 0 }]);
      present = [];
    }
  }
  return found;
}
