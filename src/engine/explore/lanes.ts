// The commands that a person may give at any moment of a search, in lanes (SPEC X7): those of one lane in its order, those
// of different lanes in any. What the search chooses by itself cannot be queued, nor can what changes no core.

import type { NodeState } from '../cluster/node.ts';
import type { NodeInput } from '../cluster/stepNode.ts';
import type { Config } from '../config/config.ts';
import { checkCommand } from '../sim/checkCommand.ts';
import type { Command, CommandDraft, Operation } from '../sim/command.ts';
import { evictKey } from '../sim/evictKey.ts';
import type { Core } from '../sim/state.ts';
import { isStatement } from '../sim/step.ts';

/** In the order of the list for each node (a link counts as one, too), or in no order at all. */
export type QueueOrder = 'by-node' | 'free';

export type Lane = readonly Command[];

const ITS_OWN = new Set<Command['kind']>([
  'deliver',
  'lose',
  'duplicate',
  'fire',
  'gossip',
  'merge',
  'publish',
  'ring',
]);
const NO_CORE = new Set<Command['kind']>(['protect', 'skew', 'wait', 'add-node', 'remove-node']);
/** They change no core, only when what comes next happens: where a search has a clock, they can be given. */
export const OF_THE_CLOCK: ReadonlySet<Command['kind']> = new Set(['skew', 'wait']);
/** Lanes are counted in one number each, and states hold all of them. */
const COMMANDS_MAX = 12;

export function lanesOf(queue: readonly Command[], order: QueueOrder): readonly Lane[] {
  if (order === 'free') {
    return queue.map((command) => [command]);
  }
  const lanes = new Map<string, Command[]>();
  for (const command of queue) {
    const name = 'node' in command ? command.node : 'links';
    lanes.set(name, [...(lanes.get(name) ?? []), command]);
  }
  return [...lanes.values()];
}

/** Why these commands cannot be queued from this core, as a sentence; null when they can. */
export function checkQueue(core: Core, queue: readonly Command[]): string | null {
  if (queue.length > COMMANDS_MAX) {
    return `At most ${COMMANDS_MAX} commands can wait for any moment; there are ${queue.length}.`;
  }
  const ids = queue.flatMap((command) => (isStatement(command) ? [command.id] : []));
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) {
    return `Two of the commands are called ${twice}: give each statement an id of its own.`;
  }
  const running: Core = { ...core, nodes: core.nodes.map((node) => ({ ...node, up: true })) };
  for (const command of queue) {
    if (ITS_OWN.has(command.kind)) {
      return `The search takes every order of deliveries by itself: ${command.kind} cannot be queued.`;
    }
    if (NO_CORE.has(command.kind)) {
      return `${command.kind} cannot be queued: do it first, then search from there.`;
    }
    const problem = isStatement(command) ? checkCommand(running, command) : unknownNode(core, command);
    if (problem !== null) {
      return problem;
    }
  }
  return null;
}

/** Why these commands cannot be given freely; null when they can. Whether one is legal is asked where it is given. */
export function checkFree(core: Core, free: readonly CommandDraft[]): string | null {
  for (const command of free) {
    if (ITS_OWN.has(command.kind)) {
      return `The search takes every order of deliveries by itself: ${command.kind} cannot be given freely.`;
    }
    if (NO_CORE.has(command.kind) && !OF_THE_CLOCK.has(command.kind)) {
      return `${command.kind} cannot be given freely: do it first, then search from there.`;
    }
    const problem = unknownNode(core, command);
    if (problem !== null) {
      return problem;
    }
  }
  return null;
}

function unknownNode(core: Core, command: CommandDraft): string | null {
  const named = 'node' in command ? [command.node] : 'a' in command ? [command.a, command.b] : [];
  const unknown = named.find((id) => !core.config.nodes.includes(id));
  return unknown === undefined
    ? null
    : `There is no node ${unknown}; there are ${core.config.nodes.join(', ')}.`;
}

/** A command as one node's input, where it is one; null for what concerns links, and for what the node refuses. */
export function inputOf(config: Config, node: NodeState, command: Command): NodeInput | null {
  if (isStatement(command)) {
    return { kind: 'statement', statement: command };
  }
  const operation = command as Operation;
  switch (operation.kind) {
    case 'flush':
    case 'compact': {
      const { kind, keyspace, table } = operation;
      return { kind: 'storage', operation: { kind, keyspace, table, key: null } };
    }
    case 'evict': {
      const { kind, keyspace, table } = operation;
      const key = evictKey({ config, nodes: [node], messages: [], cuts: [] }, operation);
      return key.ok ? { kind: 'storage', operation: { kind, keyspace, table, key: key.value } } : null;
    }
    case 'crash':
    case 'expire-tombstones':
      return { kind: operation.kind };
    default:
      return null;
  }
}
