import { expect, test } from 'vitest';
import { LOOP_MS, loopAt } from './loopAt.ts';

test('the loop is a function of time: it begins at the start, ends at the end, and comes round', () => {
  expect(loopAt(0, 8)).toEqual({ step: 0, fraction: 0 });
  expect(loopAt(LOOP_MS - 1, 8)).toEqual({ step: 8, fraction: 0 });
  expect(loopAt(3_200, 8)).toEqual({ step: 4, fraction: 0 });
  for (let ms = 0; ms < LOOP_MS; ms += 37) {
    expect(loopAt(ms + LOOP_MS, 8)).toEqual(loopAt(ms, 8));
    const { step, fraction } = loopAt(ms, 8);
    expect(step + fraction).toBeLessThanOrEqual(8);
    expect(fraction).toBeLessThan(1);
  }
});
