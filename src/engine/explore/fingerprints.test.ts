import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFingerprints } from './fingerprints.ts';

const half = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));

test('X5 states are numbered in order of discovery, and equal fingerprints have one number', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(half, half), { maxLength: 400 }), (list) => {
      const fingerprints = createFingerprints();
      const exact = new Map<string, number>();
      for (const [low, high] of list) {
        const known = exact.get(`${low} ${high}`) ?? exact.size;
        exact.set(`${low} ${high}`, known);
        expect(fingerprints.numberOf(Int32Array.of(low, high))).toBe(known);
      }
      expect(fingerprints.size()).toBe(exact.size);
    }),
  );
});

test('X5 nothing is lost when the table grows', () => {
  const fingerprints = createFingerprints();
  const count = 200_000;
  const numbers = () =>
    Array.from({ length: count }, (_, i) => fingerprints.numberOf(Int32Array.of(i % 17, i)));
  const inOrder = Array.from({ length: count }, (_, i) => i);
  expect(numbers()).toEqual(inOrder);
  expect(numbers()).toEqual(inOrder);
});
