import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepProgress, NO_PROGRESS, progressed, readProgress } from './progress.ts';
import { startingPoint } from './startingPoint.ts';

const storageOf = (text: string | null) => () => ({ getItem: () => text, setItem: () => undefined });

test('what was kept is there again', () => {
  let kept: string | null = null;
  const storage = () => ({
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value;
    },
  });
  const progress = progressed(NO_PROGRESS, { lesson: 'a', beat: 3, isLast: true, solvedIn: 5 });
  keepProgress(storage, progress);
  expect(readProgress(storage)).toEqual({ last: { lesson: 'a', beat: 3 }, done: ['a'], solved: { a: 5 } });
});

test('whatever lies in the storage is read without an exception', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), (text) => {
      const { last, done, solved } = readProgress(storageOf(text));
      expect(last === null || typeof last.lesson === 'string').toBe(true);
      expect(done.every((one) => typeof one === 'string')).toBe(true);
      expect(Object.values(solved).every(Number.isSafeInteger)).toBe(true);
    }),
    { seed: 1 },
  );
  expect(readProgress(storageOf('{"last":{"lesson":7},"done":[1,"a"],"solved":{"a":-1,"b":2}}'))).toEqual({
    last: null,
    done: ['a'],
    solved: { b: 2 },
  });
  expect(
    readProgress(() => {
      throw new Error('refused');
    }),
  ).toEqual(NO_PROGRESS);
});

test('the fewest moves stay, and nothing changes while nothing is new', () => {
  const at = { lesson: 'a', beat: 1, isLast: false, solvedIn: 4 };
  const once = progressed(NO_PROGRESS, at);
  expect(progressed(once, { ...at, solvedIn: 6 })).toBe(once);
  expect(progressed(once, { ...at, solvedIn: 3 }).solved).toEqual({ a: 3 });
});

test('the page opens with what its address asks for, or where one was, or the first lesson', () => {
  const seen = { ...NO_PROGRESS, last: { lesson: 'b', beat: 2 } };
  expect(startingPoint({ search: '', hash: '' }, NO_PROGRESS)).toEqual({
    kind: 'lesson',
    lesson: 'concurrent-add',
    beat: 0,
  });
  expect(startingPoint({ search: '', hash: '' }, seen)).toEqual({ kind: 'lesson', lesson: 'b', beat: 2 });
  expect(startingPoint({ search: '?sandbox', hash: '' }, seen)).toEqual({ kind: 'sandbox' });
  expect(startingPoint({ search: '', hash: '#run=x' }, seen)).toEqual({ kind: 'link' });
  expect(startingPoint({ search: '?contents', hash: '' }, seen)).toEqual({ kind: 'contents' });
  expect(startingPoint({ search: '?lesson=c&beat=4', hash: '' }, seen)).toEqual({
    kind: 'lesson',
    lesson: 'c',
    beat: 4,
  });
  expect(startingPoint({ search: '?lesson=c&beat=-1e9', hash: '' }, seen)).toEqual({
    kind: 'lesson',
    lesson: 'c',
    beat: 0,
  });
});
