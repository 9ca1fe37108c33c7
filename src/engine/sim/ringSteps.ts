// How nodes come and go, step by step (SPEC O1-O7).

import { messageFacts } from '../cluster/messageFacts.ts';
import type { NodeState } from '../cluster/node.ts';
import { membersToCome, ringOf } from '../cluster/ring.ts';
import { stepNode } from '../cluster/stepNode.ts';
import type { Ring, RingChange } from '../config/config.ts';
import { withoutKey } from '../plain/record.ts';
import type { Result } from '../plain/result.ts';
import { ok } from '../plain/result.ts';
import type { NodeId } from '../plain/scalars.ts';
import type { SimEvent } from './event.ts';
import { emptyNode } from './initial.ts';
import { linkOf } from './network.ts';
import type { CoreStep } from './nodeSteps.ts';
import { bothUp, isUp, peersOf, stepOne, stepSeveral } from './nodeSteps.ts';
import { faultOfChange } from './ringChange.ts';
import type { Core } from './state.ts';

type Events = readonly SimEvent[];

function withRing(core: Core, part: Partial<Ring>): Core {
  return { ...core, config: { ...core.config, ring: { ...ringOf(core.config), ...part } } };
}

function inPhase(core: Core, change: RingChange, phase: RingChange['phase']): Core {
  return withRing(core, { change: { ...change, phase } });
}

/** A node with an empty disk starts and greets everybody (O1). It owns nothing yet. */
export function addNode(core: Core, id: NodeId, events: Events): Result<CoreStep> {
  const { nodes, dataCentres } = core.config;
  const { added } = ringOf(core.config);
  const change: RingChange = { kind: 'join', node: id, phase: 'schema' };
  const ringed = withRing(core, { added: [...added, id], change });
  const config = {
    ...ringed.config,
    nodes: [...nodes, id],
    dataCentres: { ...dataCentres, [id]: dataCentres[nodes[0] ?? ''] ?? 'dc1' },
  };
  const node = { ...emptyNode(id, config), recentlyStarted: true };
  const grown = { ...ringed, config, nodes: [...core.nodes, node] };
  return stepSeveral(
    grown,
    peersOf(core, id).flatMap((peer) => bothUp(id, peer)),
    events,
  );
}

/** A running node begins to leave, one that is down to be taken out; one that has not joined just goes (O6). */
export function removeNode(core: Core, id: NodeId, events: Events): Result<CoreStep> {
  const { change } = ringOf(core.config);
  if (change?.node === id) {
    return drop(withRing(core, { change: null }), id, events);
  }
  const kind = isUp(core, id) ? 'leave' : 'remove';
  return ok({
    core: withRing(core, { change: { kind, node: id, phase: 'pending' } }),
    events: [...events, { kind: 'ring-pending', node: id, change: kind }],
  });
}

/** The next phase of the change that is under way (O3, O5, O6). */
export function advanceChange(core: Core): Result<CoreStep> {
  const ring = ringOf(core.config);
  const { change } = ring;
  if (change === null) {
    return ok({ core, events: [] });
  }
  const { node, kind } = change;
  switch (change.phase) {
    case 'schema':
      return ok({
        core: inPhase(core, change, 'pending'),
        events: [{ kind: 'ring-pending', node, change: kind }],
      });
    case 'pending':
      return beginStreaming(inPhase(core, change, 'data'), change);
    case 'data': {
      const members = membersToCome(ring);
      const whole = withRing(core, { members, change: null });
      const changed: SimEvent = { kind: 'ring-changed', node, change: kind, members };
      return kind === 'join' ? ok({ core: whole, events: [changed] }) : drop(whole, node, [changed]);
    }
  }
}

function beginStreaming(core: Core, { node, kind }: RingChange): Result<CoreStep> {
  const givers = core.nodes.filter((one) => one.up);
  const step = stepSeveral(
    core,
    givers.map((giver) => ({ node: giver.id, input: { kind: 'stream' as const } })),
    [],
  );
  if (!step.ok) {
    return step;
  }
  const partitions = step.value.core.messages.filter(({ verb }) => verb === 'STREAM_MUTATION').length;
  const begun: SimEvent = { kind: 'streaming-begun', node, change: kind, partitions };
  return ok({ ...step.value, events: [begun, ...step.value.events] });
}

/** A node goes for good: its open statements fail, its links end, and only what it promised is remembered (O6). */
function drop(core: Core, id: NodeId, before: Events): Result<CoreStep> {
  const leaver = core.nodes.find((node) => node.id === id) as NodeState;
  const stopped = leaver.up ? stepNode(core.config, leaver, { kind: 'crash' }) : null;
  if (stopped !== null && !stopped.ok) {
    return stopped;
  }
  const { results, confirmations } = stopped?.value.node ?? leaver;
  const lost = core.messages.filter((message) => message.to === id);
  const events: SimEvent[] = [
    ...before,
    ...(stopped?.value.events ?? []),
    ...lost.map((message): SimEvent => ({ kind: 'message-lost', ...messageFacts(message) })),
  ];
  const members = ringOf(core.config).members.filter((member) => member !== id);
  const { config } = withRing(core, { members });
  const rest: Core = {
    ...core,
    config: {
      ...config,
      nodes: config.nodes.filter((node) => node !== id),
      dataCentres: withoutKey(config.dataCentres, id),
    },
    nodes: core.nodes
      .filter((node) => node.id !== id)
      .map((node) => (node.up ? node : { ...node, gossip: withoutKey(node.gossip, id) })),
    messages: core.messages.filter((message) => message.to !== id),
    cuts: core.cuts.filter((link) => core.config.nodes.every((peer) => linkOf(peer, id) !== link)),
    departed: [...(core.departed ?? []), { id, results, confirmations }],
  };
  const peers = rest.nodes.filter((node) => node.up);
  return stepSeveral(
    rest,
    peers.map((peer) => ({ node: peer.id, input: { kind: 'peer-left' as const, peer: id } })),
    events,
  );
}

/** After every step: a change that has lost what it needs fails (O7). */
export function judgeChange(step: CoreStep): Result<CoreStep> {
  const change = step.core.config.ring?.change ?? null;
  if (change === null || change.phase === 'schema') {
    return ok(step);
  }
  const problem = faultOfChange(step.core) ?? streamProblem(step.events);
  return problem === null ? ok(step) : failChange(step, change, problem);
}

function streamProblem(events: Events): string | null {
  for (const event of events) {
    if (event.kind === 'message-lost' && event.verb.startsWith('STREAM')) {
      return `the stream from ${event.from} to ${event.to} broke`;
    }
    if (event.kind === 'request-failed' && event.verb.startsWith('STREAM')) {
      return `${event.node} does not see ${event.to}`;
    }
    if (event.kind === 'stream-refused') {
      return `${event.to} could not store what ${event.node} sent: ${event.problem}`;
    }
  }
  return null;
}

/** Who leaves stays; who joins stops, as a process does that could not start, and may be restarted to try again. */
function failChange(step: CoreStep, change: RingChange, problem: string): Result<CoreStep> {
  const { node, kind } = change;
  const closed = step.core.messages.filter(({ verb }) => verb.startsWith('STREAM'));
  const events: SimEvent[] = [
    ...step.events,
    { kind: 'ring-change-failed', node, change: kind, problem },
    ...closed.map((message): SimEvent => ({ kind: 'message-lost', ...messageFacts(message) })),
  ];
  const rest = { ...step.core, messages: step.core.messages.filter((one) => !closed.includes(one)) };
  if (kind !== 'join') {
    return ok({ core: withRing(rest, { change: null }), events });
  }
  const waiting = inPhase(rest, change, 'schema');
  return isUp(waiting, node)
    ? stepOne(waiting, node, { kind: 'crash' }, events)
    : ok({ core: waiting, events });
}
