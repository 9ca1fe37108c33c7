import { expect, test } from 'vitest';
import { checkName, checkTableName } from './name.ts';

test.each(['id', 'Name', 'first name', 'é', '🙂', 'constructor', '1', 'a'.repeat(48)])(
  'C12 a column may be called %j',
  (name) => {
    expect(checkName(name)).toBeNull();
  },
);

test.each([
  ['', /^The name is empty\. Give it at least one character\.$/u],
  ['a'.repeat(49), /^'aaaaaaaaaaaa…' has 49 characters; a name may have at most 48\. Shorten it\.$/u],
  ['a\u0000b', /cannot be seen/u],
  ['a\u202eb', /cannot be seen/u],
  ['a\u200bb', /cannot be seen/u],
  ['a\nb', /cannot be seen/u],
  [' a', /begins or ends with a blank/u],
  ['a ', /begins or ends with a blank/u],
  ['\ud800', /half a character/u],
  ['__proto__', /cannot be used as a name here/u],
])('C12 a column may not be called %j', (name, sentence) => {
  expect(checkName(name)).toMatch(sentence);
});

test('C12 keyspaces and tables are words', () => {
  expect(['users', 'T_1', '9'].map(checkTableName)).toEqual([null, null, null]);
  expect(checkTableName('first name')).toBe(
    "'first name' cannot name a keyspace or a table: use only letters without accents, digits and '_'.",
  );
  expect(checkTableName('é')).toMatch(/letters without accents/u);
  expect(checkTableName('')).toMatch(/^The name is empty/u);
});
