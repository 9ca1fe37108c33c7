// A value as one writes it in CQL (SPEC Q5, Q8). Where its column's type is known it is written by that type: a text is
// quoted whatever it looks like, a set has braces, a uuid and a blob stand bare.

import { compareText } from '../../plain/compare.ts';
import type { AtomicName, CqlType } from '../cqlType.ts';
import type { Literal } from '../statement.ts';

export const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Types whose texts are always quoted, also where they look like a number or a blob. */
const QUOTED: ReadonlySet<AtomicName> = new Set([
  'ascii',
  'text',
  'inet',
  'timestamp',
  'legacy date',
  'date',
  'time',
]);

/** Text that CQL writes without quotes: a uuid, a blob, a number too large for a double. */
const isBare = (text: string): boolean =>
  /^(?:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|0[xX][0-9a-fA-F]*)$/u.test(text) ||
  isLongNumber(text);

function isLongNumber(text: string): boolean {
  if (!/^-?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?$/u.test(text)) {
    return false;
  }
  const number = Number(text);
  return /^-?\d+$/u.test(text) ? !Number.isSafeInteger(number) : String(number) !== text;
}

/** `type` is that of the column; null when nobody knows it. */
export function literalText(literal: Literal, type: CqlType | null = null): string {
  if (typeof literal === 'string') {
    return isQuoted(type) || !isBare(literal) ? quotedText(literal) : literal;
  }
  if (literal === null) {
    return 'NULL';
  }
  if (typeof literal !== 'object') {
    return String(literal);
  }
  return Array.isArray(literal)
    ? itemsText(literal, type)
    : pairsText(literal as Readonly<Record<string, Literal>>, type);
}

const isQuoted = (type: CqlType | null): boolean => type?.kind === 'atomic' && QUOTED.has(type.name);

function itemsText(items: readonly Literal[], type: CqlType | null): string {
  const texts = items.map((item, i) => literalText(item, itemType(type, i)));
  // Empty braces would read as an empty map.
  const [open, close] =
    items.length === 0
      ? ['[', ']']
      : type?.kind === 'set'
        ? ['{', '}']
        : type?.kind === 'tuple'
          ? ['(', ')']
          : ['[', ']'];
  return `${open}${texts.join(', ')}${close}`;
}

function itemType(type: CqlType | null, at: number): CqlType | null {
  switch (type?.kind) {
    case 'list':
    case 'set':
      return type.element;
    case 'tuple':
      return type.elements[at] ?? null;
    default:
      return null;
  }
}

function pairsText(map: Readonly<Record<string, Literal>>, type: CqlType | null): string {
  const [key, value] = type?.kind === 'map' ? [type.key, type.value] : [null, null];
  const pairs = Object.entries(map).sort((a, b) => compareText(a[0], b[0]));
  return `{${pairs.map(([name, each]) => `${keyText(name, key)}: ${literalText(each, value)}`).join(', ')}}`;
}

/** Keys of a map are kept as texts; where they are of another type they are written without quotes, if that reads back. */
function keyText(key: string, type: CqlType | null): string {
  const isPlain = type?.kind === 'atomic' && !QUOTED.has(type.name);
  const isNumber = /^-?\d+(?:\.\d+)?$/u.test(key) && String(Number(key)) === key;
  const stands = isBare(key) || isNumber || key === 'true' || key === 'false';
  return isPlain && stands ? key : quotedText(key);
}
