// A lesson played: its runs, where in them each beat stands, and where its challenge begins. Everything follows from the
// lesson's data, so it is worked out once.

import type { Rerun, Timeline } from '../engine/index.ts';
import { createTimeline, fork, rerun } from '../engine/index.ts';
import { type Beat, isChallenge, type Lesson, MAIN, TRY, type Turn } from './lesson.ts';
import { playMoves } from './run.ts';

/** Where a beat stands. */
export interface BeatPlace {
  readonly run: string;
  readonly step: number;
  readonly fraction: number;
}

export interface LessonRun {
  readonly id: string;
  readonly timeline: Timeline;
  /** The switch that makes it differ from the lesson's own run; null for that run itself. */
  readonly turn: Turn | null;
  /** Steps that it shares with the lesson's own run. */
  readonly from: number;
}

export interface PlayedLesson {
  /** The lesson's own run first, then its turns in order, then the run without a future on which its challenge is tried. */
  readonly runs: readonly LessonRun[];
  /** One for each beat. */
  readonly places: readonly BeatPlace[];
}

const kept = new WeakMap<Lesson, PlayedLesson>();

export function playedLesson(lesson: Lesson): PlayedLesson {
  const known = kept.get(lesson);
  if (known !== undefined) {
    return known;
  }
  const playing = playingLesson(lesson);
  for (;;) {
    const { done, value } = playing.next();
    if (done === true) return value;
  }
}

/** A run as it grows, with the step after the last move of each of its beats. */
interface Growing {
  readonly timeline: Timeline;
  readonly steps: ReadonlyMap<string, number>;
}

/** Plays it bit by bit, for a page that has other things to do in between; it is known when it is through. */
export function* playingLesson(lesson: Lesson): Generator<undefined, PlayedLesson> {
  const known = kept.get(lesson);
  const played = known ?? (yield* play(lesson));
  kept.set(lesson, played);
  return played;
}

function* play(lesson: Lesson): Generator<undefined, PlayedLesson> {
  const made = createTimeline({ seed: lesson.seed, config: lesson.config });
  if (!made.ok) {
    throw new Error(`Lesson ${lesson.id}: ${made.problem}`);
  }
  yield;
  const own = yield* grown(lesson, { timeline: made.value, steps: new Map() }, MAIN);
  const main: LessonRun = { id: MAIN, timeline: own.timeline, turn: null, from: 0 };
  const turns: Turned[] = [];
  for (const turn of lesson.turns) {
    turns.push(yield* turned(lesson, turn, own));
  }
  const all = new Map([[MAIN, own], ...turns.map(({ run, growing }) => [run.id, growing] as const)]);
  const tried = tryOf(lesson, all);
  return {
    runs: [main, ...turns.map(({ run }) => run), ...(tried === null ? [] : [tried])],
    places: lesson.beats.map((beat) =>
      isChallenge(beat) && tried !== null
        ? { run: TRY, step: tried.from, fraction: 0 }
        : placeOf(lesson, beat, all),
    ),
  };
}

/** The run after all moves of its beats. */
function* grown(lesson: Lesson, start: Growing, run: string): Generator<undefined, Growing> {
  let { timeline } = start;
  const steps = new Map(start.steps);
  for (const { id, moves = [], ...beat } of lesson.beats) {
    if ((beat.run ?? MAIN) === run && beat.after === undefined) {
      const before = timeline;
      timeline = playedBeat(lesson, id, () => playMoves(before, moves));
      steps.set(id, timeline.steps.length);
      if (moves.length > 0) yield;
    }
  }
  return { timeline, steps };
}

function playedBeat(lesson: Lesson, beat: string, play_: () => Timeline): Timeline {
  try {
    return play_();
  } catch (error) {
    throw new Error(
      `Lesson ${lesson.id}, beat ${beat}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

interface Turned {
  readonly run: LessonRun;
  readonly growing: Growing;
}

function* turned(lesson: Lesson, turn: Turn, own: Growing): Generator<undefined, Turned> {
  const end = turn.upTo === undefined ? own.timeline.steps.length : own.steps.get(turn.upTo);
  const again = fork(own.timeline, end ?? 0);
  const edited = rerun(again, { kind: 'protect', protections: turn.protections });
  if (!edited.ok) {
    throw new Error(`Lesson ${lesson.id}, turn ${turn.id}: ${edited.problem}`);
  }
  const { timeline, from } = edited.value;
  const places = placesIn(edited.value, again);
  const steps = new Map(
    [...own.steps].map(([beat, step]) => [beat, places[step] ?? edited.value.timeline.steps.length]),
  );
  yield;
  const growing = yield* grown(lesson, { timeline, steps }, turn.id);
  const run: LessonRun = { id: turn.id, timeline: growing.timeline, turn, from };
  return { run, growing };
}

/**
 * For each step of the old run the step of the new one after which the same has happened: what was skipped takes none, and
 * the new run may have done more in between.
 */
function placesIn({ timeline, skipped }: Rerun, old: Timeline): readonly number[] {
  const left = new Set(skipped.map(({ step }) => step));
  const places = [0];
  let at = 0;
  for (const [i, { command }] of old.steps.entries()) {
    if (!left.has(i + 1)) {
      const wanted = JSON.stringify(command);
      const found = timeline.steps.findIndex((step, j) => j >= at && JSON.stringify(step.command) === wanted);
      at = found < 0 ? at : found + 1;
    }
    places.push(at);
  }
  return places;
}

function placeOf(lesson: Lesson, beat: Beat, all: ReadonlyMap<string, Growing>): BeatPlace {
  const run = beat.run ?? MAIN;
  const step = all.get(run)?.steps.get(beat.after ?? beat.id);
  if (step === undefined) {
    throw new Error(`Lesson ${lesson.id}: beat ${beat.id} stands nowhere in run ${run}.`);
  }
  return { run, step, fraction: beat.fraction ?? 0 };
}

function tryOf({ id, challenge }: Lesson, all: ReadonlyMap<string, Growing>): LessonRun | null {
  if (challenge === undefined) {
    return null;
  }
  const run = all.get(challenge.run);
  const step = challenge.after === undefined ? 0 : run?.steps.get(challenge.after);
  if (run === undefined || step === undefined) {
    throw new Error(`Lesson ${id}: its challenge begins nowhere.`);
  }
  return { id: TRY, timeline: fork(run.timeline, step), turn: null, from: step };
}
