// What happens in a lesson, in short words: statements and operations as they are, and what is on its way by the beginning
// of its handle ('DEFINITIONS_UPDATE A>B'), since a handle names the statement that caused it.

import type { CommandDraft, Literal, NodeId, TableChange, Timestamp } from '../engine/index.ts';

export type Move =
  | CommandDraft
  /** Everything pending whose handle begins so, soonest first; at least one must. */
  | { readonly kind: 'pending'; readonly do: 'deliver' | 'lose'; readonly handle: string }
  /** A statement by itself: its own node has not merged it yet. */
  | { readonly kind: 'begin'; readonly draft: Move }
  /** All messages and merges until none is left; no gossip, no timers. */
  | { readonly kind: 'drain' }
  /** Everything, soonest first, until nothing is left. */
  | { readonly kind: 'settle' };

export const deliver = (...handles: readonly string[]): readonly Move[] =>
  handles.map((handle) => ({ kind: 'pending', do: 'deliver', handle }));

export const lose = (...handles: readonly string[]): readonly Move[] =>
  handles.map((handle) => ({ kind: 'pending', do: 'lose', handle }));

/** The statement alone, without the merge on its own node. */
export const begin = (draft: Move): Move => ({ kind: 'begin', draft });

export const DRAIN: Move = { kind: 'drain' };
export const SETTLE: Move = { kind: 'settle' };

export interface Data {
  readonly id?: string;
  /** The coordinator's clock, unless given. */
  readonly at?: Timestamp;
  readonly level?: 'ONE' | 'QUORUM' | 'ALL';
  readonly using?: boolean;
  readonly prepared?: string;
  readonly shard?: number;
}

const dataOf = ({ id, at, level = 'ONE', using, prepared, shard }: Data) => ({
  consistency: level,
  ...(id === undefined ? {} : { id }),
  ...(at === undefined ? {} : { timestamp: at }),
  ...(using === undefined ? {} : { usingTimestamp: using }),
  ...(prepared === undefined ? {} : { prepared }),
  ...(shard === undefined ? {} : { shard }),
});

/** '+email text', '+badge int static', '-phone', '"a comment'. */
function changeOf(text: string): TableChange {
  const [word = '', type = '', role = ''] = text.split(' ');
  switch (word[0]) {
    case '+':
      return { kind: 'add', name: word.slice(1), type, ...(role === 'static' ? { isStatic: true } : {}) };
    case '-':
      return { kind: 'drop', name: word.slice(1) };
    default:
      return { kind: 'comment', comment: text.slice(1) };
  }
}

/** Statements about one table. */
export function statementsOf(keyspace: string, table: string, key: string) {
  const at = { keyspace, table };
  const keyOf = (value: Literal | Readonly<Record<string, Literal>>): Readonly<Record<string, Literal>> =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, Literal>>)
      : { [key]: value };
  return {
    alter: (node: NodeId, change: string, id?: string, timestamp?: Timestamp): CommandDraft => ({
      kind: 'alter-table',
      node,
      ...at,
      changes: [changeOf(change)],
      ...(id === undefined ? {} : { id }),
      ...(timestamp === undefined ? {} : { timestamp }),
    }),
    insert: (
      node: NodeId,
      row: Literal | Readonly<Record<string, Literal>>,
      values: Readonly<Record<string, Literal>>,
      how: Data = {},
    ): CommandDraft => ({ kind: 'insert', node, ...at, key: keyOf(row), values, ...dataOf(how) }),
    select: (
      node: NodeId,
      row: Literal | Readonly<Record<string, Literal>>,
      how: Pick<Data, 'id' | 'level' | 'at'> = {},
    ): CommandDraft => ({ kind: 'select', node, ...at, key: keyOf(row), ...dataOf(how) }),
    prepare: (node: NodeId, name: string, id?: string): CommandDraft => ({
      kind: 'prepare',
      node,
      name,
      ...at,
      ...(id === undefined ? {} : { id }),
    }),
    flush: (node: NodeId): CommandDraft => ({ kind: 'flush', node, ...at }),
    evict: (node: NodeId, row?: Literal): CommandDraft => ({
      kind: 'evict',
      node,
      ...at,
      ...(row === undefined ? {} : { key: { [key]: row } }),
    }),
  };
}

export const crash = (node: NodeId): CommandDraft => ({ kind: 'crash', node });
export const restart = (node: NodeId): CommandDraft => ({ kind: 'restart', node });
export const skew = (node: NodeId, micros: number): CommandDraft => ({ kind: 'skew', node, micros });
