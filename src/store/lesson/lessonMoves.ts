// Moving in a lesson: Next is a beat there and a step everywhere else. A beat is a place in one of the lesson's runs; a run
// becomes a branch when its first beat is reached. What one does by hand on the way stays beside it, as always.

import type { StoreApi } from 'zustand/vanilla';
import { firstToldApart, type Result, type Timeline } from '../../engine/index.ts';
import { isChallenge, type Lesson, TRY } from '../../lessons/lesson.ts';
import { playedLesson } from '../../lessons/playedLesson.ts';
import { playMoves } from '../../lessons/run.ts';
import { isUntouched, putAside } from '../runs/openRuns.ts';
import type { OpenLesson } from '../state/lessonState.ts';
import { ok, refuse } from '../state/outcome.ts';
import type { Branch, Session, SessionState, Turn } from '../state/sessionState.ts';
import { timelineOf } from '../state/shown.ts';
import { tellerOf } from '../time/timeMoves.ts';
import { lessonWords } from '../words/messagesOfLessons.en.ts';
import { atBeatOf, openedLesson } from './lessonOpened.ts';
import { lessonPlace } from './lessonPlace.ts';

type Store = StoreApi<SessionState>;
export type LessonMoves = Pick<
  Session,
  'openLesson' | 'goToBeat' | 'advance' | 'retreat' | 'answer' | 'returnToLesson' | 'hint' | 'showSolution'
>;

/** `steps` is what Next and Back are where there is no beat. */
export function lessonMovesOf(store: Store, steps: Pick<Session, 'next' | 'back'>): LessonMoves {
  const told = tellerOf(store);
  const go = (open: OpenLesson, beat: number, before = 0): Result<Timeline> => {
    store.setState((state) => atBeat(state, open, beat, before));
    return ok(timelineOf(store.getState()));
  };
  const openNow = (): OpenLesson | null => store.getState().lesson;
  return {
    openLesson: (lesson, beat = 0) => {
      const at = Math.min(Math.max(0, beat), lesson.beats.length - 1);
      store.setState((state) => withLesson(state, lesson));
      const open = openNow();
      return open === null ? told(refuse(lessonWords('none-open'))) : go(open, at);
    },
    goToBeat: (beat, before = 0) => {
      const open = openNow();
      if (open === null) {
        return told(refuse(lessonWords('none-open')));
      }
      const last = open.lesson.beats.length - 1;
      return Number.isInteger(beat) && beat >= 0 && beat <= last
        ? go({ ...open, seen: beat }, beat, before)
        : told(refuse(lessonWords('no-such-beat', { beat: String(beat), last: String(last) })));
    },
    advance: () => {
      const [open, place] = [openNow(), lessonPlace(store.getState())];
      if (open === null || place?.kind !== 'beat') {
        return steps.next();
      }
      const beat = open.lesson.beats[place.beat];
      if (beat !== undefined && isChallenge(beat)) {
        return steps.next();
      }
      return place.beat + 1 < open.lesson.beats.length
        ? go(open, place.beat + 1)
        : ok(timelineOf(store.getState()));
    },
    retreat: () => {
      const [open, place] = [openNow(), lessonPlace(store.getState())];
      if (open === null || place?.kind !== 'beat') {
        steps.back();
      } else if (place.beat > 0) {
        go(open, place.beat - 1);
      }
    },
    answer: (option) => {
      const [open, place] = [openNow(), lessonPlace(store.getState())];
      const beat = place?.kind === 'beat' ? open?.lesson.beats[place.beat] : undefined;
      if (open === null || beat?.ask === undefined) {
        return told(refuse(lessonWords('nothing-asked')));
      }
      const { length } = beat.ask.options;
      if (!Number.isInteger(option) || option < 1 || option > length) {
        return told(
          refuse(lessonWords('no-such-option', { option: String(option), length: String(length) })),
        );
      }
      store.setState({ lesson: { ...open, answers: { ...open.answers, [beat.id]: option - 1 } } });
      return ok(timelineOf(store.getState()));
    },
    returnToLesson: () => {
      const open = openNow();
      return open === null ? told(refuse(lessonWords('none-open'))) : go(open, open.beat);
    },
    hint: () => {
      const open = openNow();
      if (open !== null) store.setState({ lesson: { ...open, hints: open.hints + 1 } });
    },
    showSolution: () => {
      const open = openNow();
      const task = open?.lesson.challenge;
      if (open === null || task === undefined) {
        return told(refuse(lessonWords('no-challenge')));
      }
      store.setState((state) => withSolution(state, open, task.solution));
      return ok(timelineOf(store.getState()));
    },
  };
}

/** The lesson on the screen, before its first beat. What was open is kept, unless it is a lesson in which nothing was done. */
function withLesson(state: SessionState, lesson: Lesson): Partial<SessionState> {
  return {
    ...openedLesson(lesson),
    earlier: isUntouched(state) ? state.earlier : [...state.earlier, putAside(state)],
    playing: false,
    problem: null,
    passed: null,
    notice: null,
    drawer: null,
    contents: false,
  };
}

function atBeat(state: SessionState, open: OpenLesson, beat: number, before: number): Partial<SessionState> {
  const there = atBeatOf(state, open, beat, before);
  const turn = turnAt(there);
  return {
    ...there,
    turn,
    // What the switch changes stands beside what was: on the stage, from where the two part.
    comparison: turn === null ? null : { kind: 'branches', a: turn.was, b: turn.is },
    selection: null,
    pair: null,
    playing: false,
    problem: null,
    notice: null,
    report: null,
    passed: null,
  };
}

/** In a turn of the lesson: its own run, and the one under other rules. */
function turnAt({ branches, current, lesson: open }: ReturnType<typeof atBeatOf>): Turn | null {
  const run =
    open === null ? undefined : playedLesson(open.lesson).runs.find(({ id }) => open.runs[id] === current);
  const [own, turned] = [branches[0]?.timeline, branches[current]?.timeline];
  return run?.turn == null || own === undefined || turned === undefined
    ? null
    : {
        was: 0,
        is: current,
        protections: run.turn.protections,
        parting: firstToldApart(own, turned),
        besides: 0,
        skipped: 0,
      };
}

/** The solution as a run of its own, at its start: Next walks along it. */
function withSolution(
  state: SessionState,
  { lesson, runs }: OpenLesson,
  solution: Parameters<typeof playMoves>[1],
): Partial<SessionState> {
  const start = playedLesson(lesson).runs.find(({ id }) => id === TRY);
  if (start === undefined) {
    return {};
  }
  const branch: Branch = {
    name: lessonWords('branch-solution'),
    about: '',
    timeline: playMoves(start.timeline, solution),
    from: { branch: runs[TRY] ?? 0, step: start.from },
  };
  return {
    branches: [...state.branches, branch],
    current: state.branches.length,
    playhead: { step: start.from, fraction: 0 },
    playing: false,
    problem: null,
    selection: null,
  };
}
