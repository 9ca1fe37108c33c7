import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Literal } from './statement.ts';
import { marshalOf, parseCqlType, reversed } from './type.ts';
import {
  compareValues,
  decodeElement,
  decodeElements,
  decodeText,
  encodeElements,
  encodeLiteral,
} from './value.ts';

function marshal(text: string): string {
  const type = parseCqlType(text);
  if (!type.ok) {
    throw new Error(type.problem);
  }
  return marshalOf(type.value);
}

/** Hex, or the refusal. */
function hexOf(type: string, literal: Literal): string {
  const hex = encodeLiteral(marshal(type), literal, 't.c');
  return hex.ok ? hex.value : hex.problem;
}

/** type, literal, bytes, display text when it is not the literal itself. */
const WRITTEN: readonly (readonly [type: string, literal: Literal, hex: string, text?: string])[] = [
  ['int', 1, '00000001'],
  ['int', -1, 'ffffffff'],
  ['int', '42', '0000002a', '42'],
  ['int', -2147483648, '80000000'],
  ['bigint', 1, '0000000000000001'],
  ['bigint', '9223372036854775807', '7fffffffffffffff'],
  ['bigint', '-9223372036854775808', '8000000000000000'],
  ['varint', 0, '00'],
  ['varint', 127, '7f'],
  ['varint', 128, '0080'],
  ['varint', -128, '80'],
  ['varint', -129, 'ff7f'],
  ['varint', '18446744073709551616', '010000000000000000'],
  ['text', '', ''],
  ['text', 'Ada', '416461'],
  ['text', 'é🙂', 'c3a9f09f9982'],
  ['ascii', 'Ada', '416461'],
  ['boolean', true, '01'],
  ['boolean', false, '00'],
  ['blob', '0xCAFE', 'cafe', '0xcafe'],
  ['blob', '0x', ''],
  ['double', 1.5, '3ff8000000000000'],
  ['double', 'NaN', '7ff8000000000000'],
  ['double', '-Infinity', 'fff0000000000000'],
  ['float', 0.1, '3dcccccd'],
  ['float', -0, '80000000', '-0'],
  ['decimal', '12.50', '0000000204e2'],
  ['decimal', '-0.05', '00000002fb'],
  ['decimal', 1.5, '000000010f'],
  ['decimal', '1e3', 'fffffffd01', '1E3'],
  [
    'uuid',
    '123E4567-e89b-42d3-a456-426614174000',
    '123e4567e89b42d3a456426614174000',
    '123e4567-e89b-42d3-a456-426614174000',
  ],
  ['timeuuid', '50554d6e-29bb-11e5-b345-feff819cdc9f', '50554d6e29bb11e5b345feff819cdc9f'],
  ['smallint', -2, 'fffe'],
  ['tinyint', 127, '7f'],
  ['date', '1970-01-01', '80000000'],
  ['date', '2016-01-11', '800041ab'],
  ['date', '1969-12-31', '7fffffff'],
  ['date', 0, '00000000', '0'],
  ['time', '00:00:00', '0000000000000000', '00:00:00.000000000'],
  ['time', '08:12:54.123', '00001ae5c31890c0', '08:12:54.123000000'],
  ['inet', '10.0.0.255', '0a0000ff'],
  ['inet', '::1', '00000000000000000000000000000001'],
  ['inet', '2001:db8:0:0:1:0:0:1', '20010db8000000000001000000000001', '2001:db8::1:0:0:1'],
  ['inet', '::ffff:1.2.3.4', '00000000000000000000ffff01020304', '::ffff:102:304'],
  ['timestamp', 0, '0000000000000000', '1970-01-01T00:00:00.000Z'],
  ['timestamp', '2016-01-11', '000001522dfb7400', '2016-01-11T00:00:00.000Z'],
  ['timestamp', '2016-01-11 09:30+0100', '000001522fce5f40', '2016-01-11T08:30:00.000Z'],
  ['timestamp', '1600-02-29T23:59:59.999Z', 'fffff562a76f9fff', '1600-02-29T23:59:59.999Z'],
  ['timestamp', '9223372036854775807', '7fffffffffffffff'],
  ['frozen<list<int>>', [1, 2], '00000002000000040000000100000004' + '00000002', '[1, 2]'],
  ['frozen<set<text>>', ['b', 'a', 'b'], '00000002000000016100000001' + '62', "{'a', 'b'}"],
  [
    'frozen<map<text, int>>',
    { b: 2, a: 1 },
    '00000002' + '00000001610000000400000001' + '00000001620000000400000002',
    "{'a': 1, 'b': 2}",
  ],
  ['tuple<int, text>', [1, null], '0000000400000001ffffffff', '(1, null)'],
];

test.each(
  WRITTEN.map(([type, literal, hex, text]) => ({ type, literal, hex, text: text ?? String(literal) })),
)('C9 $type $literal is 0x$hex', ({ type, literal, hex, text }) => {
  expect(hexOf(type, literal)).toBe(hex);
  expect(decodeText(marshal(type), hex)).toBe(text);
});

test.each<readonly [string, Literal, string]>([
  [
    'int',
    'x',
    "Invalid STRING constant ('x') for t.c of type int: give a whole number between -2147483648 and 2147483647.",
  ],
  [
    'int',
    2147483648,
    'Invalid INTEGER constant (2147483648) for t.c of type int: give a whole number between -2147483648 and 2147483647.',
  ],
  [
    'int',
    1.5,
    'Invalid FLOAT constant (1.5) for t.c of type int: give a whole number between -2147483648 and 2147483647.',
  ],
  [
    'int',
    '',
    "Invalid STRING constant ('') for t.c of type int: give a whole number between -2147483648 and 2147483647.",
  ],
  ['int', null, 'Invalid null value for t.c of type int: give a value.'],
  [
    'int',
    [1],
    'Invalid list literal ([1]) for t.c of type int: give a whole number between -2147483648 and 2147483647.',
  ],
  [
    'text',
    1,
    'Invalid INTEGER constant (1) for t.c of type text: give text of whole characters (in CQL in single quotes).',
  ],
  [
    'text',
    '\ud800',
    "Invalid STRING constant ('\ud800') for t.c of type text: give text of whole characters (in CQL in single quotes).",
  ],
  ['ascii', 'é', "Invalid STRING constant ('é') for t.c of type ascii: give text of ASCII characters only."],
  ['boolean', 'yes', "Invalid STRING constant ('yes') for t.c of type boolean: give true or false."],
  [
    'blob',
    'cafe',
    "Invalid STRING constant ('cafe') for t.c of type blob: give bytes such as '0xcafe' (two hex digits a byte).",
  ],
  [
    'blob',
    '0xabc',
    "Invalid HEX constant ('0xabc') for t.c of type blob: give bytes such as '0xcafe' (two hex digits a byte).",
  ],
  ['double', 'one', "Invalid STRING constant ('one') for t.c of type double: give a number."],
  [
    'decimal',
    '1e9999',
    "Invalid STRING constant ('1e9999') for t.c of type decimal: give a number with an exponent of at most 1000.",
  ],
  [
    'decimal',
    '.',
    "Invalid STRING constant ('.') for t.c of type decimal: give a number with an exponent of at most 1000.",
  ],
  [
    'uuid',
    'x',
    "Invalid STRING constant ('x') for t.c of type uuid: give a UUID such as '123e4567-e89b-42d3-a456-426614174000'.",
  ],
  [
    'timeuuid',
    '123e4567-e89b-42d3-a456-426614174000',
    "Invalid UUID constant ('123e4567-e89b-42d3-a456-426614174000') for t.c of type timeuuid: give a time-UUID such as '50554d6e-29bb-11e5-b345-feff819cdc9f'.",
  ],
  [
    'inet',
    '256.1.1.1',
    "Invalid STRING constant ('256.1.1.1') for t.c of type inet: give an address such as '10.0.0.1' or '::1'.",
  ],
  [
    'tinyint',
    128,
    'Invalid INTEGER constant (128) for t.c of type tinyint: give a whole number between -128 and 127.',
  ],
  [
    'date',
    '2016-02-30',
    "Invalid STRING constant ('2016-02-30') for t.c of type date: give a day such as '2016-01-11'.",
  ],
  [
    'time',
    '24:00:00',
    "Invalid STRING constant ('24:00:00') for t.c of type time: give a time of day such as '09:30:00'.",
  ],
  [
    'inet',
    ':::',
    "Invalid STRING constant (':::') for t.c of type inet: give an address such as '10.0.0.1' or '::1'.",
  ],
  [
    'timestamp',
    '2016-02-30',
    "Invalid STRING constant ('2016-02-30') for t.c of type timestamp: give milliseconds since 1970 or a date such as '2016-01-11 09:30'.",
  ],
  [
    'counter',
    1,
    'Cannot set the value of counter column t.c (counters can only be incremented/decremented, not set); counting is not modelled here. Use bigint.',
  ],
  [
    'frozen<list<int>>',
    1,
    'Invalid INTEGER constant (1) for t.c of type frozen<list<int>>: give a list of values such as [1, 2].',
  ],
  [
    'frozen<map<int, int>>',
    [1],
    "Invalid list literal ([1]) for t.c of type frozen<map<int, int>>: give a map such as {'a': 1}.",
  ],
  [
    'frozen<list<int>>',
    ['x'],
    "Invalid STRING constant ('x') for an element of t.c of type int: give a whole number between -2147483648 and 2147483647.",
  ],
  ['tuple<int, int>', [1], 'Invalid list literal ([1]) for t.c of type tuple<int, int>: give 2 values.'],
  ['text', 'x'.repeat(5000), 'A value for t.c may have at most 4096 characters, not 5000.'],
  [
    'frozen<list<int>>',
    Array.from({ length: 257 }, () => 1),
    'A value for t.c may have at most 256 elements, not 257.',
  ],
])('C9 %s %j is refused', (type, literal, sentence) => {
  expect(hexOf(type, literal)).toBe(sentence);
});

test('C9 without a place the refusal speaks of the value', () => {
  const refused = encodeLiteral(marshal('int'), 'x');
  expect(refused.ok ? '' : refused.problem).toMatch(
    /^Invalid STRING constant \('x'\) for a value of type int: give/u,
  );
});

test.each<readonly [string, Literal, Readonly<Record<string, string>>, string]>([
  ['list<text>', ['b', 'a'], { '00000000': '62', '00000001': '61' }, "['b', 'a']"],
  ['set<int>', [2, 1, 2], { '00000001': '', '00000002': '' }, '{1, 2}'],
  ['map<text, int>', { b: 2, a: 1 }, { '61': '00000001', '62': '00000002' }, "{'a': 1, 'b': 2}"],
  ['map<int, frozen<list<int>>>', { '1': [2] }, { '00000001': '000000010000000400000002' }, '{1: [2]}'],
  ['set<text>', [], {}, '{}'],
])('C9 the elements of %s %j', (type, literal, elements, text) => {
  expect(encodeElements(marshal(type), literal)).toEqual({ ok: true, value: elements });
  expect(decodeElements(marshal(type), elements)).toBe(text);
});

test.each<readonly [string, string, string, ReturnType<typeof decodeElement>]>([
  ['list<text>', '00000001', '61', { name: '[1]', value: "'a'" }],
  ['set<text>', '61', '', { name: "'a'", value: "'a'" }],
  ['map<text, int>', '61', '00000001', { name: "['a']", value: '1' }],
  ['map<text, int>', '61', '', { name: "['a']", value: null }],
  ['int', '61', '00000001', { name: null, value: null }],
])('C9 an element of %s %s', (type, key, value, element) => {
  expect(decodeElement(marshal(type), key, value)).toEqual(element);
});

test('C9 elements are refused by name, and only collections have any', () => {
  const refused = encodeElements(marshal('set<int>'), ['x'], 't.c');
  expect(refused.ok ? '' : refused.problem).toMatch(
    /^Invalid STRING constant \('x'\) for an element of t\.c of type int/u,
  );
  expect(encodeElements(marshal('int'), [1], 't.c')).toEqual({
    ok: false,
    problem: 'Invalid list literal ([1]) for t.c of type int: give a single value.',
  });
  expect(decodeElements(marshal('int'), {})).toBeNull();
  expect(decodeElements(marshal('list<int>'), { '00000000': '00' })).toBeNull();
});

test.each([
  ['int', '000001'],
  ['int', ''],
  ['bigint', '00000001'],
  ['boolean', '0001'],
  ['float', '00'],
  ['double', '00000000'],
  ['uuid', '00'],
  ['timeuuid', '123e4567e89b42d3a456426614174000'],
  ['inet', '0a0000'],
  ['timestamp', '00'],
  ['decimal', '00000001'],
  ['varint', ''],
  ['ascii', '80'],
  ['text', 'ff'],
  ['text', 'c080'],
  ['text', 'eda080'],
  ['text', 'e282'],
  ['text', 'f4908080'],
  ['frozen<list<int>>', '00000001'],
  ['frozen<list<int>>', '00000001000000020001'],
  ['frozen<list<int>>', 'ffffffff'],
  ['frozen<list<int>>', '7fffffff00000000'],
  ['tuple<int>', '00000004000000010000'],
])('C9 bytes that do not decode: %s 0x%s', (type, hex) => {
  expect(decodeText(marshal(type), hex)).toBeNull();
});

test('C9 a tuple from before it grew ends in nulls', () => {
  expect(decodeText(marshal('tuple<int, text>'), '0000000400000001')).toBe('(1, null)');
});

test('C9 text in a collection is quoted', () => {
  expect(decodeText(marshal('frozen<list<text>>'), hexOf('frozen<list<text>>', ["it's"]))).toBe("['it''s']");
});

/** Encoding and decoding undo each other. */
test.each<readonly [string, fc.Arbitrary<Literal>]>([
  ['int', fc.integer()],
  ['bigint', fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String)],
  ['varint', fc.bigInt().map(String)],
  ['text', fc.string({ unit: 'binary' })],
  ['double', fc.double({ noNaN: true, noDefaultInfinity: false }).filter((value) => !Object.is(value, -0))],
  ['float', fc.float({ noNaN: true }).filter((value) => !Object.is(value, -0))],
  ['inet', fc.ipV4()],
  ['uuid', fc.uuid()],
  ['boolean', fc.boolean()],
])('C9 %s comes back as it was written', (type, literals) => {
  fc.assert(
    fc.property(literals, (literal) => {
      const text = decodeText(marshal(type), hexOf(type, literal));
      expect(type === 'float' ? Math.fround(Number(text)) : text).toBe(
        type === 'float' ? literal : String(literal),
      );
    }),
  );
});

test('C9 IPv6 addresses and moments come back with the same bytes', () => {
  fc.assert(
    fc.property(
      fc.ipV6(),
      fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 }),
      (address, millis) => {
        const inet = hexOf('inet', address);
        expect(inet).toMatch(/^[0-9a-f]{32}$/u);
        expect(hexOf('inet', decodeText(marshal('inet'), inet) ?? '')).toBe(inet);
        const moment = hexOf('timestamp', millis);
        const text = decodeText(marshal('timestamp'), moment);
        expect(text).toBe(new Date(millis).toISOString());
        expect(hexOf('timestamp', text)).toBe(moment);
      },
    ),
  );
});

test('C9 any bytes under any type decode to text or to null, and never throw', () => {
  const types = [
    'int',
    'text',
    'decimal',
    'inet',
    'timestamp',
    'frozen<map<text, int>>',
    'tuple<int, frozen<list<text>>>',
    'float',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...types), fc.uint8Array({ maxLength: 24 }), (type, bytes) => {
      const text = decodeText(marshal(type), Buffer.from(bytes).toString('hex'));
      expect(text === null || typeof text === 'string').toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('C13 numbers sort by value, whatever their bytes', () => {
  const order = (type: string, a: Literal, b: Literal): number =>
    Math.sign(compareValues(marshal(type), hexOf(type, a), hexOf(type, b)));
  for (const type of ['int', 'bigint', 'varint', 'decimal', 'double', 'float']) {
    expect([type, order(type, -1, 1), order(type, 300, 2), order(type, 5, 5)]).toEqual([type, -1, 1, 0]);
  }
  expect(order('decimal', '1.5', '1.25')).toBe(1);
  expect(order('decimal', '-1.5', '-1.25')).toBe(-1);
  expect(order('decimal', '1e900', '1e-900')).toBe(1);
  expect(order('decimal', 0, '-1')).toBe(1);
  expect(order('double', 'NaN', 'Infinity')).toBe(1);
  expect(order('double', -0, 0)).toBe(-1);
  expect(order('timestamp', -1, 0)).toBe(-1);
});

test('C13 text sorts by bytes, nothing at all first, reversed the other way round', () => {
  const text = marshal('text');
  const sorted = ['', 'Z', 'a', 'aa', 'é', '\uffe5', '🙂'];
  const hexes = sorted.map((literal) => hexOf('text', literal));
  expect(hexes.toReversed().toSorted((a, b) => compareValues(text, a, b))).toEqual(hexes);
  expect(hexes.toSorted((a, b) => compareValues(reversed(text), a, b))).toEqual(hexes.toReversed());
});

test('C13 UUIDs sort by version, time-UUIDs by time', () => {
  const type = marshal('uuid');
  const early = hexOf('uuid', 'ffffffff-29bb-11e5-b345-feff819cdc9f');
  const late = hexOf('uuid', '00000000-29bc-11e5-b345-feff819cdc9f');
  const random = hexOf('uuid', '00000000-e89b-42d3-a456-426614174000');
  expect([compareValues(type, early, late), compareValues(type, late, random)].map(Math.sign)).toEqual([
    -1, -1,
  ]);
});

test('C13 frozen collections and tuples sort part by part', () => {
  const order = (type: string, a: Literal, b: Literal): number =>
    Math.sign(compareValues(marshal(type), hexOf(type, a), hexOf(type, b)));
  expect(order('frozen<list<int>>', [-1], [1])).toBe(-1);
  expect(order('frozen<list<int>>', [1], [1, -5])).toBe(-1);
  expect(order('tuple<int, int>', [1, null], [1, -5])).toBe(-1);
  expect(order('frozen<map<int, int>>', { '1': 2 }, { '1': -2 })).toBe(1);
});
