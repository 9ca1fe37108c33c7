// Random runs (SPEC Z1). A run is drawn as a list of picks, small tuples of numbers; a pick becomes a command against the
// state it meets, so that most commands are legal, a part of a list is again a run, and a red run shrinks (N1, N9).

import type { Config } from '../../config/config.ts';

/** What may happen in a run, with how often (0 or absent: never). */
export type Mix = Partial<Record<What, number>>;

export const WHATS = [
  'next',
  'any',
  'add',
  'drop',
  'type',
  'rename',
  'comment',
  'create-table',
  'drop-table',
  'create-keyspace',
  'drop-keyspace',
  'insert',
  'update',
  'delete',
  'select',
  'prepare',
  'lose',
  'duplicate',
  'cut',
  'heal',
  'crash',
  'restart',
  'flush',
  'compact',
  'evict',
  'expire',
  'skew',
  'wait',
  'add-node',
  'remove-node',
] as const;
export type What = (typeof WHATS)[number];

/** One drawn step: which kind, and three numbers that choose among what there is. */
export type Pick = readonly [what: number, i: number, j: number, k: number];

export interface World {
  readonly config: Config;
  readonly mix: Mix;
  /** Column names that ADD draws from. */
  readonly names: readonly string[];
  /** Rising: each statement is stamped later than all before it. Otherwise stamps are drawn from a few, ties included. */
  readonly stamps: 'rising' | 'drawn';
  /** A column name is added at most once in a run, so that no two DDLs are about one column. */
  readonly namesOnce: boolean;
  /** Loses only what may be lost without breaking a pull: one-way messages. */
  readonly losesPulls: boolean;
}

export const FIRST_STAMP = 1_000;
export const STAMP_STEP = 10;

/** The element at a number, counted round; nothing of an empty list. */
export function at<T>(list: readonly T[], i: number): T | undefined {
  return list.length === 0 ? undefined : list[i % list.length];
}

/** What a run remembers besides its state: statements given so far and names added. */
export interface Memory {
  readonly statements: number;
  readonly added: readonly string[];
}
