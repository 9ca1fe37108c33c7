// What may happen next without anybody asking (SPEC N5).

import { mergesThatMayRun, publishesThatMayRun } from '../cluster/merge.ts';
import type { NodeState } from '../cluster/node.ts';
import { timerKey, timersOf } from '../cluster/timers.ts';
import type { Config } from '../config/config.ts';
import type { Delivery } from './command.ts';
import { nextOfChange } from './ringChange.ts';
import type { Core } from './state.ts';

/** What may happen next without anybody asking, as commands: messages, merges, shard switches, gossip, timers (N5). */
export function deliveries(core: Core): readonly Delivery[] {
  const result: Delivery[] = [];
  let previous = '';
  for (const message of core.messages) {
    if (message.key !== previous) {
      result.push({ kind: 'deliver', message: message.key });
    }
    previous = message.key;
  }
  for (const node of core.nodes) {
    result.push(...nodeDeliveries(core, node));
  }
  const change = nextOfChange(core);
  if (change !== null) {
    result.push({ kind: 'ring', node: change.node, phase: change.phase });
  }
  return result;
}

/** A node's own next steps: queued merges, and shards that switch. */
export function mergeDeliveries(
  config: Config,
  node: NodeState,
): readonly Extract<Delivery, { kind: 'merge' | 'publish' }>[] {
  if (!node.up) {
    return [];
  }
  return [
    ...mergesThatMayRun(node, config).map((task) => ({
      kind: 'merge' as const,
      node: node.id,
      merge: task.key,
    })),
    ...publishesThatMayRun(node, config).map((next) => ({
      kind: 'publish' as const,
      node: node.id,
      ...next,
    })),
  ];
}

function nodeDeliveries(core: Core, node: NodeState): readonly Delivery[] {
  if (!node.up) {
    return [];
  }
  return [
    ...mergeDeliveries(core.config, node),
    ...node.announceTo.map((to): Delivery => ({ kind: 'gossip', from: node.id, to })),
    ...timersOf(node).map((timer): Delivery => ({ kind: 'fire', timer: timerKey(timer) })),
  ];
}
