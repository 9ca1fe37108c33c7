import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cqlTypeName,
  isMultiCell,
  isReversed,
  marshalOf,
  parseCqlType,
  parseMarshal,
  reversed,
  withoutReversed,
} from './type.ts';

const M = 'org.apache.cassandra.db.marshal.';

/** Class name of a CQL type, without the package. */
function classOf(text: string): string {
  const type = parseCqlType(text);
  return type.ok ? marshalOf(type.value).replaceAll(M, '') : type.problem;
}

test.each([
  ['ascii', 'AsciiType'],
  ['bigint', 'LongType'],
  ['blob', 'BytesType'],
  ['boolean', 'BooleanType'],
  ['counter', 'CounterColumnType'],
  ['decimal', 'DecimalType'],
  ['double', 'DoubleType'],
  ['float', 'FloatType'],
  ['inet', 'InetAddressType'],
  ['date', 'SimpleDateType'],
  ['time', 'TimeType'],
  ['smallint', 'ShortType'],
  ['tinyint', 'ByteType'],
  ['int', 'Int32Type'],
  ['text', 'UTF8Type'],
  ['varchar', 'UTF8Type'],
  ['timestamp', 'TimestampType'],
  ['timeuuid', 'TimeUUIDType'],
  ['uuid', 'UUIDType'],
  ['varint', 'IntegerType'],
  ['list<int>', 'ListType(Int32Type)'],
  ['set< TEXT >', 'SetType(UTF8Type)'],
  ['map<text,bigint>', 'MapType(UTF8Type,LongType)'],
  ['frozen<list<int>>', 'FrozenType(ListType(Int32Type))'],
  ['set<frozen<list<int>>>', 'SetType(FrozenType(ListType(Int32Type)))'],
  ['frozen<list<frozen<set<int>>>>', 'FrozenType(ListType(SetType(Int32Type)))'],
  ['frozen<map<int, list<int>>>', 'FrozenType(MapType(Int32Type,ListType(Int32Type)))'],
  ['tuple<int, list<text>>', 'TupleType(Int32Type,ListType(UTF8Type))'],
  ['frozen<tuple<int>>', 'TupleType(Int32Type)'],
])('C8 %s is %s', (text, name) => {
  expect(classOf(text)).toBe(name);
});

test.each([
  ['', "The type is missing. Write one, for example 'text' or 'int'."],
  ['  ', "The type is missing. Write one, for example 'text' or 'int'."],
  ['string', "'string' is not a CQL type. Did you mean 'text'?"],
  ['strng', "'strng' is not a CQL type. Did you mean 'text'?"],
  ['itn', "'itn' is not a CQL type. Did you mean 'int'?"],
  ['varchr', "'varchr' is not a CQL type. Did you mean 'varchar'?"],
  ['duration', "'duration' came to CQL later than January 2016. Use 'bigint'."],
  ['list', "'list' lacks a '<' after 'list': write for example 'list<int>'."],
  ['list<int', "'list<int' lacks a '>' after 'list': write for example 'list<int>'."],
  ['list<>', "'list<>' lacks a type before '>'."],
  ['list<', "'list<' lacks a type at its end."],
  ['map<int>', "'map' takes 2 types: write for example 'map<text, int>'."],
  ['list<int, int>', "'list<int, int>' lacks a '>' after 'list': write for example 'list<int>'."],
  ['int<text>', "'int' takes no type in angle brackets: write just 'int'."],
  ['int text', "'int text' goes on after the type has ended: remove what follows from 'text' on."],
  ['frozen<int>', "frozen<> is for collections and tuples: write 'int' instead of 'frozen<int>'."],
  [
    'list<set<int>>',
    "A collection inside a collection must be frozen: write 'frozen<set<int>>' instead of 'set<int>'.",
  ],
  [
    'map<frozen<list<int>>, list<int>>',
    "A collection inside a collection must be frozen: write 'frozen<list<int>>' instead of 'list<int>'.",
  ],
  ['list<counter>', "A counter cannot stand inside 'list<>'. Make it a column of its own, or use bigint."],
  ['te;xt', "'te;xt' is not a CQL type: ';' has no place in it. Write for example 'text' or 'list<int>'."],
])('C8 %j is refused: %s', (text, sentence) => {
  expect(parseCqlType(text)).toEqual({ ok: false, problem: sentence });
});

test('C8 a type too deep or too long is refused, whatever it is', () => {
  expect(classOf(`${'frozen<list<'.repeat(9)}int${'>'.repeat(18)}`)).toMatch(/nests more than 6 types/u);
  expect(classOf('x'.repeat(1000))).toBe('A type may have at most 256 characters; this one has 1000.');
});

test('C8 reading never throws, and what is read is written back the same', () => {
  const words = fc.constantFrom(
    'int',
    'text',
    'list',
    'set',
    'map',
    'frozen',
    'tuple',
    'counter',
    '<',
    '>',
    ',',
    ' ',
    'x',
    '(',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
      const type = parseCqlType(parts.join(''));
      if (type.ok) {
        const marshal = marshalOf(type.value);
        expect(marshalOf(parseMarshal(marshal))).toBe(marshal);
        expect(parseCqlType(cqlTypeName(marshal))).toEqual({ ok: true, value: parseMarshal(marshal) });
      } else {
        expect(type.problem).toMatch(/^\S.*[.?]$/u);
      }
    }),
    { numRuns: 2_000 },
  );
});

const TYPES = [
  'list<int>',
  'frozen<list<int>>',
  'map<text, frozen<set<int>>>',
  'tuple<int, text>',
  'set<frozen<tuple<int, text>>>',
  'uuid',
];
test.each(TYPES)('C8 %s survives the way through its class name', (text) => {
  const type = parseCqlType(text);
  const marshal = type.ok ? marshalOf(type.value) : '';
  expect(type).toEqual({ ok: true, value: parseMarshal(marshal) });
  expect(isMultiCell(marshal)).toBe(/^(?:list|map|set)/u.test(text));
});

test('C8 ReversedType goes on and off, and is looked through', () => {
  const down = reversed(`${M}Int32Type`);
  expect(down).toBe(`${M}ReversedType(${M}Int32Type)`);
  expect([isReversed(down), reversed(down), withoutReversed(down), cqlTypeName(down)]).toEqual([
    true,
    `${M}Int32Type`,
    `${M}Int32Type`,
    'int',
  ]);
});

test('C8 the legacy DateType is known to tables but cannot be asked for', () => {
  expect(cqlTypeName(`${M}DateType`)).toBe('timestamp');
  expect(parseMarshal(`${M}DateType`)).toEqual({ kind: 'atomic', name: 'legacy date' });
  expect(parseCqlType('legacy date').ok).toBe(false);
});

test('C8 a class name that no table can hold breaks a rule', () => {
  for (const name of ['UTF8Type', `${M}Nothing`, `${M}Nothing(${M}Int32Type)`, '']) {
    expect(() => parseMarshal(name)).toThrow(/C8/u);
  }
});
