import { expect, test } from 'vitest';
import { arrowHead } from './arrowHead.ts';

test.each([
  [0, 'M10 20L-1 25.5L-1 14.5Z'],
  [90, 'M10 20L4.5 9L15.5 9Z'],
  [180, 'M10 20L21 14.5L21 25.5Z'],
])('a head that points at %i degrees', (angle, path) => {
  expect(arrowHead({ x: 10, y: 20, angle }, 11, 5.5)).toBe(path);
});
