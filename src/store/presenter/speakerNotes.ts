// What a speaker sees beside the slide: the sentence that the audience reads, what to say, what comes next, and the time
// that is planned. Plain data, so that it can go to another window.

import type { Beat, Lesson } from '../../lessons/lesson.ts';
import { lessonPlace } from '../lesson/lessonPlace.ts';
import type { SessionState } from '../state/sessionState.ts';

export interface SpeakerNotes {
  readonly title: string;
  /** The beat that is shown, counted from 0, and how many there are. */
  readonly beat: number;
  readonly beats: number;
  readonly sentence: string;
  readonly note: string;
  /** Where the beat asks: what is right, and why. */
  readonly answer: { readonly right: string; readonly why: string } | null;
  /** Null at the last beat. */
  readonly next: string | null;
  /** Seconds that are planned until this beat begins, and for the whole lesson. */
  readonly begun: number;
  readonly planned: number;
  /** One has left the lesson's path, or tries its challenge. */
  readonly away: boolean;
}

/** Null when no lesson is open. */
export function speakerNotes(state: SessionState): SpeakerNotes | null {
  const { lesson: open } = state;
  const place = lessonPlace(state);
  if (open === null || place === null) {
    return null;
  }
  const { lesson } = open;
  const at = place.kind === 'beat' ? place.beat : open.beat;
  const beat = lesson.beats[at];
  if (beat === undefined) {
    return null;
  }
  const text = (id: string): string => lesson.texts[id] ?? '';
  const next = lesson.beats[at + 1];
  return {
    title: text('title'),
    beat: at,
    beats: lesson.beats.length,
    sentence: text(beat.id),
    note: text(`${beat.id}.note`),
    answer: answerOf(lesson, beat),
    next: next === undefined ? null : text(next.id),
    begun: secondsOf(lesson.beats.slice(0, at)),
    planned: secondsOf(lesson.beats),
    away: place.kind !== 'beat',
  };
}

function answerOf({ texts }: Lesson, { id, ask }: Beat): SpeakerNotes['answer'] {
  return ask === undefined
    ? null
    : { right: texts[`${id}.${ask.answer + 1}`] ?? '', why: texts[`${id}.why`] ?? '' };
}

const secondsOf = (beats: readonly Beat[]): number => beats.reduce((sum, { seconds }) => sum + seconds, 0);
