// What a session shows: its branch, its state and what is pending, all at the playhead.

import {
  flightOf,
  type PendingChoice,
  pendingChoices,
  type SimState,
  stateAt,
  type Timeline,
} from '../../engine/index.ts';
import type { Branch, SessionState } from './sessionState.ts';

export function branchOf(state: SessionState): Branch {
  const branch = state.branches[state.current];
  if (branch === undefined) {
    throw new Error(`There is no branch ${state.current} among ${state.branches.length}.`);
  }
  return branch;
}

export const timelineOf = (state: SessionState): Timeline => branchOf(state).timeline;

/** The cluster at the playhead. */
export const shownState = (state: SessionState): SimState => stateAt(timelineOf(state), state.playhead.step);

/** What can happen next at the playhead, in the order in which it is due. */
export const shownPending = (state: SessionState): readonly PendingChoice[] =>
  pendingChoices(shownState(state));

export const atEnd = (state: SessionState): boolean => state.playhead.step >= timelineOf(state).steps.length;

let heldBefore: readonly string[] = [];

/** What is held back here: on a branch that goes on to deliver a message, nobody holds it. Equal lists are the same. */
export function heldHere(state: SessionState): readonly string[] {
  const held = atEnd(state) ? state.held : state.held.filter((message) => isHeldHere(state, message));
  if (held.length !== heldBefore.length || held.some((message, i) => message !== heldBefore[i])) {
    heldBefore = held;
  }
  return heldBefore;
}

function isHeldHere(state: SessionState, message: string): boolean {
  const flight = flightOf(timelineOf(state), { message, seen: state.playhead.step });
  return flight.ok && flight.value.end === null;
}

/** The table that the page speaks of: the chosen one, or the first that a node had at the start or later. */
export function shownTable(state: SessionState): SessionState['tableKey'] {
  if (state.tableKey !== null) {
    return state.tableKey;
  }
  const { start, steps } = timelineOf(state);
  for (const { core } of [start, ...steps.map((step) => step.state)]) {
    const tables = core.nodes.flatMap((node) => node.shards.flatMap((shard) => Object.values(shard.tables)));
    const [first] = tables;
    if (first !== undefined) {
      const { keyspace, table } = first.schema;
      return { keyspace, table };
    }
  }
  return null;
}
