// How high the cards of a lesson have to be for what its sentences speak of: rows, what fell out of them, an answer, what a
// node knows. An estimate from the scene, so that nothing has to be measured before it is drawn.

import type { EntryView, NodeCard, StripSize } from '../../scene/shape/scene.ts';
import { type KnownLine, knownLines } from './knownLines.ts';

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
  /** One more line of chips, and of small text. */
  readonly chips: number;
  readonly line: number;
  /** What stands at both sides of the content, and how wide a letter is. */
  readonly sides: number;
  readonly letter: number;
  /** A letter of a column's name, what a chip has beside it with the gap to the next, and the chip that adds a column. */
  readonly nameLetter: number;
  readonly chipSides: number;
  readonly add: number;
}

const SMALL: Sizes = {
  frame: 148,
  foot: 56,
  strip: 56,
  leaving: 34,
  source: 22,
  entry: 50,
  fallen: 28,
  count: 26,
  known: 26,
  answer: 60,
  chips: 36,
  line: 20,
  sides: 32,
  letter: 6.6,
  nameLetter: 7.8,
  chipSides: 29,
  add: 34,
};
/** A projector shows no count, and where there are several sources their heads in the line of their entries. */
const LARGE: Sizes = {
  frame: 134,
  foot: 88,
  strip: 96,
  leaving: 52,
  source: 4,
  entry: 74,
  fallen: 48,
  count: 0,
  known: 42,
  answer: 104,
  chips: 48,
  line: 30,
  sides: 36,
  letter: 11.6,
  nameLetter: 13.4,
  chipSides: 34,
  add: 40,
};

export interface CardRoom {
  readonly isLarge: boolean;
  readonly hasFoot: boolean;
  /** The card's, in px. */
  readonly width: number;
  /** Entries stand beside each other. */
  readonly isWide: boolean;
  readonly entriesMax: number;
  readonly hasAnswer: boolean;
  readonly tellsKnown: boolean;
}

/** In px. */
export function cardNeed(card: NodeCard, room: CardRoom): number {
  const size = room.isLarge ? LARGE : SMALL;
  const inner = room.width - size.sides;
  const strips = Math.max(0, card.strips.length - 1) + (card.strips.length > 1 ? 0.5 : 0);
  const leaving = card.columns.some(({ change }) => change === 'leaving') ? 1 : 0;
  const sources = card.sources.filter((source) => source.entries.length > 0);
  const entries = sources.flatMap((source) => source.entries);
  const shown = Math.min(entries.length, room.entriesMax);
  const fallen = entries.flatMap(fallenOf);
  const known = room.tellsKnown ? knownLines(card, room.isWide) : [];
  return (
    size.frame +
    (room.hasFoot ? size.foot : 0) +
    (chipLines(card, size, inner) - 1) * size.chips +
    strips * size.strip +
    leaving * size.leaving +
    sources.length * size.source +
    // What fell out of an entry stands under it, across the card.
    (room.isWide && fallen.length === 0 ? Math.ceil(shown / 2) : shown) * size.entry +
    fallen.reduce((sum, reason) => sum + size.fallen + more(reason.length + 12, size, inner), 0) +
    size.count +
    known.reduce((sum, line) => sum + size.known + more(lettersOf(line, card), size, inner), 0) +
    (room.hasAnswer ? size.answer : 0)
  );
}

/**
 * In px, where one experiments: 0 as long as all columns stand in one line, which is what cards are made for. It goes by
 * the widest strip of the run, so that the stage does not move with a step. What else there is scrolls.
 */
export function columnsNeed(strip: StripSize, room: Omit<CardRoom, 'hasAnswer' | 'tellsKnown'>): number {
  const size = room.isLarge ? LARGE : SMALL;
  const lines = linesOf(strip, size, room.width - size.sides);
  const entries = room.isWide ? Math.ceil(room.entriesMax / 2) : room.entriesMax;
  const foot = room.hasFoot ? size.foot : 0;
  return lines === 1
    ? 0
    : size.frame + foot + (lines - 1) * size.chips + size.source + entries * size.entry + size.count;
}

/** What did not stay in an entry, each with its reason. */
const fallenOf = (entry: EntryView): readonly string[] =>
  [entry.fallen, ...entry.rows.map((row) => row.fallen)].flat().map(({ reason }) => reason);

/** A chip is its name with an id, or two where that moved, and the last one adds a column. */
function chipLines(card: NodeCard, size: Sizes, inner: number): number {
  const chips = card.columns.filter(({ isKey, change }) => !isKey && change !== 'leaving');
  const letters = chips.reduce(
    (sum, { name, change }) => sum + name.length + (change === 'moved' ? 3 : 0),
    0,
  );
  return linesOf({ letters, chips: chips.length }, size, inner);
}

function linesOf({ letters, chips }: StripSize, size: Sizes, inner: number): number {
  const width = letters * size.nameLetter + chips * size.chipSides + size.add;
  return Math.max(1, Math.ceil(width / inner));
}

/** A line that is too long goes on in another. */
const more = (letters: number, size: Sizes, inner: number): number =>
  letters * size.letter > inner ? size.line : 0;

/** How many letters wide a line of what a node knows is: its tile, name and pills stand for some. */
function lettersOf(line: KnownLine, card: NodeCard): number {
  if (line.kind === 'timer') return 44;
  const { sync, holders } = line.row;
  const kept = sync === 'SYNCED' && holders.length > 0 ? holders.join(', ').length + 8 : 0;
  return 34 + (card.shards.length > 1 ? 8 : 0) + kept;
}
