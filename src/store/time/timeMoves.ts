// The session's ways through time: editing the past, places for a message, jumps, undo and redo, how branches lie.

import type { StoreApi } from 'zustand/vanilla';
import {
  flightOf,
  placesFor,
  previewOf,
  type Result,
  rerun,
  type Sighting,
  type Timeline,
} from '../../engine/index.ts';
import { ok, refuse } from '../state/outcome.ts';
import type { Session, SessionState } from '../state/sessionState.ts';
import { shownTable, timelineOf } from '../state/shown.ts';
import { withRerun } from './branching.ts';
import { branchRelations } from './branchRelations.ts';
import { followed } from './following.ts';
import { jumpTarget } from './jumps.ts';
import { turned } from './turning.ts';
import { redone, remembered, undone } from './undo.ts';

type Store = StoreApi<SessionState>;

/** Puts a refusal on the page as well as into the caller's hand. */
export function tellerOf(store: Store): <T>(result: Result<T>) => Result<T> {
  return (result) => {
    if (!result.ok) {
      store.setState((state) => ({
        problem: { sentence: result.problem, count: (state.problem?.count ?? 0) + 1 },
        playing: false,
      }));
    }
    return result;
  };
}

/** Moves the playhead within the branch. */
export function wentTo(store: Store, step: number, fraction: number): Result<Timeline> {
  const timeline = timelineOf(store.getState());
  const { length } = timeline.steps;
  if (!Number.isInteger(step) || step < 0 || step > length) {
    return refuse(`There is no step ${String(step)}: this run has steps 0 to ${length}.`);
  }
  if (!(fraction >= 0 && fraction < 1)) {
    return refuse(`The way to the next step goes from 0 up to 1; ${String(fraction)} is not on it.`);
  }
  store.setState({ playhead: { step, fraction: step === length ? 0 : fraction }, problem: null });
  return ok(timeline);
}

export type TimeMoves = Pick<
  Session,
  | 'edit'
  | 'turn'
  | 'dismissTurn'
  | 'follow'
  | 'hold'
  | 'placesFor'
  | 'previewOf'
  | 'jump'
  | 'undo'
  | 'redo'
  | 'relations'
>;

export function timeMovesOf(store: Store): TimeMoves {
  const told = tellerOf(store);
  const change = (result: Result<Partial<SessionState>>): Result<Timeline> => {
    if (result.ok) {
      store.setState(result.value);
    }
    told(result);
    return result.ok ? ok(timelineOf(store.getState())) : result;
  };
  const edit: Session['edit'] = (asked) => {
    const state = store.getState();
    const timeline = timelineOf(state);
    const edited = rerun(timeline, asked);
    if (edited.ok && edited.value.timeline !== timeline) {
      store.setState({ doings: remembered(state) });
    }
    const done = change(edited.ok ? ok(withRerun(store.getState(), asked, edited.value)) : edited);
    if (done.ok && asked.kind === 'hold') {
      holdBack(keyOf(timeline, asked));
    }
    return done;
  };
  // Next would deliver at once what was only put back on its way.
  const holdBack = (message: string): void =>
    store.setState(({ held }) => ({ held: [...held.filter((one) => one !== message), message] }));

  return {
    edit,
    turn: (protections) => {
      const state = store.getState();
      const result = turned(state, protections);
      if (!result.ok) {
        return told(result);
      }
      store.setState({ ...result.value.state, doings: remembered(state) });
      return ok(result.value.turn);
    },
    dismissTurn: () => store.setState({ turn: null }),
    follow: (from, commands, about) => {
      const state = store.getState();
      const result = followed(state, from, commands, about);
      return change(result.ok ? ok({ ...result.value, doings: remembered(state) }) : result);
    },
    hold: (message) => {
      const state = store.getState();
      const flight = flightOf(timelineOf(state), { message, seen: state.playhead.step });
      if (!flight.ok) {
        return told(flight);
      }
      const { message: key, end } = flight.value;
      if (end === 'delivered' || end === 'lost') {
        return edit({ kind: 'hold', message: key, seen: state.playhead.step });
      }
      holdBack(key);
      return ok(timelineOf(state));
    },
    placesFor: (query) => placesFor(timelineOf(store.getState()), query),
    previewOf: (query) => {
      const state = store.getState();
      const table = shownTable(state);
      return previewOf(timelineOf(state), query, table ?? { keyspace: '', table: '' });
    },
    jump: (jump) => {
      const state = store.getState();
      const target = jumpTarget(timelineOf(state), state.playhead.step, jump, shownTable(state));
      return target.ok ? told(wentTo(store, target.value, 0)) : told(target);
    },
    undo: () => change(undone(store.getState())),
    redo: () => change(redone(store.getState())),
    relations: () => branchRelations(store.getState().branches),
  };
}

function keyOf(timeline: Timeline, sighting: Sighting): string {
  const flight = flightOf(timeline, sighting);
  return flight.ok ? flight.value.message : sighting.message;
}
