import { expect, test } from 'vitest';
import type { Identity } from '../shape/scene.ts';
import { railMarks } from './railMarks.ts';

const NONE = { versions: [], commands: [], breaks: [], bookmarks: [] };
const identity = (slot: number): Identity => ({
  version: `v${slot}`,
  slot,
  hue: slot % 12,
  glyph: slot % 20,
  pattern: 'plain',
  name: `V${slot}`,
  hex: '0000',
  keyspace: 'demo',
  table: 'users',
});
const changes = (count: number, every: number) =>
  Array.from({ length: count }, (_, i) => ({ step: (i + 1) * every, identity: identity(i) }));

test('every mark stands at its step', () => {
  const marks = railMarks(
    { steps: 10, versions: changes(2, 4), commands: [1], breaks: [5], bookmarks: [10, 0] },
    500,
  );
  expect(marks.versions.map(({ x, step, count }) => [x, step, count])).toEqual([
    [200, 4, 1],
    [400, 8, 1],
  ]);
  expect(marks.commands.map(({ x }) => x)).toEqual([50]);
  expect(marks.breaks.map(({ x }) => x)).toEqual([250]);
  expect(marks.bookmarks.map(({ x }) => x)).toEqual([0, 500]);
});

test('changes that lie on each other are one mark, in the looks of the last, that says how many they are', () => {
  const versions = [
    { step: 500, identity: identity(1) },
    { step: 501, identity: identity(2) },
    { step: 502, identity: identity(3) },
  ];
  const marks = railMarks({ ...NONE, steps: 1_000, versions }, 800);
  expect(marks.versions).toHaveLength(1);
  expect(marks.versions[0]).toMatchObject({ x: 400, step: 502, count: 3, identity: { slot: 3 } });
});

test.each([140, 320, 940])('five thousand steps leave the track visible at %i px', (width) => {
  const versions = changes(1_000, 5);
  const commands = Array.from({ length: 2_500 }, (_, i) => 2 * i);
  const marks = railMarks({ ...NONE, steps: 5_000, versions, commands }, width);
  expect(marks.versions.length).toBeLessThanOrEqual(width / 26 + 1);
  expect(marks.commands.length).toBeLessThanOrEqual(width / 5 + 1);
  expect(marks.versions.reduce((sum, { count }) => sum + count, 0)).toBe(1_000);
  for (const list of [marks.versions, marks.commands]) {
    const xs = list.map(({ x }) => x);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    expect(Math.max(...xs)).toBeLessThanOrEqual(width);
    expect(new Set(list.map(({ key }) => key)).size).toBe(list.length);
  }
});

test('a stroke that stands for more commands is taller; alone they are all alike', () => {
  const few = railMarks({ ...NONE, steps: 10, commands: [1, 5] }, 500).commands;
  expect(few.map(({ height }) => height)).toEqual([6, 6]);
  const many = railMarks({ ...NONE, steps: 1_000, commands: [1, 2, 3, 4, 500] }, 500).commands;
  expect(many.map(({ count, height }) => [count, height])).toEqual([
    [4, 9],
    [1, 4.5],
  ]);
});

test('there is nothing to mark before the first step, nor before the width is known', () => {
  expect(railMarks({ ...NONE, steps: 0, bookmarks: [0] }, 500)).toEqual(NONE);
  expect(railMarks({ ...NONE, steps: 5, bookmarks: [1] }, 0)).toEqual(NONE);
});

test('a bookmark beyond the end of this branch is not on its scrubber', () => {
  expect(railMarks({ ...NONE, steps: 5, bookmarks: [3, 9] }, 500).bookmarks).toHaveLength(1);
});
