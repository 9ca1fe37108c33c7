// How many elements a loom takes when it is drawn, counted generously: what the limit on a page's size is held against.

import type { Loom } from '../shape/scene.ts';

/** A group, its lines or body, its words; a tile is two. */
const PER_SEGMENT = 4;
const PER_GLYPH = 3;
const PER_STROKE = 5;
const PER_LABEL = 6;
const PER_DOT = 3;
const PER_ROW = 3;

export function marksOf(loom: Loom): number {
  const glyphs = loom.segments.reduce((sum, segment) => sum + segment.glyphs.length, 0);
  const labels = loom.strokes.filter((stroke) => stroke.label !== null).length;
  const pieces = loom.strokes.reduce((sum, stroke) => sum + stroke.pieces.length, 0);
  return (
    loom.segments.length * PER_SEGMENT +
    glyphs * PER_GLYPH +
    loom.strokes.length * PER_STROKE +
    pieces +
    labels * PER_LABEL +
    loom.dots.length * PER_DOT +
    loom.rows.length * PER_ROW +
    loom.threads.length +
    loom.tallies.length +
    loom.gossips.length * 3 +
    loom.cuts.reduce((sum, { pieces }) => sum + pieces.length + 5, 0) +
    loom.walls.length
  );
}
