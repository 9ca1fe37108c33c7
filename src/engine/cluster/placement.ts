// Where a partition lives (SPEC K1, K2, K4): its token is a hash of the key; the token picks the first replica on the ring of
// nodes and the shard within every replica. Fixed rules of this model, simpler than Murmur3 and vnodes.

import type { Config, Ring } from '../config/config.ts';
import { digestText } from '../plain/canonical.ts';
import type { NodeId, ShardId } from '../plain/scalars.ts';
import type { PartitionKey } from '../storage/partition.ts';

const tokens = new Map<PartitionKey, readonly [ring: number, shard: number]>();
const TOKENS_KEPT = 10_000;

/** Two 28-bit numbers from the key's hash. Remembered: the same key always has the same token. */
function tokenOf(key: PartitionKey): readonly [ring: number, shard: number] {
  const known = tokens.get(key);
  if (known !== undefined) {
    return known;
  }
  const digest = digestText(key);
  const token = [Number.parseInt(digest.slice(0, 7), 16), Number.parseInt(digest.slice(7, 14), 16)] as const;
  if (tokens.size >= TOKENS_KEPT) {
    tokens.clear();
  }
  tokens.set(key, token);
  return token;
}

/** The shard that owns a key, the same number on every node (K1). */
export function shardOfKey(key: PartitionKey, shards: number): ShardId {
  return shards === 1 ? 0 : tokenOf(key)[1] % shards;
}

/** The replicas of a key, in ring order from the one that owns its token (K2). */
export function replicasOf(key: PartitionKey, config: Config): readonly NodeId[] {
  const { nodes, replicationFactor, ring } = config;
  if (ring !== undefined) {
    return replicasAmong(key, ring, ring.members, replicationFactor);
  }
  if (replicationFactor >= nodes.length) {
    return nodes;
  }
  const first = tokenOf(key)[0] % nodes.length;
  return Array.from({ length: replicationFactor }, (_, i) => nodes[(first + i) % nodes.length] as NodeId);
}

/**
 * The replicas of a key on a ring that has changed (K4): its order of nodes is the founders' from the owner of its token
 * on, with each added node at a place that key and name decide. So whoever comes takes one place of a key or none, and
 * whoever goes leaves its place to the next.
 */
export function replicasAmong(
  key: PartitionKey,
  ring: Pick<Ring, 'founders' | 'added'>,
  members: readonly NodeId[],
  replicationFactor: number,
): readonly NodeId[] {
  if (replicationFactor >= members.length) {
    return members;
  }
  const { founders, added } = ring;
  const first = tokenOf(key)[0] % founders.length;
  let order = [...founders.slice(first), ...founders.slice(0, first)];
  for (const node of added) {
    order = order.toSpliced(tokenOf(`${node} ${key}`)[0] % (order.length + 1), 0, node);
  }
  return order.filter((node) => members.includes(node)).slice(0, replicationFactor);
}

/** Connections of a sender's shard land on one shard of the receiver (K3); only GET_SCHEMA_VERSION names a shard. */
export function handlerShard(fromShard: ShardId, config: Config): ShardId {
  return fromShard % config.shards;
}
