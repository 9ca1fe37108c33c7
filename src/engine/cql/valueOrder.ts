// The order of clustering keys (SPEC C13): by value where a type has an order of its own, by bytes otherwise. Rows in a
// partition lie in it; ReversedType turns it round.

import type { Hex, MarshalType } from '../plain/scalars.ts';
import { collectionParts, tupleParts } from './collectionParts.ts';
import { compareDecimals } from './decimal.ts';
import { compareFloats, hexToFloat } from './floating.ts';
import { compareIntegers, hexToInteger } from './integer.ts';
import { type CqlType, isReversed, parseMarshal } from './type.ts';

/** Negative, zero or positive as `a` sorts before, with or after `b`; no bytes at all sort first (C13). */
export function compareValues(marshal: MarshalType, a: Hex, b: Hex): number {
  if (a === b) {
    return 0;
  }
  const order = compareTyped(parseMarshal(marshal), a, b);
  return isReversed(marshal) ? -order : order;
}

function compareBytes(a: Hex, b: Hex): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareTyped(type: CqlType, a: Hex, b: Hex): number {
  if (a === '' || b === '') {
    return a.length - b.length;
  }
  if (type.kind !== 'atomic') {
    return compareParts(type, a, b);
  }
  switch (type.name) {
    case 'int':
    case 'bigint':
    case 'smallint':
    case 'tinyint':
    case 'time':
    case 'varint':
    case 'counter':
    case 'timestamp':
      return compareIntegers(hexToInteger(a), hexToInteger(b));
    case 'decimal':
      return compareDecimals(a, b) || compareBytes(a, b);
    case 'float':
      return a.length === 8 && b.length === 8
        ? compareFloats(hexToFloat(a, 4), hexToFloat(b, 4))
        : compareBytes(a, b);
    case 'double':
      return a.length === 16 && b.length === 16
        ? compareFloats(hexToFloat(a, 8), hexToFloat(b, 8))
        : compareBytes(a, b);
    case 'uuid':
    case 'timeuuid':
      return compareUuids(a, b);
    default:
      // ascii, text, blob, boolean, inet, date (unsigned), and DateType, whose unsigned order was a mistake that TimestampType corrected.
      return compareBytes(a, b);
  }
}

/** By version; time-UUIDs by their time; then by bytes. */
function compareUuids(a: Hex, b: Hex): number {
  if (a[12] !== b[12]) {
    return compareBytes(a[12] ?? '', b[12] ?? '');
  }
  const time = (hex: Hex): Hex => hex.slice(13, 16) + hex.slice(8, 12) + hex.slice(0, 8);
  return (a[12] === '1' ? compareBytes(time(a), time(b)) : 0) || compareBytes(a, b);
}

function compareParts(type: Exclude<CqlType, { readonly kind: 'atomic' }>, a: Hex, b: Hex): number {
  const parts = (hex: Hex): readonly (Hex | null)[] | null =>
    type.kind === 'tuple'
      ? tupleParts(hex, type.elements.length)
      : collectionParts(hex, type.kind === 'map' ? 2 : 1);
  const left = parts(a);
  const right = parts(b);
  if (!left || !right) {
    return compareBytes(a, b);
  }
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = comparePart(partType(type, i), left[i] ?? null, right[i] ?? null);
    if (order !== 0) {
      return order;
    }
  }
  return left.length - right.length;
}

function comparePart(type: CqlType, a: Hex | null, b: Hex | null): number {
  return a === null || b === null
    ? Number(a !== null) - Number(b !== null)
    : a === b
      ? 0
      : compareTyped(type, a, b);
}

function partType(type: Exclude<CqlType, { readonly kind: 'atomic' }>, i: number): CqlType {
  switch (type.kind) {
    case 'tuple':
      return type.elements[i] ?? { kind: 'atomic', name: 'blob' };
    case 'map':
      return i % 2 === 0 ? type.key : type.value;
    default:
      return type.element;
  }
}
