// Form fields to values of commands: text as a person types it becomes a literal of the column's CQL type. What does
// not read as one stays text, so that the engine refuses it with its own sentence.

import type { Literal } from '../../engine/index.ts';
import type { ColumnChip, EntryView, NodeCard } from '../../scene/shape/scene.ts';

const NUMBERS = ['int', 'bigint', 'varint', 'counter', 'float', 'double', 'decimal', 'timestamp'];

/** Null when nothing was typed: the column is then not written. */
export function literalOf(type: string, text: string): Literal | null {
  if (text === '') {
    return null;
  }
  if (NUMBERS.includes(type)) {
    const number = Number(text);
    return Number.isSafeInteger(number) || (!Number.isNaN(number) && text.includes('.')) ? number : text;
  }
  if (type === 'boolean') {
    return text === 'true' ? true : text === 'false' ? false : text;
  }
  return isCollection(type) ? (parsed(text) ?? parsed(asJson(type, text)) ?? text) : text;
}

/** A box says how many elements it has, and not which. */
export const isCollection = (type: string): boolean => /^(set|list|map|frozen)</.test(type);

function parsed(text: string): Literal | null {
  try {
    const value: unknown = JSON.parse(text);
    return isLiteral(value) ? value : null;
  } catch {
    return null;
  }
}

/** What is written as in CQL: {'a', 'b'}, ['a'] or {'a': 1}. */
function asJson(type: string, text: string): string {
  const quoted = text
    .trim()
    .replace(/'((?:[^']|'')*)'/g, (_, inner: string) => JSON.stringify(inner.replaceAll("''", "'")))
    .replace(/([{,]\s*)(-?[\w.-]+)(\s*:)/g, '$1"$2"$3');
  return /^(frozen<)?set</.test(type) ? quoted.replace(/^\{(.*)\}$/s, '[$1]') : quoted;
}

function isLiteral(value: unknown): value is Literal {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) {
    return true;
  }
  return typeof value === 'object' && Object.values(value).every(isLiteral);
}

/** Names of the rows that a node has in memory, as one writes their key, each once. */
export function rowsOf(card: NodeCard): readonly string[] {
  return [...new Set(card.sources.flatMap((source) => source.entries.map((entry) => entry.row)))];
}

/** The entry of row `row` in memory, the memtable's before the cache's. */
export function entryOf(card: NodeCard, row: string): EntryView | undefined {
  return card.sources
    .filter((source) => source.kind !== 'sstable')
    .flatMap((source) => source.entries)
    .find((entry) => entry.row === row);
}

const SAMPLES: Readonly<Record<string, string>> = {
  name: 'Bob',
  email: 'ada@example.org',
  phone: '555 0100',
  nick: 'Countess',
  city: 'London',
};

/** How a value is written where it is not plain to see. */
export function exampleOf(type: string): string | undefined {
  const kind = /^(?:frozen<)?(set|list|map)</.exec(type)?.[1];
  return kind === undefined ? undefined : { set: "{'a', 'b'}", list: '[1, 2]', map: "{'a': 1}" }[kind];
}

/** A value to start from, so that a write takes two clicks. */
export function sampleOf(column: ColumnChip): string {
  const named = column.type === 'text' ? SAMPLES[column.name] : undefined;
  if (named !== undefined) {
    return named;
  }
  if (column.type === 'boolean') {
    return 'true';
  }
  if (column.type === 'text' || column.type === 'ascii' || column.type === 'varchar') {
    return column.name;
  }
  return NUMBERS.includes(column.type) ? '42' : '';
}

/** The partition key that a row's name stands for, component by component. */
export function keyOf(card: NodeCard, row: string): Pairs {
  return pairsOf(card, 'partition_key', row);
}

/** The clustering key that a text stands for; nothing for ''. */
export function clusteringOf(card: NodeCard, text: string): Pairs {
  return text === '' ? [] : pairsOf(card, 'clustering_key', text);
}

type Pairs = readonly (readonly [string, Literal])[];

function pairsOf(card: NodeCard, kind: ColumnChip['kind'], text: string): Pairs {
  const keys = card.columns.filter((column) => column.kind === kind);
  return text.split(':').flatMap((part, i) => {
    const key = keys[i];
    const value = key === undefined ? null : literalOf(key.type, part);
    return key === undefined || value === null ? [] : [[key.name, value] as const];
  });
}
