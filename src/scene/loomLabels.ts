// Where a message's label stands on its stroke: an upright pill at 0.38 of the way from its sender, or, where that would
// hit a pill or a lane, at .50 .28 .62 .20, else only a small tile. Labels are placed in the order in which messages
// ended, each avoiding those before it: a label once placed never moves.

import { between, GLYPH_SIZE, overlaps, PILL_HEIGHT, pillWidth } from './loomGeometry.ts';
import type { LoomIndex, StrokeFact } from './loomIndex.ts';
import type { Box, LoomGeometry, Point, StrokeLabel } from './scene.ts';

const FRACTIONS = [0.38, 0.5, 0.28, 0.62, 0.2];
/** A lost message ends at 0.45 of its way: its label stands before that. */
const FRACTIONS_LOST = [0.24, 0.2, 0.3];

export interface Labelling {
  readonly geometry: LoomGeometry;
  /** Centres of the lanes. */
  readonly laneXs: readonly number[];
  readonly startOf: (stroke: StrokeFact) => Point;
  readonly endOf: (stroke: StrokeFact) => Point;
  readonly textOf: (stroke: StrokeFact) => string;
}

interface Placed {
  count: number;
  readonly byStroke: Map<number, StrokeLabel>;
  /** Placed labels by the rows that they touch. */
  readonly byRow: Map<number, Box[]>;
}

function around(centre: Point, w: number, h: number): Box {
  return { x: centre.x - w / 2, y: centre.y - h / 2, w, h };
}

function rowsOf(box: Box, rowHeight: number): number[] {
  const [first, last] = [Math.floor(box.y / rowHeight), Math.floor((box.y + box.h) / rowHeight)];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function isFree(box: Box, placed: Placed, how: Labelling): boolean {
  const half = how.geometry.laneWidth / 2;
  if (how.laneXs.some((x) => box.x < x + half && box.x + box.w > x - half)) {
    return false;
  }
  return rowsOf(box, how.geometry.rowHeight).every((row) =>
    (placed.byRow.get(row) ?? []).every((other) => !overlaps(box, other)),
  );
}

function place(stroke: StrokeFact, placed: Placed, how: Labelling): StrokeLabel {
  const text = how.textOf(stroke);
  const [start, end] = [how.startOf(stroke), how.endOf(stroke)];
  const fractions = stroke.end === 'lost' ? FRACTIONS_LOST : FRACTIONS;
  const shapes = [
    { shape: 'pill', w: pillWidth(text), h: PILL_HEIGHT },
    { shape: 'glyph', w: GLYPH_SIZE, h: GLYPH_SIZE },
  ] as const;
  for (const { shape, w, h } of shapes) {
    for (const fraction of fractions) {
      const box = around(between(start, end, fraction), w, h);
      if (isFree(box, placed, how)) {
        return { ...box, text, shape };
      }
    }
  }
  return {
    ...around(between(start, end, fractions[0] ?? 0.38), GLYPH_SIZE, GLYPH_SIZE),
    text,
    shape: 'glyph',
  };
}

const kept = new WeakMap<LoomIndex, Map<string, Placed>>();

/** The label of every message that has ended; `key` names all that texts and places depend on besides the index. */
export function placeLabels(index: LoomIndex, key: string, how: Labelling): ReadonlyMap<number, StrokeLabel> {
  const byKey = kept.get(index) ?? new Map<string, Placed>();
  kept.set(index, byKey);
  const placed = byKey.get(key) ?? { count: 0, byStroke: new Map(), byRow: new Map() };
  byKey.set(key, placed);
  for (; placed.count < index.ended.length; placed.count++) {
    const stroke = index.ended[placed.count];
    if (stroke !== undefined && stroke.from !== stroke.to) {
      const box = place(stroke, placed, how);
      placed.byStroke.set(stroke.index, box);
      for (const row of rowsOf(box, how.geometry.rowHeight)) {
        placed.byRow.set(row, [...(placed.byRow.get(row) ?? []), box]);
      }
    }
  }
  return placed.byStroke;
}
