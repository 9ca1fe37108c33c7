// Two nodes add a column each before either has heard of the other: rows join, and everybody ends on one version.

import { expect, test } from 'vitest';
import { play } from './play.test-support.ts';

test('M4 two concurrent ADDs end in one definition everywhere', () => {
  const end = play().alter('A', 100, '+x int').alter('B', 105, '+y int').settle();
  for (const node of ['A', 'B', 'C']) {
    expect(end.definition(node)).toBe('pk int key, a int, x int, y int');
  }
  expect(end.everBroken()).toEqual([]);
});
