// Which run is open, and those that were open before it: opening another one puts the present one aside, whole, with its
// branches, playhead and bookmarks, and it can be opened again. Nothing that was done is lost.

import type { StoreApi } from 'zustand/vanilla';
import { type Config, createTimeline, type Result, replay, type Timeline } from '../../engine/index.ts';
import { playedLesson } from '../../lessons/playedLesson.ts';
import { surpriseOf } from '../sandbox/surprise.ts';
import { ok, refuse } from '../state/outcome.ts';
import type { OpenRun, Session, SessionState } from '../state/sessionState.ts';
import { timelineOf } from '../state/shown.ts';
import { tellerOf } from '../time/timeMoves.ts';
import { doingsOf } from '../time/undo.ts';
import { sandboxWords } from '../words/messagesOfSandbox.en.ts';
import { timeWords } from '../words/messagesOfTime.en.ts';

type Store = StoreApi<SessionState>;
export type OpenMoves = Pick<Session, 'open' | 'surprise' | 'reopen' | 'load' | 'restore'>;

/** A run as it is opened: nothing selected, nothing held, no branch but its own. */
export function openRun(title: string, timeline: Timeline, step: number): OpenRun {
  return {
    title,
    branches: [{ name: timeWords('main'), about: '', timeline, from: null }],
    current: 0,
    playhead: { step, fraction: 0 },
    selection: null,
    tableKey: null,
    held: [],
    bookmarks: [],
    comparison: null,
    pair: null,
    report: null,
    turn: null,
    doings: doingsOf(timeline),
    console: { lines: [], entered: [] },
    lesson: null,
  };
}

const sandboxTitle = (nodes: number, seed: number): string =>
  sandboxWords(nodes === 1 ? 'sandbox-one' : 'sandbox', { nodes, seed: String(seed) });

/** Nothing has been done by hand that could be lost: no step, or in a lesson none beside its own runs. */
export function isUntouched({ branches, lesson }: Pick<OpenRun, 'branches' | 'lesson'>): boolean {
  if (lesson === null) {
    return branches.length === 1 && branches[0]?.timeline.steps.length === 0;
  }
  const own = playedLesson(lesson.lesson).runs;
  return branches.every(({ timeline }) => own.some((run) => run.timeline === timeline));
}

/** The open run by itself, as it is put aside and kept. */
export function putAside(state: OpenRun): OpenRun {
  const { title, branches, current, playhead, selection, tableKey, held } = state;
  const { bookmarks, comparison, pair, report, turn, doings, console, lesson } = state;
  return {
    title,
    branches,
    current,
    playhead,
    selection,
    tableKey,
    held,
    bookmarks,
    comparison,
    pair,
    report,
    turn,
    doings,
    console,
    lesson,
  };
}

/** The session with `run` on the screen and the present one among those before. */
export function withRun(
  state: SessionState,
  run: OpenRun,
  others: readonly OpenRun[],
): Partial<SessionState> {
  return {
    ...run,
    earlier: [...others, putAside(state)],
    playing: false,
    problem: null,
    passed: null,
    contents: false,
    notice: {
      sentence: sandboxWords('kept', { title: state.title }),
      count: (state.notice?.count ?? 0) + 1,
      branch: null,
    },
  };
}

/** The table that its setup made first: what one asked for first is what one sees. */
export function firstTable({ setup }: Config): SessionState['tableKey'] {
  const made = setup.find(({ kind }) => kind === 'create-table');
  return made?.kind === 'create-table' ? { keyspace: made.keyspace, table: made.table } : null;
}

export function openMovesOf(store: Store): OpenMoves {
  const told = tellerOf(store);
  const opened = (title: string, timeline: Result<Timeline>, step: (timeline: Timeline) => number) => {
    if (timeline.ok) {
      const run = {
        ...openRun(title, timeline.value, step(timeline.value)),
        tableKey: firstTable(timeline.value.config),
      };
      store.setState((state) => withRun(state, run, state.earlier));
    }
    return told(timeline);
  };
  return {
    open: ({ seed, config, title }) =>
      opened(title ?? sandboxTitle(config.nodes.length, seed), createTimeline({ seed, config }), () => 0),
    surprise: (seed) => {
      const surprise = surpriseOf(seed);
      return surprise.ok
        ? opened(
            sandboxWords('surprise', { seed: String(seed) }),
            ok(surprise.value.timeline),
            () => surprise.value.parting,
          )
        : told(surprise);
    },
    restore: (run, instead = false) =>
      store.setState((state) => (instead ? { ...run, playing: false } : withRun(state, run, state.earlier))),
    load: (run) => opened(sandboxWords('loaded', {}), replay(run), (timeline) => timeline.steps.length),
    reopen: (index) => {
      const state = store.getState();
      const at = index ?? state.earlier.length - 1;
      const run = state.earlier[at];
      if (run === undefined) {
        return told(refuse(sandboxWords('none-before', {})));
      }
      store.setState(withRun(state, run, state.earlier.toSpliced(at, 1)));
      return ok(timelineOf(store.getState()));
    },
  };
}
