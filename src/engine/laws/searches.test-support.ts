// For laws only: from which small start the explorer finds what a protection prevents (SPEC P-table). No order is given here, only
// what a person asks for, what may be lost, and how big the cluster is.

import type { Config } from '../config/config.ts';
import type { Protections } from '../config/protections.ts';
import type { ExploreOptions } from '../explore/explore.ts';
import type { Command, CommandDraft } from '../sim/command.ts';
import { add, drop, insert, select } from './script.test-support.ts';

export interface SmallSearch {
  readonly queue: readonly CommandDraft[];
  readonly cluster?: Partial<Config>;
  readonly faults?: ExploreOptions['faults'];
  readonly gossipAndTimers?: ExploreOptions['gossipAndTimers'];
}

/** Commands with ids, as a run has them. */
export function numbered(drafts: readonly CommandDraft[]): readonly Command[] {
  return drafts.map((draft, i) => ({ id: `s${i + 1}`, ...draft }) as Command);
}

const TABLE = { keyspace: 'ks', table: 't' } as const;
const ONE: Partial<Config> = { nodes: ['A'], replicationFactor: 1 };
const TWO: Partial<Config> = { nodes: ['A', 'B'], replicationFactor: 2 };

const BEHIND: SmallSearch = {
  queue: [add('A', 100, 'x'), insert('A', 110, { b: 1, x: 9 })],
  faults: { losses: 1 },
};
const BLOB: CommandDraft = {
  kind: 'alter-table',
  node: 'A',
  timestamp: 100,
  ...TABLE,
  changes: [{ kind: 'type', name: 'b', type: 'blob' }],
};

export const SEARCHES: Partial<Record<keyof Protections, SmallSearch>> = {
  versionTags: {
    cluster: ONE,
    queue: [insert('A', 90, { b: 7 }), add('A', 100, 'a'), select('A', 110)],
  },
  syncBeforeApply: BEHIND,
  syncedCheck: BEHIND,
  versionHash: {
    queue: [
      add('A', 100, 'x'),
      insert('B', 110, { b: 1 }, 2),
      drop('A', 200, 'x'),
      add('A', 300, 'x'),
      insert('A', 310, { x: 9 }),
    ],
    faults: { losses: 1 },
    gossipAndTimers: 'never',
  },
  tombstonesOutOfHash: {
    queue: [drop('A', 100, 'd'), { kind: 'expire-tombstones', node: 'A' }],
  },
  droppedAt: {
    cluster: ONE,
    queue: [insert('A', 50, { b: 1, d: 2 }), drop('A', 100, 'd'), add('A', 120, 'd'), select('A', 130)],
  },
  deterministicTieBreak: {
    queue: [add('A', 100, 'x', 'text'), add('B', 100, 'x', 'int'), insert('A', 110, { x: 'nine' })],
    gossipAndTimers: 'never',
  },
  coordinatorHoldsSchema: {
    queue: [add('A', 100, 'x'), insert('A', 110, { x: 9 }), add('A', 120, 'y'), select('A', 130)],
    gossipAndTimers: 'never',
  },
  mergeLock: {
    cluster: ONE,
    queue: [insert('A', 50, { b: 1 }), add('A', 100, 'x'), add('A', 110, 'y'), select('A', 120)],
  },
  cellwiseMerge: {
    queue: [add('A', 100, 'x'), insert('A', 110, { x: 9 }), add('B', 105, 'y'), select('A', 120)],
    gossipAndTimers: 'never',
  },
  schemaFlushedBeforeUse: {
    cluster: ONE,
    queue: [add('A', 100, 'x'), insert('A', 110, { x: 9 })],
    faults: { crashes: 1 },
  },
  syncSource: {
    queue: [add('A', 100, 'x'), insert('A', 110, { x: 9 })],
    faults: { losses: 2 },
    gossipAndTimers: 'never',
  },
  publishToAllShards: {
    cluster: ONE,
    queue: [add('A', 100, 'x'), ...[1, 2, 3, 4].map((pk) => insert('A', 110 + pk, { x: 9 }, pk))],
  },
  gossipPull: { queue: [add('A', 100, 'x')], faults: { losses: 1 } },
  alterWritesOnlyChanges: {
    queue: [BLOB, insert('A', 120, { b: '0x0102' }), add('B', 105, 'y'), select('A', 130)],
    faults: { losses: 1 },
    gossipAndTimers: 'never',
  },
};

export const searchedIn = (search: SmallSearch, cluster: Partial<Config>): Partial<Config> => ({
  ...TWO,
  ...cluster,
  ...search.cluster,
  ...(cluster.nodes === undefined ? {} : { replicationFactor: cluster.nodes.length }),
});
