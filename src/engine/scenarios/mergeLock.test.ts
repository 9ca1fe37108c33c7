// One schema merge at a time on a node. Without the lock two merges read the same state before, and the one that was
// derived first may be put to use last.

import { expect, test } from 'vitest';
import { play } from './play.test-support.ts';

function arriving(mergeLock: boolean) {
  return play({ protections: { mergeLock } })
    .alter('A', 100, '+x int')
    .alter('B', 105, '+y int')
    .deliver('DEFINITIONS_UPDATE A>C', 'DEFINITIONS_UPDATE B>C');
}

test('M3 with the lock the second merge starts from what the first has made', () => {
  expect(arriving(true).definition('C')).toBe('pk int key, a int, x int, y int');
});

test('M3 settles: mergeLock off, a table may be set to an older derived version, and gossip does not notice', () => {
  const read = arriving(false).deliver('merge C push s1', 'merge C push s2');
  const derived = read.deliver('merge C push s1', 'merge C push s2');
  const old = derived.deliver('publish C.0 push s2', 'publish C.0 push s1');
  expect(old.definition('C')).toBe('pk int key, a int, x int');
  const end = old.drain();
  expect(end.definition('C')).toBe('pk int key, a int, x int');
  expect(end.digest('C')).toBe(end.digest('A'));
  const quiet = end.settle();
  expect(quiet.broken()['I6']).toMatchObject({ nodes: ['B', 'C'], table: 't' });
  const written = quiet.insert('A', 1, { x: 8, y: 9 }, { id: 'w', consistency: 'ALL' }).drain();
  expect(written.result('w').status).toBe('ok');
  expect(Object.keys(written.entries('C')['memtable 1'] ?? {})).toEqual(['version', 'x']);
  expect(written.everBroken()).toEqual(['I2', 'I6', 'I9']);
  expect(written.broken()['I9']).toMatchObject({ nodes: ['C'], column: 'y', statement: 'w' });
});

test('M3 mergeLock off: the usual order of events ends well', () => {
  expect(arriving(false).settle().definition('C')).toBe('pk int key, a int, x int, y int');
});
