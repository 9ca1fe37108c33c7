// What a run starts from (SPEC N1). Limits are stated here and met with a sentence wherever something is added.

import type { NodeId } from '../cluster/nodeId.ts';
import type { Statement } from './command.ts';
import type { Fidelity, Protections } from './protections.ts';
import { FIDELITY, PROTECTIONS_2016 } from './protections.ts';

export interface Config {
  /** Node names, in display order: one capital letter each, 1 to NODES_MAX of them. */
  readonly nodes: readonly NodeId[];
  /** Shards of every node, 1 to SHARDS_MAX. */
  readonly shards: number;
  /** Replicas of every partition; at most the number of nodes. */
  readonly replicationFactor: number;
  /** Data centre of each node; all 'dc1' unless said. */
  readonly dataCentres: Readonly<Record<NodeId, string>>;
  /** One-way latency in microseconds: `base` plus up to `jitter`, drawn from hash(seed, message key). */
  readonly latency: { readonly base: number; readonly jitter: number };
  readonly protections: Protections;
  readonly fidelity: Fidelity;
  /** Statements played and settled before the run begins (the tables and rows it starts with). */
  readonly setup: readonly Statement[];
}

export const NODES_MAX = 9;
export const SHARDS_MAX = 4;
export const KEYSPACES_MAX = 8;
export const TABLES_MAX = 32;
export const COLUMNS_MAX = 64;
/** Partitions in one table. */
export const ROWS_MAX = 1_000;
export const MESSAGES_MAX = 2_000;
/** Steps in one run. */
export const STEPS_MAX = 10_000;
export const NAME_LENGTH_MAX = 48;
/** Length of one literal in a statement, in characters. */
export const VALUE_LENGTH_MAX = 4_096;

export const PULL_DELAY = 60_000_000;
export const UPTIME_SHORT = 60_000_000;
export const WRITE_TIMEOUT = 2_000_000;
export const READ_TIMEOUT = 5_000_000;
export const REGISTRY_GRACE = 1_000_000;
export const GOSSIP_INTERVAL = 1_000_000;
export const MERGE_TIME = 200;

/** A configuration with everything that is not given at its default: three nodes, one shard, 2016. */
export function configOf(part: Partial<Config> = {}): Config {
  const nodes = part.nodes ?? ['A', 'B', 'C'];
  return {
    nodes,
    shards: 1,
    replicationFactor: nodes.length,
    dataCentres: Object.fromEntries(nodes.map((node) => [node, 'dc1'])),
    latency: { base: 10_000, jitter: 10_000 },
    protections: PROTECTIONS_2016,
    fidelity: FIDELITY,
    setup: [],
    ...part,
  };
}
