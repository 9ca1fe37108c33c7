// Two branches in one loom: from the row in which they part, each lane is two: at the left what the other branch was at,
// step for step beside the steps on the screen, at the right the branch on the screen. The rows are those of the screen.

import type { NodeId, SchemaVersion, ShardId, Timeline } from '../../engine/index.ts';
import { isCrossed } from '../loom/loomLanes.ts';
import { type LaneFact, loomIndexOf } from '../run/loomIndex.ts';
import { type Moment, momentAt } from '../run/moment.ts';
import { glyphSizeOn } from '../shape/loomGeometry.ts';
import type { Identity, Lane, Loom, Point, SceneOptions } from '../shape/scene.ts';
import { partingStep } from './compareRuns.ts';

export interface SplitPiece {
  readonly key: string;
  readonly node: NodeId;
  readonly shard: ShardId;
  /** 'other': hatched, at the left; 'screen': solid, at the right. */
  readonly side: Side;
  readonly x: number;
  readonly w: number;
  readonly y1: number;
  readonly y2: number;
  /** Null: the node has no such table there. */
  readonly identity: Identity | null;
  readonly up: boolean;
  /** Centres of the version's tiles. */
  readonly glyphs: readonly Point[];
}

export interface LoomSplit {
  /** Height at which the branches part; null above the visible rows. */
  readonly partingY: number | null;
  /** Side of the tiles in the halves; 0 when those are too thin for any. */
  readonly glyphSize: number;
  readonly pieces: readonly SplitPiece[];
}

type Side = 'other' | 'screen';

/** Between the halves of a lane, in px. */
const GAP = 2;
/** Of a half's first tile from its beginning, between two, and of one from the knot that it gives way to, in px. */
const GLYPH_FIRST = 20;
const GLYPH_EVERY = 72;
const GLYPH_CLEAR = 24;
/** It gives way to a line by such steps, in px. */
const GIVE_WAY = 8;

interface Shown {
  readonly loom: Loom;
  readonly screen: Timeline;
  readonly other: Timeline;
  /** Steps done at the playhead. */
  readonly step: number;
}

/** Height of a step among the visible rows; above them the edge of what is visible. */
function heightOf(loom: Loom, step: number): number {
  const row = loom.rows.find((one) => one.firstStep <= step && step <= one.lastStep);
  const first = loom.rows[0];
  return row?.y ?? (first !== undefined && step < first.firstStep ? loom.viewport.y : loom.nowY);
}

interface Change {
  readonly step: number;
  readonly version: SchemaVersion | null;
  readonly up: boolean;
}

/** One half of one shard's strip of a lane. */
interface Half {
  readonly loom: Loom;
  readonly moment: Moment;
  readonly lane: Lane;
  readonly shard: ShardId;
  readonly side: Side;
  readonly parting: number;
}

/** What the strip showed from the parting on, an entry a change. */
function changesOf({ moment, shard, parting }: Half, facts: readonly LaneFact[]): readonly Change[] {
  const all = facts
    .filter((fact) => fact.step <= moment.step)
    .map(({ step, shards, up }) => ({ step, up, version: shards[shard]?.[moment.tableId] ?? null }));
  const before = all.findLast((one) => one.step <= parting);
  const after = all.filter((one) => one.step > parting);
  const changes = before === undefined ? after : [{ ...before, step: parting }, ...after];
  return changes.filter((one, i) => {
    const last = changes[i - 1];
    return last === undefined || last.version !== one.version || last.up !== one.up;
  });
}

function glyphsOf({ loom, lane }: Half, x: number, y1: number, y2: number): readonly Point[] {
  const knots = loom.dots.filter((dot) => dot.node === lane.node).map((dot) => dot.y);
  const points: Point[] = [];
  let y = y1 + GLYPH_FIRST;
  while (y <= y2 - GLYPH_FIRST / 2) {
    const knot = knots.find((at) => Math.abs(at - y) < GLYPH_CLEAR);
    if (knot !== undefined) {
      y = knot + GLYPH_CLEAR;
    } else if (isCrossed(loom.strokes, lane.node, { x, y })) {
      y += GIVE_WAY;
    } else {
      points.push({ x, y });
      y += GLYPH_EVERY;
    }
  }
  return points;
}

function piecesOf(half: Half, changes: readonly Change[]): readonly SplitPiece[] {
  const { loom, lane, shard, side, moment } = half;
  const { shards } = moment.timeline.config;
  const room = (lane.w - GAP) / 2;
  const w = room / shards;
  const x = (side === 'other' ? lane.x - lane.w / 2 : lane.x + GAP / 2) + shard * w;
  const hasGlyphs = glyphSizeOn(w) > 0;
  return changes.flatMap((change, i) => {
    const next = changes[i + 1];
    const y1 = heightOf(loom, change.step);
    const y2 = next === undefined ? loom.nowY : heightOf(loom, next.step);
    const identity = moment.identities.of(change.version);
    const glyphs = hasGlyphs && identity !== null ? glyphsOf(half, x + w / 2, y1, y2) : [];
    const key = `${side} ${lane.node}/${shard}@${change.step}`;
    const place = { node: lane.node, shard, side, x, w, y1, y2 };
    return y2 <= y1 ? [] : [{ key, ...place, identity, up: change.up, glyphs }];
  });
}

/** Null where the two do not part before the playhead. */
export function loomSplit(shown: Shown, options: SceneOptions): LoomSplit | null {
  const { loom, screen, other, step } = shown;
  const parting = partingStep(screen, other);
  if (parting === null || parting >= step) {
    return null;
  }
  const { shards } = screen.config;
  const pieces = (['other', 'screen'] as const).flatMap((side) => {
    const timeline = side === 'other' ? other : screen;
    const moment = { ...momentAt(timeline, { step, fraction: 0 }, options), step };
    const { lanes } = loomIndexOf(timeline);
    return loom.lanes.flatMap((lane) =>
      Array.from({ length: shards }, (_, shard) => {
        const half: Half = { loom, moment, lane, shard, side, parting };
        return piecesOf(half, changesOf(half, lanes.get(lane.node) ?? []));
      }).flat(),
    );
  });
  const row = loom.rows.find((one) => one.firstStep <= parting && parting <= one.lastStep);
  const half = ((loom.lanes[0]?.w ?? 0) - GAP) / 2;
  return { partingY: row?.y ?? null, glyphSize: glyphSizeOn(half / shards), pieces };
}
