// What breaks by itself: links, patience, order, clocks.

import { expect, test } from 'vitest';
import { play } from './play.test-support.ts';

test('F2 a cut link loses what is on it, and its two ends see each other down', () => {
  const cut = play().alter('A', 100, '+x int').append({ kind: 'cut', a: 'B', b: 'A' });
  expect(cut.pending().filter((id) => id.startsWith('DEFINITIONS_UPDATE'))).toEqual([
    'DEFINITIONS_UPDATE A>C s1',
  ]);
  expect(cut.events('message-lost').map(({ to }) => to)).toEqual(['B']);
  const alive = (node: string) => cut.inspection().nodes.find(({ id }) => id === node)?.gossip;
  expect(alive('A')?.['B']?.alive).toBe(false);
  expect(alive('B')?.['A']?.alive).toBe(false);
  expect(alive('C')?.['A']?.alive).toBe(true);
  const next = cut.alter('A', 200, '+y int');
  expect(next.pending().filter((id) => id.startsWith('DEFINITIONS_UPDATE A>B'))).toEqual([]);
});

test('F2 a healed link makes its ends tell their digests anew, and the schema follows', () => {
  const cut = play().append({ kind: 'cut', a: 'A', b: 'B' }).alter('A', 100, '+x int');
  const healed = cut.append({ kind: 'heal', a: 'A', b: 'B' });
  expect(healed.pending()).toEqual(expect.arrayContaining(['gossip A>B', 'gossip B>A']));
  const settled = healed.settle();
  expect(settled.version('B')).toBe(settled.version('A'));
  expect(settled.everBroken()).toEqual([]);
});

test('F3 a write times out after 2 s; it may still apply', () => {
  const sent = play().insert('A', 1, { a: 7 }, { at: 100, consistency: 'QUORUM', id: 'w' });
  const late = sent.append({ kind: 'fire', timer: 'write-timeout A w' });
  expect(late.now).toBe(100 + 2_000_000);
  expect(late.result('w')).toMatchObject({
    status: 'timeout',
    problem: 'Timed out: 1 of 2 replicas confirmed.',
  });
  const applied = late.deliver('MUTATION A>B w');
  expect(applied.entries('B')['memtable 1']?.['a']).toBe('7@100');
  expect(applied.drain().result('w').status).toBe('timeout');
});

test('F3 a read times out after 5 s', () => {
  const asked = play().select('A', 1, { at: 100, consistency: 'QUORUM', id: 'r' });
  const late = asked.append({ kind: 'fire', timer: 'read-timeout A r' });
  expect(late.now).toBe(100 + 5_000_000);
  expect(late.result('r')).toMatchObject({
    status: 'timeout',
    problem: 'Timed out: 1 of 2 replicas answered.',
  });
});

test('F7 a push that arrives twice changes nothing the second time but the announcement', () => {
  const push = { kind: 'deliver', message: 'DEFINITIONS_UPDATE A>B s1' } as const;
  const once = play().alter('A', 100, '+x int').duplicate('DEFINITIONS_UPDATE A>B').append(push);
  expect(once.events('message-duplicated')).toMatchObject([{ notTcp: true }]);
  const twice = once.append(push);
  expect(twice.version('B')).toBe(once.version('B'));
  const merges = twice.events('schema-merged').filter(({ node }) => node === 'B');
  expect(merges.map(({ changed }) => changed)).toEqual([true, false]);
  expect(twice.settle().everBroken()).toEqual([]);
});

test('F7 a write that arrives twice is stored once', () => {
  const sent = play().insert('A', 1, { a: 7 }, { at: 100, id: 'w' });
  const once = sent.drain();
  const twice = sent.duplicate('MUTATION A>B w').drain();
  expect(twice.entries('B')).toEqual(once.entries('B'));
});

test('F8 a clock error shifts the timestamps of its node’s statements and nothing else', () => {
  const skewed = play().append({ kind: 'skew', node: 'B', micros: -500 });
  const both = skewed.insert('A', 1, { a: 1 }, { id: 'v' }).insert('B', 2, { a: 2 }, { id: 'w' });
  const [v = '', w = ''] = [both.entries('A')['memtable 1']?.['a'], both.entries('B')['memtable 2']?.['a']];
  const at = (cell: string | null) => Number(cell?.split('@')[1]);
  expect(at(v)).toBe(both.timeline.start.notes.now + 1_000);
  expect(at(w)).toBe(at(v) + 1_000 - 500);
  expect(skewed.now).toBe(play().now);
});
