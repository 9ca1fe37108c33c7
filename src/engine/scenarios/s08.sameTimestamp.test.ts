// Two statements with one timestamp: ties go by value, cell by cell, so that all nodes agree even on what nobody asked for.

import { expect, test } from 'vitest';
import type { Protections } from '../index.ts';
import { play } from './play.test-support.ts';

const VISITS = ['pk int key', 'ck int clustering', 'a int'];

function tied(protections: Partial<Protections> = {}) {
  return play({ table: VISITS, protections }).alter('A', 100, '+c int static').alter('B', 100, '+c text');
}

test.each([
  ['A first', ['DEFINITIONS_UPDATE A>', 'DEFINITIONS_UPDATE B>']],
  ['B first', ['DEFINITIONS_UPDATE B>', 'DEFINITIONS_UPDATE A>']],
])('R1 a tie mixes two definitions the same way everywhere, %s', (_, order) => {
  const end = tied().deliver(...order);
  for (const node of ['A', 'B', 'C']) {
    expect(end.definition(node)).toBe('pk int key, ck int clustering, c text static, a int');
    expect(end.digest(node)).toBe(end.digest('A'));
  }
  expect(end.everBroken()).toEqual([]);
});

test('R1 deterministicTieBreak off: the nodes stay split, and pulls loop without progress', () => {
  const split = tied({ deterministicTieBreak: false }).drain();
  const definitions = (p: typeof split) => ['A', 'B', 'C'].map((node) => p.definition(node));
  const before = definitions(split);
  expect(before[0]).toBe('pk int key, ck int clustering, c int static, a int');
  expect(before[1]).toBe('pk int key, ck int clustering, a int, c text');
  let p = split;
  for (let i = 0; i < 300; i++) {
    p = p.next();
  }
  expect(definitions(p)).toEqual(before);
  expect(p.events('schema-requested').length).toBeGreaterThan(10);
  expect(p.events('schema-merged').filter(({ origin, changed }) => origin === 'pull' && changed)).toEqual([]);
  expect(p.pending()).not.toEqual([]);
});

test('R1 deterministicTieBreak on: the same cluster comes to rest', () => {
  expect(tied().settle().events('schema-requested')).toEqual([]);
});

test('R2 DROP and ADD of one column at one timestamp: the tombstone wins', () => {
  const start = play({ table: ['pk int key', 'a int', 'c int'] })
    .alter('B', 50, '-c')
    .lose('DEFINITIONS_UPDATE B>')
    .alter('B', 100, '+c text')
    .alter('A', 100, '-c');
  for (const order of [
    ['DEFINITIONS_UPDATE A>', 'DEFINITIONS_UPDATE B>'],
    ['DEFINITIONS_UPDATE B>', 'DEFINITIONS_UPDATE A>'],
  ]) {
    const end = start.deliver(...order);
    for (const node of ['A', 'B', 'C']) {
      expect(end.definition(node)).toBe('pk int key, a int');
      expect(end.version(node)).toBe(end.version('A'));
    }
  }
});

test('R2 DROP and an unaware ADD of another column at one timestamp: the tombstone shadows the rewritten row', () => {
  const end = play({ table: ['pk int key', 'a int', 'c int'] })
    .alter('A', 100, '-c')
    .alter('B', 100, '+y int')
    .drain();
  for (const node of ['A', 'B', 'C']) {
    expect(end.definition(node)).toBe('pk int key, a int, y int');
  }
});
