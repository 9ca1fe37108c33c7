// The room between the lanes: what already lies there, so that the next word or pill can find a place of its own.
// Things are put down in the order of the steps and never moved again: a mark keeps its place for ever.

import { overlaps } from '../shape/loomGeometry.ts';
import type { Box, LoomGeometry } from '../shape/scene.ts';

/** Air to the edges of the panel and to the lanes, in px. */
const EDGE_AIR = 3;
const LANE_AIR = 2;

export interface Room {
  readonly geometry: LoomGeometry;
  /** Centres of the lanes, from left to right. */
  readonly laneXs: readonly number[];
  /** What lies in each row of the tape. */
  readonly byRow: Map<number, Box[]>;
}

export function emptyRoom(geometry: LoomGeometry, laneXs: readonly number[]): Room {
  return { geometry, laneXs, byRow: new Map() };
}

function rowsOf(box: Box, rowHeight: number): readonly [first: number, last: number] {
  return [Math.floor((box.y - 2) / rowHeight), Math.floor((box.y + box.h + 2) / rowHeight)];
}

/** Whether a box would lie within the panel, on no lane and on nothing that lies there already. */
export function isFree(room: Room, box: Box): boolean {
  const { geometry, laneXs, byRow } = room;
  const half = room.geometry.laneWidth / 2 + LANE_AIR;
  if (box.x < EDGE_AIR || box.x + box.w > geometry.width - EDGE_AIR) {
    return false;
  }
  if (laneXs.some((x) => box.x < x + half && box.x + box.w > x - half)) {
    return false;
  }
  const [first, last] = rowsOf(box, geometry.rowHeight);
  for (let row = first; row <= last; row++) {
    if (byRow.get(row)?.some((other) => overlaps(box, other))) {
      return false;
    }
  }
  return true;
}

export function occupy(room: Room, box: Box): void {
  const [first, last] = rowsOf(box, room.geometry.rowHeight);
  for (let row = first; row <= last; row++) {
    const here = room.byRow.get(row);
    if (here === undefined) {
      room.byRow.set(row, [box]);
    } else {
      here.push(box);
    }
  }
}

/** How wide something may be that begins beside lane `x` and goes to one side, up to the next lane or the edge. */
export function roomBeside(room: Room, x: number, side: 'left' | 'right'): number {
  const half = room.geometry.laneWidth / 2 + LANE_AIR;
  const { width } = room.geometry;
  if (side === 'right') {
    const next = room.laneXs.find((other) => other > x);
    return (next === undefined ? width - EDGE_AIR : next - half) - x;
  }
  const before = room.laneXs.findLast((other) => other < x);
  return x - (before === undefined ? EDGE_AIR : before + half);
}
