import { expect, test } from 'vitest';
import type { Dot, Loom, Segment, Stroke } from '../shape/scene.ts';
import { pickAt } from './loomPick.ts';

const segment = (node: string, shard: number, x: number): Segment => ({
  key: `${node}/${shard}`,
  node,
  shard,
  x,
  w: 18,
  y1: 0,
  y2: 200,
  identity: null,
  up: true,
  glyphs: [],
});

const dot: Dot = {
  key: 'B@2',
  node: 'B',
  step: 2,
  x: 318,
  y: 140,
  identity: null,
  shape: 'small',
  text: '',
  fullText: '',
  side: 'right',
  textX: 0,
  textY: 140,
  textBox: null,
  fresh: false,
};

const stroke: Stroke = {
  key: 'm@1',
  message: 'm',
  verb: 'DEFINITIONS_UPDATE',
  from: 'A',
  to: 'B',
  state: 'delivered',
  identity: null,
  sentStep: 1,
  endStep: 2,
  start: { x: 18, y: 20 },
  end: { x: 318, y: 140 },
  pieces: [],
  path: '',
  head: { x: 308, y: 136, angle: 22 },
  cross: null,
  fork: null,
  label: { x: 100, y: 56, w: 60, h: 22, text: '+email', shape: 'pill' },
  selected: false,
  held: false,
  fresh: false,
  sentence: 'Push +email, A to B, delivered',
};

const loom: Loom = {
  geometry: { width: 400, height: 200, rowHeight: 40, laneWidth: 36, gap: 32 },
  detail: 'full',
  band: 26,
  scroll: { at: 0, max: 0 },
  glyphSize: 16,
  viewport: { x: 0, y: 0, w: 400, h: 200 },
  nowY: 200,
  rowCount: 5,
  lanes: [],
  segments: [segment('A', 0, 0), segment('A', 1, 18), segment('B', 0, 300), segment('B', 1, 318)],
  dots: [dot],
  rows: [],
  strokes: [stroke],
  threads: [],
  tallies: [],
  gossips: [],
  cuts: [],
  walls: [],
  gaps: [],
};

const kindAt = (x: number, y: number, reach?: number): string => {
  const hit = pickAt(loom, { x, y }, reach);
  return hit === null ? 'tape' : hit.kind === 'lane' ? `${hit.segment.node}/${hit.segment.shard}` : hit.kind;
};

test('small things come before lines, lines before lanes, and the tape is what is left', () => {
  expect(kindAt(305, 135)).toBe('head');
  expect(kindAt(322, 142)).toBe('knot');
  expect(kindAt(130, 60)).toBe('stroke');
  expect(kindAt(200, 93)).toBe('stroke');
  expect(kindAt(310, 40)).toBe('B/0');
  expect(kindAt(20, 120)).toBe('A/1');
  expect(kindAt(200, 180)).toBe('tape');
});

test('a finger reaches further than a mouse', () => {
  expect(kindAt(200, 112)).toBe('tape');
  expect(kindAt(200, 112, 22)).toBe('stroke');
  expect(kindAt(46, 150)).toBe('tape');
  expect(kindAt(46, 150, 22)).toBe('A/1');
});

test('a stroke is met between its ends only', () => {
  expect(kindAt(348, 152)).toBe('tape');
});
