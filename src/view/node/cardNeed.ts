// How high the cards of a lesson have to be for what its sentences speak of: rows, what fell out of them, an answer, what a
// node knows. An estimate from the scene, so that nothing has to be measured before it is drawn.

import type { NodeCard } from '../../scene/scene.ts';
import { knownLines } from './knownLines.ts';

/** Two entries stand beside each other on a card of this width, in px. */
export const isWideCard = (width: number, isLarge: boolean): boolean => width >= (isLarge ? 560 : 380);

interface Sizes {
  /** Head, edges and the first strip. */
  readonly frame: number;
  readonly foot: number;
  readonly strip: number;
  readonly leaving: number;
  readonly source: number;
  readonly entry: number;
  readonly fallen: number;
  readonly count: number;
  readonly known: number;
  readonly answer: number;
}

const SMALL: Sizes = {
  frame: 142,
  foot: 52,
  strip: 56,
  leaving: 34,
  source: 22,
  entry: 50,
  fallen: 28,
  count: 26,
  known: 26,
  answer: 60,
};
/** A projector shows no heads of sources and no count. */
const LARGE: Sizes = {
  frame: 124,
  foot: 64,
  strip: 96,
  leaving: 52,
  source: 0,
  entry: 74,
  fallen: 48,
  count: 0,
  known: 42,
  answer: 104,
};

export interface CardRoom {
  readonly isLarge: boolean;
  readonly hasFoot: boolean;
  /** Entries stand beside each other. */
  readonly isWide: boolean;
  readonly entriesMax: number;
  readonly hasAnswer: boolean;
  readonly tellsKnown: boolean;
}

/** In px. */
export function cardNeed(card: NodeCard, room: CardRoom): number {
  const size = room.isLarge ? LARGE : SMALL;
  const strips = Math.max(0, card.strips.length - 1) + (card.strips.length > 1 ? 0.5 : 0);
  const leaving = card.columns.some(({ change }) => change === 'leaving') ? 1 : 0;
  const entries = card.sources.flatMap((source) => source.entries);
  const shown = Math.min(entries.length, room.entriesMax);
  const fallen = entries.reduce(
    (sum, entry) => sum + entry.fallen.length + entry.rows.reduce((all, row) => all + row.fallen.length, 0),
    0,
  );
  const known = room.tellsKnown ? knownLines(card, room.isWide) : [];
  return (
    size.frame +
    (room.hasFoot ? size.foot : 0) +
    strips * size.strip +
    leaving * size.leaving +
    card.sources.filter((source) => source.entries.length > 0).length * size.source +
    // What fell out of an entry stands under it, across the card.
    (room.isWide && fallen === 0 ? Math.ceil(shown / 2) : shown) * size.entry +
    fallen * size.fallen +
    size.count +
    known.length * size.known +
    (room.hasAnswer ? size.answer : 0)
  );
}
