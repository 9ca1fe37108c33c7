import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathBetween } from './movers.ts';

const path = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');

test('a line grows from where it ended to where it ends', () => {
  const between = pathBetween('M10 20L30 40', 'M10 20L50.5 -80');
  expect(between?.(1)).toBe('M10 20L30 40');
  expect(between?.(0.5)).toBe('M10 20L40.25 -20');
  expect(between?.(0)).toBe('M10 20L50.5 -80');
});

test('a line that is made another way does not pretend to grow', () => {
  expect(pathBetween('M10 20L30 40', 'M10 20L30 40M1 2L3 4')).toBeNull();
  expect(pathBetween('', 'M10 20L30 40')).toBeNull();
});

test('both ends of the way are the paths themselves, whatever their numbers', () => {
  const coordinate = fc.integer({ min: -5_000, max: 5_000 }).map((tenths) => tenths / 10);
  const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(points, points, (a, b) => {
      const count = Math.min(a.length, b.length);
      const [from, to] = [path(a.slice(0, count)), path(b.slice(0, count))];
      const between = pathBetween(from, to);
      expect(between?.(0)).toBe(to);
      const numbers = (text: string): number[] => (text.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
      const start = numbers(between?.(1) ?? '');
      for (const [i, value] of numbers(from).entries()) expect(start[i]).toBeCloseTo(value, 6);
    }),
    { seed: 7, numRuns: 200 },
  );
});
