// A write under X reaches a replica at Y: neither contains the other. Merging keeps both cells; converting to one's own
// schema loses the incoming one, adopting the incoming schema loses the stored one.

import { expect, test } from 'vitest';
import type { Protections } from '../index.ts';
import { play } from './play.test-support.ts';

function met(protections: Partial<Protections> = {}) {
  const start = play({ nodes: ['A', 'B'], protections })
    .alter('A', 100, '+x int')
    .alter('B', 105, '+y int')
    .lose('DEFINITIONS_UPDATE A>B', 'DEFINITIONS_UPDATE B>A')
    .insert('B', 1, { a: 1, y: 5 }, { at: 106, id: 'wy' })
    .lose('MUTATION B>A wy');
  return start.insert('A', 1, { x: 9 }, { at: 110, id: 'wx', consistency: 'ALL' });
}

test('M1 X meets Y: the rows join to Z, and both cells stay', () => {
  const sent = met();
  const X = sent.version('A');
  const Y = sent.version('B');
  const end = sent.drain();
  const Z = end.version('B');
  expect(new Set([X, Y, Z]).size).toBe(3);
  expect(end.definition('B')).toBe('pk int key, a int, x int, y int');
  expect(end.entries('B')).toEqual({ 'memtable 1': { version: Z, a: '1@106', y: '5@106', x: '9@110' } });
  expect(end.registry('B')).toEqual({ [Y]: 'LOADED SYNCED', [Z]: 'LOADED SYNCED' });
  expect(end.holders('B', Y)).toEqual(['coordinator wy']);
  expect(end.result('wx').status).toBe('ok');
  expect(end.version('A')).toBe(X);
  const read = end.select('A', 1, { id: 'r', consistency: 'ALL' }).drain();
  expect(read.rows('r')).toEqual([{ pk: '1', a: '1@106', x: '9@110' }]);
  expect(read.everBroken()).toEqual([]);
  expect(read.settle().version('A')).toBe(Z);
});

test('M1 syncBeforeApply convertToMine: the incoming x is lost', () => {
  const end = met({ syncBeforeApply: 'convertToMine', syncedCheck: false }).drain();
  expect(end.result('wx').status).toBe('ok');
  expect(end.entries('B')['memtable 1']).toEqual({ version: end.version('B'), a: '1@106', y: '5@106' });
  expect(Object.keys(end.broken())).toEqual(['I2', 'I9']);
  expect(end.broken()['I9']).toMatchObject({ nodes: ['B'], column: 'x', statement: 'wx' });
});

test('M1 syncBeforeApply adoptIncoming: the stored y is lost', () => {
  const end = met({ syncBeforeApply: 'adoptIncoming' }).drain();
  expect(end.result('wx').status).toBe('ok');
  expect(end.definition('B')).toBe('pk int key, a int, x int');
  expect(end.entries('B')['memtable 1']).toEqual({ version: end.version('A'), a: '1@106', x: '9@110' });
  expect(end.broken()['I9']).toMatchObject({ nodes: ['B'], column: 'y', statement: 'wy' });
  expect(end.broken()['I13']).toMatchObject({ column: 'y', statement: 'wy' });
  expect(Object.keys(end.broken())).toEqual(['I1', 'I9', 'I13']);
});
