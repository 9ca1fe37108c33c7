import { expect, test } from 'vitest';
import { timeText } from './microsWords.ts';

test.each([
  [0, '0 s'],
  [-30, '−30 µs'],
  [999.7, '1 ms'],
  [999_960, '1 s'],
  [-1_260_000, '−1.3 s'],
  [119_960_000, '2 min'],
])('%d µs in the unit that says it shortest: %s', (micros, text) => {
  expect(timeText(micros)).toBe(text);
});
