import { expect, test } from 'vitest';
import { CONCURRENT_ADD_EN } from '../../lessons/texts/concurrentAdd.en.ts';
import { firstPicture } from './picture.tsx';

const picture = firstPicture();

test('the picture that is built into the page is the first lesson at its first beat', () => {
  expect(picture).toContain(CONCURRENT_ADD_EN.start);
  expect(picture).toContain('data-lesson="beat"');
  expect([...picture.matchAll(/data-node="(\w+)"/g)].map(([, node]) => node)).toEqual(['A', 'B']);
});

test('it is the same in every build, and nothing in it is still to come', () => {
  expect(firstPicture()).toBe(picture);
  // What React writes where a part could not be drawn.
  expect(picture).not.toContain('<!--$!-->');
  expect(picture).not.toContain('<!--$?-->');
});

test('it comes alive as a whole: no part that would do so by itself, for which a first press draws the page once more', () => {
  expect(picture).not.toContain('<!--$');
});
