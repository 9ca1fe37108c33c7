// Inputs of several nodes composed into the next core (SPEC N2): a node's messages go on their way, and one that stops
// breaks its links.

import { messageFacts } from '../cluster/messageFacts.ts';
import type { NodeState } from '../cluster/node.ts';
import type { NodeInput } from '../cluster/stepNode.ts';
import { stepNode } from '../cluster/stepNode.ts';
import { MESSAGES_MAX } from '../plain/limits.ts';
import type { Result } from '../plain/result.ts';
import { ok, refuse } from '../plain/result.ts';
import type { NodeId } from '../plain/scalars.ts';
import type { SimEvent } from './event.ts';
import { linkOf, withMessages } from './network.ts';
import type { Core } from './state.ts';

export interface CoreStep {
  readonly core: Core;
  readonly events: readonly SimEvent[];
}

/** Runs one node on one input and puts its next state and its messages in place. */
export function stepOne(
  core: Core,
  id: NodeId,
  input: NodeInput,
  before: readonly SimEvent[],
): Result<CoreStep & { digest: string | null }> {
  const index = core.nodes.findIndex((node) => node.id === id);
  const node = core.nodes[index] as NodeState;
  const stepped = stepNode(core.config, node, input);
  if (!stepped.ok) {
    return stepped;
  }
  const { node: next, outbox, events, digest } = stepped.value;
  const sent = outbox.filter((message) => !core.cuts.includes(linkOf(message.from, message.to)));
  const messages = withMessages(core.messages, sent);
  if (messages.length > MESSAGES_MAX) {
    return refuse(
      `There would be more than ${MESSAGES_MAX} messages on the way: deliver or lose some first.`,
    );
  }
  const nodes = next === node ? core.nodes : core.nodes.with(index, next);
  const step = { core: { ...core, nodes, messages }, events: [...before, ...events] };
  const rest = node.up && !next.up ? breakLinks(step, id, peersOf(core, id)) : ok(step);
  return rest.ok ? ok({ ...rest.value, digest }) : rest;
}

/** Several nodes one after another; every input is legal by construction, so a refusal can only be the message limit. */
export function stepSeveral(
  core: Core,
  inputs: readonly { node: NodeId; input: NodeInput }[],
  before: readonly SimEvent[],
): Result<CoreStep> {
  let step: CoreStep = { core, events: before };
  for (const { node, input } of inputs) {
    const next = stepOne(step.core, node, input, step.events);
    if (!next.ok) {
      return next;
    }
    step = next.value;
  }
  return ok(step);
}

/**
 * A node that stops, be it told to or because it aborts in a merge (M9), breaks its connections: what is on its way to it
 * is gone, and its peers see it down (F4).
 */
function breakLinks(step: CoreStep, id: NodeId, peers: readonly NodeId[]): Result<CoreStep> {
  const lost = step.core.messages.filter((message) => message.to === id && peers.includes(message.from));
  const rest = { ...step.core, messages: step.core.messages.filter((message) => !lost.includes(message)) };
  const events = lost.map((message): SimEvent => ({ kind: 'message-lost', ...messageFacts(message) }));
  const inputs = peers
    .filter((peer) => isUp(rest, peer))
    .map((peer) => ({ node: peer, input: { kind: 'peer-down' as const, peer: id } }));
  return stepSeveral(rest, inputs, [...step.events, ...events]);
}

export function bothUp(a: NodeId, b: NodeId): { node: NodeId; input: NodeInput }[] {
  return [
    { node: a, input: { kind: 'peer-up', peer: b } },
    { node: b, input: { kind: 'peer-up', peer: a } },
  ];
}

export function peersOf(core: Core, id: NodeId): readonly NodeId[] {
  return core.nodes.map((node) => node.id).filter((peer) => peer !== id);
}

export function isUp(core: Core, id: NodeId): boolean {
  return core.nodes.some((node) => node.id === id && node.up);
}
