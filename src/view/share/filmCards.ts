// What a lesson's film says between its beats: what it is, where a chapter begins, and at its end the point and where to try.

import { lessonText } from '../../scene/words/courseWords.ts';
import { chapterWord, takeAlong } from '../../scene/words/takeAlongWords.ts';
import type { OpenLesson } from '../../store/state/lessonState.ts';

export interface FilmCard {
  readonly kicker: string;
  readonly title: string;
  readonly text: string;
  /** In half seconds. */
  readonly seconds: number;
}

const TITLE_SECONDS = 3;
const CHAPTER_SECONDS = 1.5;
const END_SECONDS = 3;

type Lesson = OpenLesson['lesson'];

const kickerOf = ({ number }: Lesson): string =>
  number === null ? takeAlong('film-schemerge') : takeAlong('film-lesson', { number });

/** The first picture of a film is what the film is; after it each chapter is told where it begins. */
export function cardBefore(lesson: Lesson, beat: number, first: number): FilmCard | null {
  const [here, before] = [lesson.beats[beat], lesson.beats[beat - 1]];
  const kicker = kickerOf(lesson);
  if (beat === first) {
    const [title, text] = [lesson.texts['title'] ?? '', lesson.texts['point'] ?? ''].map(lessonText);
    return { kicker, title: title ?? '', text: text ?? '', seconds: TITLE_SECONDS };
  }
  return here === undefined || here.chapter === before?.chapter
    ? null
    : { kicker, title: chapterWord(here.chapter), text: '', seconds: CHAPTER_SECONDS };
}

export function endCard(lesson: Lesson, page: string): FilmCard {
  const link = new URL(`?lesson=${lesson.id}`, page);
  link.hash = '';
  const title = lessonText(lesson.texts['point'] ?? '');
  return { kicker: kickerOf(lesson), title, text: link.href, seconds: END_SECONDS };
}

/** Sizes of type and the heights of their lines' middles, from the middle of the picture, in px of 1080. */
const LINES = [
  { part: 'kicker', font: '500 40px', at: -110 },
  { part: 'title', font: '680 88px', at: 0 },
  { part: 'text', font: '450 48px', at: 110 },
] as const;
const MARGIN = 140;

export function drawCard(canvas: HTMLCanvasElement, card: FilmCard): void {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error(takeAlong('film-impossible'));
  const { width, height } = canvas;
  const look = getComputedStyle(document.documentElement);
  context.fillStyle = look.getPropertyValue('--page');
  context.fillRect(0, 0, width, height);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const { part, font, at } of LINES) {
    context.fillStyle = look.getPropertyValue(part === 'title' ? '--ink' : '--muted');
    context.font = `${font} ${look.getPropertyValue('--font-text')}`;
    context.fillText(card[part], MARGIN, height / 2 + at, width - 2 * MARGIN);
  }
}
