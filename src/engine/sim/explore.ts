// Every order of what is pending (SPEC X1-X4): a plain breadth-first search over the very same `stepNode`. Node states,
// messages and inputs are interned to small numbers and a node's answer to an input is computed once, so that nearly all
// of the search is table look-ups; a global state is a short list of those numbers.

import type { Statement } from '../cql/statement.ts';
import { createFingerprints } from './fingerprints.ts';
import type { Answer, NodeMove } from './interned.ts';
import { createInterned } from './interned.ts';
import type { Core } from './state.ts';

export interface ExploreOptions {
  /** Statements that may be given at any moment; those of one node in the order of this list. */
  readonly queue: readonly Statement[];
  /** Stop after this many distinct states. */
  readonly statesMax: number;
  /**
   * Gossip and timers: `never`; `whenQuiet`, only when nothing else can happen; or `always`, at any moment (which
   * multiplies the states by orders of magnitude).
   */
  readonly gossipAndTimers: 'never' | 'whenQuiet' | 'always';
}

export interface Exploration {
  /** Distinct states found, the first included. */
  readonly states: number;
  /** Steps from one state to another that were tried. */
  readonly edges: number;
  /** Steps of the longest of all shortest ways to a state. */
  readonly depth: number;
  /** Distinct states from which nothing can happen any more. */
  readonly endings: number;
  /** Distinct node states of each ending's nodes, as one text each: what the endings differ in. */
  readonly endingDigests: readonly string[];
  /** False when `statesMax` was met; the figures are then those so far. */
  readonly complete: boolean;
  /** What was computed once and looked up ever after. */
  readonly nodeStates: number;
  readonly messages: number;
  readonly nodeSteps: number;
}

/** A global state: node ids, then how many of its queued statements each node has used, then sorted message ids. */
type Packed = readonly number[];

/** Searches all orders from `core`, breadth first. Bounded by `statesMax`. */
export function explore(core: Core, options: ExploreOptions): Exploration {
  const interned = createInterned(core, options.queue);
  const first: Packed = interned.pack(core);
  const seen = createFingerprints();
  seen.add(first);
  const endings: Packed[] = [];
  let frontier: Packed[] = [first];
  let edges = 0;
  let depth = 0;
  while (frontier.length > 0 && seen.size() < options.statesMax) {
    const next: Packed[] = [];
    for (const state of frontier) {
      const successors = successorsOf(state, interned, options);
      edges += successors.length;
      if (successors.length === 0) {
        endings.push(state);
      }
      for (const successor of successors) {
        if (seen.add(successor)) {
          next.push(successor);
        }
      }
      if (seen.size() >= options.statesMax) {
        break;
      }
    }
    depth += next.length > 0 ? 1 : 0;
    frontier = next;
  }
  return {
    states: seen.size(),
    edges,
    depth,
    endings: endings.length,
    endingDigests: [...new Set(endings.map((state) => interned.digests(state)))].sort(),
    complete: frontier.length === 0,
    ...interned.counts(),
  };
}

type Interned = ReturnType<typeof createInterned>;

function successorsOf(state: Packed, interned: Interned, options: ExploreOptions): Packed[] {
  const successors: Packed[] = [];
  const { nodeCount } = interned;
  deliverEach(state, interned, successors);
  for (let at = 0; at < nodeCount; at++) {
    const id = state[at] ?? 0;
    for (const move of interned.ownMoves(id)) {
      take(state, interned, { at, move, message: -1 }, successors);
    }
    const statement = interned.statementInput(at, state[nodeCount + at] ?? 0);
    if (statement !== null && interned.isUp(id)) {
      const used = state.with(nodeCount + at, (state[nodeCount + at] ?? 0) + 1);
      take(used, interned, { at, move: { input: statement, to: null }, message: -1 }, successors);
    }
  }
  const idle = successors.length === 0;
  if (options.gossipAndTimers === 'always' || (options.gossipAndTimers === 'whenQuiet' && idle)) {
    for (let at = 0; at < nodeCount; at++) {
      for (const move of interned.lateMoves(state[at] ?? 0)) {
        take(state, interned, { at, move, message: -1 }, successors);
      }
    }
  }
  return successors;
}

function deliverEach(state: Packed, interned: Interned, successors: Packed[]): void {
  for (let i = 2 * interned.nodeCount; i < state.length; i++) {
    const message = state[i] ?? 0;
    // Copies of one message are one choice.
    if (state[i - 1] !== message || i === 2 * interned.nodeCount) {
      const at = interned.receiverOf(message);
      take(
        state,
        interned,
        { at, move: { input: interned.messageInput(message), to: null }, message: i },
        successors,
      );
    }
  }
}

interface Taken {
  readonly at: number;
  readonly move: NodeMove;
  /** Index in the packed state of the message that is used up, or -1. */
  readonly message: number;
}

/** Adds the state that a move leads to, unless the node refuses it. */
function take(state: Packed, interned: Interned, { at, move, message }: Taken, successors: Packed[]): void {
  const answer = interned.answer(state[at] ?? 0, move.input);
  if (answer === null) {
    return;
  }
  const next = state.slice();
  if (message >= 0) {
    next.splice(message, 1);
  }
  if (!interned.isUp(answer.node) && interned.isUp(next[at] ?? 0)) {
    const whole = interned.moveWhole(next, at, move.input);
    if (whole !== null) {
      successors.push(whole);
    }
    return;
  }
  settleAnswer(next, at, answer, interned);
  if (move.to !== null && answer.digestInput !== null) {
    const heard = interned.answer(next[move.to] ?? 0, answer.digestInput);
    if (heard !== null) {
      settleAnswer(next, move.to, heard, interned);
    }
  }
  successors.push(next);
}

function settleAnswer(next: number[], at: number, answer: NonNullable<Answer>, interned: Interned): void {
  next[at] = answer.node;
  for (const sent of answer.sent) {
    let i = next.length;
    while (i > 2 * interned.nodeCount && (next[i - 1] ?? 0) > sent) {
      i -= 1;
    }
    next.splice(i, 0, sent);
  }
}
