// What the inside of something is asked for by `:has()` is asked again whenever anything appears or goes in there, and all
// that a rule says of its insides is then found anew. On the page as a whole that was 14 of the 29 ms of each step
// (measured): what holds for all of it stands there as an attribute.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const styles = resolve(import.meta.dirname, '../src/view/styles');

/** What nearly all of the page lies in. */
const WHOLE = /^(?::root|html|body|main|\[data-theme[^\]]*\])|\.(?:app|stage|views|side|cluster)(?![\w-])/u;

/** Each part of a selector that asks by `:has()` for what is in it. */
function* anchorsOf(css: string): Generator<string> {
  const rules = css.replace(/\/\*[\s\S]*?\*\//gu, '').matchAll(/[^{}]+(?=\{)/gu);
  for (const [selectors] of rules) {
    let [depth, part] = [0, ''];
    for (const letter of `${selectors.trim()} `) {
      depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
      if (depth > 0 || !/[\s,>~+]/u.test(letter)) part += letter;
      else {
        if (part.includes(':has(')) yield part;
        part = '';
      }
    }
  }
}

const wide = (css: string): readonly string[] => [...anchorsOf(css)].filter((part) => WHOLE.test(part));

test('no style asks the page as a whole for what is in it', () => {
  const found = readdirSync(styles).flatMap((file) =>
    wide(readFileSync(join(styles, file), 'utf8')).map((part) => `${file}: ${part}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ['.app[data-lesson]:has(.lanes) .say { }', ['.app[data-lesson]:has(.lanes)']],
  ['@media (x) { .a, :root:not(:has(.b .c)) > .say { } }', [':root:not(:has(.b .c))']],
  ['.app .cards:has(.result), .stage > .say:has(> .reveal) > * { }', []],
])('in “%s” that is %j', (css, parts) => {
  expect(wide(css)).toEqual(parts);
});
