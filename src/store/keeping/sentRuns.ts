// A run that somebody sent, on the screen: as far as it plays, and in its lesson where it says which one.

import type { StoreApi } from 'zustand/vanilla';
import {
  createTimeline,
  type Result,
  type Run,
  replayLenient,
  replayOn,
  stateAt,
  stateHash,
  type Timeline,
} from '../../engine/index.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { atBeatOf, openedLesson } from '../lesson/lessonOpened.ts';
import { firstTable, openRun, withRun } from '../runs/openRuns.ts';
import { ok, refuse } from '../state/outcome.ts';
import type { Playhead } from '../state/playhead.ts';
import type { Branch, OpenRun, Sent, Session, SessionState } from '../state/sessionState.ts';
import { tellerOf } from '../time/timeMoves.ts';
import { timeWords } from '../words/messagesOfTime.en.ts';
import { commonLength } from './lessonFile.ts';

type Store = StoreApi<SessionState>;

export const sentMovesOf = (store: Store): Pick<Session, 'show'> => ({ show: (sent) => shown(store, sent) });

interface Opened {
  readonly run: OpenRun;
  readonly timeline: Timeline;
  readonly problem: string | null;
}

function shown(store: Store, { run, playhead, title, lesson, instead = false }: Sent): Result<Timeline> {
  const told = tellerOf(store);
  const opened = lesson === undefined ? null : inLesson(run, playhead, lesson);
  const alone = opened === null ? byItself(run, playhead, title) : ok(opened);
  if (!alone.ok) {
    return told(alone);
  }
  const { run: open, timeline, problem } = alone.value;
  store.setState((state) => (instead ? { ...open, playing: false } : withRun(state, open, state.earlier)));
  if (problem !== null) {
    told(refuse(problem));
  }
  return ok(timeline);
}

/** A playhead that the run does not reach goes to its end. */
const within = (playhead: Playhead, { length }: Timeline['steps']): Playhead =>
  playhead.step < length ? playhead : { step: length, fraction: 0 };

function byItself(run: Run, playhead: Playhead, title: string): Result<Opened> {
  const played = replayLenient(run);
  if (!played.ok) {
    return played;
  }
  const { timeline, problem } = played.value;
  const open: OpenRun = {
    ...openRun(title, timeline, 0),
    playhead: within(playhead, timeline.steps),
    tableKey: firstTable(timeline.config),
  };
  return ok({ run: open, timeline, problem });
}

/** The lesson at its beat, and on the screen the run: one of the lesson's own, or a branch that has left one of them. */
function inLesson(
  run: Run,
  playhead: Playhead,
  { lesson, beat }: { readonly lesson: Lesson; readonly beat: number },
): Opened | null {
  const first = openedLesson(lesson);
  if (first.lesson === null) {
    return null;
  }
  const open = {
    ...first,
    ...atBeatOf(first, first.lesson, Math.min(Math.max(0, beat), lesson.beats.length - 1)),
  };
  const near = nearest(open.branches, run);
  if (near === null) {
    return null;
  }
  const { timeline, problem } = played(near, run);
  const place = { playhead: within(playhead, timeline.steps) };
  if (timeline.steps.length === near.timeline.steps.length && near.steps === timeline.steps.length) {
    return { run: { ...open, ...place, current: near.branch }, timeline: near.timeline, problem };
  }
  const branch: Branch = {
    name: timeWords('branch', { number: '1' }),
    about: '',
    timeline,
    from: { branch: near.branch, step: near.steps },
  };
  return {
    run: { ...open, ...place, branches: [...open.branches, branch], current: open.branches.length },
    timeline,
    problem,
  };
}

interface Near {
  readonly branch: number;
  readonly timeline: Timeline;
  /** Steps that it has in common with the run that was sent. */
  readonly steps: number;
}

const startHash = (timeline: Timeline): string => stateHash(stateAt(timeline, 0).core);

/** The branch under the same rules that has most in common with a run. */
function nearest(branches: readonly Branch[], run: Run): Near | null {
  const made = createTimeline({ seed: run.seed, config: run.config });
  const start = made.ok ? startHash(made.value) : null;
  const near = branches.flatMap(({ timeline }, branch): readonly Near[] =>
    timeline.seed === run.seed && startHash(timeline) === start
      ? [{ branch, timeline, steps: commonLength(timeline, run) }]
      : [],
  );
  return near.toSorted((a, b) => b.steps - a.steps || a.branch - b.branch)[0] ?? null;
}

const played = ({ timeline, steps }: Near, run: Run): ReturnType<typeof replayOn> =>
  replayOn({ ...timeline, steps: timeline.steps.slice(0, steps) }, run);
