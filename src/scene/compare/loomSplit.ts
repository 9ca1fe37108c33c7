// Two branches in one loom: from the row in which they part, each lane shows along its left side what the other branch was
// at, step for step beside the steps on the screen. The rows are those of the screen; there is no second stage.

import type { NodeId, SchemaVersion, Timeline } from '../../engine/index.ts';
import { loomIndexOf } from '../loomIndex.ts';
import { momentAt } from '../moment.ts';
import type { Identity, Lane, Loom, SceneOptions } from '../scene.ts';
import { partingStep } from './compareRuns.ts';

export interface SplitPiece {
  readonly key: string;
  readonly node: NodeId;
  readonly x: number;
  readonly w: number;
  readonly y1: number;
  readonly y2: number;
  /** Null: the node has no such table there. */
  readonly identity: Identity | null;
}

export interface LoomSplit {
  /** Height at which the branches part; null above the visible rows. */
  readonly partingY: number | null;
  readonly pieces: readonly SplitPiece[];
}

/** Share of a lane that the other branch takes: what stands in the middle of the lane stays whole. */
const SPLIT_SHARE = 0.25;

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
}

function pieces(shown: Shown, lane: Lane, changes: readonly Change[], of: Named): SplitPiece[] {
  const { loom } = shown;
  return changes.flatMap((change, i) => {
    const next = changes[i + 1];
    const y1 = heightOf(loom, change.step);
    const y2 = next === undefined ? loom.nowY : heightOf(loom, next.step);
    const piece = { node: lane.node, x: lane.x - lane.w / 2, w: lane.w * SPLIT_SHARE, y1, y2 };
    return y2 <= y1 ? [] : [{ key: `${lane.node}@${change.step}`, ...piece, identity: of(change.version) }];
  });
}

type Named = (version: SchemaVersion | null) => Identity | null;

/** Null where the two do not part before the playhead. */
export function loomSplit(shown: Shown, options: SceneOptions): LoomSplit | null {
  const { loom, screen, other, step } = shown;
  const parting = partingStep(screen, other);
  if (parting === null || parting >= step) {
    return null;
  }
  const moment = momentAt(other, { step, fraction: 0 }, options);
  const { lanes } = loomIndexOf(other);
  const split = loom.lanes.flatMap((lane) => {
    const facts = (lanes.get(lane.node) ?? []).filter((fact) => fact.step <= step);
    const versions = facts.map((fact) => ({
      step: fact.step,
      version: fact.shards[0]?.[moment.tableId] ?? null,
    }));
    const before = versions.findLast((one) => one.step <= parting);
    const after = versions.filter((one) => one.step > parting);
    const changes = before === undefined ? after : [{ ...before, step: parting }, ...after];
    return pieces(shown, lane, changes, moment.identities.of);
  });
  const row = loom.rows.find((one) => one.firstStep <= parting && parting <= one.lastStep);
  return { partingY: row?.y ?? null, pieces: split };
}
