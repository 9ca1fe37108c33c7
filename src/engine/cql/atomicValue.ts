// Values of the atomic types as bytes (SPEC C9), with a refusal that says what would fit.

import { ok, type Result, refuse } from '../plain/result.ts';
import type { Hex } from '../plain/scalars.ts';
import { isWellFormed, textToHex } from './bytes.ts';
import { dayToHex, timeToHex } from './dayAndTime.ts';
import { decimalToHex } from './decimal.ts';
import { type FloatWidth, floatToHex } from './floating.ts';
import { inetToHex } from './inet.ts';
import { textToMillis } from './instant.ts';
import { integerToHex, varintToHex } from './integer.ts';
import type { Literal } from './statement.ts';
import { type CqlType, cqlText } from './type.ts';

type Atomic = Extract<CqlType, { readonly kind: 'atomic' }>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;
const SHOWN_MAX = 40;

/** Bytes of a literal that is not null (C9); numbers may be given as text, which is the only way beyond 2^53. */
export function encodeAtomic(type: Atomic, literal: Literal, place: string): Result<Hex> {
  if (type.name === 'counter') {
    return refuse(
      `Cannot set the value of counter column ${place} (counters can only be incremented/decremented, not set); counting is not modelled here. Use bigint.`,
    );
  }
  const hex = bytesOf(type, literal);
  if (hex !== null) {
    return ok(hex);
  }
  return refuse(
    `Invalid ${constantKind(literal)} (${shownLiteral(literal)}) for ${place} of type ${cqlText(type)}: give ${WANTED[type.name]}.`,
  );
}

/** What a value is called that does not fit, as users of Cassandra know it. */
export function constantKind(literal: Literal): string {
  switch (typeof literal) {
    case 'number':
      return Number.isInteger(literal) ? 'INTEGER constant' : 'FLOAT constant';
    case 'boolean':
      return 'BOOLEAN constant';
    case 'string':
      return UUID.test(literal)
        ? 'UUID constant'
        : /^0x[0-9a-f]*$/iu.test(literal)
          ? 'HEX constant'
          : /^-?\d+$/u.test(literal)
            ? 'INTEGER constant'
            : 'STRING constant';
    default:
      return Array.isArray(literal) ? 'list literal' : 'map literal';
  }
}

/** A literal as a refusal quotes it: short, on one line. */
export function shownLiteral(literal: Literal): string {
  const text = typeof literal === 'string' ? `'${literal}'` : JSON.stringify(literal);
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text;
}

const WANTED = {
  ascii: 'text of ASCII characters only',
  bigint:
    'a whole number between -9223372036854775808 and 9223372036854775807 (beyond 2^53: give it as text)',
  blob: "bytes such as '0xcafe' (two hex digits a byte)",
  boolean: 'true or false',
  counter: 'a counter',
  date: "a day such as '2016-01-11'",
  decimal: 'a number with an exponent of at most 1000',
  double: 'a number',
  float: 'a number',
  inet: "an address such as '10.0.0.1' or '::1'",
  int: 'a whole number between -2147483648 and 2147483647',
  smallint: 'a whole number between -32768 and 32767',
  text: 'text of whole characters (in CQL in single quotes)',
  time: "a time of day such as '09:30:00'",
  timestamp: "milliseconds since 1970 or a date such as '2016-01-11 09:30'",
  timeuuid: "a time-UUID such as '50554d6e-29bb-11e5-b345-feff819cdc9f'",
  tinyint: 'a whole number between -128 and 127',
  uuid: "a UUID such as '123e4567-e89b-42d3-a456-426614174000'",
  varint: 'a whole number',
  'legacy date': "milliseconds since 1970 or a date such as '2016-01-11 09:30'",
} as const satisfies Readonly<Record<Atomic['name'], string>>;

function bytesOf(type: Atomic, literal: Literal): Hex | null {
  switch (type.name) {
    case 'ascii':
      return typeof literal === 'string' && /^\p{ASCII}*$/u.test(literal) ? textToHex(literal) : null;
    case 'text':
      return typeof literal === 'string' && isWellFormed(literal) ? textToHex(literal) : null;
    case 'int':
      return fixed(wholeNumber(literal), 4);
    case 'smallint':
      return fixed(wholeNumber(literal), 2);
    case 'tinyint':
      return fixed(wholeNumber(literal), 1);
    case 'bigint':
      return fixed(wholeNumber(literal), 8);
    case 'date':
    case 'time': {
      const given = wholeNumber(literal) ?? (typeof literal === 'string' ? literal : null);
      return given === null ? null : type.name === 'date' ? dayToHex(given) : timeToHex(given);
    }
    case 'timestamp':
    case 'legacy date':
      return fixed(wholeNumber(literal) ?? (typeof literal === 'string' ? textToMillis(literal) : null), 8);
    case 'varint': {
      const value = wholeNumber(literal);
      return value === null ? null : varintToHex(value);
    }
    case 'decimal':
      return typeof literal === 'string' || typeof literal === 'number'
        ? decimalToHex(String(literal))
        : null;
    case 'float':
      return floating(literal, 4);
    case 'double':
      return floating(literal, 8);
    case 'boolean':
      return literal === true || literal === 'true'
        ? '01'
        : literal === false || literal === 'false'
          ? '00'
          : null;
    case 'blob':
      return typeof literal === 'string' && /^0x(?:[0-9a-f]{2})*$/iu.test(literal)
        ? literal.slice(2).toLowerCase()
        : null;
    case 'inet':
      return typeof literal === 'string' ? inetToHex(literal) : null;
    default:
      return typeof literal === 'string' ? uuidBytes(literal, type.name === 'timeuuid') : null;
  }
}

function wholeNumber(literal: Literal): bigint | null {
  if (typeof literal === 'number') {
    return Number.isSafeInteger(literal) ? BigInt(literal) : null;
  }
  return typeof literal === 'string' && /^-?\d+$/u.test(literal) ? BigInt(literal) : null;
}

function fixed(value: bigint | null, width: number): Hex | null {
  return value !== null && BigInt.asIntN(8 * width, value) === value ? integerToHex(value, width) : null;
}

function floating(literal: Literal, width: FloatWidth): Hex | null {
  if (typeof literal === 'number') {
    return floatToHex(literal, width);
  }
  const isNumber =
    typeof literal === 'string' &&
    /^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|NaN|[+-]?Infinity)$/iu.test(literal);
  return isNumber && (literal === 'NaN' || !Number.isNaN(Number(literal)))
    ? floatToHex(Number(literal), width)
    : null;
}

function uuidBytes(text: string, mustBeTime: boolean): Hex | null {
  const match = UUID.exec(text);
  return match && (!mustBeTime || match[1] === '1') ? text.replaceAll('-', '').toLowerCase() : null;
}
