// The word that somebody probably meant (SPEC Q1): the nearest of those that could stand there.

import { editDistance } from '../editDistance.ts';

/** One of `words`, or null when none is near. Compared without regard to case. */
export function likelyWord(written: string, words: readonly string[]): string | null {
  const word = written.toLowerCase();
  const near = words
    .map((one) => ({ one, misses: editDistance(word, one.toLowerCase()) }))
    .filter(({ one, misses }) => misses <= (one.length > 4 ? 2 : 1) && misses < one.length);
  return near.toSorted((a, b) => a.misses - b.misses)[0]?.one ?? null;
}
