// What a node confirmed and lacks (SPEC I9, E20). Most of what was confirmed long ago has given way to something later, and
// a later write at a place cannot stand where an earlier one has gone: only the latest of each place is looked for, and all
// of them where one of those is gone.

import type { Confirmation, NodeState } from '../../cluster/node.ts';
import { shardOfKey } from '../../cluster/placement.ts';
import type { Config } from '../../config/config.ts';
import { itemsOf } from '../../plain/buckets.ts';
import { lookup } from '../../plain/record.ts';
import { cellStanding, type WrittenPosition } from '../../storage/presence.ts';

export type WrittenCell = Confirmation['cells'][number];

export interface LostCell {
  readonly confirmation: Confirmation;
  readonly cell: WrittenCell;
}

/** Whether a cell that was confirmed is still on a node, has given way to something later there, or is gone (E20). */
export function standing(
  config: Config,
  node: NodeState,
  confirmation: Confirmation,
  cell: WrittenCell,
): 'present' | 'superseded' | 'gone' {
  const shard = node.shards[shardOfKey(confirmation.key, config.shards)];
  const table = lookup(shard?.tables ?? {}, confirmation.cfId);
  return table === undefined ? 'gone' : cellStanding(table, positionOf(confirmation, cell));
}

const positions = new WeakMap<WrittenCell, WrittenPosition>();

/** Where the cell was written: the same object whenever it is asked about, which is after every step. */
function positionOf({ key }: Confirmation, cell: WrittenCell): WrittenPosition {
  const known = positions.get(cell);
  if (known !== undefined) {
    return known;
  }
  const position = { ...cell, key };
  positions.set(cell, position);
  return position;
}

const places = new WeakMap<WrittenCell, string>();

/** One text for all writes to one place. */
function placeOf({ cfId, key }: Confirmation, cell: WrittenCell): string {
  const known = places.get(cell);
  if (known !== undefined) {
    return known;
  }
  const place = JSON.stringify([cfId, key, cell.kind, cell.clustering, cell.column]);
  places.set(cell, place);
  return place;
}

type Latest = ReadonlyMap<string, LostCell>;

function keepLatest(latest: Map<string, LostCell>, place: string, one: LostCell): void {
  const known = latest.get(place);
  if (known === undefined || known.cell.ts < one.cell.ts) {
    latest.set(place, one);
  }
}

const latestOfLists = new WeakMap<readonly Confirmation[], Latest>();

/** By list, because the next state shares all of them but one. */
function latestOfList(list: readonly Confirmation[]): Latest {
  const known = latestOfLists.get(list);
  if (known !== undefined) {
    return known;
  }
  const latest = new Map<string, LostCell>();
  for (const confirmation of list) {
    for (const cell of confirmation.cells) {
      keepLatest(latest, placeOf(confirmation, cell), { confirmation, cell });
    }
  }
  latestOfLists.set(list, latest);
  return latest;
}

function latestOf(confirmations: NodeState['confirmations']): Latest {
  const latest = new Map<string, LostCell>();
  for (const list of confirmations) {
    for (const [place, one] of latestOfList(list)) {
      keepLatest(latest, place, one);
    }
  }
  return latest;
}

interface Lost {
  readonly confirmations: NodeState['confirmations'];
  readonly cells: readonly LostCell[];
}

const lostOf = new WeakMap<NodeState['shards'], Lost>();
const NONE: readonly LostCell[] = [];

/** What a node confirmed and lacks, list by list. Remembered: a step changes what one node stores. */
export function lostCells(config: Config, node: NodeState): readonly LostCell[] {
  const { shards, confirmations } = node;
  const known = lostOf.get(shards);
  if (known?.confirmations === confirmations) {
    return known.cells;
  }
  const isLost = ({ confirmation, cell }: LostCell): boolean =>
    standing(config, node, confirmation, cell) === 'gone';
  const cells = [...latestOf(confirmations).values()].some(isLost)
    ? itemsOf(confirmations).flatMap((confirmation) =>
        confirmation.cells.map((cell) => ({ confirmation, cell })).filter(isLost),
      )
    : NONE;
  lostOf.set(shards, { confirmations, cells });
  return cells;
}

/** Whether a node, running or not, lacks something that it confirmed: without one that does, I9 and I13 hold. */
export function hasLostCell(config: Config, node: NodeState): boolean {
  return lostCells(config, node).length > 0;
}
