// The lanes: one a node, with a strip a shard, painted in the hue of the version that it stood at. Where rows are lower
// than a pixel, of several changes within a few pixels the last one is painted.

import type { NodeId, SchemaVersion } from '../../engine/index.ts';
import type { LaneFact } from '../run/loomIndex.ts';
import { type Moment, nodesOf, versionOnShard } from '../run/moment.ts';
import { BAND_LAYER, detailOf, glyphSizeOn, rowCentre } from '../shape/loomGeometry.ts';
import type { Dot, Lane, Point, Segment, Stroke } from '../shape/scene.ts';
import { laneX } from './loomLines.ts';

/** Distance between two glyphs on a lane, and of the first one from the lane's change, in px. */
const GLYPH_EVERY = 96;
const GLYPH_FIRST = 20;
/** Nearer than this to a knot, or to a line that crosses the lane, there is no room for a glyph, in px. */
const GLYPH_CLEAR = 18;
const LINE_CLEAR = 14;
/** It gives way downwards, by such steps, so far at most, in px. */
const GIVE_WAY = 8;
const GIVE_WAY_MAX = 40;
/** Nor is there above the now line, where envelopes go in, in px. */
const NOW_CLEAR = BAND_LAYER + 8;
/** So many pieces of lanes are painted at most where the whole run is seen. */
const PIECES_MAX = 480;
const GRAIN_MIN = 2;

interface Change {
  readonly step: number;
  readonly version: SchemaVersion | null;
  readonly up: boolean;
  readonly gone: boolean;
}

/** What one shard's lane showed, one entry per change, up to the playhead. */
function changesOf(moment: Moment, facts: readonly LaneFact[], shard: number): Change[] {
  const changes: Change[] = [];
  for (const fact of facts) {
    if (fact.step > moment.step) {
      break;
    }
    const version = fact.shards[shard]?.[moment.tableId] ?? null;
    const last = changes.at(-1);
    if (last === undefined || last.version !== version || last.up !== fact.up || last.gone !== fact.gone) {
      changes.push({ step: fact.step, version, up: fact.up, gone: fact.gone });
    }
  }
  return changes;
}

/** Height of the pieces that a lane is painted in when rows are too low for each change to show. */
function grainOf(moment: Moment): number {
  const { geometry, timeline } = moment;
  if (detailOf(geometry.rowHeight) !== 'threads') {
    return 0;
  }
  const strips = moment.nodes.length * timeline.config.shards;
  return Math.max(GRAIN_MIN, Math.ceil((geometry.height * strips) / PIECES_MAX));
}

function glyphsAlong(x: number, y1: number, y2: number, window: readonly [number, number]): Point[] {
  const points: Point[] = [];
  const skip = Math.max(0, Math.floor((window[0] - y1 - GLYPH_FIRST) / GLYPH_EVERY));
  const last = Math.min(y2 - GLYPH_FIRST / 2, window[1]);
  for (let y = y1 + GLYPH_FIRST + skip * GLYPH_EVERY; y <= last; y += GLYPH_EVERY) {
    points.push({ x, y });
  }
  return points;
}

interface Strip {
  readonly node: string;
  readonly shard: number;
  readonly x: number;
  readonly w: number;
  readonly hasGlyphs: boolean;
}

interface Painting {
  readonly moment: Moment;
  readonly nowY: number;
  readonly window: readonly [top: number, bottom: number];
  readonly grain: number;
}

/** Where changes follow each other closely, the last ones show their glyphs, and of the earlier those that find room. */
function spaced(segments: readonly Segment[], size: number): Segment[] {
  let above = Number.POSITIVE_INFINITY;
  const shown = segments.toReversed().map((segment) => {
    const y = segment.y1 + size / 2 + 1;
    const isFree =
      size > 0 && segment.identity !== null && y + size <= above && y + size / 2 <= segment.y2 + size;
    above = isFree ? y : above;
    return { ...segment, glyphs: isFree ? [{ x: segment.x + segment.w / 2, y }] : [] };
  });
  return shown.reverse();
}

function paint(painting: Painting, strip: Strip, changes: readonly Change[]): Segment[] {
  const { moment, nowY, window, grain } = painting;
  const { geometry, index } = moment;
  const heightOf = (step: number): number => {
    const y = rowCentre(geometry, index.rowOfStep[step] ?? 0);
    return grain === 0 ? y : Math.min(nowY, Math.round(y / grain) * grain);
  };
  return changes.flatMap((change, i) => {
    const until = changes[i + 1];
    const y1 = change.step === 0 ? -geometry.height : heightOf(change.step);
    const y2 = until === undefined ? nowY : heightOf(until.step);
    if (change.gone || y2 < window[0] || y1 > window[1] || (grain > 0 && y1 === y2)) {
      return [];
    }
    const { node, shard, x, w, hasGlyphs } = strip;
    const foot = Math.min(y2, nowY - NOW_CLEAR + GLYPH_FIRST / 2);
    return {
      key: `${node}/${shard}@${change.step}`,
      node,
      shard,
      x,
      w,
      y1,
      y2,
      identity: moment.identities.of(change.version),
      up: change.up,
      glyphs: hasGlyphs && change.version !== null ? glyphsAlong(x + w / 2, y1, foot, window) : [],
    };
  });
}

/** The painted pieces of all lanes that touch the window, down to the now line. */
export function segmentsOf(moment: Moment, nowY: number, window: readonly [number, number]): Segment[] {
  const { geometry, index, timeline } = moment;
  const { shards } = timeline.config;
  const painting = { moment, nowY, window, grain: grainOf(moment) };
  const w = geometry.laneWidth / shards;
  const hasGlyphs = glyphSizeOf(moment) > 0;
  return moment.nodes.flatMap((node) => {
    const facts = index.lanes.get(node) ?? [];
    const left = laneX(moment, node) - geometry.laneWidth / 2;
    return Array.from({ length: shards }, (_, shard) => {
      const strip = { node, shard, x: left + shard * w, w, hasGlyphs };
      const pieces = paint(painting, strip, changesOf(moment, facts, shard));
      return painting.grain > 0 ? spaced(pieces, glyphSizeOf(moment)) : pieces;
    }).flat();
  });
}

/** Side of the glyph tiles on the strips of the lanes. */
export function glyphSizeOf({ geometry, timeline }: Moment): number {
  return glyphSizeOn(geometry.laneWidth / timeline.config.shards);
}

/** Whether a line passes over a lane at this place, on its way to another. */
export function isCrossed(strokes: readonly Stroke[], node: NodeId, at: Point): boolean {
  return strokes.some(({ start, end, from, to }) => {
    const share = (at.x - start.x) / (end.x - start.x);
    const passes = share > 0 && share < 1 && from !== node && to !== node;
    return passes && Math.abs(start.y + (end.y - start.y) * share - at.y) < LINE_CLEAR;
  });
}

/** A glyph gives way to a knot or a line in its place: a little lower, or where there is no room for it, altogether. */
export function clearOf(
  segment: Segment,
  dots: readonly Dot[],
  strokes: readonly Stroke[],
  nowY: number,
): Segment {
  const { node } = segment;
  const foot = Math.min(segment.y2 - GLYPH_FIRST / 2, nowY - NOW_CLEAR);
  const isTaken = (at: Point): boolean =>
    dots.some((dot) => dot.node === node && Math.abs(dot.y - at.y) < GLYPH_CLEAR) ||
    isCrossed(strokes, node, at);
  if (!segment.glyphs.some(isTaken)) {
    return segment;
  }
  const glyphs = segment.glyphs.flatMap(({ x, y: wished }) => {
    let y = wished;
    while (y < wished + GIVE_WAY_MAX && isTaken({ x, y })) {
      y += GIVE_WAY;
    }
    return y > Math.max(wished, foot) || isTaken({ x, y }) ? [] : [{ x, y }];
  });
  return { ...segment, glyphs };
}

export function lanesOf(moment: Moment): Lane[] {
  const { geometry } = moment;
  return nodesOf(moment).map((node) => ({
    key: node.id,
    node: node.id,
    x: laneX(moment, node.id),
    w: geometry.laneWidth,
    up: node.up,
    identity: moment.identities.of(versionOnShard(moment, node, 0)),
  }));
}
