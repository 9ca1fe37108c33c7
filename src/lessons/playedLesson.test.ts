import { expect, test } from 'vitest';
import { concurrentAdd } from './course/concurrentAdd.ts';
import { playedLesson, playingLesson } from './playedLesson.ts';

test('a lesson that is played bit by bit is the lesson played at once', () => {
  const [byBits, atOnce] = [{ ...concurrentAdd }, { ...concurrentAdd }];
  const playing = playingLesson(byBits);
  let bits = 0;
  for (let next = playing.next(); next.done !== true; next = playing.next()) bits++;
  expect(bits).toBeGreaterThan(concurrentAdd.turns.length + 2);
  expect(playedLesson(byBits)).toEqual(playedLesson(atOnce));
});

test('what has been played is not played again', () => {
  const lesson = { ...concurrentAdd };
  const played = playedLesson(lesson);
  expect(playingLesson(lesson).next()).toEqual({ done: true, value: played });
  expect(playedLesson(lesson)).toBe(played);
});
