import { expect, test } from 'vitest';
import { literalOf } from './fieldValues.ts';

test.each([
  ['text', 'Ada', 'Ada'],
  ['text', '42', '42'],
  ['text', '', null],
  ['int', '42', 42],
  ['int', '-7', -7],
  ['int', 'seven', 'seven'],
  ['bigint', '9007199254740993', '9007199254740993'],
  ['double', '1.5', 1.5],
  ['boolean', 'false', false],
  ['boolean', 'perhaps', 'perhaps'],
  ['set<text>', '["a", "b"]', ['a', 'b']],
  ['map<text, int>', '{"a": 1}', { a: 1 }],
  ['list<int>', '[1, ', '[1, '],
  ['set<text>', "{'a', 'it''s'}", ['a', "it's"]],
  ['set<int>', '{1, 2}', [1, 2]],
  ['list<text>', "['a']", ['a']],
  ['map<text, int>', "{'a': 1}", { a: 1 }],
  ['map<int, text>', "{1: 'x', 2: 'y'}", { 1: 'x', 2: 'y' }],
  ['map<text, int>', '{', '{'],
])('a field of type %s in which one typed %j is sent as %j', (type, text, literal) => {
  expect(literalOf(type, text)).toEqual(literal);
});
