// What lies under a pointer in the loom: the nearest of the things that can be chosen, so that thin lines and small knots
// can be hit with a finger. Pure geometry over a projected loom; `reach` is half of the smallest target.

import type { Point } from '../shape/scene.ts';
import type { Dot, Loom, Segment, Stroke, StrokeLabel } from '../shape/sceneLoom.ts';

export type LoomHit =
  /** The head of a message: it can be dragged. */
  | { readonly kind: 'head'; readonly stroke: Stroke }
  | { readonly kind: 'stroke'; readonly stroke: Stroke }
  | { readonly kind: 'knot'; readonly dot: Dot }
  | { readonly kind: 'lane'; readonly segment: Segment };

interface Candidate {
  readonly hit: LoomHit;
  readonly distance: number;
}

/** What is chosen at `at` (absolute loom coordinates), or null where there is only the tape. */
export function pickAt(loom: Loom, at: Point, reach = 12): LoomHit | null {
  const small = nearest([...heads(loom, at), ...knots(loom, at)], reach);
  if (small !== null) {
    return small;
  }
  const pill = loom.strokes.findLast(({ label }) => label !== null && covers(label, at, reach));
  if (pill !== undefined) {
    return { kind: 'stroke', stroke: pill };
  }
  return nearest(lines(loom, at), reach) ?? laneAt(loom, at, reach);
}

/** A lost message has its cross for a head. */
const heads = (loom: Loom, at: Point): readonly Candidate[] =>
  loom.strokes.flatMap((stroke) => {
    const head = stroke.head ?? stroke.cross;
    return head === null
      ? []
      : { hit: { kind: 'head', stroke }, distance: Math.hypot(head.x - at.x, head.y - at.y) };
  });

const knots = (loom: Loom, at: Point): readonly Candidate[] =>
  loom.dots.map((dot) => ({
    hit: { kind: 'knot', dot },
    distance: Math.hypot(dot.x - at.x, dot.y - at.y),
  }));

const lines = (loom: Loom, at: Point): readonly Candidate[] =>
  loom.strokes.map((stroke) => ({
    hit: { kind: 'stroke', stroke },
    distance: distanceTo(stroke, at),
  }));

function nearest(candidates: readonly Candidate[], reach: number): LoomHit | null {
  const best = candidates.reduce<Candidate | null>(
    (least, one) => (one.distance < (least?.distance ?? reach) ? one : least),
    null,
  );
  return best?.hit ?? null;
}

function laneAt(loom: Loom, at: Point, reach: number): LoomHit | null {
  const along = loom.segments.filter(({ y1, y2 }) => at.y >= y1 && at.y < y2);
  // Shards lie side by side: the one that is hit before the one that is near.
  const segment =
    along.find(({ x, w }) => at.x >= x && at.x < x + w) ??
    along.find(({ x, w }) => Math.abs(at.x - (x + w / 2)) <= reach);
  return segment === undefined ? null : { kind: 'lane', segment };
}

/** A pill is lower than a finger: its box is grown to the smallest target. */
function covers(label: StrokeLabel, at: Point, reach: number): boolean {
  const [w, h] = [Math.max(label.w / 2, reach), Math.max(label.h / 2, reach)];
  return Math.abs(at.x - (label.x + label.w / 2)) <= w && Math.abs(at.y - (label.y + label.h / 2)) <= h;
}

/** Distance of a point from the straight way between the two ends of a stroke. */
function distanceTo({ start, end }: Stroke, at: Point): number {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((at.x - start.x) * dx + (at.y - start.y) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(start.x + t * dx - at.x, start.y + t * dy - at.y);
}
