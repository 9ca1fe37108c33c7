// What one person has open: branches of a timeline, a playhead, and the few facts of the page that outlive a component.
// The picture is a function of (timeline, playhead); everything here moves those two and nothing else. Acting in the
// past never destroys: the future stays on its branch and the new one starts where the playhead stood.

import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  announcementsFrom,
  append,
  beforeAnnouncements,
  type CommandDraft,
  type Config,
  createTimeline,
  fork,
  pendingChoices,
  playedCommand,
  type Result,
  STEPS_MAX,
  stateAt,
  type Timeline,
} from '../engine/index.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { playedLesson } from '../lessons/playedLesson.ts';
import { enterText } from './console/consoleEntry.ts';
import { sentMovesOf } from './keeping/sentRuns.ts';
import { type LessonMoves, lessonMovesOf } from './lesson/lessonMoves.ts';
import { exhibited } from './runs/exhibiting.ts';
import { type OpenMoves, openMovesOf, openRun } from './runs/openRuns.ts';
import { ok, refuse } from './state/outcome.ts';
import type { Session, SessionState } from './state/sessionState.ts';
import { atEnd, shownPending, timelineOf } from './state/shown.ts';
import type { Theme } from './state/theme.ts';
import { withCurrent, withTimeline } from './time/branching.ts';
import { localMergeOf } from './time/localMerge.ts';
import { dueOf, passageOf, passedTime } from './time/passingTime.ts';
import { type TimeMoves, tellerOf, timeMovesOf, wentTo } from './time/timeMoves.ts';
import { remembered } from './time/undo.ts';
import { sandboxWords } from './words/messagesOfSandbox.en.ts';
import { timeWords } from './words/messagesOfTime.en.ts';

export { timelineOf } from './state/shown.ts';

/** Choices drained by one `settle`, so that a run that never comes to rest still comes back. */
const SETTLE_MAX = 2_000;

export interface SessionOptions {
  readonly seed: number;
  readonly config: Config;
  readonly theme?: Theme;
  /** The lesson that it begins with, instead of a sandbox. */
  readonly lesson?: { readonly lesson: Lesson; readonly beat: number };
}

export function createSession(options: SessionOptions): Session {
  const start = startOf(options);
  if (!start.ok) {
    throw new Error(`The session cannot start: ${start.problem}`);
  }
  const store = createStore<SessionState>()(() => ({
    ...openRun(sandboxWords('first', {}), start.value, 0),
    earlier: [],
    playing: false,
    problem: null,
    notice: null,
    passed: null,
    drawer: null,
    contents: false,
    openings: 0,
    speed: 1,
    theme: options.theme ?? 'light',
  }));
  const moves = movesOf(store);
  const enter: Session['enter'] = (node, text) => enterText(store, moves.act, node, text);
  const exhibit: Session['exhibit'] = (asked) => tellerOf(store)(exhibited(store, asked));
  const session: Session = {
    store,
    startOver: () => store.setState(({ openings }) => ({ ...opened, openings: openings + 1 })),
    enter,
    exhibit,
    ...moves,
    ...openMovesOf(store),
    ...sentMovesOf(store),
    ...timeMovesOf(store),
    ...settingsOf(store),
    ...lessonMovesOf(store, stridesOf(store, moves)),
  };
  if (options.lesson !== undefined) session.openLesson(options.lesson.lesson, options.lesson.beat);
  const opened = store.getState();
  return session;
}

/** A lesson's own run has been played, so that its start is there. */
function startOf({ seed, config, lesson }: SessionOptions): Result<Timeline> {
  const own = lesson === undefined ? undefined : playedLesson(lesson.lesson).runs[0];
  return own === undefined ? createTimeline({ seed, config }) : ok(fork(own.timeline, 0));
}

type Moves = Pick<
  Session,
  'act' | 'actAll' | 'next' | 'back' | 'seek' | 'end' | 'deliver' | 'settle' | 'pass'
>;

/** Next and Back, as they are pressed: the last announcements, which tell nobody anything new, are one press. */
function stridesOf(store: StoreApi<SessionState>, { next, back, seek }: Moves): Pick<Moves, 'next' | 'back'> {
  const here = () => {
    const state = store.getState();
    return { timeline: timelineOf(state), ...state.playhead };
  };
  return {
    next: () => {
      const together = announcementsFrom(here());
      let taken = next();
      for (let i = 1; i < together && taken.ok; i++) {
        taken = next();
      }
      return taken;
    },
    back: () => {
      const { timeline, step, fraction } = here();
      back();
      if (fraction === 0) {
        seek(beforeAnnouncements(timeline, step));
      }
    },
  };
}

function movesOf(store: StoreApi<SessionState>): Moves {
  const told = tellerOf(store);
  const commit = (result: Result<Timeline>): Result<Timeline> => {
    if (result.ok) {
      store.setState((state) => withTimeline(state, result.value));
    }
    return told(result);
  };
  const command = (result: Result<Timeline>): Result<Timeline> => {
    if (result.ok) {
      store.setState((state) => ({ doings: remembered(state) }));
    }
    return commit(result);
  };
  const goTo = (step: number, fraction = 0): Result<Timeline> => told(wentTo(store, step, fraction));

  return {
    act: (draft) => command(actAt(store.getState(), [draft])),
    actAll: (drafts) => command(actAt(store.getState(), drafts)),
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
    deliver: (id) => command(deliverAt(store.getState(), id)),
    settle: () => commit(settled(store.getState())),
    pass: (until) => {
      const state = store.getState();
      const passed = passedTime(pastOf(state), state.held, until);
      const result = command(passed);
      if (passed.ok) {
        store.setState(({ passed: last }) => ({
          passed: passageOf(passed.value, state.playhead.step, last),
        }));
      }
      return result;
    },
  };
}

type Settings = Omit<
  Session,
  | 'store'
  | 'startOver'
  | 'enter'
  | 'exhibit'
  | 'show'
  | keyof Moves
  | keyof OpenMoves
  | keyof TimeMoves
  | keyof LessonMoves
>;

function settingsOf(store: StoreApi<SessionState>): Settings {
  return {
    play: () => store.setState({ playing: true, problem: null }),
    pause: () => store.setState({ playing: false }),
    select: (selection) => store.setState({ selection }),
    pick: (pair) => store.setState({ pair }),
    setTheme: (theme) => store.setState({ theme }),
    setSpeed: (speed) => store.setState({ speed }),
    showTable: (tableKey) => store.setState({ tableKey, pair: null }),
    release: (message) => store.setState(({ held }) => ({ held: held.filter((one) => one !== message) })),
    bookmark: (note) =>
      store.setState(({ bookmarks, current, playhead }) => {
        // A moment needs one: two presses are one too many.
        const isMarked = bookmarks.some(({ branch, step }) => branch === current && step === playhead.step);
        if (isMarked) return {};
        const id = 1 + Math.max(0, ...bookmarks.map((bookmark) => bookmark.id));
        return { bookmarks: [...bookmarks, { id, branch: current, step: playhead.step, note }] };
      }),
    removeBookmark: (id) =>
      store.setState(({ bookmarks }) => ({ bookmarks: bookmarks.filter((bookmark) => bookmark.id !== id) })),
    openDrawer: (drawer) => store.setState({ drawer }),
    showContents: (contents) => store.setState({ contents, playing: false }),
    compare: (comparison) => store.setState({ comparison }),
    goToBookmark: (id) =>
      store.setState((state) => {
        const bookmark = state.bookmarks.find((one) => one.id === id);
        return bookmark === undefined
          ? state
          : {
              ...withCurrent(state, bookmark.branch),
              playhead: { step: bookmark.step, fraction: 0 },
              playing: false,
            };
      }),
    switchBranch: (branch) => store.setState((state) => withCurrent(state, branch)),
    dismissNotice: () => store.setState({ notice: null }),
    dismissReport: () => store.setState({ report: null }),
    dismissPassed: () => store.setState({ passed: null }),
    dismissProblem: () => store.setState({ problem: null }),
  };
}

/** The timeline up to the playhead: the whole of it, or a fork that shares its past. */
const pastOf = (state: SessionState): Timeline =>
  atEnd(state) ? timelineOf(state) : fork(timelineOf(state), state.playhead.step);

/** All of them, or, when one is refused, none. */
function actAt(state: SessionState, drafts: readonly CommandDraft[]): Result<Timeline> {
  let timeline = pastOf(state);
  for (const draft of drafts) {
    const acted = append(timeline, draft);
    const merged = acted.ok ? localMergeOf(acted.value) : acted;
    if (!merged.ok) {
      return merged;
    }
    timeline = merged.value;
  }
  return drafts.length === 0 ? refuse(timeWords('nothing-asked')) : ok(timeline);
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
  const choices = shownPending(state);
  const due = dueOf(choices, state.held);
  return due === undefined
    ? refuse(
        choices.length > 0
          ? 'Everything that is on its way is held. Release a message, deliver one, or change something.'
          : 'Nothing is on its way. Add a column, write a row or let time pass.',
      )
    : append(timelineOf(state), playedCommand(timelineOf(state), due));
}

function settled(state: SessionState): Result<Timeline> {
  let timeline = pastOf(state);
  const bound = Math.min(SETTLE_MAX, STEPS_MAX - timeline.steps.length);
  for (let i = 0; i < bound; i++) {
    const due = dueOf(pendingChoices(stateAt(timeline, timeline.steps.length)), state.held);
    if (due === undefined) {
      return ok(timeline);
    }
    const appended = append(timeline, playedCommand(timeline, due));
    if (!appended.ok) {
      return appended;
    }
    timeline = appended.value;
  }
  return ok(timeline);
}
