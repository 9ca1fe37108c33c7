import { expect, test } from 'vitest';
import { LESSONS } from '../../lessons/catalogue.ts';
import { playedLesson } from '../../lessons/playedLesson.ts';
import { project } from '../../scene/project.ts';
import type { NodeCard } from '../../scene/shape/scene.ts';
import { type CardRoom, cardNeed, columnsNeed, isWideCard } from './cardNeed.ts';
import type { ShownResult } from './latestResult.ts';

const ROOM: CardRoom = {
  isLarge: false,
  hasFoot: true,
  width: 420,
  isWide: false,
  entriesMax: 2,
  answer: null,
  tellsKnown: false,
  hasHeads: true,
  hasCount: true,
};

const answerOf = (text: string): ShownResult => ({
  node: 'B',
  step: 1,
  statement: 'r',
  table: null,
  result: { version: 'v', columns: ['id', 'name'], rows: [[cell('1'), cell(text)]] },
  problem: '',
});
const cell = (text: string) => ({ text, column: null, statement: null, ts: null });

function cardAt(id: string, beat: string, node: string): NodeCard {
  const lesson = LESSONS.find((one) => one.id === id);
  const at = lesson?.beats.findIndex((one) => one.id === beat) ?? -1;
  const place = lesson === undefined ? undefined : playedLesson(lesson).places[at];
  const run =
    lesson === undefined ? undefined : playedLesson(lesson).runs.find((one) => one.id === place?.run);
  const card =
    place === undefined || run === undefined
      ? undefined
      : project(
          run.timeline,
          { step: place.step, fraction: 0 },
          { selection: null, tableKey: null },
        ).nodes.find((one) => one.node === node);
  if (card === undefined) throw new Error(`no card of ${node} at ${id} ${beat}`);
  return card;
}

test('a card is higher by each thing that it has to show, and never by what it does not', () => {
  const plain = cardAt('write-before-news', 'start', 'B');
  const least = cardNeed(plain, ROOM);
  expect(cardNeed(plain, { ...ROOM, answer: answerOf('Ada') })).toBeGreaterThan(least);
  expect(cardNeed(plain, { ...ROOM, hasHeads: false })).toBeLessThan(least);
  expect(cardNeed(plain, { ...ROOM, hasCount: false })).toBeLessThan(least);
  expect(cardNeed(plain, { ...ROOM, hasFoot: false })).toBeLessThan(least);
  // Nothing is known beside the node's own version.
  expect(cardNeed(plain, { ...ROOM, tellsKnown: true })).toBe(least);

  const asking = cardAt('write-before-news', 'load', 'B');
  expect(cardNeed(asking, { ...ROOM, tellsKnown: true })).toBeGreaterThan(cardNeed(asking, ROOM));

  // A second row, and what fell out of it.
  expect(cardNeed(cardAt('write-before-news', 'dropped', 'B'), ROOM)).toBeGreaterThan(least + 50);
  // Two shards apart have two strips.
  expect(cardNeed(cardAt('two-shards', 'half', 'A'), ROOM)).toBeGreaterThan(
    cardNeed(cardAt('two-shards', 'start', 'A'), ROOM),
  );
});

test('an answer takes as many lines as it has, in the width that there is', () => {
  const plain = cardAt('write-before-news', 'start', 'B');
  const least = cardNeed(plain, ROOM);
  const one = cardNeed(plain, { ...ROOM, answer: answerOf('Ada') });
  const long = { ...ROOM, answer: answerOf('a value that fills a line of the slip, and goes on') };
  expect(one - least).toBeLessThan(70);
  expect(cardNeed(plain, long)).toBeGreaterThan(one);
  expect(cardNeed(plain, { ...long, width: 900 })).toBe(one);
  const sentence = {
    ...answerOf(''),
    result: null,
    problem: 'The write was not confirmed in time. '.repeat(3),
  };
  expect(cardNeed(plain, { ...ROOM, answer: sentence })).toBeGreaterThan(one);
});

const WIDE = { letters: 40, chips: 6 };

test('where one experiments only columns that need several lines make the cards higher', () => {
  expect(columnsNeed({ letters: 15, chips: 3 }, ROOM)).toBe(0);
  const two = columnsNeed(WIDE, ROOM);
  expect(two).toBeGreaterThan(300);
  expect(columnsNeed(WIDE, { ...ROOM, width: 700 })).toBe(0);
  expect(columnsNeed(WIDE, { ...ROOM, hasFoot: false })).toBeLessThan(two);
  expect(columnsNeed({ letters: 80, chips: 10 }, ROOM)).toBeGreaterThan(two);
});

test('entries stand in a line as long as they find room in it', () => {
  const card = cardAt('asking-again', 'again', 'A');
  const wide = { ...ROOM, isWide: true, entriesMax: 6 };
  const count = card.sources.flatMap(({ entries }) => entries).length;
  expect(count).toBeGreaterThan(2);
  const one = cardNeed(card, { ...wide, width: 2_000 });
  expect(cardNeed(card, { ...wide, width: 240 })).toBe(one + (count - 1) * 50);
  expect(cardNeed(card, { ...wide, width: 300 })).toBe(one + (Math.ceil(count / 2) - 1) * 50);
  // Each source begins a line of its own.
  const sources = cardAt('nobody-rewrites', 'forgotten', 'A');
  const lines = sources.sources.filter(({ entries }) => entries.length > 0).length;
  expect(lines).toBeGreaterThan(1);
  const least = cardNeed({ ...sources, sources: [] }, { ...wide, width: 2_000 });
  expect(cardNeed(sources, { ...wide, width: 2_000 })).toBe(least + lines * (22 + 50));
});

test('static boxes are one more row, and a full head on a projector has a second line', () => {
  const kept = cardAt('same-microsecond', 'lost', 'A');
  const boxes = kept.sources.map((source) => ({
    ...source,
    entries: source.entries.map((entry) => ({ ...entry, static: [] })),
  }));
  expect(cardNeed(kept, ROOM)).toBeGreaterThan(cardNeed({ ...kept, sources: boxes }, ROOM));

  const large = { ...ROOM, isLarge: true };
  expect(cardNeed({ ...kept, centre: 'dc1' }, large)).toBeGreaterThan(cardNeed(kept, large));
  expect(cardNeed({ ...kept, centre: 'dc1' }, ROOM)).toBe(cardNeed(kept, ROOM));
});

test('entries beside each other need less than entries under each other', () => {
  const card = cardAt('nobody-rewrites', 'start', 'A');
  const many = { ...ROOM, entriesMax: 6 };
  expect(cardNeed(card, { ...many, isWide: true })).toBeLessThan(cardNeed(card, many));
});

test('on a laptop of 1280 px each of two cards has room for entries beside each other; of three, on a wide screen, none', () => {
  expect(isWideCard(379, false)).toBe(true);
  expect(isWideCard(363, false)).toBe(false);
});
