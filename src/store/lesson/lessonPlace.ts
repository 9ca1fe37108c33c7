// Where the playhead is in an open lesson: at a beat, wandering, or trying the challenge. It follows from (log, playhead)
// and from the beat that one has come to, since several beats may stand at one moment.

import { countedMoves, type Timeline } from '../../engine/index.ts';
import { type GoalState, goalAt } from '../../lessons/goal.ts';
import { isChallenge, TRY } from '../../lessons/lesson.ts';
import { type BeatPlace, playedLesson } from '../../lessons/playedLesson.ts';
import type { OpenLesson } from '../state/lessonState.ts';
import type { SessionState } from '../state/sessionState.ts';
import { timelineOf } from '../state/shown.ts';

export type LessonPlace =
  | { readonly kind: 'beat'; readonly beat: number }
  | { readonly kind: 'wandering' }
  | { readonly kind: 'trying'; readonly moves: number; readonly goal: GoalState };

/** Null when no lesson is open. */
export function lessonPlace(state: SessionState): LessonPlace | null {
  const { lesson: open } = state;
  if (open === null) {
    return null;
  }
  const { places } = playedLesson(open.lesson);
  if (isAt(state, open, places[open.beat]) || isOnWay(state, open)) {
    return { kind: 'beat', beat: open.beat };
  }
  const tried = attemptAt(state, open);
  if (tried !== null) {
    return tried;
  }
  // Where one has come back by hand to a beat that one has seen, one is at that beat again.
  const beat = places.findLastIndex((place, i) => i <= open.seen && isAt(state, open, place));
  return beat < 0 ? { kind: 'wandering' } : { kind: 'beat', beat };
}

/** Shown as it comes about: the beat's own run, at the place on the way that was asked for. */
function isOnWay({ current, playhead }: SessionState, { lesson, beat, runs, way }: OpenLesson): boolean {
  const run = playedLesson(lesson).places[beat]?.run ?? '';
  return (
    way !== undefined &&
    runs[run] === current &&
    playhead.step === way.step &&
    playhead.fraction === way.fraction
  );
}

function isAt(
  { current, playhead }: SessionState,
  { runs }: OpenLesson,
  place: BeatPlace | undefined,
): boolean {
  return (
    place !== undefined &&
    runs[place.run] === current &&
    place.step === playhead.step &&
    place.fraction === playhead.fraction
  );
}

interface Judged {
  readonly step: number;
  readonly goal: GoalState;
}

const judged = new WeakMap<Timeline, Judged>();

/** On the run of the challenge, or on one that has grown from it. */
function attemptAt(state: SessionState, { lesson, beat, runs }: OpenLesson): LessonPlace | null {
  const now = lesson.beats[beat];
  const start = playedLesson(lesson).runs.find(({ id }) => id === TRY);
  const isOther = Object.entries(runs).some(([run, branch]) => run !== TRY && branch === state.current);
  if (
    now === undefined ||
    !isChallenge(now) ||
    start === undefined ||
    isOther ||
    lesson.challenge === undefined
  ) {
    return null;
  }
  const timeline = timelineOf(state);
  const { from } = start;
  const { step } = state.playhead;
  const isGrown =
    timeline.start === start.timeline.start && timeline.steps[from - 1] === start.timeline.steps[from - 1];
  if (!isGrown || step < from) {
    return null;
  }
  const known = judged.get(timeline);
  const goal = known?.step === step ? known.goal : goalAt(lesson.challenge, timeline, from, step);
  judged.set(timeline, { step, goal });
  return { kind: 'trying', moves: countedMoves(timeline, from, step), goal };
}
