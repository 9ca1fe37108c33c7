import { expect, test } from 'vitest';
import { GLOSSARY_EN } from '../../lessons/texts/glossary.en.ts';
import { termsIn, unsaid } from './termsIn.ts';

const term = (id: keyof typeof GLOSSARY_EN) => ({ id, ...GLOSSARY_EN[id] });

test('each term is found once, in the order of the text, and nothing of the text is lost', () => {
  const text = 'Rows lie in the cache or in the memtable; the cache is read first.';
  const parts = termsIn(text, [term('memtable'), term('cache'), term('shard')]);
  // What must not begin a line stays with the word before it.
  expect(parts.map((part) => [part.text, part.term?.id ?? null, part.tail ?? ''])).toEqual([
    ['Rows lie in the ', null, ''],
    ['cache', 'cache', ''],
    [' or in the ', null, ''],
    ['memtable', 'memtable', ';'],
    [' the cache is read first.', null, ''],
  ]);
  expect(parts.map((part) => `${part.text}${part.tail ?? ''}`).join('')).toBe(text);
  expect(unsaid(text, [term('cache'), term('shard')]).map(({ id }) => id)).toEqual(['shard']);
});

test('a text that says none of them is one part', () => {
  expect(termsIn('Nothing.', [term('shard')])).toEqual([{ text: 'Nothing.', term: null }]);
  expect(termsIn('', [])).toEqual([]);
});
