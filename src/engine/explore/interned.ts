// Interned node states, messages and inputs for the explorer, and every node's answer to every input, computed once (SPEC
// X2). All that a search looks up in its inner loop lies in lists of numbers.

import type { Message } from '../cluster/message.ts';
import { REQUEST_VERBS } from '../cluster/message.ts';
import type { NodeState } from '../cluster/node.ts';
import type { NodeInput } from '../cluster/stepNode.ts';
import { stepNode } from '../cluster/stepNode.ts';
import { timersOf } from '../cluster/timers.ts';
import type { Config } from '../config/config.ts';
import type { ContentNumber } from '../plain/contentNumbers.ts';
import { createContentNumbers } from '../plain/contentNumbers.ts';
import { createPairTable, NO_NUMBER } from '../plain/pairTable.ts';
import type { NodeId } from '../plain/scalars.ts';
import { mergeDeliveries } from '../sim/deliveries.ts';
import type { Ints } from './ints.ts';
import { createInts, push } from './ints.ts';
import type { NumberTable } from './numberTable.ts';
import { createNumberTable, valueAt } from './numberTable.ts';

/** An input that a node gives itself; `to` is the index of the peer that hears of it in the same step, or -1. */
export interface NodeMove {
  readonly input: number;
  readonly to: number;
}

export interface NodeMoves {
  /** Merges and shard switches. */
  readonly own: readonly NodeMove[];
  /** Gossip and timers. */
  readonly late: readonly NodeMove[];
}

export interface Interned {
  readonly config: Config;
  /** Numbers all plain data of the search by content. */
  readonly contentNumber: ContentNumber;
  readonly nodes: NumberTable<NodeState>;
  readonly messages: NumberTable<Message>;
  readonly inputs: NumberTable<NodeInput>;
  /** 1 where a node state is up. */
  readonly up: Ints;
  /** Index of the node that receives a message, and that sent it. */
  readonly receiver: Ints;
  readonly sender: Ints;
  /** The input that a message is. */
  readonly messageInput: Ints;
  /** Who hears that a message was lost, and the input that tells it; -1 where nobody does (F1). */
  readonly lossCaller: Ints;
  readonly lossInput: Ints;
  /** 1 where a message is a request for a schema or the answer to one. */
  readonly isPull: Ints;
  /** The number of a node's answer to an input; -1 when it refuses. */
  readonly answer: (node: number, input: number) => number;
  /** By answer: the next node state, what its peer hears (an input, or -1), and where its messages lie in `sent`. */
  readonly nextNode: Ints;
  readonly heard: Ints;
  readonly sentFrom: Ints;
  readonly sent: Ints;
  readonly moves: (node: number) => NodeMoves;
  readonly answers: () => number;
}

const REFUSED = -1;

/** `onNode` hears of every node state when it first appears. */
export function createInterned(
  config: Config,
  onNode: (node: NodeState, number: number) => void = () => undefined,
  contentNumber: ContentNumber = createContentNumbers(),
): Interned {
  const indexOf = (id: NodeId) => config.nodes.indexOf(id);
  const up = createInts(256);
  const nodes = createNumberTable<NodeState>(contentNumber, 1, (node, number) => {
    push(up, node.up ? 1 : 0);
    onNode(node, number);
  });
  const inputs = createNumberTable<NodeInput>(contentNumber, 2);
  const messageParts = createMessageParts(indexOf, inputs);
  const messages = createNumberTable<Message>(contentNumber, 3, messageParts.add);
  const answers = createAnswers(config, { nodes, messages, inputs });
  const moves: NodeMoves[] = [];
  return {
    config,
    contentNumber,
    nodes,
    messages,
    inputs,
    up,
    ...messageParts,
    ...answers,
    moves: (node) => {
      moves[node] ??= movesOf(config, valueAt(nodes, node), inputs);
      return moves[node];
    },
  };
}

type MessageParts = Pick<
  Interned,
  'receiver' | 'sender' | 'messageInput' | 'lossCaller' | 'lossInput' | 'isPull'
> & { readonly add: (message: Message) => void };

function createMessageParts(indexOf: (id: NodeId) => number, inputs: NumberTable<NodeInput>): MessageParts {
  const receiver = createInts(64);
  const sender = createInts(64);
  const messageInput = createInts(64);
  const lossCaller = createInts(64);
  const lossInput = createInts(64);
  const isPull = createInts(64);
  const add = (message: Message): void => {
    const { verb, from, to } = message;
    const isRequest = Object.hasOwn(REQUEST_VERBS, verb);
    push(receiver, indexOf(to));
    push(sender, indexOf(from));
    push(messageInput, inputs.numberOf({ kind: 'message', message }));
    push(lossCaller, isRequest ? indexOf(verb.endsWith('_REPLY') ? to : from) : -1);
    push(lossInput, isRequest ? inputs.numberOf({ kind: 'request-lost', message }) : -1);
    push(isPull, verb.startsWith('MIGRATION') ? 1 : 0);
  };
  return { receiver, sender, messageInput, lossCaller, lossInput, isPull, add };
}

type Answers = Pick<Interned, 'answer' | 'nextNode' | 'heard' | 'sentFrom' | 'sent' | 'answers'>;

function createAnswers(
  config: Config,
  { nodes, messages, inputs }: Pick<Interned, 'nodes' | 'messages' | 'inputs'>,
): Answers {
  const known = createPairTable();
  const nextNode = createInts(256);
  const heard = createInts(256);
  const sentFrom = createInts(256);
  const sent = createInts(512);
  push(sentFrom, 0);
  const compute = (node: number, input: number): number => {
    const step = stepNode(config, valueAt(nodes, node), valueAt(inputs, input));
    if (!step.ok) {
      return REFUSED;
    }
    const { digest, outbox } = step.value;
    push(nextNode, nodes.numberOf(step.value.node));
    push(heard, digest === null ? -1 : inputs.numberOf({ kind: 'digest', from: step.value.node.id, digest }));
    for (const message of outbox) {
      push(sent, messages.numberOf(message));
    }
    push(sentFrom, sent.length);
    return nextNode.length - 1;
  };
  const answer = (node: number, input: number): number => {
    const before = known.get(node, input);
    if (before !== NO_NUMBER) {
      return before;
    }
    const computed = compute(node, input);
    known.add(node, input, computed);
    return computed;
  };
  return { answer, nextNode, heard, sentFrom, sent, answers: known.size };
}

function movesOf(config: Config, node: NodeState, inputs: NumberTable<NodeInput>): NodeMoves {
  if (!node.up) {
    return { own: [], late: [] };
  }
  const own = mergeDeliveries(config, node).map((delivery) => ({
    input: inputs.numberOf(
      delivery.kind === 'merge'
        ? { kind: 'merge', merge: delivery.merge }
        : { kind: 'publish', merge: delivery.merge, shard: delivery.shard },
    ),
    to: -1,
  }));
  const gossip = node.announceTo.map((to) => ({
    input: inputs.numberOf({ kind: 'announce', to }),
    to: config.nodes.indexOf(to),
  }));
  const timers = timersOf(node).map((timer) => ({
    input: inputs.numberOf({ kind: 'timer', timer }),
    to: -1,
  }));
  return { own, late: [...gossip, ...timers] };
}
