// Whose a key is, and whose it will be when the change of the ring that is under way is through (SPEC O2, O4).

import type { Config, Ring } from '../config/config.ts';
import type { NodeId } from '../plain/scalars.ts';
import type { PartitionKey } from '../storage/partition.ts';
import { replicasAmong } from './placement.ts';

/** The ring as a state has it: before the first change all nodes are its founders. */
export function ringOf(config: Config): Ring {
  return config.ring ?? { founders: config.nodes, added: [], members: config.nodes, change: null };
}

/** The members when the change that is under way is through. */
export function membersToCome({ members, change }: Ring): readonly NodeId[] {
  if (change === null) {
    return members;
  }
  return change.kind === 'join'
    ? [...members, change.node]
    : members.filter((member) => member !== change.node);
}

const NOBODY: readonly NodeId[] = [];

/** Who will own a key and does not yet, once writes go there as well (O4). */
export function pendingReplicasOf(key: PartitionKey, config: Config): readonly NodeId[] {
  const change = config.ring?.change ?? null;
  return change === null || change.phase === 'schema' ? NOBODY : handover(key, config).takers;
}

export interface Handover {
  /** Who gives the key; null when nobody has to, or nobody can: its only owner is down. */
  readonly giver: NodeId | null;
  readonly takers: readonly NodeId[];
}

/**
 * Who hands a key over to whom (O5): the owner that loses it; when nobody does, or who does is down, the first owner that
 * stays.
 */
export function handover(key: PartitionKey, config: Config): Handover {
  const ring = ringOf(config);
  const { change } = ring;
  const now = replicasAmong(key, ring, ring.members, config.replicationFactor);
  const then = replicasAmong(key, ring, membersToCome(ring), config.replicationFactor);
  const takers = then.filter((node) => !now.includes(node));
  const alive = change?.kind === 'remove' ? now.filter((node) => node !== change.node) : now;
  const giver = alive.find((node) => !then.includes(node)) ?? alive[0] ?? null;
  return { giver: takers.length === 0 ? null : giver, takers };
}
