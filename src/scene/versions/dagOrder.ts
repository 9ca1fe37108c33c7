// The order behind the DAG: a version contains another when joining the other's live rows into its own changes nothing.
// It is grown one version at a time: a new one is asked about from the topmost down, and whatever follows is not asked.
// The Hasse diagram keeps only what does not follow; an edge lives until a late version lands between its ends.

import type { Schema, SchemaVersion } from '../../engine/index.ts';
import { equalTableRows, joinTableRows, leqTableRows, liveTableRows } from '../../engine/index.ts';
import { isDrop } from '../run/seenDrops.ts';
import { type SeenVersion, type SeenVersions, tableId } from '../run/seenVersions.ts';

/**
 * Whether `whole` contains `part`; the engine remembers the answer for every pair of rows. Of a version the live rows are
 * asked about; of a drop its tombstones, for nothing else is left of it: it is contained where they cover nothing
 * that lives. Two nodes at one version may differ in whether they have them.
 */
export function containsVersion(whole: Schema, part: Schema): boolean {
  if (isDrop(part.version)) {
    const live = liveTableRows(whole.ghost.rows);
    return isDrop(whole.version)
      ? joinTableRows(whole.ghost.rows, part.ghost.rows) === whole.ghost.rows
      : equalTableRows(liveTableRows(joinTableRows(live, part.ghost.rows)), live);
  }
  return leqTableRows(part.ghost.rows, whole.ghost.rows);
}

/** Places of two versions in the order of first appearance: `to` contains `from`, and nothing lies between. */
interface Cover {
  readonly from: number;
  readonly to: number;
  /** Number of versions, this pair's later one included, since which it is an edge, and from which on it is not. */
  readonly born: number;
  died: number;
}

export interface VersionOrder {
  /** All versions of one table, in order of first appearance. */
  readonly versions: SeenVersion[];
  readonly placeOf: Map<SchemaVersion, number>;
  /** For each version all that it contains, and all that contain it, by place. */
  readonly below: Set<number>[];
  readonly above: Set<number>[];
  readonly covers: Cover[];
  /** The edges that stand now, into each version and out of it. */
  readonly lower: Map<number, Cover>[];
  readonly upper: Map<number, Cover>[];
  /** How much of the list of all that was seen has been taken in. */
  taken: number;
}

/** Everything that `found` asks for, going down (or up) along the edges from some start. */
function gather(
  start: Iterable<number>,
  next: (at: number) => Iterable<number>,
  keep: (at: number) => boolean,
): Set<number> {
  const kept = new Set<number>();
  const stack = [...start];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (!kept.has(at) && keep(at)) {
      kept.add(at);
      stack.push(...next(at));
    }
  }
  return kept;
}

/** All earlier versions that the newcomer contains: of what a contained one contains nothing is asked. */
function containedIn(order: VersionOrder, schema: Schema, tops: readonly number[]): Set<number> {
  const found = new Set<number>();
  const refused = new Set<number>();
  const stack = [...tops];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const other = order.versions[at];
    if (other === undefined || found.has(at) || refused.has(at)) {
      continue;
    }
    if (containsVersion(schema, other.schema)) {
      found.add(at);
      for (const under of order.below[at] ?? []) {
        found.add(under);
      }
    } else {
      refused.add(at);
      stack.push(...(order.lower[at]?.keys() ?? []));
    }
  }
  return found;
}

function cover(order: VersionOrder, from: number, to: number, born: number): void {
  const edge: Cover = { from, to, born, died: Number.POSITIVE_INFINITY };
  order.covers.push(edge);
  order.lower[to]?.set(from, edge);
  order.upper[from]?.set(to, edge);
}

/** Takes in one more version. Of two that contain each other the earlier one is below. */
function take(order: VersionOrder, one: SeenVersion): void {
  const place = order.versions.length;
  const tops = order.versions.map((_, i) => i).filter((i) => order.upper[i]?.size === 0);
  const below = containedIn(order, one.schema, tops);
  const above = gather(
    tops,
    (at) => order.lower[at]?.keys() ?? [],
    (at) => {
      const other = order.versions[at];
      return !below.has(at) && other !== undefined && containsVersion(other.schema, one.schema);
    },
  );
  order.versions.push(one);
  order.placeOf.set(one.version, place);
  order.below.push(below);
  order.above.push(above);
  order.lower.push(new Map());
  order.upper.push(new Map());
  for (const at of below) {
    order.above[at]?.add(place);
  }
  for (const at of above) {
    order.below[at]?.add(place);
  }
  const count = place + 1;
  const under = [...below].filter((at) => ![...(order.upper[at]?.keys() ?? [])].some((up) => below.has(up)));
  const over = [...above].filter((at) => ![...(order.lower[at]?.keys() ?? [])].some((low) => above.has(low)));
  for (const from of under) {
    for (const [to, edge] of order.upper[from] ?? []) {
      if (above.has(to)) {
        edge.died = count;
        order.upper[from]?.delete(to);
        order.lower[to]?.delete(from);
      }
    }
    cover(order, from, place, count);
  }
  for (const to of over) {
    cover(order, place, to, count);
  }
}

const orders = new WeakMap<SeenVersions, Map<string, VersionOrder>>();

/** The order of all versions of a table that a run has seen, those of its future too. */
export function orderOf(seen: SeenVersions, table: string): VersionOrder {
  const byTable = orders.get(seen) ?? new Map<string, VersionOrder>();
  orders.set(seen, byTable);
  const order = byTable.get(table) ?? {
    versions: [],
    placeOf: new Map(),
    below: [],
    above: [],
    covers: [],
    lower: [],
    upper: [],
    taken: 0,
  };
  byTable.set(table, order);
  for (; order.taken < seen.points.length; order.taken++) {
    const one = seen.points[order.taken];
    if (one !== undefined && tableId(one.schema) === table) {
      take(order, one);
    }
  }
  return order;
}

export interface HasseEdge {
  readonly from: SeenVersion;
  readonly to: SeenVersion;
}

export interface Hasse {
  readonly versions: readonly SeenVersion[];
  readonly edges: readonly HasseEdge[];
  /** Edges among the versions that were there before the last `fresh` ones, which stand no more. */
  readonly gone: readonly HasseEdge[];
  readonly isFresh: (edge: HasseEdge) => boolean;
}

/** The Hasse diagram of the first `count` versions; `earlier` of them were there one step before. */
export function hasseOf(order: VersionOrder, count: number, earlier: number): Hasse {
  const fresh = new Set<HasseEdge>();
  const edges: HasseEdge[] = [];
  const gone: HasseEdge[] = [];
  for (const { from, to, born, died } of order.covers) {
    const [a, b] = [order.versions[from], order.versions[to]];
    if (a !== undefined && b !== undefined && born <= count && (died > count || died > earlier)) {
      const edge = { from: a, to: b };
      if (died <= count) {
        if (born <= earlier) {
          gone.push(edge);
        }
      } else {
        edges.push(edge);
        if (born > earlier) {
          fresh.add(edge);
        }
      }
    }
  }
  edges.sort((a, b) => byPlace(order, a, b));
  return { versions: order.versions.slice(0, count), edges, gone, isFresh: (edge) => fresh.has(edge) };
}

/** Into earlier versions first; into one version from the earlier first. */
function byPlace(order: VersionOrder, a: HasseEdge, b: HasseEdge): number {
  const place = (one: SeenVersion): number => order.placeOf.get(one.version) ?? 0;
  return place(a.to) - place(b.to) || place(a.from) - place(b.from);
}
