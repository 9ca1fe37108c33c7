import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { argumentsOf, formatMessage, parseMessage, type Values } from './icu.ts';
import { LABELS_EN, SENTENCES_EN } from './messages.en.ts';
import { DIALOGS_EN } from './messagesOfDialogs.en.ts';
import { PAGE_EN } from './messagesOfPage.en.ts';
import { PARTS_EN } from './messagesOfParts.en.ts';
import { PLURAL_RULE_EN } from './pluralRule.en.ts';
import { enumerated, label, listed, say } from './say.ts';

const CATALOGUE: readonly (readonly [string, string])[] = [
  ...Object.entries(SENTENCES_EN),
  ...Object.entries(LABELS_EN),
  ...Object.entries(PAGE_EN),
  ...Object.entries(DIALOGS_EN),
  ...Object.entries(PARTS_EN),
];

const format = (source: string, values: Values = {}): string =>
  formatMessage(parseMessage(source), values, PLURAL_RULE_EN);

describe('a message', () => {
  test('puts values in their places, and a value stays text', () => {
    expect(format('{a} and {b}', { a: '{b} #', b: "it's" })).toBe("{b} # and it's");
  });

  test('chooses by number: the exact one, the category, other', () => {
    const source = '{n, plural, =0 {no rows} one {one row} other {# rows}}';
    expect([0, 1, 2].map((n) => format(source, { n }))).toEqual(['no rows', 'one row', '2 rows']);
  });

  test('chooses by word, and falls back to other', () => {
    const source = '{state, select, up {is up} other {is {state}}}';
    expect(format(source, { state: 'up' })).toBe('is up');
    expect(format(source, { state: 'down' })).toBe('is down');
  });

  test('keeps the number of the plural around a choice, and a hash outside is a hash', () => {
    const source = '# {n, plural, other {{who, select, me {# of mine} other {# of others}}}}';
    expect(format(source, { n: 3, who: 'me' })).toBe('# 3 of mine');
  });

  test('a doubled apostrophe is one', () => {
    expect(format("''{a}''", { a: 'x' })).toBe("'x'");
  });

  test.each(['{', '{a', 'a}', '{a, number}', '{a, plural, one {x}}', '{a, select}', '{}'])(
    '%s is refused with its place',
    (source) => {
      expect(() => parseMessage(source)).toThrow(/^Message '.*', character \d+: .*\.$/u);
    },
  );

  test('no value can add or remove another', () => {
    const message = parseMessage('<{a}|{b}>');
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(formatMessage(message, { a, b }, PLURAL_RULE_EN)).toBe(`<${a}|${b}>`);
      }),
    );
  });
});

describe('the catalogue', () => {
  test('is well formed, and its apostrophes need no quoting', () => {
    expect(CATALOGUE.length).toBeGreaterThan(250);
    for (const [id, source] of CATALOGUE) {
      expect(() => parseMessage(source), id).not.toThrow();
      expect(source.replaceAll("''", ''), id).not.toContain("'");
      expect(source, id).not.toMatch(/ {2}|\.\.\./u);
    }
  });

  test('every plural has the forms of English and no others', () => {
    const plurals = CATALOGUE.filter(([, source]) => source.includes(', plural,'));
    expect(plurals.length).toBeGreaterThan(8);
    for (const [id, source] of plurals) {
      for (const one of argumentsOf(parseMessage(source)).filter(({ kind }) => kind === 'plural')) {
        for (const n of [0, 1, 2, 21]) {
          const text = format(source, { [one.name]: n });
          expect(text, id).not.toMatch(/\b(?:1|one) (?!is\b|has\b)\w+s\b/u);
        }
      }
    }
  });

  test('no ids but for these are told apart by a number or a plural of their own', () => {
    const numbered = CATALOGUE.map(([id]) => id).filter((id) => /-(?:n|\d+)$/u.test(id));
    expect(numbered).toEqual(['entry-upgraded-2', 'entry-upgraded-n', 'promises-broken-n']);
  });

  test('lists follow its patterns', () => {
    expect(['', 'B', 'B and C', 'B, C and D', 'B, C, D and E']).toEqual(
      [[], ['B'], ['B', 'C'], ['B', 'C', 'D'], ['B', 'C', 'D', 'E']].map(listed),
    );
    expect(enumerated(['B', 'C', 'D'])).toBe('B, C, D');
  });

  test('numbers agree with their words', () => {
    expect(label('dag-count', { count: 1 })).toBe('One version of this table.');
    expect(say('memtable-flushed', { node: 'A', count: 12 })).toBe(
      'A writes 12 rows from its memtable to an sstable.',
    );
    expect(say('operated-protect', { name: 'synced check', value: 'off', count: 0 })).toBe(
      'The rules change: synced check is now off.',
    );
  });
});
