// The words of every lesson: each id that its data asks for is there and no other, sentences fit, and keep the house rules.

import { describe, expect, test } from 'vitest';
import { LESSONS } from './catalogue.ts';
import type { Lesson } from './lesson.ts';

const SENTENCE_MAX = 90;
const TITLE_MAX = 48;
const REASON_MAX = 150;
/** No version is ahead of another; nobody feels or hopes; people are told what is, not how easy it is. */
const FORBIDDEN =
  /\b(?:newer|older version|outdated|behind|stale|obsolete|going to|simply|just|obviously|easy|easily|wants?|knows nothing|unfortunately|magic)\b/iu;
const ALLOWED = /neither is newer|not newer|just before|behind it/giu;

function idsOf(lesson: Lesson): readonly string[] {
  const beats = lesson.beats.flatMap(({ id, ask }) => [
    id,
    `${id}.note`,
    ...(ask === undefined ? [] : [...ask.options.map((_o, i) => `${id}.${i + 1}`), `${id}.why`]),
  ]);
  const { challenge } = lesson;
  const hints = Array.from({ length: challenge?.hints ?? 0 }, (_h, i) => `hint.${i + 1}`);
  return ['title', 'point', ...beats, ...(challenge === undefined ? [] : ['goal']), ...hints];
}

describe.each(LESSONS.map((lesson) => [lesson.id, lesson] as const))('%s', (_, lesson) => {
  test('has the words that it asks for, and no others', () => {
    expect(Object.keys(lesson.texts).toSorted()).toEqual(idsOf(lesson).toSorted());
  });

  test('its sentences fit', () => {
    const long = Object.entries(lesson.texts).filter(([id, text]) => {
      const max = id === 'title' ? TITLE_MAX : /\.(?:note|why)$/u.test(id) ? REASON_MAX : SENTENCE_MAX;
      return [...text].length > max;
    });
    expect(long.map(([id, text]) => `${id} (${[...text].length}): ${text}`)).toEqual([]);
  });

  test('they keep the rules of the house', () => {
    const said = Object.entries(lesson.texts).filter(([id]) => !id.endsWith('.note'));
    const wrong = said.filter(([id, text]) => {
      const ends = id === 'title' || /\.[1-4]$/u.test(id) || /[.?!]$/u.test(text);
      const straight = /['"]|--/u.test(text);
      return !ends || straight || (!/\.[1-4]$/u.test(id) && FORBIDDEN.test(text.replace(ALLOWED, '')));
    });
    expect(wrong).toEqual([]);
  });

  test('every beat has a time, and together they come to its minutes', () => {
    const seconds = lesson.beats.reduce((sum, beat) => sum + beat.seconds, 0);
    expect(lesson.beats.every((beat) => beat.seconds > 0)).toBe(true);
    expect(Math.abs(seconds / 60 - lesson.minutes)).toBeLessThanOrEqual(1.5);
  });
});
