import { describe, expect, test } from 'vitest';
import { dropSentence } from './dropWords.ts';
import { type Drop, type DropGround, type DropPlace, dropAt, dropPoint, offLane } from './messageDrop.ts';

const legal = (place: number, y: number, own = false): DropPlace => ({
  place,
  y,
  legal: true,
  own,
  problem: '',
});

const early: DropPlace = { place: 3, y: 120, legal: false, own: false, problem: 'A sends it at step 4.' };

const ground: DropGround = {
  laneX: 300,
  nowY: 360,
  off: offLane(288),
  places: [early, legal(4, 160), legal(5, 200), legal(6, 240, true), legal(7, 280, true), legal(8, 320)],
};

describe('where a head would fall', () => {
  test.each([
    ['nearest gap', { x: 310, y: 185 }, 'place 5'],
    ['an illegal gap is a place too: it says why', { x: 300, y: 90 }, 'place 3'],
    ['the lane is as wide as half the way to the next one', { x: 300 + 143, y: 200 }, 'place 5'],
    ['off the lane, at any height', { x: 300 - 150, y: 355 }, 'lose'],
    ['on the now line', { x: 300, y: 350 }, 'hold'],
    ['below it', { x: 300, y: 500 }, 'hold'],
  ])('%s', (_what, at, expected) => {
    const drop = dropAt(ground, at);
    expect(drop.kind === 'place' ? `place ${drop.at.place}` : drop.kind).toBe(expected);
  });

  test('without a gap in sight there is only the now line', () => {
    expect(dropAt({ ...ground, places: [] }, { x: 300, y: 100 })).toEqual({ kind: 'hold' });
  });

  test('lanes that stand close leave a shaking hand some room', () => {
    expect(offLane(60)).toBe(56);
  });

  test('the head snaps to its gap, and follows the hand off the lane', () => {
    const at = { x: 310, y: 185 };
    expect(dropPoint(ground, dropAt(ground, at), at)).toEqual({ x: 300, y: 200 });
    expect(dropPoint(ground, { kind: 'lose' }, at)).toEqual(at);
    expect(dropPoint(ground, { kind: 'hold' }, at).y).toBeLessThan(ground.nowY);
  });
});

describe('what it would give, in words', () => {
  const place = (at: DropPlace): Drop => ({ kind: 'place', at });
  const preview = { node: 'A', step: 6, version: 'abcd', changed: true };
  const facts = { to: 'A', preview: null, name: null, again: false };

  test.each([
    ['then A: Z at step 6', { ...facts, drop: place(legal(5, 0)), preview, name: 'Z' }],
    [
      'A stays at Z, step 6',
      { ...facts, drop: place(legal(5, 0)), preview: { ...preview, changed: false }, name: 'Z' },
    ],
    ['then A: a version not seen so far, at step 6', { ...facts, drop: place(legal(5, 0)), preview }],
    [
      'A has no such table, step 6',
      { ...facts, drop: place(legal(5, 0)), preview: { ...preview, version: null } },
    ],
    [
      'again: then A: Z at step 6',
      { ...facts, drop: place(legal(5, 0, true)), preview, name: 'Z', again: true },
    ],
    ['A sends it at step 4.', { ...facts, drop: place(early) }],
    ['It arrives here already.', { ...facts, drop: place(legal(6, 0, true)) }],
    ['Hold it: it stays on its way.', { ...facts, drop: { kind: 'hold' } as const }],
    ['Lose it: it does not reach A.', { ...facts, drop: { kind: 'lose' } as const }],
  ])('%s', (sentence, question) => {
    expect(dropSentence(question)).toBe(sentence);
  });
});
