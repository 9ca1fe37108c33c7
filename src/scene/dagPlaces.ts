// Places of versions in the DAG, fixed when a version first appears and never changed: a version with one parent stands
// in the lane of the node that had it first, one that unites several between them, and below what it contains. A late one
// may land in the middle: it squeezes in between its neighbours' layers, and only edges change.

import type { SchemaVersion } from '../engine/index.ts';
import { containsVersion } from './dagOrder.ts';
import type { Moment } from './moment.ts';
import type { Point } from './scene.ts';
import { type SeenVersion, type SeenVersions, tableId } from './seenVersions.ts';

/** Width of the drawing, distance of layers, and margins, in px. */
const WIDTH = 520;
const LAYER_HEIGHT = 84;
const MARGIN_TOP = 28;
const MARGIN_BOTTOM = 32;
const MARGIN_SIDE = 36;
/** Room at the right of the last lane for a name and flags, and least distance of two tiles side by side, in px. */
const ROOM_RIGHT = 150;
const TILE_GAP = 110;
/** Layers and places this near to each other would lie on one another. */
const LAYER_NEAR = 0.4;
const NUDGE = 36;

interface Place extends Point {
  readonly layer: number;
}

interface Kept {
  count: number;
  readonly placed: Map<SeenVersion, Place>;
  readonly byVersion: Map<SchemaVersion, Place>;
}

export interface DagPlaces {
  readonly width: number;
  readonly height: number;
  readonly of: (version: SchemaVersion) => Point;
}

/** Those of `under` that no other of them contains. */
function topmost(under: readonly SeenVersion[]): readonly SeenVersion[] {
  return under.filter((one) =>
    under.every(
      (other) =>
        other === one ||
        !containsVersion(other.schema, one.schema) ||
        containsVersion(one.schema, other.schema),
    ),
  );
}

function layerOf(kept: Kept, under: readonly SeenVersion[], over: readonly SeenVersion[]): number {
  const layers = (of: readonly SeenVersion[]): number[] => of.map((one) => kept.placed.get(one)?.layer ?? 0);
  if (under.length === 0) {
    return over.length === 0 ? 0 : Math.min(...layers(over)) - 1;
  }
  const lower = Math.max(...layers(under));
  const upper = Math.min(...layers(over), Number.POSITIVE_INFINITY);
  return upper > lower ? Math.min(lower + 1, (lower + upper) / 2) : lower + 1;
}

/** The free place nearest to where a version would like to stand. */
function freeX(kept: Kept, wanted: number, layer: number): number {
  const taken = [...kept.placed.values()].filter((place) => Math.abs(place.layer - layer) < LAYER_NEAR);
  const [least, most] = [MARGIN_SIDE, WIDTH - ROOM_RIGHT];
  const inside = Math.min(most, Math.max(least, wanted));
  for (const gap of [TILE_GAP, NUDGE]) {
    for (let k = 0; k * NUDGE <= WIDTH; k++) {
      for (const x of [inside + k * NUDGE, inside - k * NUDGE]) {
        if (x >= least && x <= most && taken.every((place) => Math.abs(place.x - x) >= gap)) {
          return x;
        }
      }
    }
  }
  return inside;
}

function laneOf(i: number, count: number): number {
  return MARGIN_SIDE + (i / Math.max(1, count - 1)) * (WIDTH - ROOM_RIGHT - MARGIN_SIDE);
}

function wantedX(
  kept: Kept,
  one: SeenVersion,
  parents: readonly SeenVersion[],
  nodes: readonly string[],
): number {
  if (parents.length === 0) {
    // Between the first two lanes: the first change on either side then opens a diamond.
    return (laneOf(0, nodes.length) + laneOf(Math.min(1, nodes.length - 1), nodes.length)) / 2;
  }
  if (parents.length > 1) {
    const xs = parents.map((parent) => kept.placed.get(parent)?.x ?? 0);
    return xs.reduce((a, b) => a + b, 0) / xs.length;
  }
  return laneOf(Math.max(0, nodes.indexOf(one.node)), nodes.length);
}

function place(kept: Kept, one: SeenVersion, nodes: readonly string[]): void {
  const earlier = [...kept.placed.keys()];
  const under = earlier.filter((other) => containsVersion(one.schema, other.schema));
  const over = earlier.filter((other) => !under.includes(other) && containsVersion(other.schema, one.schema));
  const layer = layerOf(kept, under, over);
  const x = freeX(kept, wantedX(kept, one, topmost(under), nodes), layer);
  const found = { x, y: MARGIN_TOP + layer * LAYER_HEIGHT, layer };
  kept.placed.set(one, found);
  kept.byVersion.set(one.version, found);
}

const keptBySeen = new WeakMap<SeenVersions, Map<string, Kept>>();

/** Places of all versions of the selected table, of the future too: a reader draws those that it has reached. */
export function dagPlaces(moment: Moment): DagPlaces {
  const byTable = keptBySeen.get(moment.seen) ?? new Map<string, Kept>();
  keptBySeen.set(moment.seen, byTable);
  const kept = byTable.get(moment.tableId) ?? { count: 0, placed: new Map(), byVersion: new Map() };
  byTable.set(moment.tableId, kept);
  for (; kept.count < moment.seen.list.length; kept.count++) {
    const one = moment.seen.list[kept.count];
    if (one !== undefined && tableId(one.schema) === moment.tableId) {
      place(kept, one, moment.timeline.config.nodes);
    }
  }
  const reached = [...kept.placed].filter(([one]) => one.step <= moment.step).map(([, at]) => at.y);
  return {
    width: WIDTH,
    height: Math.max(MARGIN_TOP, ...reached) + MARGIN_BOTTOM,
    of: (version) => kept.byVersion.get(version) ?? { x: 0, y: 0 },
  };
}
