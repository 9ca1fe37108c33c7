// A message's head under the pointer: which places light up, which of them it would fall into, and what that means. Pure
// geometry over the places that the engine has judged; a view draws it, and a session does what it says.

import type { Point } from '../shape/sceneLoom.ts';

/** A gap between two rows, judged. */
export interface DropPlace {
  /** Steps before it. */
  readonly place: number;
  readonly y: number;
  readonly legal: boolean;
  /** The message ends here already. */
  readonly own: boolean;
  /** Why not, as a sentence; '' where it may. */
  readonly problem: string;
}

export type Drop =
  /** Between two steps. */
  | { readonly kind: 'place'; readonly at: DropPlace }
  /** On the now line: it stays on its way. */
  | { readonly kind: 'hold' }
  /** Off the receiver's lane: it is lost. */
  | { readonly kind: 'lose' };

export interface DropGround {
  readonly places: readonly DropPlace[];
  /** Centre of the receiver's lane. */
  readonly laneX: number;
  readonly nowY: number;
  /** How far from the lane's centre is off the lane, in px. */
  readonly off: number;
}

/** From here on to the now line a message is held, in px above it. */
const HOLD_BAND = 18;
/** Nearer to the gap of another row than this, one cannot aim. */
const OFF_MIN = 56;

/** Off the lane is half way to the next one, but never so near that a shaking hand loses a message. */
export const offLane = (lanePitch: number): number => Math.max(OFF_MIN, lanePitch / 2);

export function dropAt(ground: DropGround, at: Point): Drop {
  if (Math.abs(at.x - ground.laneX) > ground.off) {
    return { kind: 'lose' };
  }
  const nearest = ground.places.reduce<DropPlace | null>(
    (best, place) => (best === null || Math.abs(place.y - at.y) < Math.abs(best.y - at.y) ? place : best),
    null,
  );
  return nearest === null || at.y > ground.nowY - HOLD_BAND
    ? { kind: 'hold' }
    : { kind: 'place', at: nearest };
}

/** Where the head stands while it is held over this. */
export function dropPoint(ground: DropGround, drop: Drop, at: Point): Point {
  switch (drop.kind) {
    case 'lose':
      return at;
    case 'hold':
      return { x: ground.laneX, y: ground.nowY - HOLD_BAND / 2 };
    case 'place':
      return { x: ground.laneX, y: drop.at.y };
  }
}

/** Equal drops are said once. */
export const dropKey = (drop: Drop): string => (drop.kind === 'place' ? `place ${drop.at.place}` : drop.kind);
