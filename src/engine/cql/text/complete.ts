// What could stand at the end of a text in CQL (SPEC Q7): words of the language, tables, and columns of the table that the
// statement is about. A proposal only: nothing is decided by it.

import { nameText } from './print.ts';
import { FIRST_WORDS } from './readStatement.ts';
import { type Token, tokensOf } from './token.ts';

export interface KnownTable {
  readonly keyspace: string;
  readonly table: string;
  readonly columns: readonly string[];
}

export interface Completion {
  /** Where the word that is completed begins. */
  readonly offset: number;
  /** What could stand there instead of it, likeliest first. */
  readonly words: readonly string[];
}

const TYPES = [
  'int',
  'text',
  'bigint',
  'boolean',
  'date',
  'double',
  'timestamp',
  'uuid',
  'blob',
  'set<text>',
  'list<int>',
  'map<text, int>',
];

/** What follows a word, whatever the statement. */
const AFTER: Readonly<Record<string, readonly string[]>> = {
  INSERT: ['INTO'],
  CREATE: ['TABLE', 'KEYSPACE'],
  ALTER: ['TABLE'],
  DROP: ['TABLE', 'KEYSPACE'],
  USING: ['TIMESTAMP'],
  CONSISTENCY: ['ONE', 'QUORUM', 'ALL'],
  TRACING: ['ON', 'OFF'],
  DESCRIBE: ['TABLE', 'TABLES', 'SCHEMA', 'KEYSPACES', 'KEYSPACE'],
  PRIMARY: ['KEY'],
  CLUSTERING: ['ORDER BY'],
  SELECT: ['*'],
};

const BEFORE_TABLE: ReadonlySet<string> = new Set(['FROM', 'INTO', 'UPDATE', 'TABLE']);
const BEFORE_COLUMN: ReadonlySet<string> = new Set([
  'SELECT',
  'DELETE',
  'WHERE',
  'SET',
  'AND',
  'DROP',
  'RENAME',
  '(',
  ',',
]);
/** Words that go on in a statement, by the word that began it. */
const CLAUSES: Readonly<Record<string, readonly string[]>> = {
  SELECT: ['FROM', 'WHERE', 'AND'],
  INSERT: ['VALUES', 'USING TIMESTAMP', 'NULL', 'TRUE', 'FALSE'],
  UPDATE: ['SET', 'WHERE', 'AND', 'USING TIMESTAMP', 'NULL', 'TRUE', 'FALSE'],
  DELETE: ['FROM', 'WHERE', 'AND', 'USING TIMESTAMP'],
  CREATE: ['IF NOT EXISTS', 'PRIMARY KEY', 'STATIC', 'WITH', 'AND'],
  ALTER: ['ADD', 'DROP', 'ALTER', 'RENAME', 'TYPE', 'TO', 'STATIC', 'WITH', 'AND'],
  DROP: ['IF EXISTS'],
  PREPARE: ['AS', 'SELECT', 'INSERT', 'UPDATE', 'DELETE', 'FROM', 'WHERE', 'AND', 'VALUES', 'SET'],
};

const upper = (token: Token | undefined): string =>
  token === undefined ? '' : token.kind === 'word' ? token.value.toUpperCase() : token.raw;

/** Proposals for the end of `text`; `tables` are those that the node knows. */
export function completionsOf(text: string, tables: readonly KnownTable[]): Completion {
  const all = tokensOf(text).slice(0, -1);
  const start = all.findLastIndex((token) => token.raw === ';') + 1;
  const tokens = all.slice(start);
  const last = tokens.at(-1);
  const touches = last !== undefined && last.kind === 'word' && last.offset + last.length === text.length;
  const done = touches ? tokens.slice(0, -1) : tokens;
  const offset = touches ? last.offset : text.length;
  const begun = touches ? last.value.toLowerCase() : '';
  const words = candidates(done, tables).filter((word) => word.toLowerCase().startsWith(begun));
  const isWhole = words.length === 1 && words[0]?.toLowerCase() === begun;
  return { offset, words: isWhole ? [] : [...new Set(words)] };
}

function candidates(done: readonly Token[], tables: readonly KnownTable[]): readonly string[] {
  const before = upper(done.at(-1));
  if (done.length === 0) {
    return FIRST_WORDS;
  }
  const fixed = AFTER[before] ?? [];
  if (BEFORE_TABLE.has(before)) {
    return tables.map(({ table }) => nameText(table));
  }
  const clauses = CLAUSES[upper(done[0])] ?? [];
  const table = tableOf(done, tables);
  const isNewColumn = ['ADD', 'CREATE'].some((word) => done.some((token) => upper(token) === word));
  if (isNewColumn && done.at(-1)?.kind === 'word' && upper(done.at(-2)) !== 'TABLE') {
    return [...TYPES, ...clauses];
  }
  const columns = BEFORE_COLUMN.has(before) ? (table?.columns ?? []).map(nameText) : [];
  return [...fixed, ...columns, ...clauses];
}

/** The table that the statement is about, if it has been named. */
function tableOf(done: readonly Token[], tables: readonly KnownTable[]): KnownTable | undefined {
  const names = new Set(
    done
      .filter(({ kind }) => kind === 'word' || kind === 'quoted')
      .map(({ kind, value }) => (kind === 'word' ? value.toLowerCase() : value)),
  );
  return tables.find(({ table }) => names.has(table)) ?? (tables.length === 1 ? tables[0] : undefined);
}
