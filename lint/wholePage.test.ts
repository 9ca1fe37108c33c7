// Two things make the browser find the style of nearly every element anew at each step. What the inside of the page is
// asked for by `:has()`, where the page itself asks: whatever appears or goes in there may be what it asks for. And what
// the page bears of the step, where a rule means everything by it. Each cost 14 to 30 ms a step (measured).

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const view = resolve(import.meta.dirname, '../src/view');
const stylesheets = readdirSync(view, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.css'),
);

/** What nearly all of the page lies in. */
const WHOLE = /^(?::root|html|body|main|\[data-theme[^\]]*\])|\.(?:app|stage|views|side|cluster)(?![\w-])/u;
/** What the root bears, and what changes there while one steps. */
const STEPPED = /\[data-(?:settled|step|branch)\b/u;
/** No class, name or attribute: any element may be meant. */
const ANY = /^(?:\*|::?[\w-]+(?:\([^.[#]*\))?)+$/u;

type Selector = readonly string[];

/** The selectors of a stylesheet, each as its parts from the outside in; what stands in brackets stays with its part. */
function selectorsOf(css: string): readonly Selector[] {
  const all: string[][] = [];
  for (const [rule] of css.replace(/\/\*[\s\S]*?\*\//gu, '').matchAll(/[^{};]+(?=\{)/gu)) {
    if (rule.trim().startsWith('@')) continue;
    let [depth, part, parts] = [0, '', [] as string[]];
    for (const letter of `${rule.trim()},`) {
      depth += '(['.includes(letter) ? 1 : ')]'.includes(letter) ? -1 : 0;
      if (depth > 0 || !/[\s,>~+]/u.test(letter)) part += letter;
      else {
        if (part !== '') parts.push(part);
        part = '';
        if (letter === ',') {
          all.push(parts);
          parts = [];
        }
      }
    }
  }
  return all;
}

const asksWhole = (parts: Selector): boolean =>
  parts.some((part) => part.includes(':has(') && WHOLE.test(part));

const meansAll = (parts: Selector): boolean =>
  parts.slice(0, -1).some((part) => STEPPED.test(part)) && ANY.test(parts.at(-1) ?? '');

const found = (costs: (parts: Selector) => boolean): readonly string[] =>
  stylesheets.flatMap((file) =>
    selectorsOf(readFileSync(join(view, file), 'utf8'))
      .filter(costs)
      .map((parts) => `${file}: ${parts.join(' ')}`),
  );

test('the stylesheets are found, those beside their views too', () => {
  expect(stylesheets).toContain(join('styles', 'stage.css'));
  expect(stylesheets).toContain(join('orders', 'orders.css'));
});

test('no style asks the page as a whole for what is in it', () => {
  expect(found(asksWhole)).toEqual([]);
});

test('no style means everything by what changes with each step', () => {
  expect(found(meansAll)).toEqual([]);
});

test.each([
  ['.app[data-lesson]:has(.lanes) .say { }', true, false],
  ['@media (x) { .a, :root:not(:has(.b .c)) > .say { } }', true, false],
  ['.app .cards:has(.result), .stage > .say:has(> .reveal) > * { }', false, false],
  [':root[data-settled="false"] .say:has(> .reveal) > * { }', false, true],
  [':root[data-settled="false"] .say > :not(:first-child)::after { }', false, true],
  [':root[data-settled="false"] .say > :is(.narration, .reveal) { }', false, false],
  [':root[data-settled="false"] { }', false, false],
])('%s asks the whole page: %s; means all of it: %s', (css, asks, means) => {
  expect([selectorsOf(css).some(asksWhole), selectorsOf(css).some(meansAll)]).toEqual([asks, means]);
});
