// Frozen collections and tuples, taken apart (SPEC C9): a collection is a four-byte count and then each part with its
// four-byte length; a tuple has no count, and -1 as the length of a null.

import type { Hex } from '../plain/scalars.ts';
import { hexToInteger } from './integer.ts';

/** The parts of a frozen collection, `each` of them to an element; null when the bytes are no collection. */
export function collectionParts(hex: Hex, each: number): readonly Hex[] | null {
  const count = hex.length < 8 ? -1 : Number(hexToInteger(hex.slice(0, 8)));
  if (count < 0) {
    return null;
  }
  const read = readParts(hex, 8, count * each);
  return read === null || read.end !== hex.length || read.parts.includes(null)
    ? null
    : (read.parts as readonly Hex[]);
}

/** The parts of a tuple; a shorter value (from before the tuple grew) ends in nulls. Null when the bytes are no tuple. */
export function tupleParts(hex: Hex, count: number): readonly (Hex | null)[] | null {
  const parts: (Hex | null)[] = [];
  let at = 0;
  while (parts.length < count && at < hex.length) {
    const read = readParts(hex, at, 1);
    if (read === null) {
      return null;
    }
    parts.push(...read.parts);
    at = read.end;
  }
  return at === hex.length ? [...parts, ...Array.from({ length: count - parts.length }, () => null)] : null;
}

function readParts(
  hex: Hex,
  from: number,
  count: number,
): { readonly parts: readonly (Hex | null)[]; readonly end: number } | null {
  const parts: (Hex | null)[] = [];
  let at = from;
  for (let i = 0; i < count; i++) {
    if (at + 8 > hex.length) {
      return null;
    }
    const length = 2 * Number(hexToInteger(hex.slice(at, at + 8)));
    at += 8;
    if (length > hex.length - at) {
      return null;
    }
    parts.push(length < 0 ? null : hex.slice(at, at + length));
    at += Math.max(0, length);
  }
  return { parts, end: at };
}
