// For laws only: random runs. A run is drawn as a list of picks, small tuples of numbers; a pick becomes a command against
// the state it meets, so that most commands are legal, a part of a list is again a run, and a red run shrinks (N1, N9).

import type { Config } from '../config/config.ts';
import { configOf } from '../config/config.ts';
import type { Protections } from '../config/protections.ts';
import { PROTECTIONS_2016 } from '../config/protections.ts';
import type { Statement } from '../cql/statement.ts';

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

const BASE = { node: 'A', keyspace: 'ks', timestamp: 10 } as const;
/** Keyspace ks with t(pk, ck; s static; b, d regular) and, when asked for, u(pk; v). */
export function setupOf(tables: 1 | 2 = 1): readonly Statement[] {
  const t: Statement = {
    ...BASE,
    id: 'setup2',
    kind: 'create-table',
    table: 't',
    columns: [
      { name: 'pk', type: 'int', kind: 'partition_key' },
      { name: 'ck', type: 'int', kind: 'clustering_key' },
      { name: 's', type: 'int', kind: 'static' },
      { name: 'b', type: 'int', kind: 'regular' },
      { name: 'd', type: 'int', kind: 'regular' },
    ],
  };
  const u: Statement = {
    ...BASE,
    id: 'setup3',
    kind: 'create-table',
    table: 'u',
    columns: [
      { name: 'pk', type: 'int', kind: 'partition_key' },
      { name: 'v', type: 'text', kind: 'regular' },
    ],
  };
  const keyspace: Statement = { ...BASE, id: 'setup1', kind: 'create-keyspace' };
  return tables === 1 ? [keyspace, t] : [keyspace, t, u];
}

export function protectedBy(part: Partial<Protections>): Protections {
  return { ...PROTECTIONS_2016, ...part };
}

export function worldOf(part: Partial<Omit<World, 'config'>> & { readonly config?: Partial<Config> }): World {
  return {
    mix: { next: 6, any: 10, add: 2, insert: 3, select: 2 },
    names: ['a', 'c', 'e'],
    stamps: 'rising',
    namesOnce: true,
    losesPulls: false,
    ...part,
    config: configOf({ setup: setupOf(), ...part.config }),
  };
}

/** The element at a number, counted round; nothing of an empty list. */
export function at<T>(list: readonly T[], i: number): T | undefined {
  return list.length === 0 ? undefined : list[i % list.length];
}

/** What a run remembers besides its state: statements given so far and names added. */
export interface Memory {
  readonly statements: number;
  readonly added: readonly string[];
}

/** Nearly everything, for laws that hold whatever happens. */
export const MOST: Mix = {
  next: 4,
  any: 14,
  add: 3,
  drop: 2,
  type: 1,
  comment: 1,
  'create-table': 1,
  'drop-table': 1,
  insert: 4,
  update: 1,
  delete: 2,
  select: 3,
  prepare: 1,
  lose: 2,
  duplicate: 1,
  cut: 1,
  heal: 1,
  crash: 1,
  restart: 2,
  flush: 1,
  compact: 1,
  evict: 1,
  expire: 1,
};
