import { expect, test } from 'vitest';
import { isOrderCompatible, isValueCompatible } from './compatibility.ts';
import { marshalOf, parseCqlType, reversed } from './type.ts';

function marshal(text: string): string {
  const type = parseCqlType(text);
  return type.ok ? marshalOf(type.value) : `org.apache.cassandra.db.marshal.${text}`;
}

const ATOMIC = [
  'ascii',
  'bigint',
  'blob',
  'boolean',
  'counter',
  'decimal',
  'double',
  'float',
  'inet',
  'int',
  'text',
  'timestamp',
  'timeuuid',
  'uuid',
  'varint',
  'DateType',
];

test('C10 between single values: which type accepts which', () => {
  const accepted = ATOMIC.map((to) => {
    const from = ATOMIC.filter((type) => type !== to && isValueCompatible(marshal(to), marshal(type)));
    return `${to}: ${from.join(' ')}`;
  });
  expect(accepted).toEqual([
    'ascii: ',
    'bigint: timestamp DateType',
    'blob: ascii bigint boolean decimal double float inet int text timestamp timeuuid uuid varint DateType',
    'boolean: ',
    'counter: ',
    'decimal: ',
    'double: ',
    'float: ',
    'inet: ',
    'int: ',
    'text: ',
    'timestamp: bigint DateType',
    'timeuuid: ',
    'uuid: timeuuid',
    'varint: bigint int timestamp DateType',
    'DateType: ',
  ]);
  expect(ATOMIC.every((type) => isValueCompatible(marshal(type), marshal(type)))).toBe(true);
});

test.each([
  ['list<varint>', 'list<int>', true],
  ['list<int>', 'list<varint>', false],
  ['set<varint>', 'set<int>', false],
  ['map<text, varint>', 'map<text, int>', true],
  ['map<varint, int>', 'map<int, int>', false],
  ['frozen<list<varint>>', 'frozen<list<int>>', true],
  ['frozen<set<varint>>', 'frozen<set<int>>', false],
  ['frozen<map<varint, int>>', 'frozen<map<int, int>>', false],
  ['frozen<list<int>>', 'list<int>', false],
  ['list<int>', 'frozen<list<int>>', false],
  ['list<int>', 'set<int>', false],
  ['tuple<varint, text>', 'tuple<int, text>', true],
  ['tuple<int, text, int>', 'tuple<int, text>', true],
  ['tuple<int>', 'tuple<int, text>', false],
  ['tuple<int>', 'int', false],
  ['blob', 'list<int>', false],
  ['blob', 'frozen<list<int>>', true],
  ['blob', 'tuple<int>', true],
  ['blob', 'counter', false],
])('C10 %s accepts values of %s: %s', (after, before, accepts) => {
  expect(isValueCompatible(marshal(after), marshal(before))).toBe(accepts);
});

test('C10 value compatibility looks through descending order', () => {
  expect(isValueCompatible(reversed(marshal('varint')), marshal('int'))).toBe(true);
  expect(isValueCompatible(marshal('varint'), reversed(marshal('int')))).toBe(true);
});

test('C11 order compatibility is equality, but for tuples that grow', () => {
  for (const [after, before] of [
    ['varint', 'int'],
    ['blob', 'text'],
    ['uuid', 'timeuuid'],
    ['text', 'ascii'],
    ['bigint', 'timestamp'],
  ] as const) {
    expect([after, isOrderCompatible(marshal(after), marshal(before))]).toEqual([after, false]);
  }
  expect(ATOMIC.every((type) => isOrderCompatible(marshal(type), marshal(type)))).toBe(true);
  expect(isOrderCompatible(marshal('tuple<int, int>'), marshal('tuple<int>'))).toBe(true);
  expect(isOrderCompatible(marshal('tuple<varint>'), marshal('tuple<int>'))).toBe(false);
  expect(isOrderCompatible(reversed(marshal('int')), marshal('int'))).toBe(false);
  expect(isOrderCompatible(reversed(marshal('int')), reversed(marshal('int')))).toBe(true);
});
