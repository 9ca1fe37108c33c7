// What a run starts from (SPEC N1).

import type { Statement } from '../cql/statement.ts';
import type { NodeId } from '../plain/scalars.ts';
import type { Fidelity, Protections } from './protections.ts';
import { FIDELITY, PROTECTIONS_2016 } from './protections.ts';

/** Who owns data, and who is about to: what operators have made of the ring since the run began (SPEC O1-O4). */
export interface Ring {
  /** The nodes that the run began with, those that have left included: their order is that of the ring. */
  readonly founders: readonly NodeId[];
  /** Nodes that were added, in order, those that have left included. */
  readonly added: readonly NodeId[];
  /** Who owns data now, in display order. */
  readonly members: readonly NodeId[];
  readonly change: RingChange | null;
}

/** One node comes or goes. Only one does at a time. */
export interface RingChange {
  /** 'remove' is of a node that is down: others give what it had. */
  readonly kind: 'join' | 'leave' | 'remove';
  readonly node: NodeId;
  /**
   * 'schema': the node that joins waits until its digest is everybody's. 'pending': writes go to the owners to come as well.
   * 'data': what moves is being streamed.
   */
  readonly phase: 'schema' | 'pending' | 'data';
}

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
  /** Messages out of a thousand that are lost when the run plays by itself, drawn from hash(seed, message key) (F9). */
  readonly loss: number;
  readonly protections: Protections;
  readonly fidelity: Fidelity;
  /** Statements played and settled before the run begins (the tables and rows it starts with). */
  readonly setup: readonly Statement[];
  /** Only in a state, and only after a node was added or removed; no run starts with it. */
  readonly ring?: Ring;
}

/** A configuration with everything that is not given at its default: three nodes, one shard, 2016. */
export function configOf(part: Partial<Config> = {}): Config {
  const nodes = part.nodes ?? ['A', 'B', 'C'];
  return {
    nodes,
    shards: 1,
    replicationFactor: nodes.length,
    dataCentres: Object.fromEntries(nodes.map((node) => [node, 'dc1'])),
    latency: { base: 10_000, jitter: 10_000 },
    loss: 0,
    protections: PROTECTIONS_2016,
    fidelity: FIDELITY,
    setup: [],
    ...part,
  };
}
