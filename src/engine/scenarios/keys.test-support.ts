// Keys of `ks.t(pk int key)` that live where a test needs them.

import type { NodeId, ShardId } from '../index.ts';
import { configOf, replicasOf, shardOfKey } from '../index.ts';

const KEYS_TRIED = 2_500;

function hexOf(key: number): string {
  return key.toString(16).padStart(8, '0');
}

const numbers = Array.from({ length: KEYS_TRIED }, (_, i) => i + 1);

/** Keys whose only replica, with a replication factor of 1, is `owner`. */
export function keysOf(owner: NodeId, nodes: readonly NodeId[]): readonly number[] {
  const config = configOf({ nodes, replicationFactor: 1 });
  return numbers.filter((key) => replicasOf(hexOf(key), config)[0] === owner);
}

/** The smallest key that a shard owns. */
export function keyOfShard(shard: ShardId, shards: number): number {
  return numbers.find((key) => shardOfKey(hexOf(key), shards) === shard) ?? 0;
}
