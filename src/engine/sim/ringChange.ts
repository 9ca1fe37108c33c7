// When nodes may come and go, and when the change that is under way can go on (SPEC O1-O7). Who reads it decides nothing:
// the steps themselves are in ringSteps.ts.

import type { NodeState } from '../cluster/node.ts';
import { ringOf } from '../cluster/ring.ts';
import type { RingChange } from '../config/config.ts';
import { NAME_LENGTH_MAX, NODES_MAX } from '../plain/limits.ts';
import { lookup, valuesOf } from '../plain/record.ts';
import type { NodeId } from '../plain/scalars.ts';
import { linkOf } from './network.ts';
import type { Core } from './state.ts';

/** What a change of the ring waits for: told to people, so plain data (O3). */
export type ChangeWait =
  | { readonly for: 'node'; readonly node: NodeId }
  | { readonly for: 'link'; readonly a: NodeId; readonly b: NodeId }
  | { readonly for: 'digest'; readonly peer: NodeId; readonly heard: boolean }
  | { readonly for: 'writes' | 'streams'; readonly count: number };

/** The nodes that must be up and see each other: all but one that is taken out because it is down. */
function needed(core: Core, change: Pick<RingChange, 'kind' | 'node'>): readonly NodeState[] {
  return core.nodes.filter((node) => change.kind !== 'remove' || node.id !== change.node);
}

function unsteady(nodes: readonly NodeState[], cuts: readonly string[]): ChangeWait | null {
  const down = nodes.find((node) => !node.up);
  if (down !== undefined) {
    return { for: 'node', node: down.id };
  }
  for (const a of nodes) {
    const b = nodes.find((other) => cuts.includes(linkOf(a.id, other.id)));
    if (b !== undefined) {
      return { for: 'link', a: a.id, b: b.id };
    }
  }
  return null;
}

/** The first peer whose digest a node has not heard, or has heard to differ from its own (O3). */
function disagreement(core: Core, id: NodeId): ChangeWait | null {
  const node = core.nodes.find((one) => one.id === id);
  for (const { id: peer } of core.nodes) {
    const told = node === undefined ? undefined : lookup(node.gossip, peer);
    if (peer !== id && told?.alive === true && told.digest !== node?.digest) {
      return { for: 'digest', peer, heard: told.digest !== null };
    }
  }
  return null;
}

function countOf(core: Core, verbs: readonly string[], attempts: readonly string[]): number {
  const tasks = core.nodes.flatMap((node) => valuesOf(node.tasks));
  return (
    core.messages.filter((message) => verbs.includes(message.verb)).length +
    tasks.filter((task) => task.kind === 'write' && attempts.includes(task.attempt)).length
  );
}

/** What the change that is under way waits for; null when it can go on, or when there is none. */
export function waitOfChange(core: Core): ChangeWait | null {
  const change = core.config.ring?.change ?? null;
  if (change === null) {
    return null;
  }
  const fault = unsteady(needed(core, change), core.cuts);
  if (fault !== null) {
    return fault;
  }
  switch (change.phase) {
    case 'schema':
      return disagreement(core, change.node);
    case 'pending': {
      const count = countOf(core, ['MUTATION'], ['write', 'repair']);
      return count === 0 ? null : { for: 'writes', count };
    }
    case 'data': {
      const count = countOf(core, ['STREAM_MUTATION', 'STREAM_MUTATION_REPLY'], ['stream']);
      return count === 0 ? null : { for: 'streams', count };
    }
  }
}

/** The change that can go on now, or null. */
export function nextOfChange(core: Core): RingChange | null {
  const change = core.config.ring?.change ?? null;
  return change !== null && waitOfChange(core) === null ? change : null;
}

/** The sentence of why a change of the ring cannot go on from a phase, or null. */
export function checkGoingOn(core: Core, node: NodeId, phase: RingChange['phase']): string | null {
  const next = nextOfChange(core);
  return next?.node === node && next.phase === phase
    ? null
    : `Node ${String(node).slice(0, NAME_LENGTH_MAX)} neither joins nor leaves at this point: add or remove it, or see what it waits for.`;
}

/** What makes a change fail that has been announced: all that it needs must stay up and connected (O7). */
export function faultOfChange(core: Core): string | null {
  const change = core.config.ring?.change ?? null;
  if (change === null || change.phase === 'schema') {
    return null;
  }
  return faultSentence(unsteady(needed(core, change), core.cuts));
}

function faultSentence(fault: ChangeWait | null): string | null {
  switch (fault?.for) {
    case 'node':
      return `node ${fault.node} is down`;
    case 'link':
      return `the link between ${fault.a} and ${fault.b} is cut`;
    default:
      return null;
  }
}

const NAMES = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The name that the next node gets: the first letter that no node of this run ever had; null when the run is full. */
export function nextNodeName(core: Core): NodeId | null {
  const everybody = everNodes(core);
  return everybody.length >= NODES_MAX ? null : (NAMES.find((name) => !everybody.includes(name)) ?? null);
}

/** All nodes that this run ever had, in the order in which they came. */
export function everNodes(core: Core): readonly NodeId[] {
  const { founders, added } = ringOf(core.config);
  return added.length === 0 ? founders : [...founders, ...added];
}

/** The sentence of why no node can come now, or null (O1). */
export function checkAdding(core: Core, id: string): string | null {
  const everybody = everNodes(core);
  if (everybody.length >= NODES_MAX) {
    return `A run has room for ${NODES_MAX} nodes, those that have left included: begin a new run for more.`;
  }
  if (!NAMES.includes(id)) {
    return `A node's name is one capital letter; ${JSON.stringify(id)} is not.`;
  }
  if (everybody.includes(id)) {
    return `There is or was a node ${id} in this run: give the new one another name.`;
  }
  return busy(core) ?? toBeMended(unsteady(core.nodes, core.cuts), 'joins');
}

/** The sentence of why a node cannot go now, or null (O6). One that has not joined yet can always go. */
export function checkRemoving(core: Core, id: NodeId): string | null {
  const ring = ringOf(core.config);
  const { change, members } = ring;
  if (change?.kind === 'join' && change.node === id) {
    return null;
  }
  if (members.length === 1) {
    return `Node ${id} is the last one: without it there is no cluster.`;
  }
  const isUp = core.nodes.some((node) => node.id === id && node.up);
  return (
    busy(core) ??
    toBeMended(unsteady(needed(core, { kind: isUp ? 'leave' : 'remove', node: id }), core.cuts), 'leaves')
  );
}

function busy(core: Core): string | null {
  const change = core.config.ring?.change ?? null;
  return change === null
    ? null
    : `Node ${change.node} is still ${change.kind === 'join' ? 'joining' : 'leaving'}: nodes come and go one at a time.`;
}

function toBeMended(fault: ChangeWait | null, what: 'joins' | 'leaves'): string | null {
  switch (fault?.for) {
    case 'node':
      return `A node ${what} only while all others are up: restart ${fault.node} or remove it first.`;
    case 'link':
      return `A node ${what} only while all others see each other: heal the link between ${fault.a} and ${fault.b} first.`;
    default:
      return null;
  }
}
