// Where things stand in the loom: lanes by node, rows by step, the now line under the last row. A stroke begins and ends
// at the centre of its row, so that every arrival has its own height.

import type { LoomIndex } from './loomIndex.ts';
import type { Box, Line, LoomGeometry, Point } from './scene.ts';

/** Sends of one event leave from ports this far apart, in px. */
export const PORT_GAP = 6;
/** Half of the gap that a line leaves around a lane that it only crosses, in px. */
const CROSSING_GAP = 6;
/** Radius of a knot on a lane with some air, in px: arrowheads end there. */
export const DOT_RADIUS = 10;

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

export function rowCentre(geometry: LoomGeometry, row: number): number {
  return (row + 0.5) * geometry.rowHeight;
}

/** Height of the now line at a state: under its row. */
export function nowAt(geometry: LoomGeometry, index: LoomIndex, step: number): number {
  return ((index.rowOfStep[step] ?? 0) + 1) * geometry.rowHeight;
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

/** Width of a pill with a tile and this text, in px: 13 px Inter takes about 6.9 px a character. */
export function pillWidth(text: string): number {
  return Math.round(34 + 6.9 * [...text].length);
}

export const PILL_HEIGHT = 22;
export const GLYPH_SIZE = 16;
