// What one person has open: branches of a timeline, a playhead, and the few facts of the page that outlive a component.
// The picture is a function of (timeline, playhead); everything here moves those two and nothing else. Acting in the
// past never destroys: the future stays on its branch and the new one starts where the playhead stood.

import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  append,
  type CommandDraft,
  type Config,
  createTimeline,
  fork,
  type PendingChoice,
  pendingChoices,
  type Result,
  replay,
  type SimState,
  STEPS_MAX,
  stateAt,
  type Timeline,
} from '../engine/index.ts';
import { localMergeOf } from './localMerge.ts';
import { ok, refuse } from './outcome.ts';
import type { Branch, Selection, Session, SessionState } from './sessionState.ts';
import type { Theme } from './theme.ts';

/** Choices drained by one `settle`, so that a run that never comes to rest still comes back. */
const SETTLE_MAX = 2_000;

export interface SessionOptions {
  readonly seed: number;
  readonly config: Config;
  readonly theme?: Theme;
}

export const timelineOf = (state: SessionState): Timeline => {
  const branch = state.branches[state.current];
  if (branch === undefined) {
    throw new Error(`There is no branch ${state.current} among ${state.branches.length}.`);
  }
  return branch.timeline;
};

/** The cluster at the playhead. */
export const shownState = (state: SessionState): SimState => stateAt(timelineOf(state), state.playhead.step);

/** What can happen next at the playhead, in the order in which it is due. */
export const shownPending = (state: SessionState): readonly PendingChoice[] =>
  pendingChoices(shownState(state));

const atEnd = (state: SessionState): boolean => state.playhead.step >= timelineOf(state).steps.length;

export function createSession(options: SessionOptions): Session {
  const start = createTimeline({ seed: options.seed, config: options.config });
  if (!start.ok) {
    throw new Error(`The session cannot start: ${start.problem}`);
  }
  const store = createStore<SessionState>()(() => ({
    branches: [{ name: 'Main', timeline: start.value, from: null }],
    current: 0,
    playhead: { step: 0, fraction: 0 },
    selection: null,
    tableKey: null,
    held: [],
    bookmarks: [],
    drawer: null,
    comparison: null,
    pair: null,
    playing: false,
    speed: 1,
    theme: options.theme ?? 'light',
    problem: null,
  }));
  return { store, ...movesOf(store), ...settingsOf(store) };
}

type Moves = Pick<Session, 'act' | 'next' | 'back' | 'seek' | 'end' | 'deliver' | 'settle' | 'load'>;

function movesOf(store: StoreApi<SessionState>): Moves {
  const told = <T>(result: Result<T>): Result<T> => {
    if (!result.ok) {
      store.setState((state) => ({
        problem: { sentence: result.problem, count: (state.problem?.count ?? 0) + 1 },
        playing: false,
      }));
    }
    return result;
  };
  const commit = (result: Result<Timeline>): Result<Timeline> => {
    if (result.ok) {
      store.setState((state) => withTimeline(state, result.value));
    }
    return told(result);
  };
  const goTo = (step: number): Result<Timeline> => {
    const timeline = timelineOf(store.getState());
    if (!Number.isInteger(step) || step < 0 || step > timeline.steps.length) {
      return told(refuse(`There is no step ${step}: this run has steps 0 to ${timeline.steps.length}.`));
    }
    store.setState({ playhead: { step, fraction: 0 }, problem: null });
    return ok(timeline);
  };

  return {
    act: (draft) => commit(actAt(store.getState(), draft)),
    next: () => {
      const state = store.getState();
      return atEnd(state) ? commit(nextOf(state)) : goTo(state.playhead.step + 1);
    },
    back: () => {
      const { step, fraction } = store.getState().playhead;
      store.setState({ playing: false });
      goTo(fraction > 0 ? step : Math.max(0, step - 1));
    },
    seek: goTo,
    end: () => {
      goTo(timelineOf(store.getState()).steps.length);
    },
    deliver: (id) => commit(deliverAt(store.getState(), id)),
    settle: () => commit(settled(store.getState())),
    load: (run) => {
      const replayed = replay(run);
      if (replayed.ok) {
        store.setState({
          branches: [{ name: 'Main', timeline: replayed.value, from: null }],
          current: 0,
          playhead: { step: replayed.value.steps.length, fraction: 0 },
          selection: null,
          tableKey: null,
          held: [],
          bookmarks: [],
          comparison: null,
          pair: null,
          playing: false,
          problem: null,
        });
      }
      return told(replayed);
    },
  };
}

type Settings = Omit<Session, 'store' | keyof Moves>;

function settingsOf(store: StoreApi<SessionState>): Settings {
  return {
    play: () => store.setState({ playing: true, problem: null }),
    pause: () => store.setState({ playing: false }),
    select: (selection) => store.setState({ selection }),
    pick: (pair) => store.setState({ pair }),
    setTheme: (theme) => store.setState({ theme }),
    setSpeed: (speed) => store.setState({ speed }),
    showTable: (tableKey) => store.setState({ tableKey, pair: null }),
    hold: (message) =>
      store.setState(({ held }) => ({ held: [...held.filter((one) => one !== message), message] })),
    release: (message) => store.setState(({ held }) => ({ held: held.filter((one) => one !== message) })),
    bookmark: (note) =>
      store.setState(({ bookmarks, current, playhead }) => {
        const id = 1 + Math.max(0, ...bookmarks.map((bookmark) => bookmark.id));
        return { bookmarks: [...bookmarks, { id, branch: current, step: playhead.step, note }] };
      }),
    removeBookmark: (id) =>
      store.setState(({ bookmarks }) => ({ bookmarks: bookmarks.filter((bookmark) => bookmark.id !== id) })),
    openDrawer: (drawer) => store.setState({ drawer }),
    compare: (comparison) => store.setState({ comparison }),
    switchBranch: (branch) =>
      store.setState((state) => {
        const target = state.branches[branch];
        if (target === undefined) {
          return state;
        }
        const step = Math.min(state.playhead.step, target.timeline.steps.length);
        return { current: branch, playhead: { step, fraction: 0 }, selection: null };
      }),
    dismissProblem: () => store.setState({ problem: null }),
  };
}

/** The timeline up to the playhead: the whole of it, or a fork that shares its past. */
const pastOf = (state: SessionState): Timeline =>
  atEnd(state) ? timelineOf(state) : fork(timelineOf(state), state.playhead.step);

function actAt(state: SessionState, draft: CommandDraft): Result<Timeline> {
  const acted = append(pastOf(state), draft);
  return acted.ok ? localMergeOf(acted.value) : acted;
}

function deliverAt(state: SessionState, id: string): Result<Timeline> {
  const choice = shownPending(state).find((pending) => pending.id === id);
  return choice === undefined
    ? refuse(
        `Nothing called '${id}' is on its way at step ${state.playhead.step}: pick one of the pending choices.`,
      )
    : append(pastOf(state), choice.command);
}

function nextOf(state: SessionState): Result<Timeline> {
  const { held } = state;
  const due = shownPending(state).find(({ message }) => message === null || !held.includes(message.key));
  return due === undefined
    ? refuse(
        held.length > 0
          ? 'Everything that is on its way is held. Release a message, deliver one, or change something.'
          : 'Nothing is on its way. Add a column, write a row or let time pass.',
      )
    : append(timelineOf(state), due.command);
}

function settled(state: SessionState): Result<Timeline> {
  let timeline = pastOf(state);
  const bound = Math.min(SETTLE_MAX, STEPS_MAX - timeline.steps.length);
  for (let i = 0; i < bound; i++) {
    const due = pendingChoices(stateAt(timeline, timeline.steps.length))[0];
    if (due === undefined) {
      return ok(timeline);
    }
    const appended = append(timeline, due.command);
    if (!appended.ok) {
      return appended;
    }
    timeline = appended.value;
  }
  return ok(timeline);
}

/**
 * The session after a command made `timeline` of what the playhead saw. Acting at the end lengthens the branch; acting
 * in the past with the very command that came next moves on; any other command starts a branch and keeps the old one.
 */
function withTimeline(state: SessionState, timeline: Timeline): Partial<SessionState> {
  const playhead = { step: timeline.steps.length, fraction: 0 };
  const settled = { playhead, problem: null, selection: keptSelection(state) };
  const shown = timelineOf(state);
  if (atEnd(state)) {
    const branches = state.branches.map((branch, i) =>
      i === state.current ? { ...branch, timeline } : branch,
    );
    return { ...settled, branches };
  }
  if (isPrefix(timeline, shown, state.playhead.step)) {
    return settled;
  }
  const from = { branch: state.current, step: state.playhead.step };
  const branch: Branch = { name: `Branch ${state.branches.length}`, timeline, from };
  return { ...settled, branches: [...state.branches, branch], current: state.branches.length };
}

// A message that was selected is usually gone after the step; versions and entries stay.
const keptSelection = (state: SessionState): Selection | null =>
  state.selection?.kind === 'message' ? null : state.selection;

/** Whether the steps of `short` from `since` on are those that `long` has there too. Commands are plain JSON. */
function isPrefix(short: Timeline, long: Timeline, since: number): boolean {
  return (
    short.steps.length <= long.steps.length &&
    short.steps
      .slice(since)
      .every((step, i) => JSON.stringify(step.command) === JSON.stringify(long.steps[since + i]?.command))
  );
}
