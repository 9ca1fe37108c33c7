import { expect, test } from 'vitest';
import { project } from '../project.ts';
import { GEOMETRY_DESKTOP, type Loom, type SceneOptions } from '../shape/scene.ts';
import { busyRun } from './busyRun.test-support.ts';
import { marksOf } from './loomMarks.test-support.ts';

const run = busyRun({ steps: 1_200, messages: 40 });
const last = run.steps.length;

function loomAt(rowHeight: number, part: Partial<SceneOptions> = {}, step = last): Loom {
  const geometry = { ...GEOMETRY_DESKTOP, height: 700, rowHeight };
  return project(run, { step, fraction: 0 }, { selection: null, tableKey: null, geometry, ...part }).loom;
}

test.each([
  [40, 'full'],
  [20, 'compact'],
  [8, 'ticks'],
  [6, 'ticks'],
  [1, 'threads'],
] as const)(
  'with rows of %d px the history is drawn as %s, in fewer than 2,000 marks',
  (rowHeight, detail) => {
    for (const step of [100, 600, last]) {
      const loom = loomAt(rowHeight, {}, step);
      expect(loom.detail).toBe(detail);
      expect(marksOf(loom)).toBeLessThan(2_000);
    }
  },
);

test('the whole run fits into the window, its lanes from the start to now', () => {
  const loom = loomAt(40, { whole: true });
  expect(loom.detail).toBe('threads');
  expect(loom.viewport.y).toBeLessThanOrEqual(0.01);
  expect(loom.scroll.at).toBe(0);
  expect(marksOf(loom)).toBeLessThan(2_000);
  for (const lane of loom.lanes) {
    const pieces = loom.segments.filter((segment) => segment.node === lane.node);
    for (const [i, piece] of pieces.entries()) {
      expect(piece.y2).toBeGreaterThan(piece.y1);
      expect(piece.y1).toBe(pieces[i - 1]?.y2 ?? piece.y1);
    }
    expect(pieces.at(-1)?.y2).toBe(loom.nowY);
    expect(pieces.at(-1)?.identity).toBe(lane.identity);
  }
});

test('threads sum up every message that has ended, at each gap between lanes that it crossed', () => {
  const { threads } = loomAt(40, { whole: true });
  const nodes = run.config.nodes;
  let crossings = 0;
  for (const [i, { events, command }] of run.steps.entries()) {
    for (const event of i < last ? events : []) {
      if (event.kind === 'message-delivered' && command.kind !== 'crash') {
        crossings += Math.abs(nodes.indexOf(event.from) - nodes.indexOf(event.to));
      }
    }
  }
  expect(threads.reduce((sum, thread) => sum + thread.count, 0)).toBe(crossings);
  expect(threads.every((thread) => thread.weight > 0 && thread.weight <= 1)).toBe(true);
});

test('the whole run tells what was asked for, the last versions by their glyphs, and how much was said', () => {
  const loom = loomAt(40, { whole: true });
  const words = loom.dots.filter(({ text }) => text !== '');
  expect(words.length).toBeGreaterThan(10);
  const boxes = words.flatMap(({ textBox }) => textBox ?? []);
  for (const [i, a] of boxes.entries()) {
    expect(a.x).toBeGreaterThanOrEqual(0);
    expect(a.x + a.w).toBeLessThanOrEqual(loom.geometry.width);
    for (const b of boxes.slice(i + 1)) {
      expect(a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h).toBe(false);
    }
  }
  for (const lane of loom.lanes) {
    const glyphs = loom.segments.filter(({ node }) => node === lane.node).flatMap((one) => one.glyphs);
    expect(glyphs.length).toBeGreaterThan(0);
    for (const [i, { y }] of glyphs.entries()) {
      expect((glyphs[i + 1]?.y ?? Number.POSITIVE_INFINITY) - y).toBeGreaterThanOrEqual(loom.glyphSize);
    }
  }
  const counted = loom.tallies.map(({ text }) => Number.parseInt(text, 10));
  expect(counted.reduce((a, b) => a + b, 0)).toBe(loom.threads.reduce((sum, { count }) => sum + count, 0));
  expect(loomAt(40).tallies).toEqual([]);
});

test('a selected message is drawn by itself even among threads', () => {
  const event = run.steps.flatMap((step) => step.events).find((one) => one.kind === 'message-delivered');
  const message = event?.kind === 'message-delivered' ? event.message : '';
  const selected = loomAt(40, { whole: true, selection: { kind: 'message', message } }).strokes.filter(
    (stroke) => stroke.selected,
  );
  expect(selected.map((stroke) => stroke.message)).toContain(message);
});

test('low rows are chosen several at a time, each high enough to be hit, and none is left out', () => {
  const { rows } = loomAt(8);
  for (const [i, row] of rows.entries()) {
    expect(row.h).toBeGreaterThanOrEqual(24);
    expect(row.firstStep).toBe((rows[i - 1]?.lastStep ?? row.firstStep - 1) + 1);
  }
  expect(rows.at(-1)).toMatchObject({ lastStep: last, current: true });
});
