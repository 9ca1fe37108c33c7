import { expect, test } from 'vitest';
import { dragged, keyed, stepped } from './scrub.ts';

test('a hand stops between two steps where there is room, and is caught by a step that is near', () => {
  expect(dragged(5.5, 80)).toEqual([5, 0.5]);
  expect(dragged(5.05, 80)).toEqual([5, 0]);
  expect(dragged(5.95, 80)).toEqual([6, 0]);
  expect(dragged(5.4, 10)).toEqual([5, 0]);
  expect(dragged(0, 80)).toEqual([0, 0]);
});

test('a screen reader goes by whole steps, and by one at least', () => {
  expect(stepped(5.01, 5)).toEqual([6, 0]);
  expect(stepped(4.99, 5)).toEqual([4, 0]);
  expect(stepped(9.2, 5)).toEqual([9, 0]);
  expect(stepped(5.9, 5.5)).toEqual([6, 0]);
  expect(stepped(5.4, 5.5)).toEqual([5, 0]);
  expect(stepped(3, 14)).toEqual([3, 0]);
});

test('the keys of a slider stay within the run', () => {
  const place = { step: 5, steps: 40, fraction: 0 };
  const keys = ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'a'];
  expect(keys.map((key) => keyed(key, place))).toEqual([6, 6, 4, 4, 9, 1, 0, 40, null]);
  expect(keyed('ArrowLeft', { ...place, fraction: 0.5 })).toBe(5);
  expect(keyed('ArrowLeft', { ...place, step: 0 })).toBe(0);
  expect(keyed('PageUp', { step: 3, steps: 4, fraction: 0 })).toBe(4);
});
