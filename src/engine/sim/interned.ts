// Interned node states, messages and inputs for the explorer (SPEC X2). Numbers are given in order of first appearance,
// which the search makes deterministic; two plain values share a number exactly when their canonical identities are equal.

import type { Message } from '../cluster/message.ts';
import type { NodeState } from '../cluster/node.ts';
import type { NodeInput } from '../cluster/stepNode.ts';
import { stepNode } from '../cluster/stepNode.ts';
import { timersOf } from '../cluster/timers.ts';
import type { Statement } from '../cql/statement.ts';
import { assert } from '../plain/assert.ts';
import { createNumberedIdentify } from '../plain/canonical.ts';
import { mergeDeliveries } from './deliveries.ts';
import { createNumberTable, createPacking, valueAt } from './packing.ts';
import type { Core } from './state.ts';
import { stepInput } from './step.ts';

/** A node's answer to an input, in numbers; null when it refuses. `digestInput` is what an announcement makes its peer hear. */
export type Answer = {
  readonly node: number;
  readonly sent: readonly number[];
  readonly digestInput: number | null;
} | null;

/** An input that a node gives itself; `to` is the index of the peer that hears of it in the same step (gossip). */
export interface NodeMove {
  readonly input: number;
  readonly to: number | null;
}

/** Inputs and node states share one number: node * INPUTS_MAX + input. */
const INPUTS_MAX = 2 ** 20;

export interface Interned {
  readonly nodeCount: number;
  readonly pack: (core: Core) => readonly number[];
  readonly answer: (node: number, input: number) => Answer;
  readonly messageInput: (message: number) => number;
  readonly receiverOf: (message: number) => number;
  /** The input of a node's nth queued statement, or null past the last. */
  readonly statementInput: (at: number, nth: number) => number | null;
  /** Merges and shard switches; gossip and timers. */
  readonly ownMoves: (node: number) => readonly NodeMove[];
  readonly lateMoves: (node: number) => readonly NodeMove[];
  readonly isUp: (node: number) => boolean;
  /**
   * The same move in the long way, for what a node's answer alone does not tell: a node that stops breaks its links.
   * `state` is packed without the message that the move uses up.
   */
  readonly moveWhole: (state: readonly number[], at: number, input: number) => readonly number[] | null;
  /** The nodes' digests in a packed state, as text. */
  readonly digests: (state: readonly number[]) => string;
  readonly counts: () => {
    readonly nodeStates: number;
    readonly messages: number;
    readonly nodeSteps: number;
  };
}

export function createInterned(core: Core, queue: readonly Statement[]): Interned {
  const { config } = core;
  const identify = createNumberedIdentify();
  const nodes = createNumberTable<NodeState>(identify);
  const messages = createNumberTable<Message>(identify);
  const inputs = createNumberTable<NodeInput>(identify);
  const answers = new Map<number, Answer>();
  const messageInputs: number[] = [];
  const moves = new Map<number, { own: readonly NodeMove[]; late: readonly NodeMove[] }>();
  const queued = config.nodes.map((id) =>
    queue
      .filter((statement) => statement.node === id)
      .map((statement) => inputs.numberOf({ kind: 'statement', statement })),
  );

  const compute = (node: number, input: number): Answer => {
    const step = stepNode(config, valueAt(nodes, node), valueAt(inputs, input));
    if (!step.ok) {
      return null;
    }
    const { digest } = step.value;
    return {
      node: nodes.numberOf(step.value.node),
      sent: step.value.outbox.map(messages.numberOf).sort((a, b) => a - b),
      digestInput:
        digest === null ? null : inputs.numberOf({ kind: 'digest', from: step.value.node.id, digest }),
    };
  };
  const answer = (node: number, input: number): Answer => {
    const key = node * INPUTS_MAX + input;
    const known = answers.get(key);
    if (known !== undefined) {
      return known;
    }
    const computed = compute(node, input);
    answers.set(key, computed);
    assert(inputs.values.length < INPUTS_MAX, 'X2: inputs fit their share of the key');
    return computed;
  };
  const movesOf = (id: number) => {
    const known = moves.get(id);
    if (known !== undefined) {
      return known;
    }
    const node = valueAt(nodes, id);
    const own = mergeDeliveries(core.config, node).map((delivery) => ({
      input: inputs.numberOf(ownInput(delivery)),
      to: null,
    }));
    const gossip = node.announceTo.map((to) => ({
      input: inputs.numberOf({ kind: 'announce', to }),
      to: config.nodes.indexOf(to),
    }));
    const timers = timersOf(node).map((timer) => ({
      input: inputs.numberOf({ kind: 'timer', timer }),
      to: null,
    }));
    const found = { own, late: node.up ? [...gossip, ...timers] : [] };
    moves.set(id, found);
    return found;
  };
  const { pack, unpack } = createPacking(core, nodes, messages);
  return {
    nodeCount: core.nodes.length,
    pack: (start) =>
      pack(
        start,
        start.nodes.map(() => 0),
      ),
    answer,
    messageInput: (message) => {
      messageInputs[message] ??= inputs.numberOf({ kind: 'message', message: valueAt(messages, message) });
      return messageInputs[message];
    },
    receiverOf: (message) => config.nodes.indexOf(valueAt(messages, message).to),
    statementInput: (node, nth) => queued[node]?.[nth] ?? null,
    ownMoves: (id) => movesOf(id).own,
    lateMoves: (id) => movesOf(id).late,
    isUp: (id) => valueAt(nodes, id).up,
    moveWhole: (state, node, input) => {
      const stepped = stepInput(unpack(state), config.nodes[node] ?? '', valueAt(inputs, input));
      return stepped.ok
        ? pack(stepped.value.core, state.slice(core.nodes.length, 2 * core.nodes.length))
        : null;
    },
    digests: (state) =>
      state
        .slice(0, core.nodes.length)
        .map((id) => valueAt(nodes, id).digest.slice(0, 8))
        .join(' '),
    counts: () => ({
      nodeStates: nodes.values.length,
      messages: messages.values.length,
      nodeSteps: answers.size,
    }),
  };
}

function ownInput(delivery: ReturnType<typeof mergeDeliveries>[number]): NodeInput {
  return delivery.kind === 'merge'
    ? { kind: 'merge', merge: delivery.merge }
    : { kind: 'publish', merge: delivery.merge, shard: delivery.shard };
}
