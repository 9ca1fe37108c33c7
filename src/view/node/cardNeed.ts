// How high the cards of a lesson have to be for what its sentences speak of: rows, what fell out of them, an answer, what a
// node knows. An estimate from the scene, so that nothing has to be measured before it is drawn.

import type { EntryView, NodeCard, StripSize } from '../../scene/shape/scene.ts';
import { type KnownLine, knownLines } from './knownLines.ts';
import type { ShownResult } from './latestResult.ts';

/** Two entries stand beside each other on a card of this width, in px. */
export const isWideCard = (width: number, isLarge: boolean): boolean => width >= (isLarge ? 560 : 372);

interface Sizes {
  /** Head, edges and the first strip. */
  readonly frame: number;
  /**
   * What a head grows by when a promise breaks there and its line is full: that is `headWidth` wide, and a data centre
   * takes `centre` of it. Kept also where none breaks, so that the stage does not move when one does.
   */
  readonly head: number;
  readonly headWidth: number;
  readonly centre: number;
  readonly foot: number;
  readonly strip: number;
  readonly leaving: number;
  readonly source: number;
  /** The width of a source's head that stands in the line of its entries. */
  readonly sourceHead: number;
  readonly entry: number;
  /** One more row of boxes in an entry: the static ones, or another row of its partition. */
  readonly vector: number;
  /** What an entry has before its boxes and after them, in width, and the tile that an upgrade adds; then a box. */
  readonly entrySides: number;
  readonly entryWas: number;
  readonly boxSides: number;
  readonly boxLetter: number;
  readonly fallen: number;
  readonly count: number;
  readonly known: number;
  /** Around the lines of an answer, and over its rows the version that they conform to. */
  readonly slip: number;
  readonly conforms: number;
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
  head: 0,
  headWidth: 0,
  centre: 0,
  foot: 56,
  strip: 56,
  leaving: 34,
  source: 22,
  sourceHead: 0,
  entry: 50,
  vector: 46,
  entrySides: 72,
  entryWas: 30,
  boxSides: 24,
  boxLetter: 8.4,
  fallen: 28,
  count: 26,
  known: 26,
  slip: 26,
  conforms: 18,
  chips: 36,
  line: 20,
  sides: 32,
  letter: 6.6,
  nameLetter: 7.8,
  chipSides: 29,
  add: 34,
};
/** A projector shows no count, no version over an answer, and the heads of several sources in the line of their entries. */
const LARGE: Sizes = {
  frame: 134,
  head: 34,
  headWidth: 340,
  centre: 62,
  foot: 64,
  strip: 96,
  leaving: 52,
  source: 4,
  sourceHead: 168,
  entry: 74,
  vector: 70,
  entrySides: 86,
  entryWas: 40,
  boxSides: 22,
  boxLetter: 13.2,
  fallen: 48,
  count: 0,
  known: 42,
  slip: 32,
  conforms: 0,
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
  /** The one that stands on this card. */
  readonly answer: ShownResult | null;
  readonly tellsKnown: boolean;
  /** What names the place of entries, and what counts those that are upgraded: a lesson may not have come to it. */
  readonly hasHeads: boolean;
  readonly hasCount: boolean;
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
    (inner < size.headWidth + (card.centre === '' ? 0 : size.centre) ? size.head : 0) +
    (room.hasFoot ? size.foot : 0) +
    (chipLines(card, size, inner) - 1) * size.chips +
    strips * size.strip +
    leaving * size.leaving +
    (room.hasHeads ? sources.length * size.source : 0) +
    // What fell out of an entry stands under it, across the card.
    (room.isWide && fallen.length === 0 ? entryLines(sources, shown, size, inner) : shown) * size.entry +
    entries.slice(0, shown).reduce((sum, entry) => sum + (vectorsOf(entry) - 1) * size.vector, 0) +
    fallen.reduce((sum, letters) => sum + size.fallen + more(letters, size, inner), 0) +
    (room.hasCount ? size.count : 0) +
    known.reduce((sum, line) => sum + size.known + more(lettersOf(line, card), size, inner), 0) +
    (room.answer === null ? 0 : answerNeed(room.answer, size, inner))
  );
}

/**
 * In px, where one experiments: 0 as long as all columns stand in one line, which is what cards are made for. It goes by
 * the widest strip of the run, so that the stage does not move with a step. What else there is scrolls.
 */
export function columnsNeed(
  strip: StripSize,
  room: Omit<CardRoom, 'answer' | 'tellsKnown' | 'hasHeads' | 'hasCount'>,
): number {
  const size = room.isLarge ? LARGE : SMALL;
  const lines = linesOf(strip, size, room.width - size.sides);
  const entries = room.isWide ? Math.ceil(room.entriesMax / 2) : room.entriesMax;
  const foot = room.hasFoot ? size.foot : 0;
  return lines === 1
    ? 0
    : size.frame + foot + (lines - 1) * size.chips + size.source + entries * size.entry + size.count;
}

/** Pairs of name and value flow into the width of the slip; a sentence goes on in as many lines as it has. */
function answerNeed({ result, problem }: ShownResult, size: Sizes, inner: number): number {
  const lines = (letters: number): number => Math.max(1, Math.ceil((letters * size.letter) / (inner - 18)));
  if (result === null) {
    return size.slip + lines(problem.length) * size.line;
  }
  const rows = result.rows.map((row) =>
    row.reduce((sum, { text }, i) => sum + (result.columns[i] ?? '').length + (text ?? '–').length + 3, 0),
  );
  const all = rows.reduce((sum, letters) => sum + lines(letters), rows.length === 0 ? 1 : 0);
  return size.slip + size.conforms + all * size.line;
}

/** As many entries stand in a line as find room; each source begins a line of its own. */
function entryLines(sources: NodeCard['sources'], shown: number, size: Sizes, inner: number): number {
  const head = sources.length > 1 ? size.sourceHead : 0;
  let [lines, rest] = [0, shown];
  for (const { entries } of sources) {
    let left = 0;
    for (const entry of entries.slice(0, rest)) {
      const width = entryWidth(entry, size);
      if (width > left) {
        lines += 1;
        left = inner - head;
      }
      left -= width;
    }
    rest -= Math.min(rest, entries.length);
  }
  return lines;
}

function entryWidth(entry: EntryView, size: Sizes): number {
  const rows = [entry.static, ...entry.rows.map(({ boxes }) => boxes)];
  const widths = rows.map((boxes) =>
    boxes.reduce((sum, { text }) => sum + size.boxSides + Math.max(2, text.length) * size.boxLetter, 0),
  );
  return size.entrySides + (entry.identityBefore === null ? 0 : size.entryWas) + Math.max(...widths);
}

const vectorsOf = (entry: EntryView): number =>
  Math.max(1, entry.rows.length + (entry.static.length > 0 ? 1 : 0));

/** How many letters wide what did not stay in an entry is, each with its reason. */
const fallenOf = (entry: EntryView): readonly number[] =>
  [entry.fallen, ...entry.rows.map((row) => row.fallen)]
    .flat()
    .map(({ text, reason }) => Math.max(text.length, 3) + 4 + reason.length);

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
