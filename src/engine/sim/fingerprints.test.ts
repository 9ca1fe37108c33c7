import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFingerprints } from './fingerprints.ts';

const states = fc.array(fc.array(fc.nat(300), { minLength: 1, maxLength: 12 }), { maxLength: 400 });

test('X5 a set of fingerprints takes states for equal exactly when they are', () => {
  fc.assert(
    fc.property(states, (list) => {
      const fingerprints = createFingerprints();
      const exact = new Set<string>();
      for (const state of list) {
        const isNew = !exact.has(state.join());
        exact.add(state.join());
        expect(fingerprints.add(state)).toBe(isNew);
      }
      expect(fingerprints.size()).toBe(exact.size);
    }),
  );
});

test('X5 nothing is lost when the table grows', () => {
  const fingerprints = createFingerprints();
  const count = 200_000;
  const state = (i: number) => [i % 17, i >> 4, i];
  const added = Array.from({ length: count }, (_, i) => fingerprints.add(state(i)));
  const again = Array.from({ length: count }, (_, i) => fingerprints.add(state(i)));
  expect(added.filter((isNew) => !isNew)).toEqual([]);
  expect(again.filter((isNew) => isNew)).toEqual([]);
  expect(fingerprints.size()).toBe(count);
});
