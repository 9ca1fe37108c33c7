import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Buckets } from './buckets.ts';
import { itemsNear, itemsOf, NO_ITEMS, withItem } from './buckets.ts';
import { canonical } from './canonical.ts';
import { compareText } from './compare.ts';

const collect = (words: readonly string[]) =>
  words.reduce<Buckets<string>>((kept, word) => withItem(kept, word, word, compareText), NO_ITEMS);

test('N8 buckets hold each item once, whatever the order of additions, and look alike', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 60 }), (words) => {
      const kept = collect(words);
      expect(itemsOf(kept).toSorted(compareText)).toEqual([...new Set(words)].toSorted(compareText));
      expect(canonical(collect(words.toReversed()))).toBe(canonical(kept));
      for (const word of words) {
        expect(itemsNear(kept, word)).toContain(word);
        expect(withItem(kept, word, word, compareText)).toBe(kept);
      }
    }),
  );
});
