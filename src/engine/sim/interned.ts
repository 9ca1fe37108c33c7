// Interned node states, messages and inputs for the explorer (SPEC X2). Numbers are given in order of first appearance,
// which the search makes deterministic; two plain values share a number exactly when their canonical identities are equal.

import type { Message } from '../cluster/message.ts';
import type { NodeState } from '../cluster/node.ts';
import type { NodeInput } from '../cluster/stepNode.ts';
import { stepNode } from '../cluster/stepNode.ts';
import { timersOf } from '../cluster/timers.ts';
import { assert } from '../plain/assert.ts';
import type { Identify } from '../plain/canonical.ts';
import { createNumberedIdentify } from '../plain/canonical.ts';
import type { Statement } from './command.ts';
import { mergeDeliveries } from './deliveries.ts';
import type { Core } from './state.ts';

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

/** A table that numbers values by identity. */
function createTable<T>(identify: Identify): {
  readonly values: T[];
  readonly numberOf: (value: T) => number;
} {
  const values: T[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (value: T): number => {
    const identity = identify(value);
    const known = numbers.get(identity);
    if (known !== undefined) {
      return known;
    }
    numbers.set(identity, values.length);
    values.push(value);
    return values.length - 1;
  };
  return { values, numberOf };
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
  const nodes = createTable<NodeState>(identify);
  const messages = createTable<Message>(identify);
  const inputs = createTable<NodeInput>(identify);
  const answers = new Map<number, Answer>();
  const messageInputs: number[] = [];
  const moves = new Map<number, { own: readonly NodeMove[]; late: readonly NodeMove[] }>();
  const queued = config.nodes.map((id) =>
    queue
      .filter((statement) => statement.node === id)
      .map((statement) => inputs.numberOf({ kind: 'statement', statement })),
  );

  const compute = (node: number, input: number): Answer => {
    const step = stepNode(config, at(nodes.values, node), at(inputs.values, input));
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
    const node = at(nodes.values, id);
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
  return {
    nodeCount: core.nodes.length,
    pack: (start) => [
      ...start.nodes.map(nodes.numberOf),
      ...start.nodes.map(() => 0),
      ...start.messages.map(messages.numberOf).sort((a, b) => a - b),
    ],
    answer,
    messageInput: (message) => {
      messageInputs[message] ??= inputs.numberOf({ kind: 'message', message: at(messages.values, message) });
      return messageInputs[message];
    },
    receiverOf: (message) => config.nodes.indexOf(at(messages.values, message).to),
    statementInput: (node, nth) => queued[node]?.[nth] ?? null,
    ownMoves: (id) => movesOf(id).own,
    lateMoves: (id) => movesOf(id).late,
    digests: (state) =>
      state
        .slice(0, core.nodes.length)
        .map((id) => at(nodes.values, id).digest.slice(0, 8))
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

function at<T>(values: readonly T[], i: number): T {
  const value = values[i];
  assert(value !== undefined, 'X2: a number stands for a value');
  return value;
}
