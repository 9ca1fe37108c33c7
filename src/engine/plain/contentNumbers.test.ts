import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from './canonical.ts';
import { createContentNumbers } from './contentNumbers.ts';
import { createPairTable, NO_NUMBER } from './pairTable.ts';

// A small alphabet, so that two drawn values are often equal or nearly so: names stand as keys and as values.
const values = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom(0, '0', 'x', null),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('x', 'y', '0'), tie('value'), { maxKeys: 2 }),
  ),
})).value;

test('X2 two values have one number exactly when their canonical identities are one', () => {
  let equal = 0;
  const numberOf = createContentNumbers();
  fc.assert(
    fc.property(values, values, (a, b) => {
      const expected = canonical(a) === canonical(b);
      equal += expected ? 1 : 0;
      expect(numberOf(a) === numberOf(b)).toBe(expected);
      expect(numberOf(structuredClone(a))).toBe(numberOf(a));
    }),
    { seed: 5, numRuns: 2_000 },
  );
  expect(equal).toBeGreaterThan(50);
});

test('X2 neither the order of keys nor a key without a value makes another value; a name as key is no name as value', () => {
  const numberOf = createContentNumbers();
  expect(numberOf({ x: 1, y: [2] })).toBe(numberOf({ y: [2], x: 1 }));
  expect(numberOf({ x: 1, y: undefined })).toBe(numberOf({ x: 1 }));
  const different = [
    { x: 1 },
    { y: 1 },
    [1],
    1,
    '1',
    true,
    'true',
    '',
    null,

    {},
    [],
    { x: 'y' },
    { x: 'x', y: 'x' },
    ['x', 'y'],
    { y: 'x' },
    [['x'], 'y'],
    ['x', ['y']],
  ];
  expect(new Set(different.map(numberOf)).size).toBe(different.length);
});

test('a table of pairs knows what a map knows, also when it has grown, and zero and negative numbers', () => {
  const pair = fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: -3, max: 40 }));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 600 }), (list) => {
      const table = createPairTable(8);
      const exact = new Map<string, number>();
      for (const [a, b] of list) {
        const known = exact.get(`${a} ${b}`);
        expect(table.get(a, b)).toBe(known ?? NO_NUMBER);
        if (known === undefined) {
          table.add(a, b, exact.size - 2);
          exact.set(`${a} ${b}`, exact.size - 2);
        }
      }
      expect(table.size()).toBe(exact.size);
    }),
    { seed: 6 },
  );
});
