// The cluster before its first statement (SPEC N1): every node up, no tables, everybody connected, nothing to tell.

import type { NodeState } from '../cluster/node.ts';
import type { Config } from '../config/config.ts';
import { NO_ITEMS } from '../plain/buckets.ts';
import { NO_ROWS } from '../schema/systemTables.ts';
import { nodeDigest } from '../schema/version.ts';
import type { SimState } from './state.ts';

export function emptyState(config: Config): SimState {
  const digest = nodeDigest(NO_ROWS, { tombstonesOut: config.protections.tombstonesOutOfHash });
  const nodes = config.nodes.map(
    (id): NodeState => ({
      id,
      up: true,
      recentlyStarted: false,
      rows: NO_ROWS,
      flushedRows: NO_ROWS,
      digest,
      gossip: Object.fromEntries(
        config.nodes.filter((peer) => peer !== id).map((peer) => [peer, { digest, alive: true }]),
      ),
      announceTo: [],
      pullTimers: [],
      pulls: {},
      merges: [],
      shards: Array.from({ length: config.shards }, () => ({ registry: {}, tables: {} })),
      contained: [],
      tasks: {},
      handlers: {},
      prepared: {},
      results: {},
      confirmations: NO_ITEMS,
      made: {},
      breaches: [],
    }),
  );
  return {
    core: { config, nodes, messages: [], cuts: [] },
    notes: { now: 0, due: {}, since: {}, skew: {} },
  };
}
