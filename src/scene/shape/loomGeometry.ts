// Where things stand in the loom: lanes by node, rows by step, the now line under the last row. A stroke begins and ends
// at the centre of its row, so that every arrival has its own height.

import type { Box, Line, LoomDetail, LoomGeometry, Point } from './scene.ts';

/** Sends of one event leave from ports this far apart, in px; nearer where rows are low. */
const PORT_GAP = 6;
/** Half of the gap that a line leaves around a lane that it only crosses, in px. */
const CROSSING_GAP = 6;
/** Radius of a knot on a lane with some air, in px: arrowheads end there. */
const DOT_RADIUS = 10;
/** A lane takes at most this share of its node's width, and more when its shards lie side by side. */
const LANE_SHARE = 0.22;
const LANE_SHARE_SHARDS = 0.32;
const LANE_WIDTH_MIN = 10;
/** What one shard's strip wants, in px. */
const STRIP_WIDTH = 14;
const GLYPH_SIZE_MIN = 8;
/** Heights of rows from which on more is drawn, in px. */
const FULL_FROM = 26;
const COMPACT_FROM = 14;
const TICKS_FROM = 6;

export const PILL_HEIGHT = 22;
export const GLYPH_SIZE = 16;
/** Type sizes of pills and of the words at knots, in px. */
export const PILL_TYPE = 12;
export const KNOT_TYPE = 13;
/** Height of the band between the last row and the now line with one layer of envelopes, and with each more. */
export const BAND_LAYER = 26;
/** Layers of envelopes at most; fewer where the whole run shares the height with them. */
const LAYERS = 4;
const LAYERS_WHOLE = 3;

export const layersMax = (whole: boolean): number => (whole ? LAYERS_WHOLE : LAYERS);

export interface LanePlace {
  readonly x: number;
  readonly cardX: number;
  readonly cardW: number;
}

/** The place of lane `i` of `count`: centre, and the card under it. */
export function lanePlace(geometry: LoomGeometry, i: number, count: number): LanePlace {
  const pitch = geometry.width / Math.max(1, count);
  const gap = Math.min(geometry.gap, pitch / 4);
  return { x: (i + 0.5) * pitch, cardX: i * pitch + gap / 2, cardW: pitch - gap };
}

/** Many lanes are thinner, so that words fit between them; several shards side by side take more. */
export function laneWidthOf(geometry: LoomGeometry, count: number, shards: number): number {
  const pitch = geometry.width / Math.max(1, count);
  const wanted = shards > 1 ? Math.max(geometry.laneWidth, shards * STRIP_WIDTH) : geometry.laneWidth;
  const share = shards > 1 ? LANE_SHARE_SHARDS : LANE_SHARE;
  return Math.max(LANE_WIDTH_MIN, Math.min(wanted, Math.floor(pitch * share)));
}

/** Side of a tile on a strip of this width; 0 when it would be too small to tell glyphs apart. */
export function glyphSizeOn(stripWidth: number): number {
  const size = Math.min(GLYPH_SIZE, Math.floor(stripWidth - 2));
  return size < GLYPH_SIZE_MIN ? 0 : size;
}

export function detailOf(rowHeight: number): LoomDetail {
  if (rowHeight >= FULL_FROM) {
    return 'full';
  }
  return rowHeight >= COMPACT_FROM ? 'compact' : rowHeight >= TICKS_FROM ? 'ticks' : 'threads';
}

export function rowCentre(geometry: LoomGeometry, row: number): number {
  return (row + 0.5) * geometry.rowHeight;
}

/** Lower edge of a row: the now line stands below it by the band. */
export function rowFloor(geometry: LoomGeometry, row: number): number {
  return (row + 1) * geometry.rowHeight;
}

/** How far below the centre of its row the n-th of `count` sends of one event leaves. */
export function portOffset(geometry: LoomGeometry, port: number): number {
  return Math.min(port * Math.min(PORT_GAP, geometry.rowHeight / 6), geometry.rowHeight * 0.48);
}

/** Where arrowheads end before a knot. */
export function knotRadius(geometry: LoomGeometry): number {
  return Math.min(DOT_RADIUS, geometry.rowHeight / 4);
}

export function between(a: Point, b: Point, fraction: number): Point {
  return { x: a.x + (b.x - a.x) * fraction, y: a.y + (b.y - a.y) * fraction };
}

/** The point `gap` px before `to` on the way from `from`. */
export function shortOf(from: Point, to: Point, gap: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return length <= gap ? from : between(from, to, 1 - gap / length);
}

/** Direction in degrees: 0 to the right, clockwise. */
export function angleOf(from: Point, to: Point): number {
  return (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
}

/** The line from `a` to `b` with a gap at each of the lanes (centres `xs`) that it crosses on its way. */
export function cutAtLanes(a: Point, b: Point, xs: readonly number[]): readonly Line[] {
  const width = Math.abs(b.x - a.x);
  const crossed = xs
    .filter((x) => x > Math.min(a.x, b.x) + CROSSING_GAP && x < Math.max(a.x, b.x) - CROSSING_GAP)
    .map((x) => Math.abs(x - a.x) / width)
    .sort((p, q) => p - q);
  const half = width === 0 ? 0 : CROSSING_GAP / width;
  const stops = [0, ...crossed.flatMap((t) => [t - half, t + half]), 1];
  const pieces: Line[] = [];
  for (let i = 0; i + 1 < stops.length; i += 2) {
    const [p, q] = [between(a, b, stops[i] ?? 0), between(a, b, stops[i + 1] ?? 1)];
    pieces.push({ x1: p.x, y1: p.y, x2: q.x, y2: q.y });
  }
  return pieces;
}

export function overlaps(a: Box, b: Box, air = 2): boolean {
  return a.x < b.x + b.w + air && b.x < a.x + a.w + air && a.y < b.y + b.h + air && b.y < a.y + a.h + air;
}

export function around(centre: Point, w: number, h: number): Box {
  return { x: centre.x - w / 2, y: centre.y - h / 2, w, h };
}
