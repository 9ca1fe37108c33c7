import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryRows } from './arbitrary.ts';
import { equalRows, joinRows } from './rows.ts';
import { createShared, sharedRows } from './sharedRows.ts';

const RUNS = { seed: 11, numRuns: 500 };

test('shared rows are equal to those that were given, whatever was met before', () => {
  fc.assert(
    fc.property(arbitraryRows, (rows) => {
      const given = structuredClone(rows);
      expect(sharedRows(rows)).toEqual(given);
      expect(sharedRows(structuredClone(rows))).toBe(sharedRows(rows));
    }),
    RUNS,
  );
});

test('merges in two orders end in one object', () => {
  let changed = 0;
  fc.assert(
    fc.property(arbitraryRows, arbitraryRows, arbitraryRows, (base, a, b) => {
      const [one, other] = [joinRows(joinRows(base, a), b), joinRows(joinRows(base, b), a)];
      const isStored = one === base || other === base || equalRows(one, base);
      changed += isStored ? 0 : 1;
      // What a merge leaves as it was stays the object it was, so only rows that both orders made anew are compared.
      if (joinRows(base, a) !== base && joinRows(base, b) !== base) {
        expect(one === other || joinRows(base, a) === one || joinRows(base, b) === other).toBe(true);
      }
    }),
    RUNS,
  );
  expect(changed).toBeGreaterThan(100);
});

test('values of one hash are told apart, and the later one has the place', () => {
  const shared = createShared<{ readonly name: string }>(
    () => 7,
    (a, b) => a.name === b.name,
  );
  const [first, second] = [{ name: 'a' }, { name: 'b' }];
  expect(shared(first)).toBe(first);
  expect(shared({ name: 'a' })).toBe(first);
  expect(shared(second)).toBe(second);
  expect(shared({ name: 'b' })).toBe(second);
  expect(shared({ name: 'a' })).not.toBe(first);
});
