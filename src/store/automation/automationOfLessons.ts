// The course for scripts: lessons by id, beats by number, answers as the keys have them.

import type { Result, Timeline } from '../../engine/index.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { lessonPlace } from '../lesson/lessonPlace.ts';
import type { Session } from '../state/sessionState.ts';
import { lessonWords } from '../words/messagesOfLessons.en.ts';
import type { Outcome } from './outcomeOfCall.ts';

/** A lesson in outline, with its words. */
export interface LessonOutline {
  readonly id: string;
  /** Null on the shelf of incidents. */
  readonly number: number | null;
  readonly act: Lesson['act'];
  readonly minutes: number;
  readonly title: string;
  readonly point: string;
  readonly beats: readonly {
    readonly id: string;
    readonly chapter: Lesson['beats'][number]['chapter'];
    readonly sentence: string;
    readonly note: string;
    readonly seconds: number;
    readonly focus: string | null;
    /** The right answer where it asks, counted from 1; else null. */
    readonly answer: number | null;
  }[];
  readonly par: number | null;
}

export interface LessonAutomation {
  /** All lessons, in the order of the course, then the shelf. */
  readonly lessons: () => Promise<readonly LessonOutline[]>;
  /** Opens a lesson, at its first beat unless said. */
  readonly lesson: (id: string, beat?: number) => Promise<Outcome>;
  /**
   * To a beat of the open lesson, counted from 0, with all that is shown by then and no more; or so many steps `before` it
   * (0.4, say), where its sentence stands while it comes about.
   */
  readonly beat: (n: number, before?: number) => Outcome;
  /** Chooses an option, counted from 1, where the lesson asks; `next()` then shows what happens. */
  readonly answer: (option: number) => Outcome;
  /** Where the lesson is: the beat, or 'wandering', or 'trying' and 'solved'; null in the sandbox. */
  readonly place: () => number | 'wandering' | 'trying' | 'solved' | null;
}

export type Course = () => Promise<{ readonly LESSONS: readonly Lesson[] }>;

/** None where the course cannot be fetched: a run is shown without its lesson then. */
export const lessonsOf = (course: Course): Promise<readonly Lesson[]> =>
  course().then(
    ({ LESSONS }) => LESSONS,
    () => [],
  );

export function lessonAutomation(
  session: Session,
  after: (result: Result<Timeline>) => Outcome,
  course: Course,
): LessonAutomation {
  return {
    lessons: async () => (await course()).LESSONS.map(outlineOf),
    lesson: async (id, beat = 0) => {
      const lesson = (await course()).LESSONS.find((one) => one.id === id);
      if (lesson === undefined) {
        throw new Error(lessonWords('no-such-lesson', { id: String(id) }));
      }
      after(session.openLesson(lesson));
      return after(session.goToBeat(beat));
    },
    beat: (n, before = 0) => after(session.goToBeat(n, Number.isFinite(before) ? Math.max(0, before) : 0)),
    answer: (option) => after(session.answer(option)),
    place: () => {
      const place = lessonPlace(session.store.getState());
      if (place === null || place.kind === 'wandering') {
        return place === null ? null : 'wandering';
      }
      return place.kind === 'beat' ? place.beat : place.goal === 'met' ? 'solved' : 'trying';
    },
  };
}

function outlineOf({ id, number, act, minutes, texts, beats, challenge }: Lesson): LessonOutline {
  const text = (key: string): string => texts[key] ?? '';
  return {
    id,
    number,
    act,
    minutes,
    title: text('title'),
    point: text('point'),
    beats: beats.map((beat) => ({
      id: beat.id,
      chapter: beat.chapter,
      sentence: text(beat.id),
      note: text(`${beat.id}.note`),
      seconds: beat.seconds,
      focus: beat.focus ?? null,
      answer: beat.ask === undefined ? null : beat.ask.answer + 1,
    })),
    par: challenge?.par ?? null,
  };
}
