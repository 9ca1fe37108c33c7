// The state of a run at one step (SPEC N2): a core, which alone decides what can happen and is what the hash covers,
// and notes about it (clock, due times, costs), on which no outcome may depend.

import type { Message } from '../cluster/message.ts';
import type { NodeState } from '../cluster/node.ts';
import type { Config } from '../config/config.ts';
import type { Dict } from '../plain/record.ts';
import type { NodeId, StatementId } from '../plain/scalars.ts';
import type { Command } from './command.ts';
import type { SimEvent } from './event.ts';

/** What is remembered of a node that has left: promises and answers to its clients outlive it. */
export type Departed = Pick<NodeState, 'id' | 'results' | 'confirmations'>;

export interface Core {
  /** Its `nodes` are always those of this core. */
  readonly config: Config;
  /** In display order. */
  readonly nodes: readonly NodeState[];
  /** In flight: a multiset, sorted by key; equal messages are copies of one. */
  readonly messages: readonly Message[];
  /** Cut links as 'A|B' with A < B, sorted. */
  readonly cuts: readonly string[];
  /** Nodes that have left; absent while none has. */
  readonly departed?: readonly Departed[];
}

/** What one statement cost (SPEC N7). */
export interface Ledger {
  /** Requests that waited for an answer: LOAD and SYNC, and the reads and writes themselves. */
  readonly loads: number;
  readonly pulls: number;
  readonly pushes: number;
  readonly mutations: number;
  readonly reads: number;
  /** Schema merges, those that changed nothing among them, and flushes of system tables that they made. */
  readonly merges: number;
  readonly emptyMerges: number;
  readonly schemaFlushes: number;
  /** Digest announcements, and entries rewritten by upgrades. */
  readonly announcements: number;
  readonly upgrades: number;
}

export interface Notes {
  /** Virtual time in microseconds. */
  readonly now: number;
  /** When each pending choice is due, by its handle (see policy.ts). */
  readonly due: Dict<number>;
  /** When each pending choice came up. */
  readonly since: Dict<number>;
  /** Clock error of each node, in microseconds. */
  readonly skew: Dict<number>;
}

export interface SimState {
  readonly core: Core;
  readonly notes: Notes;
}

/** One step of a run: what was asked, what happened, and the state after it. */
export interface Step {
  readonly command: Command;
  readonly events: readonly SimEvent[];
  readonly state: SimState;
}

/** Something that can happen next without anybody asking for it. */
export interface PendingChoice {
  /** Stable handle: what `deliver(id)` takes. */
  readonly id: string;
  readonly kind: 'message' | 'merge' | 'publish' | 'timer' | 'gossip' | 'ring';
  /** The command that makes it happen. */
  readonly command: Command;
  readonly due: number;
  readonly since: number;
  readonly from: NodeId | null;
  readonly to: NodeId;
  readonly message: Message | null;
  readonly statement: StatementId | null;
}
