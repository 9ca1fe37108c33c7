import { expect, test } from 'vitest';
import { startsWithPrefix } from './cover.ts';
import { boxes, hex, named, RULES, row, schemaOf } from './fixture.test-support.ts';
import { mergePartitions } from './merge.ts';
import { deletePartition, insertPartition } from './mutation.ts';
import { EMPTY_PARTITION } from './partition.ts';

const S = schemaOf('V', { clustering: ['c', 'k'], static: ['s'], regular: ['a', 'b'] });
const FLAT = schemaOf('V', { regular: ['a', 'b'] });
const TAGGED = schemaOf('V', { regular: ['tags'], types: { tags: 'set<text>' } });

const merge = (a: typeof EMPTY_PARTITION, b: typeof EMPTY_PARTITION) => mergePartitions(a, b, RULES);

test('E7 the later cell wins, cell by cell', () => {
  const a = row(FLAT, { a: 'old', b: 'new' }, { at: 10 });
  const merged = merge(merge(a, row(FLAT, { b: 'x' }, { at: 5 })), row(FLAT, { a: 'y' }, { at: 20 }));
  expect(boxes(merged)).toEqual(['y@20', 'new@10']);
});

test('E7 on a tie a dead cell beats a live one, and of two live ones the larger bytes win', () => {
  const dead = row(FLAT, { a: null }, { at: 10 });
  const small = row(FLAT, { a: 'a' }, { at: 10 });
  const large = row(FLAT, { a: 'ab' }, { at: 10 });
  expect(boxes(merge(small, dead))).toEqual(['-@10']);
  expect(boxes(merge(large, small))).toEqual(['ab@10']);
  const keepFirst = mergePartitions(small, large, { ...RULES, tieBreak: 'keepFirst' });
  expect(boxes(keepFirst)).toEqual(['a@10']);
});

test('E7 of two identical cells the statement that sorts first stays, so that order never shows', () => {
  const one = row(FLAT, { a: 'v' }, { at: 10, statement: 's1' });
  const two = row(FLAT, { a: 'v' }, { at: 10, statement: 's2' });
  expect(merge(one, two)).toEqual(one);
  expect(merge(two, one)).toEqual(one);
});

test('E7 a row tombstone shadows marker and cells stamped at or before it; the tie is the tombstone’s', () => {
  const deletion = deletePartition({ schema: S, clustering: 'aa:bb', prefix: 'aa:bb', ts: 20 });
  const old = row(S, { a: '1', b: '2' }, { at: 20, clustering: 'aa:bb' });
  const fresh = row(S, { b: '3' }, { at: 21, clustering: 'aa:bb', withMarker: false });
  expect(merge(old, deletion)).toEqual(deletion);
  expect(merge(merge(old, deletion), fresh).rows['aa:bb']).toEqual({
    ...fresh.rows['aa:bb'],
    tombstone: 20,
  });
});

test('E7 a range tombstone covers the rows whose key starts with its components, whole components only', () => {
  expect(startsWithPrefix('aa:bb', 'aa')).toBe(true);
  expect(startsWithPrefix('aa', 'aa')).toBe(true);
  expect(startsWithPrefix('aabb:bb', 'aa')).toBe(false);
  expect(startsWithPrefix(':bb', '')).toBe(true);
  expect(startsWithPrefix('aa:bb', '')).toBe(false);
  const rows = ['aa:bb', 'aa:cc', 'aabb:bb']
    .map((clustering) => row(S, { a: '1', s: 'S' }, { at: 10, clustering }))
    .reduce(merge);
  const after = merge(rows, deletePartition({ schema: S, clustering: null, prefix: 'aa', ts: 15 }));
  expect(named(after, S)).toEqual({ s: 'S@10', 'aabb:bb.a': '1@10' });
  expect(after.rows['aa:cc']).toEqual({ marker: null, tombstone: null, cells: [] });
});

test('E7 a narrower, older tombstone is not stored beside one that covers it', () => {
  const range = (prefix: string, ts: number) => deletePartition({ schema: S, clustering: null, prefix, ts });
  expect(merge(range('aa:bb', 5), range('aa', 5)).ranges).toEqual([{ prefix: 'aa', ts: 5 }]);
  expect(merge(range('aa:bb', 6), range('aa', 5)).ranges).toEqual([
    { prefix: 'aa', ts: 5 },
    { prefix: 'aa:bb', ts: 6 },
  ]);
  const all = deletePartition({ schema: S, clustering: null, prefix: '', ts: 9 });
  expect(merge(merge(range('aa', 5), range('bb', 10)), all)).toEqual({
    ...all,
    ranges: [{ prefix: 'bb', ts: 10 }],
  });
});

test('E7 a partition tombstone shadows static cells too', () => {
  const all = deletePartition({ schema: S, clustering: null, prefix: '', ts: 10 });
  expect(merge(row(S, { s: 'S' }, { at: 10, clustering: 'aa:bb' }), all).static).toEqual([]);
});

test('E7 a collection merges element by element under its latest tombstone', () => {
  const set = (elements: readonly string[], ts: number) => {
    const cells = { tags: Object.fromEntries(elements.map((element) => [hex(element), ''])) };
    return insertPartition({
      schema: TAGGED,
      clustering: '',
      cells,
      ts,
      statement: `s${ts}`,
      withMarker: false,
    });
  };
  expect(boxes(merge(set(['x', 'y'], 10), set(['y', 'z'], 20)))).toEqual(['{y@20 z@20}†19']);
  expect(boxes(merge(set(['y', 'z'], 20), set(['x', 'y'], 10)))).toEqual(['{y@20 z@20}†19']);
  expect(boxes(merge(set(['x'], 10), set(['y'], 10)))).toEqual(['{x@10 y@10}†9']);
  const all = deletePartition({ schema: TAGGED, clustering: '', prefix: '', ts: 19 });
  expect(boxes(merge(set(['y'], 20), all))).toEqual(['{y@20}']);
  expect(boxes(merge(set(['y'], 19), all))).toEqual([]);
});

test('E7 without version tags a cell and a collection can meet in one slot: the later is taken whole', () => {
  const cell = row(FLAT, { a: 'v' }, { at: 10 });
  const collection = (ts: number) => {
    const cells = { tags: { [hex('x')]: '' } };
    return insertPartition({ schema: TAGGED, clustering: '', cells, ts, statement: 's', withMarker: false });
  };
  expect(boxes(merge(cell, collection(11)))).toEqual(['{x@11}†10']);
  expect(boxes(merge(collection(9), cell))).toEqual(['v@10']);
});

test('E7 equal rows are written in equal order, whatever order they came in', () => {
  const [one, two] = ['bb:aa', 'aa:bb'].map((clustering) => row(S, { a: '1' }, { at: 10, clustering }));
  const both = merge(one ?? EMPTY_PARTITION, two ?? EMPTY_PARTITION);
  expect(Object.keys(both.rows)).toEqual(['aa:bb', 'bb:aa']);
});

test('E7 joining what adds nothing returns the same reference', () => {
  const a = merge(
    row(S, { a: '1' }, { at: 10, clustering: 'aa:bb' }),
    row(S, { b: '1' }, { at: 9, clustering: 'aa:cc' }),
  );
  expect(merge(a, row(S, { a: '0' }, { at: 9, clustering: 'aa:bb' }))).toBe(a);
  expect(merge(a, structuredClone(a))).toBe(a);
  expect(merge(a, EMPTY_PARTITION)).toBe(a);
  expect(merge(EMPTY_PARTITION, a)).toBe(a);
  const next = merge(a, row(S, { a: '2' }, { at: 11, clustering: 'aa:bb' }));
  expect(next.rows['aa:cc']).toBe(a.rows['aa:cc']);
});
