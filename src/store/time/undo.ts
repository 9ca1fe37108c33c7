// Undo and redo move the playhead and delete nothing: undo goes to where one stood before one's last command, redo back to
// where undo was asked for. After a run was loaded, one's commands are those that the network does not give by itself.

import { isStatement, type Result, type Timeline } from '../../engine/index.ts';
import { ok, refuse } from '../state/outcome.ts';
import type { Doings, SessionState, Spot } from '../state/sessionState.ts';
import { timeWords } from '../words/messagesOfTime.en.ts';

type Change = Pick<SessionState, 'current' | 'playhead' | 'doings' | 'playing' | 'problem'>;

const spotOf = (state: SessionState): Spot => ({ branch: state.current, step: state.playhead.step });

/** What is remembered when a command is given at the playhead; what was undone can no longer be done again. */
export function remembered(state: SessionState): Doings {
  return { before: [...state.doings.before, spotOf(state)], undone: [] };
}

const GIVEN_BY_ITSELF = new Set(['deliver', 'fire', 'gossip', 'merge', 'publish', 'ring']);

/** Where one stood before each command of a run that came from outside. */
export function doingsOf(timeline: Timeline): Doings {
  const before = timeline.steps.flatMap(({ command }, step) =>
    isStatement(command) || !GIVEN_BY_ITSELF.has(command.kind) ? [{ branch: 0, step }] : [],
  );
  return { before, undone: [] };
}

export function undone(state: SessionState): Result<Change> {
  const here = spotOf(state);
  const { before, undone: later } = state.doings;
  // Who has gone back by hand to before a command has nothing of it left to undo.
  const last = before.findLastIndex((spot) => spot.branch !== here.branch || spot.step < here.step);
  const spot = before[last];
  return spot === undefined
    ? refuse(timeWords('nothing-to-undo'))
    : ok(at(spot, { before: before.slice(0, last), undone: [...later, { ...here, before }] }));
}

export function redone(state: SessionState): Result<Change> {
  const { undone: later } = state.doings;
  const spot = later.at(-1);
  return spot === undefined
    ? refuse(timeWords('nothing-to-redo'))
    : ok(at(spot, { before: spot.before, undone: later.slice(0, -1) }));
}

function at({ branch, step }: Spot, doings: Doings): Change {
  return { current: branch, playhead: { step, fraction: 0 }, doings, playing: false, problem: null };
}
