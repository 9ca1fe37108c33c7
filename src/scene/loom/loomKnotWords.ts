// Where the words at a knot stand: beside its lane, on the side and at the height that lines leave free. Sends leave
// downward, so words stand above them; arrivals come from above, so words stand under them or on the other side.

import { KNOT_TYPE } from '../shape/loomGeometry.ts';
import type { Box, Dot } from '../shape/scene.ts';
import { isFree, occupy, type Room, roomBeside } from './loomRoom.ts';
import { shortened, textWidth } from './loomText.ts';

/** From the lane's edge to the words, in px. */
const REACH = 8;
const LINE_HEIGHT = 16;
/** Words that make way for a line stand this much higher or lower, in px; only in rows that have the height for it. */
const SHIFT = 11;
const SHIFT_FROM = 36;
/** Air at either end of the words, in px. */
const PAD = 2;

type Side = Dot['side'];

export interface KnotWords {
  readonly text: string;
  readonly side: Side;
  readonly textX: number;
  readonly textY: number;
  readonly box: Box | null;
}

export interface Knot {
  readonly x: number;
  readonly y: number;
  /** The words, and shorter ones for where there is little room. */
  readonly texts: readonly string[];
  /** Where the words stand if nothing speaks against it. */
  readonly side: Side;
  /** Sides to which messages leave, and from which they come in. */
  readonly leaving: readonly Side[];
  readonly arriving: readonly Side[];
}

interface Spot {
  readonly side: Side;
  readonly shift: number;
}

function spotsOf(knot: Knot, rowHeight: number): Spot[] {
  const sides: readonly Side[] = knot.side === 'left' ? ['left', 'right'] : ['right', 'left'];
  const shifts = rowHeight >= SHIFT_FROM ? [0, -SHIFT, SHIFT] : [0];
  const hits = ({ side, shift }: Spot): number =>
    (shift >= 0 && knot.leaving.includes(side) ? 1 : 0) +
    (shift <= 0 && knot.arriving.includes(side) ? 1 : 0);
  return shifts
    .flatMap((shift) => sides.map((side) => ({ side, shift })))
    .map((spot, order) => ({ spot, cost: hits(spot) * 10 + (spot.shift === 0 ? 0 : 3) + order / 10 }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ spot }) => spot);
}

function wordsAt(room: Room, knot: Knot, text: string, spot: Spot): KnotWords {
  const reach = room.geometry.laneWidth / 2 + REACH;
  const w = textWidth(text, KNOT_TYPE) + 2 * PAD;
  const textX = spot.side === 'left' ? knot.x - reach : knot.x + reach;
  const textY = knot.y + spot.shift;
  const x = spot.side === 'left' ? textX + PAD - w : textX - PAD;
  const box = { x, y: textY - LINE_HEIGHT / 2, w, h: LINE_HEIGHT };
  return { text, side: spot.side, textX, textY, box };
}

/** Ways to put the words down, the best first: whole, short, and cut to what there is room for. */
function* waysOf(room: Room, knot: Knot): Generator<KnotWords> {
  const spots = spotsOf(knot, room.geometry.rowHeight);
  for (const text of knot.texts) {
    for (const spot of spots) {
      yield wordsAt(room, knot, text, spot);
    }
  }
  const reach = room.geometry.laneWidth / 2 + REACH + 2 * PAD;
  for (const spot of spots) {
    const width = roomBeside(room, knot.x, spot.side) - reach;
    yield wordsAt(room, knot, shortened(knot.texts[0] ?? '', width, KNOT_TYPE), spot);
  }
}

/** Finds a place for the words of a knot and takes it. Without any room the words are '' and have no box. */
export function placeWords(room: Room, knot: Knot): KnotWords {
  for (const way of waysOf(room, knot)) {
    if (way.text !== '' && way.box !== null && isFree(room, way.box)) {
      occupy(room, way.box);
      return way;
    }
  }
  return { ...wordsAt(room, knot, '', { side: knot.side, shift: 0 }), box: null };
}
