import { expect, test } from 'vitest';
import { LESSONS } from '../../lessons/catalogue.ts';
import { playedLesson } from '../../lessons/playedLesson.ts';
import { project } from '../../scene/project.ts';
import type { NodeCard } from '../../scene/shape/scene.ts';
import { type CardRoom, cardNeed, columnsNeed } from './cardNeed.ts';

const ROOM: CardRoom = {
  isLarge: false,
  hasFoot: true,
  width: 420,
  isWide: false,
  entriesMax: 2,
  hasAnswer: false,
  tellsKnown: false,
};

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
  expect(cardNeed(plain, { ...ROOM, hasAnswer: true })).toBeGreaterThan(least);
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

const WIDE = { letters: 40, chips: 6 };

test('where one experiments only columns that need several lines make the cards higher', () => {
  expect(columnsNeed({ letters: 15, chips: 3 }, ROOM)).toBe(0);
  const two = columnsNeed(WIDE, ROOM);
  expect(two).toBeGreaterThan(300);
  expect(columnsNeed(WIDE, { ...ROOM, width: 700 })).toBe(0);
  expect(columnsNeed(WIDE, { ...ROOM, hasFoot: false })).toBeLessThan(two);
  expect(columnsNeed({ letters: 80, chips: 10 }, ROOM)).toBeGreaterThan(two);
});

test('entries beside each other need less than entries under each other', () => {
  const card = cardAt('nobody-rewrites', 'start', 'A');
  const many = { ...ROOM, entriesMax: 6 };
  expect(cardNeed(card, { ...many, isWide: true })).toBeLessThan(cardNeed(card, many));
});
