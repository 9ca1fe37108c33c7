// The loom: a lane a node, painted in the hue of the version that it stood at, time running down to the now line; and
// messages as diagonals between lanes. Only what touches the visible rows is returned, and nothing of the future.

import { easeCubicInOut } from 'd3';
import type { SchemaVersion } from '../engine/index.ts';
import type { Envelope } from './inFlight.ts';
import { laneX } from './inFlight.ts';
import { dotsBetween } from './loomDots.ts';
import { lanePlace, nowAt, rowCentre } from './loomGeometry.ts';
import type { LaneFact } from './loomIndex.ts';
import { strokesBetween } from './loomStrokes.ts';
import { type Moment, narrationAt, versionOnShard } from './moment.ts';
import { label } from './say.ts';
import type { Dot, Lane, Loom, LoomRow, Point, Segment } from './scene.ts';

/** Distance between two glyphs on a lane, and of the first one from the lane's change, in px. */
const GLYPH_EVERY = 96;
const GLYPH_FIRST = 20;
/** Nearer than this to a knot there is no room for a glyph, in px. */
const GLYPH_CLEAR = 18;
const OVERSCAN_ROWS = 2;

function glyphsAlong(x: number, y1: number, y2: number, window: readonly [number, number]): Point[] {
  const points: Point[] = [];
  const skip = Math.max(0, Math.floor((window[0] - y1 - GLYPH_FIRST) / GLYPH_EVERY));
  const last = Math.min(y2 - GLYPH_FIRST / 2, window[1]);
  for (let y = y1 + GLYPH_FIRST + skip * GLYPH_EVERY; y <= last; y += GLYPH_EVERY) {
    points.push({ x, y });
  }
  return points;
}

interface Change {
  readonly step: number;
  readonly version: SchemaVersion | null;
  readonly up: boolean;
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
    if (last === undefined || last.version !== version || last.up !== fact.up) {
      changes.push({ step: fact.step, version, up: fact.up });
    }
  }
  return changes;
}

function segments(moment: Moment, nowY: number, window: readonly [number, number]): Segment[] {
  const { geometry, index, timeline } = moment;
  const { shards, nodes } = timeline.config;
  return nodes.flatMap((node) => {
    const facts = index.lanes.get(node) ?? [];
    const left = laneX(moment, node) - geometry.laneWidth / 2;
    const w = geometry.laneWidth / shards;
    return Array.from({ length: shards }, (_, shard) => changesOf(moment, facts, shard)).flatMap(
      (changes, shard) =>
        changes.flatMap((change, i) => {
          const until = changes[i + 1];
          const y1 =
            change.step === 0 ? -geometry.height : rowCentre(geometry, index.rowOfStep[change.step] ?? 0);
          const y2 = until === undefined ? nowY : rowCentre(geometry, index.rowOfStep[until.step] ?? 0);
          if (y2 < window[0] || y1 > window[1]) {
            return [];
          }
          const x = left + shard * w;
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
            glyphs: change.version === null ? [] : glyphsAlong(x + w / 2, y1, y2, window),
          };
        }),
    );
  });
}

/** A glyph gives way to a knot that stands in its place. */
function clearOfDots(segment: Segment, dots: readonly Dot[]): Segment {
  const near = (at: Point): boolean =>
    dots.some((dot) => dot.node === segment.node && Math.abs(dot.y - at.y) < GLYPH_CLEAR);
  return segment.glyphs.some(near)
    ? { ...segment, glyphs: segment.glyphs.filter((at) => !near(at)) }
    : segment;
}

function lanes(moment: Moment): Lane[] {
  const { geometry, state } = moment;
  return state.core.nodes.map((node, i) => ({
    key: node.id,
    node: node.id,
    x: lanePlace(geometry, i, state.core.nodes.length).x,
    w: geometry.laneWidth,
    up: node.up,
    identity: moment.identities.of(versionOnShard(moment, node, 0)),
  }));
}

/** 'Step 6 of 9. A receives +phone from B. A merges B’s change: X and Y become Z.' */
function rowText(moment: Moment, firstStep: number, lastStep: number): string {
  const steps = String(moment.timeline.steps.length);
  const { sentence, more } = narrationAt(moment, lastStep);
  if (firstStep === 0) {
    return label('row-start', { steps, sentence });
  }
  if (lastStep > firstStep) {
    const count = String(lastStep - firstStep + 1);
    return label('row-run', { first: String(firstStep), last: String(lastStep), steps, count, sentence });
  }
  const heard = heardSentence(moment, lastStep, more);
  return heard === '' || heard === sentence
    ? label('row-step', { step: String(lastStep), steps, sentence })
    : label('row-step-heard', { step: String(lastStep), steps, heard, sentence });
}

/** What was received in a step, when its main sentence does not say that already; else ''. */
function heardSentence(moment: Moment, step: number, more: readonly string[]): string {
  const events = moment.timeline.steps[step - 1]?.events ?? [];
  const event = events.find((one) => one.kind === 'message-delivered');
  const isToldAnyway = event?.kind === 'message-delivered' && event.verb === 'MUTATION_DONE';
  return event === undefined || isToldAnyway ? '' : (more[events.indexOf(event)] ?? '');
}

function rowsBetween(moment: Moment, firstRow: number, lastRow: number): LoomRow[] {
  const rows: LoomRow[] = [];
  for (let row = Math.max(0, firstRow); row <= lastRow; row++) {
    const fact = moment.index.rows[row];
    if (fact !== undefined && fact.firstStep <= moment.step) {
      const lastStep = Math.min(fact.lastStep, moment.step);
      rows.push({
        key: `row ${row}`,
        row,
        y: rowCentre(moment.geometry, row),
        firstStep: fact.firstStep,
        lastStep,
        collapsed: fact.local ? lastStep - fact.firstStep + 1 : 0,
        text: rowText(moment, fact.firstStep, lastStep),
        current: lastStep === moment.step,
      });
    }
  }
  return rows;
}

/** Height of the now line, sliding from one row to the next with the fraction. */
function nowLine(moment: Moment): number {
  const { geometry, index, step, fraction } = moment;
  const here = nowAt(geometry, index, step);
  return fraction === 0 ? here : here + (nowAt(geometry, index, step + 1) - here) * easeCubicInOut(fraction);
}

export function projectLoom(moment: Moment, inFlight: readonly Envelope[]): Loom {
  const { geometry, index } = moment;
  const nowY = nowLine(moment);
  const air = (moment.options.overscan ?? OVERSCAN_ROWS) * geometry.rowHeight;
  const window = [nowY - geometry.height - air, nowY + air] as const;
  const firstRow = Math.max(0, Math.floor(window[0] / geometry.rowHeight));
  const lastRow = index.rowOfStep[moment.step] ?? 0;
  const dots = dotsBetween(moment, firstRow, lastRow);
  return {
    geometry,
    viewport: { x: 0, y: nowY - geometry.height, w: geometry.width, h: geometry.height },
    nowY,
    rowCount: lastRow + 1,
    lanes: lanes(moment),
    segments: segments(moment, nowY, window).map((segment) => clearOfDots(segment, dots)),
    dots,
    rows: rowsBetween(moment, firstRow, lastRow),
    strokes: strokesBetween(moment, inFlight, window),
  };
}
