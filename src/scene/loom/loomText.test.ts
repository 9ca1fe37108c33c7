import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortened, textWidth } from './loomText.ts';

// Measured in Chromium with Inter at 12 px, weight 500.
test.each([
  ['+email', 38.6],
  ['what is X?', 58.7],
  ['all your changes?', 100.5],
  ['write', 28.7],
])('%s is %d px wide', (text, width) => {
  expect(Math.abs(textWidth(text, 12) - width)).toBeLessThan(1.2);
});

test('every character has a width, and no text is narrower than its part', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (a, b) => {
      expect(textWidth(a + b, 12)).toBeCloseTo(textWidth(a, 12) + textWidth(b, 12));
    }),
    { seed: 1 },
  );
});

test('a shortened text fits, begins like the whole one and is whole when there is room', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.integer({ min: 0, max: 300 }), (text, room) => {
      const shown = shortened(text, room, 12);
      expect(textWidth(shown, 12)).toBeLessThanOrEqual(room);
      expect(shown === text || shown === '' || text.startsWith(shown.slice(0, -1))).toBe(true);
    }),
    { seed: 2 },
  );
  expect(shortened('+telephone', 100, 12)).toBe('+telephone');
  expect(shortened('+telephone', 40, 12)).toBe('+tel…');
  expect(shortened('+telephone', 12, 12)).toBe('');
});
