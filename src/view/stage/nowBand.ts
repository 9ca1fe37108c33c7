// The band between the last row of the history and the now line, where envelopes travel: without it they would lie over
// the knots and words of the present step. A pure change of coordinates: what belongs to now moves down by the band.

import type { Loom, MessageItem, Point, Segment, Stroke } from '../../scene/scene.ts';

export const NOW_BAND = 26;

/** The loom with its now line `NOW_BAND` below the last row. */
export function withNowBand(loom: Loom): Loom {
  return {
    ...loom,
    nowY: loom.nowY + NOW_BAND,
    viewport: { ...loom.viewport, y: loom.viewport.y + NOW_BAND },
    segments: loom.segments.map((segment) => lengthened(segment, loom.nowY)),
    strokes: loom.strokes.map((stroke) => (stroke.endStep === null ? stretched(stroke) : stroke)),
  };
}

/** Envelopes hang from the now line. */
export function inNowBand(items: readonly MessageItem[]): readonly MessageItem[] {
  return items.map((item) => ({ ...item, y: item.y + NOW_BAND }));
}

const lengthened = (segment: Segment, nowY: number): Segment =>
  segment.y2 < nowY ? segment : { ...segment, y2: segment.y2 + NOW_BAND };

/** A stroke in flight ends at its envelope: it keeps its start and its gaps, and gets steeper. */
function stretched(stroke: Stroke): Stroke {
  const { start, end } = stroke;
  const height = end.y - start.y;
  const lower = (y: number): number =>
    height === 0 ? y : start.y + ((y - start.y) * (height + NOW_BAND)) / height;
  const moved = (point: Point): Point => ({ x: point.x, y: lower(point.y) });
  return {
    ...stroke,
    end: moved(end),
    pieces: stroke.pieces.map((line) => ({ ...line, y1: lower(line.y1), y2: lower(line.y2) })),
    fork: stroke.fork === null ? null : moved(stroke.fork),
  };
}
