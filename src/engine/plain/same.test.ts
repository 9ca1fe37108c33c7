import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from './canonical.ts';
import { isSameData } from './same.ts';

const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

// A small alphabet, so that two drawn values are often equal or nearly so.
const values = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(0, 1, '', 'a', null, true),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('x', 'y'), tie('value'), { maxKeys: 2 }),
  ),
})).value;

test('two values are the same exactly when their canonical identities are, asked once or twice', () => {
  let equal = 0;
  fc.assert(
    fc.property(values, values, (a, b) => {
      const expected = canonical(a) === canonical(b);
      equal += expected ? 1 : 0;
      expect([isSameData(a, b), isSameData(b, a), isSameData(a, b)]).toEqual([expected, expected, expected]);
      expect(isSameData(a, copy(a))).toBe(true);
    }),
    { seed: 5, numRuns: 600 },
  );
  expect(equal).toBeGreaterThan(20);
});

test('a key whose value is undefined is not there', () => {
  expect(isSameData({ x: 1, y: undefined }, { x: 1 })).toBe(true);
  expect(isSameData({ x: 1 }, { x: 1, y: undefined })).toBe(true);
  expect(isSameData({ x: undefined }, { toString: undefined })).toBe(true);
  expect(isSameData({ toString: Object.prototype.toString }, {})).toBe(false);
});
