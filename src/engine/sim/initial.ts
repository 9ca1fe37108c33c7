// The cluster before its first statement (SPEC N1): every node up, no tables, everybody connected, nothing to tell.

import type { NodeState } from '../cluster/node.ts';
import type { Config } from '../config/config.ts';
import { NO_ITEMS } from '../plain/buckets.ts';
import type { NodeId } from '../plain/scalars.ts';
import { NO_ROWS } from '../schema/systemTables.ts';
import { nodeDigest } from '../schema/version.ts';
import type { SimState } from './state.ts';

export function emptyState(config: Config): SimState {
  const nodes = config.nodes.map((id) => {
    const node = emptyNode(id, config);
    const peers = config.nodes.filter((peer) => peer !== id);
    const gossip = Object.fromEntries(peers.map((peer) => [peer, { digest: node.digest, alive: true }]));
    return { ...node, gossip };
  });
  return {
    core: { config, nodes, messages: [], cuts: [] },
    notes: { now: 0, due: {}, since: {}, skew: {} },
  };
}

/** A node with nothing on its disk, that has heard of nobody. */
export function emptyNode(id: NodeId, config: Config): NodeState {
  return {
    id,
    up: true,
    recentlyStarted: false,
    rows: NO_ROWS,
    flushedRows: NO_ROWS,
    digest: nodeDigest(NO_ROWS, { tombstonesOut: config.protections.tombstonesOutOfHash }),
    gossip: {},
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
  };
}
