import { expect, test } from 'vitest';
import type { Loom, Segment, Stroke } from '../../scene/scene.ts';
import { NOW_BAND, withNowBand } from './nowBand.ts';

const segment = (y1: number, y2: number): Segment => ({
  key: `${y1}`,
  node: 'A',
  shard: 0,
  x: 0,
  w: 36,
  y1,
  y2,
  identity: null,
  up: true,
  glyphs: [],
});

const stroke = (endStep: number | null): Stroke => ({
  key: `stroke to ${endStep}`,
  message: 'm',
  verb: 'MUTATION',
  from: 'A',
  to: 'B',
  state: endStep === null ? 'inFlight' : 'delivered',
  identity: null,
  sentStep: 1,
  endStep,
  start: { x: 0, y: 20 },
  end: { x: 100, y: 120 },
  pieces: [
    { x1: 0, y1: 20, x2: 40, y2: 60 },
    { x1: 60, y1: 80, x2: 100, y2: 120 },
  ],
  head: null,
  cross: null,
  fork: null,
  label: null,
  selected: false,
  sentence: '',
});

const loom: Loom = {
  geometry: { width: 300, height: 200, rowHeight: 40, laneWidth: 36, gap: 32 },
  viewport: { x: 0, y: -40, w: 300, h: 200 },
  nowY: 160,
  rowCount: 4,
  lanes: [],
  segments: [segment(0, 80), segment(80, 160)],
  dots: [],
  rows: [],
  strokes: [stroke(3), stroke(null)],
};

test('only the last piece of a lane reaches down to the now line', () => {
  const { segments, nowY } = withNowBand(loom);
  expect(segments.map(({ y2 }) => y2)).toEqual([80, 160 + NOW_BAND]);
  expect(nowY).toBe(160 + NOW_BAND);
});

test('a message in flight ends at its envelope in one straight line, with its gaps; a delivered one stays', () => {
  const [delivered, inFlight] = withNowBand(loom).strokes;
  expect(delivered).toBe(loom.strokes[0]);
  expect(inFlight?.end).toEqual({ x: 100, y: 120 + NOW_BAND });
  const slopes = inFlight?.pieces.map(({ x1, y1, x2, y2 }) => (y2 - y1) / (x2 - x1));
  expect(slopes?.[0]).toBeCloseTo(1 + NOW_BAND / 100);
  expect(slopes?.[1]).toBeCloseTo(1 + NOW_BAND / 100);
  expect(inFlight?.pieces[0]).toMatchObject({ x1: 0, y1: 20 });
  expect(inFlight?.pieces[1]).toMatchObject({ x2: 100, y2: 120 + NOW_BAND });
});
