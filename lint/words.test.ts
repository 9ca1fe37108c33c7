// All words that the page shows stand in the message catalogues, so that a translation reaches them. Here the view's own
// code is read, and whatever in it looks like words is found: text between tags, names for screen readers, titles, and
// phrases in tables and expressions.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

const view = resolve(import.meta.dirname, '../src/view');

/** Attributes and properties of components whose text is seen or heard. */
const SPOKEN =
  /^(?:aria-(?:label|description|roledescription|valuetext)|title|lead|placeholder|alt|caption|closing|label|empty|question|text)$/u;
/** Attributes that are for the machine, whatever stands in them. */
const MUTE =
  /^(?:class(?:Name)?|d|transform|style|href|id|key|data-.*|role|type|fill|viewBox|preserveAspectRatio)$/u;

/** Names of keys of the keyboard, as the browser calls them. */
const KEYS =
  /^(?:(?:Alt|Ctrl|Shift)\+?)*(?:Enter|Escape|Tab|Home|End|Delete|Backspace|Space|AltGraph|Page(?:Up|Down)|Arrow(?:Up|Down|Left|Right)|\p{L})?$/u;
/** The same in every language: the name of the page, and CQL. */
const NAMES = /^(?:Schemerge|CQL|null|HELP;|ONE|map<text, int>|CREATE TABLE .*;)$/u;
/** The outline of a drawing: single letters between numbers. */
const OUTLINE = /^(?:[MLHVCSQTAZ](?!\p{L})|[\d\s.,-])*$/iu;
/** Files that print CQL or markup, sample values, names of locks, or what happens only by a mistake in the program. */
const APART = /firstPaint\/|keeping\/browserKeeper|share\/pagePicture|node\/fieldValues\.ts$/u;

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function* childrenOf(node: Node): Generator<Node> {
  for (const value of Object.values(node)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (isNode(one)) yield one;
    }
  }
}

function textOf(node: Node): string | null {
  if (node.type === 'TemplateLiteral') {
    const quasis = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[];
    return quasis.map(({ value }) => value.cooked).join('…');
  }
  return (node.type === 'Literal' || node.type === 'JSXText') && typeof node['value'] === 'string'
    ? node['value']
    : null;
}

const nameOf = (attribute: Node): string => {
  const name = attribute['name'] as { readonly name: unknown };
  return typeof name.name === 'string' ? name.name : '';
};

/** Where words are no words of the page: types, imports, errors, selectors, what is asked of a catalogue. */
function isApart(node: Node, source: string): boolean {
  if (/^(?:TS(?!AsExpression|SatisfiesExpression|NonNull)|Import|ExportAll)/u.test(node.type)) return true;
  if (node.type === 'NewExpression' || node.type === 'CallExpression') {
    const { start, end } = node['callee'] as unknown as { readonly start: number; readonly end: number };
    return /(?:Error|Set|[wW]ords|[lL]abel|matches|closest|querySelector\w*|includes|test)$/u.test(
      source.slice(start, end),
    );
  }
  return false;
}

type Place = 'code' | 'spoken' | 'mute' | 'child';

function looksLikeWords(text: string, place: Place): boolean {
  const core = text.replaceAll('…', ' ').trim();
  if (place === 'mute' || NAMES.test(core) || KEYS.test(core) || OUTLINE.test(core)) return false;
  if (place === 'spoken' || place === 'child') return /\p{L}{2}/u.test(core);
  return /^\p{Lu}\p{Ll}+(?:$|[ ,.:’])/u.test(core) || /\p{L}+,? (?:\p{L}{2,}|a )/u.test(core);
}

function placeOf(node: Node, place: Place): Place {
  switch (node.type) {
    case 'JSXAttribute': {
      const name = nameOf(node);
      return MUTE.test(name) ? 'mute' : SPOKEN.test(name) ? 'spoken' : 'code';
    }
    case 'JSXElement':
    case 'JSXFragment':
      return 'child';
    case 'JSXOpeningElement':
      return 'code';
    // What is asked or compared in there is not shown: the answer is, and it comes from somewhere else.
    case 'ArrowFunctionExpression':
    case 'BinaryExpression':
    case 'CallExpression':
    case 'MemberExpression':
    case 'ObjectExpression':
      return place === 'child' || place === 'spoken' ? 'code' : place;
    default:
      return place;
  }
}

/** What looks like words in a file of the view, in its order. */
function wordsIn(source: string): readonly string[] {
  const found: string[] = [];
  const walk = (node: Node, place: Place): void => {
    const text = textOf(node);
    if (text !== null && looksLikeWords(text, place)) {
      found.push(text.trim().replace(/\s+/gu, ' '));
    }
    if (isApart(node, source)) return;
    const inside = placeOf(node, place);
    for (const child of childrenOf(node)) {
      const isCompared = node.type === 'BinaryExpression' || node.type === 'SwitchCase';
      if (!(isCompared && child.type === 'Literal')) walk(child, inside);
    }
  };
  walk(parseSync('file.tsx', source).program as unknown as Node, 'code');
  return found;
}

test.each([
  ['<b>Hello</b>', 'Hello'],
  ['<b>{many} rows</b>', 'rows'],
  ['<button aria-label="Add column" />', 'Add column'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the code that is looked at
  ['<button aria-label={`Drop ${name}`} />', 'Drop …'],
  ["<p title={open ? 'Fold' : 'Unfold'} />", 'Fold'],
  ["<b>{shown ? 'less' : 'more'}</b>", 'less'],
  ["const NAMES = { light: 'Light' };", 'Light'],
  ["const text = 'it comes later';", 'it comes later'],
  ['<Dialog lead="From here." />', 'From here.'],
])('a planted fault is found: %s', (code, word) => {
  expect(wordsIn(code)).toContain(word);
});

test.each([
  ["import { x } from 'a b c';"],
  ['<b className="chip key">{name}</b>'],
  ['<Icon name="arrow" />'],
  ["if (event.key === 'Enter') go();"],
  ["throw new Error('It is not so.');"],
  ["<b>{pageWords('some-words')}</b>"],
  ['<h1>Schemerge</h1>'],
])('and what is no word is not: %s', (code) => {
  expect(wordsIn(code)).toEqual([]);
});

test('no word of the view stands outside the catalogues', () => {
  const files = readdirSync(view, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file) && !/\.test\./u.test(file) && !APART.test(file))
    .sort();
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) =>
    wordsIn(readFileSync(join(view, file), 'utf8')).map((words) => `${file}: ${words}`),
  );
  expect(found).toEqual([]);
});
