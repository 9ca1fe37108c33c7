import fc from 'fast-check';
import { expect, test } from 'vitest';
import { argumentsOf, parseMessage } from './icu.ts';
import { SENTENCES_EN } from './messages.en.ts';
import { clip, SENTENCE_LENGTH_MAX, say, sayAny } from './say.ts';

test('a sentence keeps to its length whatever values it is given', () => {
  const ids = Object.keys(SENTENCES_EN) as (keyof typeof SENTENCES_EN)[];
  fc.assert(
    fc.property(
      fc.constantFrom(...ids),
      fc.string({ maxLength: 200 }),
      fc.string({ maxLength: 8 }),
      (id, long, short) => {
        const asked = argumentsOf(parseMessage(SENTENCES_EN[id]));
        const values = Object.fromEntries(
          asked.map(({ name, kind }, i) => [name, kind === 'plural' ? 7 : i % 2 === 0 ? long : short]),
        );
        expect([...sayAny(id, values)].length).toBeLessThanOrEqual(SENTENCE_LENGTH_MAX);
      },
    ),
  );
});

test('only the longest value is shortened', () => {
  const long = 'x'.repeat(200);
  const sentence = say('entry-upgraded', { node: 'B', row: '1', column: long, from: '0', to: '12' });
  expect(sentence).toMatch(/^B touches row 1: x+… moves from box 0 to box 12\.$/u);
  expect([...sentence].length).toBe(SENTENCE_LENGTH_MAX);
});

test.each([
  ['Ada L.', 'A tells the client: Ada L.'],
  ['Ada', 'A tells the client: Ada.'],
  ['demo.users', 'A tells the client: demo.users.'],
  ['Wait...', 'A tells the client: Wait...'],
  ['Wait…', 'A tells the client: Wait…'],
])('a sentence that ends with %j has one full stop', (problem, sentence) => {
  expect(say('statement-failed', { node: 'A', problem })).toBe(sentence);
});

test('a value with braces stays text', () => {
  expect(say('statement-failed', { node: 'A', problem: '{node} {problem}' })).toBe(
    'A tells the client: {node} {problem}.',
  );
});

test('clipping counts characters, not code units', () => {
  expect(clip('😀😀😀', 3)).toBe('😀😀😀');
  expect(clip('😀😀😀', 2)).toBe('😀…');
});
