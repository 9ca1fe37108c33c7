import { expect, test } from 'vitest';
import { insertCql, literalCql, selectCql } from './cqlEcho.ts';
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
])('a field of type %s in which one typed %j is sent as %j', (type, text, literal) => {
  expect(literalOf(type, text)).toEqual(literal);
});

test('the echoed CQL quotes text and doubles the quotes inside', () => {
  expect(literalCql("O'Hara")).toBe("'O''Hara'");
  expect(insertCql('users', [['id', 1] as const, ['name', 'Ada'] as const], null)).toBe(
    "INSERT INTO users (id, name) VALUES (1, 'Ada');",
  );
  expect(insertCql('users', [['id', 1] as const], 90)).toBe(
    'INSERT INTO users (id) VALUES (1) USING TIMESTAMP 90;',
  );
  expect(selectCql('users', [['id', 1] as const, ['day', 'Monday'] as const])).toBe(
    "SELECT * FROM users WHERE id = 1 AND day = 'Monday';",
  );
});
