// The order behind the DAG: a version contains another when joining the other's live rows into its own changes nothing.
// It is asked of every pair once. The Hasse diagram keeps only what does not follow from the rest.

import type { Schema, SchemaVersion } from '../engine/index.ts';
import { leqTableRows } from '../engine/index.ts';
import type { SeenVersion } from './seenVersions.ts';

const contained = new WeakMap<Schema, WeakMap<Schema, boolean>>();

/** Whether `whole` contains `part`: remembered for every pair. */
export function containsVersion(whole: Schema, part: Schema): boolean {
  const known = contained.get(whole) ?? new WeakMap<Schema, boolean>();
  contained.set(whole, known);
  const answer = known.get(part) ?? leqTableRows(part.ghost.rows, whole.ghost.rows);
  known.set(part, answer);
  return answer;
}

/** Strictly below: contained and not the other way round; of two that contain each other the earlier is below. */
function isBelow(a: SeenVersion, b: SeenVersion, order: ReadonlyMap<SchemaVersion, number>): boolean {
  if (a === b || !containsVersion(b.schema, a.schema)) {
    return false;
  }
  return !containsVersion(a.schema, b.schema) || (order.get(a.version) ?? 0) < (order.get(b.version) ?? 0);
}

export interface HasseEdge {
  readonly from: SeenVersion;
  readonly to: SeenVersion;
}

export interface Hasse {
  readonly versions: readonly SeenVersion[];
  readonly edges: readonly HasseEdge[];
}

const hasses = new WeakMap<SeenVersion, Hasse[]>();

/** The Hasse diagram (transitive reduction) of these versions; the same object for the same versions. */
export function hasseOf(versions: readonly SeenVersion[]): Hasse {
  const [first] = versions;
  const known = (first && hasses.get(first)) ?? [];
  const hit = known.find(
    (one) => one.versions.length === versions.length && one.versions.every((v, i) => v === versions[i]),
  );
  if (hit !== undefined) {
    return hit;
  }
  const order = new Map(versions.map((one, i) => [one.version, i]));
  const below = new Map(versions.map((to) => [to, versions.filter((from) => isBelow(from, to, order))]));
  const edges = versions.flatMap((to) => {
    const all = below.get(to) ?? [];
    return all
      .filter((from) => all.every((between) => !(below.get(between) ?? []).includes(from)))
      .map((from) => ({ from, to }));
  });
  const hasse = { versions: [...versions], edges };
  if (first !== undefined) {
    hasses.set(first, [...known.slice(-7), hasse]);
  }
  return hasse;
}
