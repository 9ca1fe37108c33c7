// One input handled by one node. Handlers pass a turn along and put the next node state, what is sent and what happened
// into it; it lives only inside `stepNode`, which is a pure function from outside.

import type { Config } from '../config/config.ts';
import { assert } from '../plain/assert.ts';
import { canonical } from '../plain/canonical.ts';
import { compareText } from '../plain/compare.ts';
import { keysOf, lookup, withKey } from '../plain/record.ts';
import type { NodeId, ShardId } from '../plain/scalars.ts';
import type { TableState } from '../storage/partition.ts';
import type { NodeEvent } from './event.ts';
import type { Message } from './message.ts';
import { REQUEST_VERBS } from './message.ts';
import { messageFacts, messageVersion } from './messageFacts.ts';
import type { Breach, NodeState, Shard } from './node.ts';

export interface Turn {
  readonly config: Config;
  node: NodeState;
  readonly outbox: Message[];
  readonly events: NodeEvent[];
}

export function update(turn: Turn, change: Partial<NodeState>): void {
  turn.node = { ...turn.node, ...change };
}

export function shardAt(node: NodeState, shard: ShardId): Shard {
  const found = node.shards[shard];
  assert(found !== undefined, 'K1: a shard of the node');
  return found;
}

export function updateShard(turn: Turn, shard: ShardId, change: Partial<Shard>): void {
  const next = { ...shardAt(turn.node, shard), ...change };
  update(turn, { shards: turn.node.shards.with(shard, next) });
}

export function setTable(turn: Turn, shard: ShardId, cfId: string, table: TableState): void {
  const tables = shardAt(turn.node, shard).tables;
  if (lookup(tables, cfId) !== table) {
    updateShard(turn, shard, { tables: withKey(tables, cfId, table) });
  }
}

/** Records a promise that this step broke and that no later state would show (SPEC I0). */
export function breach(turn: Turn, broken: Breach): void {
  const key = canonical(broken);
  if (!turn.node.breaches.some((other) => canonical(other) === key)) {
    const breaches = [...turn.node.breaches, broken];
    update(turn, { breaches: breaches.sort((a, b) => compareText(canonical(a), canonical(b))) });
  }
}

/** Whether this node believes `peer` to be up; itself it always does. */
export function believesAlive(node: NodeState, peer: NodeId): boolean {
  return peer === node.id || lookup(node.gossip, peer)?.alive === true;
}

/** The peers that an announcement goes to: who is down hears it when it is back (W10). */
export function alivePeers(node: NodeState): readonly NodeId[] {
  return keysOf(node.gossip).filter((peer) => believesAlive(node, peer));
}

/** Sends a message; one to a peer believed down goes nowhere, and a request among those fails at once: returns false. */
export function send(turn: Turn, message: Message): boolean {
  if (!believesAlive(turn.node, message.to)) {
    if (Object.hasOwn(REQUEST_VERBS, message.verb)) {
      turn.events.push({
        kind: 'request-failed',
        node: turn.node.id,
        to: message.to,
        verb: message.verb,
        version: messageVersion(message),
      });
    }
    return false;
  }
  turn.outbox.push(message);
  turn.events.push({ kind: 'message-sent', ...messageFacts(message) });
  return true;
}
