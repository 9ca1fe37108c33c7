// Whether a command is legal at all (SPEC N9): its nodes exist and run, its message is on the way, its numbers are safe.
// What only the local schema can tell is checked by the node itself. Every refusal is one sentence with the place and
// the remedy.

import { mergesThatMayRun, publishesThatMayRun } from '../cluster/merge.ts';
import type { NodeState } from '../cluster/node.ts';
import { timerKey, timersOf } from '../cluster/timers.ts';
import { PROTECTIONS_2016 } from '../config/protections.ts';
import type { Statement } from '../cql/statement.ts';
import { CONSISTENCY_LEVELS } from '../cql/statement.ts';
import { NAME_LENGTH_MAX, VALUE_LENGTH_MAX } from '../plain/limits.ts';
import { checkRows } from './checkRows.ts';
import type { Command, Delivery, Operation } from './command.ts';
import { findMessage, linkOf } from './network.ts';
import { checkAdding, checkGoingOn, checkRemoving } from './ringChange.ts';
import type { Core } from './state.ts';

/** The sentence of the refusal, or null when the command may go on. */
export function checkCommand(core: Core, command: Command): string | null {
  switch (command.kind) {
    case 'deliver':
    case 'lose':
    case 'duplicate':
    case 'fire':
    case 'gossip':
    case 'merge':
    case 'publish':
    case 'ring':
      return checkDelivery(core, command);
    case 'flush':
    case 'compact':
    case 'evict':
    case 'crash':
    case 'restart':
    case 'add-node':
    case 'remove-node':
    case 'expire-tombstones':
    case 'cut':
    case 'heal':
    case 'skew':
    case 'wait':
    case 'protect':
      return checkOperation(core, command);
    default:
      return checkStatement(core, command);
  }
}

function nodeOf(core: Core, id: string): NodeState | undefined {
  return core.nodes.find((node) => node.id === id);
}

function checkNode(core: Core, id: string): string | null {
  const node = nodeOf(core, id);
  if (node === undefined) {
    return `There is no node ${String(id).slice(0, NAME_LENGTH_MAX)}; there are ${core.config.nodes.join(', ')}.`;
  }
  return node.up ? null : `Node ${id} is down: restart it first.`;
}

function checkStatement(core: Core, statement: Statement): string | null {
  const problem = checkNode(core, statement.node);
  if (problem !== null) {
    return problem;
  }
  const shard = statement.shard ?? 0;
  if (!Number.isInteger(shard) || shard < 0 || shard >= core.config.shards) {
    return `Node ${statement.node} has no shard ${shard}; its shards are 0 to ${core.config.shards - 1}.`;
  }
  if (!Number.isSafeInteger(statement.timestamp)) {
    return `A timestamp is a whole number of microseconds between -(2^53 - 1) and 2^53 - 1; ${statement.timestamp} is not.`;
  }
  if (
    core.nodes.some(
      (node) =>
        Object.hasOwn(node.results, statement.id) ||
        Object.hasOwn(node.handlers, statement.id) ||
        node.merges.some((task) => task.statement === statement.id),
    ) ||
    core.departed?.some((node) => Object.hasOwn(node.results, statement.id))
  ) {
    return `There is a statement ${statement.id} in this run already: give this one another id.`;
  }
  if ('consistency' in statement && !CONSISTENCY_LEVELS.includes(statement.consistency)) {
    return `${String(statement.consistency)} is no consistency level here; there are ${CONSISTENCY_LEVELS.join(', ')}.`;
  }
  const text = JSON.stringify(statement);
  if (text.length > 16 * VALUE_LENGTH_MAX) {
    return `The statement is ${text.length} characters long; the most is ${16 * VALUE_LENGTH_MAX}.`;
  }
  return 'key' in statement && statement.kind !== 'select' ? checkRows(core, statement) : null;
}

function checkDelivery(core: Core, delivery: Delivery): string | null {
  switch (delivery.kind) {
    case 'deliver':
    case 'lose':
    case 'duplicate':
      return findMessage(core.messages, delivery.message) >= 0
        ? null
        : `No message ${delivery.message} is on the way any more; pending() lists those that are.`;
    case 'fire': {
      const running = core.nodes.some(
        (node) => node.up && timersOf(node).some((timer) => timerKey(timer) === delivery.timer),
      );
      return running ? null : `No timer ${delivery.timer} is running.`;
    }
    case 'gossip': {
      const problem = checkNode(core, delivery.from) ?? checkNode(core, delivery.to);
      const announces = nodeOf(core, delivery.from)?.announceTo.includes(delivery.to) === true;
      return problem ?? (announces ? null : `Node ${delivery.from} has nothing new to tell ${delivery.to}.`);
    }
    case 'merge': {
      const node = nodeOf(core, delivery.node);
      const may =
        node !== undefined && mergesThatMayRun(node, core.config).some((task) => task.key === delivery.merge);
      return (
        checkNode(core, delivery.node) ??
        (may ? null : `No merge ${delivery.merge} waits for its turn on node ${delivery.node}.`)
      );
    }
    case 'publish': {
      const node = nodeOf(core, delivery.node);
      const may =
        node !== undefined &&
        publishesThatMayRun(node, core.config).some(
          (next) => next.merge === delivery.merge && next.shard === delivery.shard,
        );
      return (
        checkNode(core, delivery.node) ??
        (may
          ? null
          : `Shard ${delivery.shard} of node ${delivery.node} does not wait to switch by ${delivery.merge}.`)
      );
    }
    case 'ring':
      return checkGoingOn(core, delivery.node, delivery.phase);
  }
}

function checkOperation(core: Core, operation: Operation): string | null {
  switch (operation.kind) {
    case 'restart': {
      const node = nodeOf(core, operation.node);
      return node?.up === true
        ? `Node ${operation.node} is running already.`
        : node === undefined
          ? checkNode(core, operation.node)
          : null;
    }
    case 'add-node':
      return checkAdding(core, operation.node);
    case 'remove-node':
      return (
        (nodeOf(core, operation.node) === undefined ? checkNode(core, operation.node) : null) ??
        checkRemoving(core, operation.node)
      );
    case 'cut':
    case 'heal': {
      const { a, b, kind } = operation;
      const unknown = [a, b].find((id) => nodeOf(core, id) === undefined);
      if (unknown !== undefined) {
        return checkNode(core, unknown);
      }
      if (a === b) {
        return `A link joins two nodes; ${a} and ${b} are one.`;
      }
      const isCut = core.cuts.includes(linkOf(a, b));
      return isCut === (kind === 'cut')
        ? `The link between ${a} and ${b} is ${isCut ? 'cut already' : 'not cut'}.`
        : null;
    }
    case 'skew':
      return (
        (nodeOf(core, operation.node) === undefined ? checkNode(core, operation.node) : null) ??
        (Number.isSafeInteger(operation.micros)
          ? null
          : `A clock error is a whole number of microseconds; ${operation.micros} is not.`)
      );
    case 'wait':
      return Number.isSafeInteger(operation.micros) && operation.micros > 0
        ? null
        : `One waits a positive whole number of microseconds; ${operation.micros} is not one.`;
    case 'protect':
      return checkProtections(operation.protections);
    default:
      return checkNode(core, operation.node);
  }
}

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  syncBeforeApply: ['on', 'convertToMine', 'adoptIncoming'],
  versionHash: ['mutations', 'definition'],
  syncSource: ['sender', 'coordinator'],
};

/** Each name is a protection, each value one that it can have. */
export function checkProtections(protections: object): string | null {
  for (const [name, value] of Object.entries(protections)) {
    if (!Object.hasOwn(PROTECTIONS_2016, name)) {
      return `There is no protection ${name.slice(0, NAME_LENGTH_MAX)}; there are ${Object.keys(PROTECTIONS_2016).join(', ')}.`;
    }
    const choices = CHOICES[name];
    const legal = choices === undefined ? typeof value === 'boolean' : choices.includes(value as string);
    if (!legal) {
      return `The protection ${name} is ${choices === undefined ? 'true or false' : choices.join(' or ')}; ${typeof value === 'object' ? 'a record' : String(value)} is not.`;
    }
  }
  return null;
}
