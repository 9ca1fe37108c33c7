// Where a message's label stands on its stroke: an upright pill at 0.38 of the way from its sender, or, where that would
// hit a pill, the words at a knot, a lane or the panel's edge, at .50 .28 .62 .20, else only a small tile.

import { around, between, GLYPH_SIZE, PILL_HEIGHT, PILL_TYPE } from '../shape/loomGeometry.ts';
import type { Point, StrokeLabel } from '../shape/scene.ts';
import { isFree, occupy, type Room } from './loomRoom.ts';
import { shortened, textWidth } from './loomText.ts';

const FRACTIONS = [0.38, 0.5, 0.28, 0.62, 0.2];
/** A lost message ends at 0.45 of its way: its label stands before that. */
const FRACTIONS_LOST = [0.24, 0.2, 0.3, 0.15, 0.35, 0.38];
/** A tile is small enough to look further. */
const FRACTIONS_TILE = [0.44, 0.56, 0.33, 0.68, 0.74, 0.14];
/** What the tile takes in a pill, and the pill's round ends, in px. */
const TILE_ROOM = 31;
const BARE_ROOM = 18;
const TEXT_ROOM_MAX = 132;

export interface Labelled {
  readonly start: Point;
  readonly end: Point;
  readonly text: string;
  /** A version's tile stands before the text. */
  readonly tile: boolean;
  readonly lost: boolean;
}

/** The text of a pill is cut where it is a very long name. */
export function pillWords(text: string): string {
  return shortened(text, TEXT_ROOM_MAX, PILL_TYPE);
}

/** Width of a pill in px. */
function pillWidth(text: string, tile: boolean): number {
  return Math.ceil((tile ? TILE_ROOM : BARE_ROOM) + textWidth(text, PILL_TYPE));
}

/** Finds a place for a label and takes it; null when there is none even for a tile. */
export function placeLabel(room: Room, stroke: Labelled, pills: boolean): StrokeLabel | null {
  const fractions = stroke.lost ? FRACTIONS_LOST : FRACTIONS;
  const text = pillWords(stroke.text);
  const pill = { shape: 'pill', w: pillWidth(text, stroke.tile), h: PILL_HEIGHT, at: fractions } as const;
  const tile = {
    shape: 'glyph',
    w: GLYPH_SIZE,
    h: GLYPH_SIZE,
    at: stroke.lost ? fractions : [...fractions, ...FRACTIONS_TILE],
  } as const;
  for (const { shape, w, h, at } of pills ? [pill, tile] : [tile]) {
    for (const fraction of at) {
      const box = around(between(stroke.start, stroke.end, fraction), w, h);
      if (isFree(room, box)) {
        occupy(room, box);
        return { ...box, text, shape };
      }
    }
  }
  return null;
}
