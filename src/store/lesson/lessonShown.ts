// What the page shows of an open lesson, as plain data; its words are messages of the lesson's own catalogue.

import { type Beat, type Focus, isChallenge, type Lesson, type Part } from '../../lessons/lesson.ts';
import { GLOSSARY_EN } from '../../lessons/texts/glossary.en.ts';
import { hiddenParts, type OpenLesson } from '../state/lessonState.ts';
import type { SessionState } from '../state/sessionState.ts';
import { lessonPlace } from './lessonPlace.ts';

export interface LessonShown {
  readonly id: string;
  readonly number: number | null;
  readonly title: string;
  readonly point: string;
  /** The beat that one is at, or has come to before wandering. */
  readonly beat: number;
  readonly beats: number;
  readonly chapter: Beat['chapter'];
  readonly mode: 'beat' | 'wandering' | 'trying';
  /** The beat's sentence; null where the run speaks for itself. */
  readonly sentence: string | null;
  readonly question: Question | null;
  /** What became of the question, at the beat after it. */
  readonly reveal: Reveal | null;
  readonly challenge: Task | null;
  readonly focus: Focus | null;
  readonly invites: boolean;
  readonly hidden: readonly Part[];
  /** Its versions need more room than those of others. */
  readonly deep: boolean;
  /** The next beat is told by what happens on the way to it, by a question, by a switch, or by nothing in particular. */
  readonly next: 'step' | 'reveal' | 'question' | 'switch' | 'back-to-own' | 'try' | 'sentence' | 'end';
  readonly isLast: boolean;
  /** Words that are used for the first time in the course. */
  readonly terms: readonly Term[];
}

/** A word that is explained where it is said first. */
export interface Term {
  readonly id: string;
  readonly term: string;
  readonly said: string;
  readonly meaning: string;
}

interface Question {
  readonly beat: string;
  readonly text: string;
  readonly options: readonly string[];
  readonly chosen: number | null;
}

interface Reveal {
  /** Null when nobody has guessed. */
  readonly isRight: boolean | null;
  readonly right: string;
  readonly reason: string;
}

interface Task {
  readonly goal: string;
  readonly hints: readonly string[];
  readonly hintsLeft: number;
  readonly moves: number;
  readonly par: number;
  readonly solved: boolean;
  /** The goal is out of reach from here. */
  readonly lost: boolean;
}

const shownOf = new WeakMap<OpenLesson, { readonly key: string; readonly shown: LessonShown }>();

/** Null when no lesson is open; the same object while nothing of it changes. */
export function lessonShown(state: SessionState): LessonShown | null {
  const { lesson: open } = state;
  const place = lessonPlace(state);
  if (open === null || place === null) {
    return null;
  }
  const key = JSON.stringify(place);
  const known = shownOf.get(open);
  if (known?.key === key) {
    return known.shown;
  }
  const at = place.kind === 'beat' ? place.beat : open.beat;
  const shown = show(open, at, place);
  shownOf.set(open, { key, shown });
  return shown;
}

function show(open: OpenLesson, at: number, place: NonNullable<ReturnType<typeof lessonPlace>>): LessonShown {
  const { lesson } = open;
  const beat = lesson.beats[at] as Beat;
  const isBeat = place.kind === 'beat';
  const text = textsOf(lesson);
  const before = lesson.beats[at - 1];
  return {
    id: lesson.id,
    number: lesson.number,
    title: text('title'),
    point: text('point'),
    beat: at,
    beats: lesson.beats.length,
    chapter: beat.chapter,
    mode: place.kind,
    sentence: isBeat ? text(beat.id) : null,
    question: isBeat ? questionOf(beat, open) : null,
    reveal: isBeat && before !== undefined ? revealOf(before, open) : null,
    challenge: isChallenge(beat) && place.kind !== 'wandering' ? taskOf(open, place) : null,
    focus: isBeat ? (beat.focus ?? null) : null,
    invites: isBeat && beat.invites === true,
    hidden: hiddenParts(open),
    deep: lesson.deep === true,
    next: nextOf(lesson, at),
    isLast: at === lesson.beats.length - 1,
    terms: isBeat ? (beat.terms ?? []).map((id) => ({ id, ...GLOSSARY_EN[id] })) : [],
  };
}

const textsOf =
  ({ texts }: Lesson) =>
  (id: string): string =>
    texts[id] ?? '';

function questionOf({ id, ask }: Beat, { lesson, answers }: OpenLesson): Question | null {
  const text = textsOf(lesson);
  return ask === undefined
    ? null
    : {
        beat: id,
        text: text(id),
        options: ask.options.map((_option, i) => text(`${id}.${i + 1}`)),
        chosen: answers[id] ?? null,
      };
}

function revealOf({ id, ask }: Beat, { lesson, answers }: OpenLesson): Reveal | null {
  const text = textsOf(lesson);
  const chosen = answers[id];
  return ask === undefined
    ? null
    : {
        isRight: chosen === undefined ? null : chosen === ask.answer,
        right: text(`${id}.${ask.answer + 1}`),
        reason: text(`${id}.why`),
      };
}

function taskOf(
  { lesson, hints }: OpenLesson,
  place: NonNullable<ReturnType<typeof lessonPlace>>,
): Task | null {
  const { challenge } = lesson;
  const text = textsOf(lesson);
  if (challenge === undefined) {
    return null;
  }
  const shown = Math.min(hints, challenge.hints);
  const tried = place.kind === 'trying' ? place : { moves: 0, goal: 'open' };
  return {
    goal: text('goal'),
    hints: Array.from({ length: shown }, (_hint, i) => text(`hint.${i + 1}`)),
    hintsLeft: challenge.hints - shown,
    moves: tried.moves,
    par: challenge.par,
    solved: tried.goal === 'met',
    lost: tried.goal === 'lost',
  };
}

function nextOf({ beats }: Lesson, at: number): LessonShown['next'] {
  const [beat, next] = [beats[at], beats[at + 1]];
  if (beat === undefined || next === undefined) {
    return 'end';
  }
  if (beat.ask !== undefined) {
    return 'reveal';
  }
  if (next.ask !== undefined) {
    return 'question';
  }
  if (isChallenge(next)) {
    return 'try';
  }
  if ((beat.run ?? '') !== (next.run ?? '')) {
    return next.run === undefined ? 'back-to-own' : 'switch';
  }
  return (next.moves ?? []).length > 0 ? 'step' : 'sentence';
}
