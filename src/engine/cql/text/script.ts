// A text of several statements with ';' between them (SPEC Q1): a paste of a whole schema, or one line of a console.

import { problemAt } from './problem.ts';
import { type ReadStatement, readStatement } from './readStatement.ts';
import { type Token, tokensOf } from './token.ts';

/** Characters of one text. */
const SCRIPT_LENGTH_MAX = 100_000;
/** Statements of one text. */
const SCRIPT_STATEMENTS_MAX = 500;

export interface ScriptPart {
  /** The statement's own words, comments within included. */
  readonly text: string;
  /** Where it begins in the whole text. */
  readonly offset: number;
  readonly read: ReadStatement;
}

/** Every statement of a text, each read by itself: one that is wrong does not hide the others. Empty ones fall away. */
export function readScript(text: string): readonly ScriptPart[] {
  if (text.length > SCRIPT_LENGTH_MAX) {
    const what = `this text has ${text.length} characters; the most is ${SCRIPT_LENGTH_MAX}. Paste it in parts.`;
    return [
      { text: '', offset: 0, read: { ok: false, problem: problemAt(text, { offset: 0, length: 0 }, what) } },
    ];
  }
  const parts = statementsIn(tokensOf(text));
  const kept = parts.slice(0, SCRIPT_STATEMENTS_MAX).map((tokens): ScriptPart => {
    const first = tokens[0] as Token;
    // The one before the end: what follows it is blank or a comment.
    const last = tokens.at(-2) ?? first;
    const own = text.slice(first.offset, last.offset + last.length);
    return { text: own, offset: first.offset, read: readStatement(text, tokens) };
  });
  const beyond = parts[SCRIPT_STATEMENTS_MAX]?.[0];
  return beyond === undefined ? kept : [...kept, tooMany(text, beyond)];
}

function tooMany(text: string, first: Token): ScriptPart {
  const what = `there are more than ${SCRIPT_STATEMENTS_MAX} statements. Paste them in parts.`;
  return { text: '', offset: first.offset, read: { ok: false, problem: problemAt(text, first, what) } };
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
