// Places of versions in the DAG, fixed when a version first appears and never changed: a version with one parent stands
// in the lane of the node that had it first, one that unites several between them, and below what it contains. A late one
// may land in the middle: it squeezes in between its neighbours' layers, and only edges change.
// Places are abstract, in half tiles across and layers down; dagPicture.ts turns them into pixels of a panel.

import type { NodeId, SchemaVersion } from '../../engine/index.ts';
import type { Moment } from '../run/moment.ts';
import type { SeenVersion, SeenVersions } from '../run/seenVersions.ts';
import { orderOf, type VersionOrder } from './dagOrder.ts';

/** A tile with its name is two half columns wide; four fit side by side. */
const TILE_COLUMNS = 2;
/** The last half column in which a tile begins as long as there is room. */
const COLUMN_MAX = 6;
const MIDDLE = COLUMN_MAX / 2;
/** Lanes in the order in which nodes come to have a version first: left, right, between. */
const LANES_FEW = [1, 5, 3] as const;
const LANES_MANY = [0, 6, 2, 4] as const;
/** Layers nearer than this to each other overlap. */
const LAYER_NEAR = 0.4;

export interface Place {
  /** Half columns from the left; whole. */
  readonly column: number;
  /** Layers from the top; whole but for a version that landed between two others. */
  readonly layer: number;
}

interface Kept {
  /** By the version's place in the order of first appearance. */
  readonly places: Place[];
  readonly columnsOfLayer: Map<number, number[]>;
  readonly lanes: Map<NodeId, number>;
}

function layerOf(kept: Kept, below: ReadonlySet<number>, above: ReadonlySet<number>): readonly number[] {
  const layers = (of: ReadonlySet<number>): number[] => [...of].map((at) => kept.places[at]?.layer ?? 0);
  const lower = Math.max(Number.NEGATIVE_INFINITY, ...layers(below));
  const upper = Math.min(Number.POSITIVE_INFINITY, ...layers(above));
  if (below.size === 0) {
    return [above.size === 0 ? 0 : Math.ceil(upper) - 1, upper];
  }
  const next = Math.floor(lower) + 1;
  return [upper > next ? next : (lower + upper) / 2, upper];
}

function isFree(kept: Kept, column: number, layer: number, near: number): boolean {
  for (const [other, columns] of kept.columnsOfLayer) {
    const isNear = other === layer || Math.abs(other - layer) < near;
    if (isNear && columns.some((taken) => Math.abs(taken - column) < TILE_COLUMNS)) {
      return false;
    }
  }
  return true;
}

/** The free half column nearest to the wanted one, or null when the layer is full. */
function freeColumn(kept: Kept, wanted: number, layer: number, near: number): number | null {
  for (let off = 0; off <= COLUMN_MAX; off++) {
    for (const column of [wanted + off, wanted - off]) {
      if (column >= 0 && column <= COLUMN_MAX && isFree(kept, column, layer, near)) {
        return column;
      }
    }
  }
  return null;
}

function freePlace(kept: Kept, wanted: number, layer: number, upper: number): Place {
  // Between two layers a tile keeps clear of both.
  const near = Number.isInteger(layer) ? LAYER_NEAR : 1;
  for (let at = layer; at < upper; at++) {
    const column = freeColumn(kept, wanted, at, near) ?? freeColumn(kept, wanted, at, LAYER_NEAR);
    if (column !== null) {
      return { column, layer: at };
    }
  }
  let column = COLUMN_MAX + 1;
  while (!isFree(kept, column, layer, LAYER_NEAR)) {
    column++;
  }
  return { column, layer };
}

function laneOf(kept: Kept, node: NodeId, nodes: readonly NodeId[]): number {
  const known = kept.lanes.get(node);
  const lanes = nodes.length <= LANES_FEW.length ? LANES_FEW : LANES_MANY;
  const lane = known ?? lanes[kept.lanes.size % lanes.length] ?? MIDDLE;
  kept.lanes.set(node, lane);
  return lane;
}

function wantedColumn(kept: Kept, order: VersionOrder, at: number, lane: (node: NodeId) => number): number {
  const below = order.below[at] ?? new Set<number>();
  const isTopmost = (one: number): boolean => {
    for (const other of order.above[one] ?? []) {
      if (other < at && below.has(other)) {
        return false;
      }
    }
    return one < at;
  };
  const parents = [...below].filter(isTopmost);
  const one = order.versions[at];
  if (parents.length === 0 || one === undefined) {
    return MIDDLE;
  }
  if (parents.length === 1) {
    return lane(one.node);
  }
  const columns = parents.map((parent) => kept.places[parent]?.column ?? MIDDLE);
  return Math.round(columns.reduce((a, b) => a + b, 0) / columns.length);
}

function earlierOf(all: ReadonlySet<number> | undefined, at: number): ReadonlySet<number> {
  return new Set([...(all ?? [])].filter((one) => one < at));
}

function place(kept: Kept, order: VersionOrder, at: number, nodes: readonly NodeId[]): void {
  const [layer = 0, upper = Number.POSITIVE_INFINITY] = layerOf(
    kept,
    earlierOf(order.below[at], at),
    earlierOf(order.above[at], at),
  );
  const wanted = wantedColumn(kept, order, at, (node) => laneOf(kept, node, nodes));
  const found = freePlace(kept, wanted, layer, upper);
  kept.places.push(found);
  kept.columnsOfLayer.set(found.layer, [...(kept.columnsOfLayer.get(found.layer) ?? []), found.column]);
}

const keptBySeen = new WeakMap<SeenVersions, Map<string, Kept>>();

/** Places of all versions of the selected table, of the future too: a reader draws those that it has reached. */
export function dagPlaces(moment: Moment): (version: SchemaVersion) => Place {
  const order = orderOf(moment.seen, moment.tableId);
  const byTable = keptBySeen.get(moment.seen) ?? new Map<string, Kept>();
  keptBySeen.set(moment.seen, byTable);
  const kept = byTable.get(moment.tableId) ?? { places: [], columnsOfLayer: new Map(), lanes: new Map() };
  byTable.set(moment.tableId, kept);
  // Lanes for few or for many: as the run began, so that no place depends on what comes later.
  const { nodes } = moment.timeline.config;
  while (kept.places.length < order.versions.length) {
    place(kept, order, kept.places.length, nodes);
  }
  return (version) => kept.places[order.placeOf.get(version) ?? -1] ?? { column: MIDDLE, layer: 0 };
}

/** How many versions of the selected table there were up to a step: they come in the order of their steps. */
export function countUntil(versions: readonly SeenVersion[], step: number): number {
  let [low, high] = [0, versions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((versions[middle]?.step ?? 0) <= step) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
