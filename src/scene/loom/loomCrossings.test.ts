// What lies on what in the history: envelopes that pass each other, tiles on a lane that a line crosses.

import { expect, test } from 'vitest';
import { loomSplit } from '../compare/loomSplit.ts';
import { add, doPending, play, usersRun } from '../firstMinute.test-support.ts';
import { project } from '../project.ts';
import { overlaps } from '../shape/loomGeometry.ts';
import { GEOMETRY_DESKTOP, type Loom, type Point, type SceneOptions } from '../shape/scene.ts';

const OPTIONS: SceneOptions = { selection: null, tableKey: null, naming: 'lesson' };
const own = (run: ReturnType<typeof usersRun>) => doPending(run, (choice) => choice.kind === 'merge');
const parted = own(play(own(play(usersRun(), add('A', 'email'))), add('B', 'phone')));

test('an envelope that arrives goes over one in its way, at every share of it, and is down at its end', () => {
  const run = doPending(parted, ({ message }) => message?.from === 'B' && message.to === 'A');
  const step = parted.steps.length;
  for (const width of [500, 560, 620, 696]) {
    const geometry = { ...GEOMETRY_DESKTOP, width };
    const at = (fraction: number) =>
      project(run, { step, fraction }, { ...OPTIONS, geometry, hidden: ['C'] }).inFlight;
    const lying = at(0.25);
    expect(lying).toHaveLength(2);
    expect(lying.some((a, i) => lying.some((b, j) => i !== j && overlaps(a, b, -2)))).toBe(false);
    const height = (items: typeof lying) => items.find(({ from }) => from === 'B')?.y;
    expect(height(at(0.4999))).toBeCloseTo(height(at(0)) ?? 0, 0);
  }
});

/** How far the nearest line that crosses the lane is from a tile on it, in px. */
function nearest({ strokes }: Loom, node: string, at: Point): number {
  const gaps = strokes
    .filter(({ from, to }) => from !== node && to !== node)
    .map(({ start, end }) => {
      const share = (at.x - start.x) / (end.x - start.x);
      return share > 0 && share < 1 ? Math.abs(start.y + (end.y - start.y) * share - at.y) : 1_000;
    });
  return Math.min(1_000, ...gaps);
}

test('no line cuts a tile on a lane that it crosses, in one branch or in two beside each other', () => {
  let run = parted;
  const looms: Loom[] = [];
  const other = own(play(usersRun(), add('C', 'nick')));
  for (const [from, to] of ['BA', 'AB', 'BC', 'AC']) {
    run = doPending(run, ({ message }) => message?.from === from && message?.to === to);
    for (const rowHeight of [36, 40, 44, 52]) {
      const geometry = { ...GEOMETRY_DESKTOP, rowHeight };
      const { loom } = project(run, { step: run.steps.length, fraction: 0 }, { ...OPTIONS, geometry });
      looms.push(loom);
      const split = loomSplit({ loom, screen: run, other, step: run.steps.length }, { ...OPTIONS, geometry });
      for (const { node, glyphs } of split?.pieces ?? []) {
        for (const at of glyphs) expect(nearest(loom, node, at)).toBeGreaterThan(12);
      }
    }
  }
  for (const loom of looms) {
    for (const { node, glyphs } of loom.segments) {
      for (const at of glyphs) expect(nearest(loom, node, at)).toBeGreaterThan(12);
    }
    // They give way, and are still there.
    for (const { node } of loom.lanes) {
      expect(
        loom.segments.filter((one) => one.node === node).flatMap(({ glyphs }) => glyphs).length,
      ).toBeGreaterThan(1);
    }
  }
});

test('a lane says its version where it comes to it, and again every 96 px as long as it stands there', () => {
  const run = own(play(usersRun(), add('A', 'email')));
  const geometry = { ...GEOMETRY_DESKTOP, height: 900, rowHeight: 400 };
  const { segments } = project(
    run,
    { step: run.steps.length, fraction: 0 },
    { ...OPTIONS, geometry, hidden: ['C'] },
  ).loom;
  const long = segments.filter(({ y1, y2 }) => y2 - y1 > 300);
  expect(long.length).toBeGreaterThan(1);
  for (const { y1, glyphs } of long) {
    const heights = glyphs.map(({ y }) => y);
    // One that meets a line or a knot gives way by up to 40 px; none is left out.
    expect(heights.length).toBeGreaterThan(2);
    for (const [i, y] of heights.entries())
      expect(Math.abs(y - (heights[0] ?? 0) - 96 * i)).toBeLessThanOrEqual(40);
    expect((heights[0] ?? 0) - y1).toBeGreaterThanOrEqual(20 - 0.001);
  }
});
