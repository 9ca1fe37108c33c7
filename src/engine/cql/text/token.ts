// The words of a CQL text (SPEC Q1): names, quoted names, texts, numbers, uuids, blobs and marks; comments and blanks fall
// away. A text that does not end, or a character that CQL has no use for, becomes a token of its own that says so.

export type TokenKind =
  | 'word'
  | 'quoted'
  | 'text'
  | 'number'
  | 'uuid'
  | 'blob'
  | 'mark'
  | 'stray'
  | 'unended'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** As it stands in the text. */
  readonly raw: string;
  /** A name or text without its quotes and with doubled quotes undone; otherwise as `raw`. */
  readonly value: string;
  readonly offset: number;
  readonly length: number;
}

const BLANK = /(?:\s+|--[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/uy;
const UUID = /[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}(?![\w-])/uy;
const BLOB = /0[xX][0-9a-fA-F]*(?!\w)/uy;
const NUMBER = /-?(?:\d+(?:\.\d*)?(?:[eE][+-]?\d+)?)(?!\w)/uy;
const WORD = /[A-Za-z_]\w*/uy;
const QUOTED = /"(?:[^"]|"")*"/uy;
const TEXT = /'(?:[^']|'')*'/uy;
const DOLLARS = /\$\$[\s\S]*?\$\$/uy;
const MARK = /<=|>=|!=|[(){}[\]<>,;:.=*?+-]/uy;
const UNENDED = /["'][\s\S]*|\$\$[\s\S]*|\/\*[\s\S]*/uy;

interface Pattern {
  readonly kind: TokenKind;
  readonly shape: RegExp;
  readonly value?: (raw: string) => string;
}

const PATTERNS: readonly Pattern[] = [
  { kind: 'uuid', shape: UUID },
  { kind: 'blob', shape: BLOB },
  { kind: 'number', shape: NUMBER },
  { kind: 'word', shape: WORD },
  { kind: 'quoted', shape: QUOTED, value: (raw) => raw.slice(1, -1).replaceAll('""', '"') },
  { kind: 'text', shape: TEXT, value: (raw) => raw.slice(1, -1).replaceAll("''", "'") },
  { kind: 'text', shape: DOLLARS, value: (raw) => raw.slice(2, -2) },
  { kind: 'unended', shape: UNENDED },
  { kind: 'mark', shape: MARK },
];

function matched(shape: RegExp, text: string, offset: number): string | null {
  shape.lastIndex = offset;
  return shape.exec(text)?.[0] ?? null;
}

function tokenAt(text: string, offset: number): Token {
  for (const { kind, shape, value } of PATTERNS) {
    const raw = matched(shape, text, offset);
    if (raw !== null) {
      return { kind, raw, value: value?.(raw) ?? raw, offset, length: raw.length };
    }
  }
  const raw = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  return { kind: 'stray', raw, value: raw, offset, length: raw.length };
}

/** All tokens of a text, the last one an 'end' behind its last character. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let offset = matched(BLANK, text, 0)?.length ?? 0;
  while (offset < text.length) {
    const token = tokenAt(text, offset);
    tokens.push(token);
    offset += token.length;
    offset += matched(BLANK, text, offset)?.length ?? 0;
  }
  return [...tokens, { kind: 'end', raw: '', value: '', offset: text.length, length: 0 }];
}
