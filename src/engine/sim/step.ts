// One step of the cluster (SPEC N2): a command composed from `stepNode`s, one or several, into the next core. Pure and
// total: what is illegal is refused with a sentence and changes nothing.

import type { Message } from '../cluster/message.ts';
import { REQUEST_VERBS } from '../cluster/message.ts';
import { messageFacts } from '../cluster/messageFacts.ts';
import { timerKey, timersOf } from '../cluster/timers.ts';
import type { Statement } from '../cql/statement.ts';
import { MESSAGES_MAX } from '../plain/limits.ts';
import type { Result } from '../plain/result.ts';
import { ok, refuse } from '../plain/result.ts';
import type { NodeId } from '../plain/scalars.ts';
import { checkCommand } from './checkCommand.ts';
import type { Command, Delivery, Operation } from './command.ts';
import type { SimEvent } from './event.ts';
import { evictKey } from './evictKey.ts';
import { findMessage, linkOf, withMessages } from './network.ts';
import type { CoreStep } from './nodeSteps.ts';
import { bothUp, isUp, peersOf, stepOne, stepSeveral } from './nodeSteps.ts';
import { addNode, advanceChange, judgeChange, removeNode } from './ringSteps.ts';
import type { Core } from './state.ts';

const STATEMENT_KINDS = new Set<string>([
  'create-keyspace',
  'drop-keyspace',
  'create-table',
  'alter-table',
  'drop-table',
  'insert',
  'update',
  'delete',
  'select',
  'prepare',
]);

export function isStatement<C extends { readonly kind: string }>(
  command: C,
): command is Extract<C, Pick<Statement, 'kind'>> {
  return STATEMENT_KINDS.has(command.kind);
}

/** The next core, or why the command is illegal here. */
export function stepCore(core: Core, command: Command): Result<CoreStep> {
  const problem = checkCommand(core, command);
  if (problem !== null) {
    return refuse(problem);
  }
  const step = perform(core, command);
  return step.ok && step.value.core.config.ring !== undefined ? judgeChange(step.value) : step;
}

function perform(core: Core, command: Command): Result<CoreStep> {
  if (isStatement(command)) {
    return stepOne(core, command.node, { kind: 'statement', statement: command }, []);
  }
  switch (command.kind) {
    case 'deliver':
    case 'lose':
    case 'duplicate':
    case 'fire':
    case 'gossip':
    case 'merge':
    case 'publish':
    case 'ring':
      return stepDelivery(core, command);
    default:
      return stepOperation(core, command as Operation);
  }
}

function stepDelivery(core: Core, delivery: Delivery): Result<CoreStep> {
  switch (delivery.kind) {
    case 'deliver':
    case 'lose':
    case 'duplicate':
      return stepMessage(core, delivery.kind, findMessage(core.messages, delivery.message));
    case 'fire': {
      for (const node of core.nodes) {
        const timer = timersOf(node).find((candidate) => timerKey(candidate) === delivery.timer);
        if (timer !== undefined) {
          return stepOne(core, node.id, { kind: 'timer', timer }, [
            { kind: 'timer-fired', node: node.id, timer: delivery.timer },
          ]);
        }
      }
      return refuse(`No timer ${delivery.timer} is running.`);
    }
    case 'gossip': {
      const told = stepOne(core, delivery.from, { kind: 'announce', to: delivery.to }, []);
      if (!told.ok || told.value.digest === null) {
        return told;
      }
      const { digest, events } = told.value;
      return stepOne(told.value.core, delivery.to, { kind: 'digest', from: delivery.from, digest }, events);
    }
    case 'merge':
      return stepOne(core, delivery.node, { kind: 'merge', merge: delivery.merge }, []);
    case 'publish':
      return stepOne(
        core,
        delivery.node,
        { kind: 'publish', merge: delivery.merge, shard: delivery.shard },
        [],
      );
    case 'ring':
      return advanceChange(core);
  }
}

function stepMessage(core: Core, kind: 'deliver' | 'lose' | 'duplicate', index: number): Result<CoreStep> {
  const message = core.messages[index] as Message;
  const facts = messageFacts(message);
  if (kind === 'duplicate') {
    const messages = withMessages(core.messages, [message]);
    return messages.length > MESSAGES_MAX
      ? refuse(`There would be more than ${MESSAGES_MAX} messages on the way: deliver or lose some first.`)
      : ok({ core: { ...core, messages }, events: [{ kind: 'message-duplicated', ...facts, notTcp: true }] });
  }
  const rest = { ...core, messages: core.messages.toSpliced(index, 1) };
  if (kind === 'lose') {
    return loseMessages(rest, [message]);
  }
  return stepOne(rest, message.to, { kind: 'message', message }, [{ kind: 'message-delivered', ...facts }]);
}

/** Loses messages that are out of `core` already; the callers of lost requests and replies fail at once (F1). */
function loseMessages(core: Core, lost: readonly Message[]): Result<CoreStep> {
  const events = lost.map((message): SimEvent => ({ kind: 'message-lost', ...messageFacts(message) }));
  const inputs = lost
    .filter((message) => Object.hasOwn(REQUEST_VERBS, message.verb))
    .map((message) => ({ node: callerOf(message), input: { kind: 'request-lost' as const, message } }))
    .filter(({ node }) => core.nodes.some((candidate) => candidate.id === node && candidate.up));
  return stepSeveral(core, inputs, events);
}

function callerOf(message: Message): NodeId {
  return message.verb.endsWith('_REPLY') ? message.to : message.from;
}

function stepOperation(core: Core, operation: Operation): Result<CoreStep> {
  const events: SimEvent[] = [{ kind: 'operated', operation }];
  switch (operation.kind) {
    case 'flush':
    case 'compact': {
      const { kind, keyspace, table } = operation;
      return stepOne(
        core,
        operation.node,
        { kind: 'storage', operation: { kind, keyspace, table, key: null } },
        events,
      );
    }
    case 'evict': {
      const key = evictKey(core, operation);
      if (!key.ok) {
        return key;
      }
      const { kind, keyspace, table } = operation;
      return stepOne(
        core,
        operation.node,
        { kind: 'storage', operation: { kind, keyspace, table, key: key.value } },
        events,
      );
    }
    case 'crash':
      return stepOne(core, operation.node, { kind: 'crash' }, events);
    case 'restart':
      return restart(core, operation.node, events);
    case 'expire-tombstones':
      return stepOne(core, operation.node, { kind: 'expire-tombstones' }, events);
    case 'cut':
      return cut(core, operation.a, operation.b, events);
    case 'heal':
      return heal(core, operation.a, operation.b, events);
    case 'protect': {
      const protections = { ...core.config.protections, ...operation.protections };
      return ok({ core: { ...core, config: { ...core.config, protections } }, events });
    }
    case 'add-node':
      return addNode(core, operation.node, events);
    case 'remove-node':
      return removeNode(core, operation.node, events);
    case 'skew':
    case 'wait':
      return ok({ core, events });
  }
}

function restart(core: Core, id: NodeId, events: readonly SimEvent[]): Result<CoreStep> {
  const started = stepOne(core, id, { kind: 'restart' }, events);
  if (!started.ok || !isUp(started.value.core, id)) {
    return started;
  }
  const peers = peersOf(core, id).filter((peer) => isUp(core, peer) && !core.cuts.includes(linkOf(id, peer)));
  return stepSeveral(
    started.value.core,
    peers.flatMap((peer) => bothUp(id, peer)),
    started.value.events,
  );
}

function cut(core: Core, a: NodeId, b: NodeId, events: readonly SimEvent[]): Result<CoreStep> {
  const between = (message: Message) => linkOf(message.from, message.to) === linkOf(a, b);
  const lost = core.messages.filter(between);
  const rest = {
    ...core,
    cuts: [...core.cuts, linkOf(a, b)].sort(),
    messages: core.messages.filter((message) => !between(message)),
  };
  const lostEvents = lost.map((message): SimEvent => ({ kind: 'message-lost', ...messageFacts(message) }));
  const inputs = [
    { node: a, input: { kind: 'peer-down' as const, peer: b } },
    { node: b, input: { kind: 'peer-down' as const, peer: a } },
  ].filter(({ node }) => isUp(core, node));
  return stepSeveral(rest, inputs, [...events, ...lostEvents]);
}

function heal(core: Core, a: NodeId, b: NodeId, events: readonly SimEvent[]): Result<CoreStep> {
  const whole = { ...core, cuts: core.cuts.filter((link) => link !== linkOf(a, b)) };
  return stepSeveral(whole, isUp(core, a) && isUp(core, b) ? bothUp(a, b) : [], events);
}
