import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordPieces } from './wordPieces.ts';

test('a long name may be broken after its dots and before what stands in brackets', () => {
  expect(wordPieces('db.marshal.CompositeType(db.UTF8Type)')).toEqual([
    'db.',
    'marshal.',
    'CompositeType(',
    'db.',
    'UTF8Type)',
  ]);
});

test('whatever it is, the pieces are the text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(wordPieces(text).join('')).toBe(text);
    }),
  );
});
