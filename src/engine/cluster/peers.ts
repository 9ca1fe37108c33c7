// What a node sees of its peers' comings and goings (SPEC W10, F1).

import { keysOf, lookup, withKey, withoutKey } from '../plain/record.ts';
import type { NodeId } from '../plain/scalars.ts';
import { fail } from './coordinateRead.ts';
import { considerPull, failLoad, peerLost } from './migration.ts';
import type { Turn } from './turn.ts';
import { update } from './turn.ts';

/** Both sides tell each other their digests again, and on_alive considers a pull with the digest last heard (W10). */
export function peerUp(turn: Turn, peer: NodeId): void {
  const { node } = turn;
  const known = lookup(node.gossip, peer);
  const announceTo = [...new Set([...node.announceTo, peer])].sort();
  update(turn, {
    gossip: withKey(node.gossip, peer, { digest: known?.digest ?? null, alive: true }),
    announceTo,
  });
  turn.events.push({ kind: 'peer-up', node: node.id, peer });
  considerPull(turn, peer);
}

/** Connections to the peer broke: loads, pulls and reads that wait for it fail (F1). */
export function peerDown(turn: Turn, peer: NodeId): void {
  const { node } = turn;
  const known = lookup(node.gossip, peer);
  update(turn, {
    gossip: withKey(node.gossip, peer, { digest: known?.digest ?? null, alive: false }),
    announceTo: node.announceTo.filter((other) => other !== peer),
  });
  turn.events.push({ kind: 'peer-down', node: node.id, peer });
  connectionLost(turn, peer);
}

/** The peer is no part of the cluster any more (O6): what waits for it fails, and what it told is forgotten. */
export function peerLeft(turn: Turn, peer: NodeId): void {
  const { node } = turn;
  turn.events.push({ kind: 'peer-left', node: node.id, peer });
  update(turn, {
    gossip: withoutKey(node.gossip, peer),
    announceTo: node.announceTo.filter((other) => other !== peer),
    pullTimers: node.pullTimers.filter((other) => other !== peer),
  });
  connectionLost(turn, peer);
}

function connectionLost(turn: Turn, peer: NodeId): void {
  turn.node.shards.forEach((shard, i) => {
    for (const version of keysOf(shard.registry)) {
      if (shard.registry[version]?.source === peer) {
        failLoad(turn, i, version, peer);
      }
    }
  });
  peerLost(turn, peer);
  for (const statement of keysOf(turn.node.handlers)) {
    const handler = turn.node.handlers[statement];
    const waits = handler?.kind === 'read' && handler.phase !== 'repair' && handler.targets.includes(peer);
    if (waits && !Object.hasOwn(handler.replies, peer)) {
      fail(turn, statement, peer, 'the connection broke');
    }
  }
}
