// Values as bytes (SPEC C9): what a cell of each type holds. A frozen collection or a tuple is one value; a collection that
// is not frozen is one cell for each element.

import { VALUE_LENGTH_MAX } from '../plain/limits.ts';
import { entriesOf } from '../plain/record.ts';
import { ok, type Result, refuse } from '../plain/result.ts';
import type { Hex, MarshalType } from '../plain/scalars.ts';
import { constantKind, encodeAtomic, shownLiteral } from './atomicValue.ts';
import { intToHex } from './integer.ts';
import type { Literal } from './statement.ts';
import { type CqlType, cqlText, parseMarshal } from './type.ts';

export { decodeElement, decodeElements, decodeText } from './displayText.ts';
export { compareValues } from './valueOrder.ts';

/** Elements of one collection. */
const ELEMENTS_MAX = 256;

/**
 * Bytes of a literal under an atomic or frozen type (C9). `place` names it in a refusal, e.g. '"age"':
 * "Invalid STRING constant ('x') for "age" of type int: give a whole number between …". Null is refused: it has no bytes, it deletes.
 */
export function encodeLiteral(marshal: MarshalType, literal: Literal, place = 'a value'): Result<Hex> {
  return encode(parseMarshal(marshal), literal, place);
}

/**
 * Elements of a collection that is not frozen, by element key: list = position as four bytes, set = the element itself
 * (value ''), map = the key (C9). A list's keys go by position here, where the original draws time-UUIDs.
 */
export function encodeElements(
  marshal: MarshalType,
  literal: Literal,
  place = 'a value',
): Result<Readonly<Record<Hex, Hex>>> {
  const type = parseMarshal(marshal);
  const parts = partsOf(type, literal, place);
  if (!parts.ok) {
    return parts;
  }
  const elements: Record<Hex, Hex> = {};
  for (const [i, part] of parts.value.entries()) {
    const encoded = encodeParts(part, place);
    if (!encoded.ok) {
      return encoded;
    }
    const [first = '', second = ''] = encoded.value;
    if (type.kind === 'list') {
      elements[intToHex(i)] = first;
    } else {
      elements[first] = second;
    }
  }
  return ok(elements);
}

/** One element: its type and literal; for a map those of the key, then of the value. */
type Part = readonly (readonly [CqlType, Literal])[];

function encodeParts(part: Part, place: string): Result<readonly Hex[]> {
  const encoded: Hex[] = [];
  for (const [type, literal] of part) {
    const hex = encode(type, literal, place.startsWith('an element') ? place : `an element of ${place}`);
    if (!hex.ok) {
      return hex;
    }
    encoded.push(hex.value);
  }
  return ok(encoded);
}

function partsOf(type: CqlType, literal: Literal, place: string): Result<readonly Part[]> {
  const wrong = (wanted: string): Result<never> =>
    refuse(
      `Invalid ${constantKind(literal)} (${shownLiteral(literal)}) for ${place} of type ${cqlText(type)}: give ${wanted}.`,
    );
  let parts: readonly Part[];
  if (type.kind === 'atomic') {
    return wrong('a single value');
  }
  if (type.kind === 'map') {
    if (literal === null || typeof literal !== 'object' || isList(literal)) {
      return wrong("a map such as {'a': 1}");
    }
    parts = entriesOf(literal).map(([key, value]) => [
      [type.key, key],
      [type.value, value],
    ]);
  } else if (!isList(literal)) {
    return wrong('a list of values such as [1, 2]');
  } else if (type.kind === 'tuple') {
    if (literal.length !== type.elements.length) {
      return wrong(`${type.elements.length} values`);
    }
    parts = type.elements.map((element, i) => [[element, literal[i] ?? null]]);
  } else {
    parts = literal.map((value) => [[type.element, value]]);
  }
  return parts.length > ELEMENTS_MAX
    ? refuse(`A value for ${place} may have at most ${ELEMENTS_MAX} elements, not ${parts.length}.`)
    : ok(parts);
}

function encode(type: CqlType, literal: Literal, place: string): Result<Hex> {
  if (literal === null) {
    return refuse(`Invalid null value for ${place} of type ${cqlText(type)}: give a value.`);
  }
  if (type.kind === 'atomic') {
    if (typeof literal === 'string' && literal.length > VALUE_LENGTH_MAX) {
      return refuse(
        `A value for ${place} may have at most ${VALUE_LENGTH_MAX} characters, not ${literal.length}.`,
      );
    }
    return encodeAtomic(type, literal, place);
  }
  const parts = partsOf(type, literal, place);
  if (!parts.ok) {
    return parts;
  }
  if (type.kind === 'tuple') {
    return encodeTuple(parts.value, place);
  }
  const encoded: (readonly Hex[])[] = [];
  for (const part of parts.value) {
    const element = encodeParts(part, place);
    if (!element.ok) {
      return element;
    }
    encoded.push(element.value);
  }
  const ordered = type.kind === 'list' ? encoded : distinct(encoded);
  return ok(intToHex(ordered.length) + ordered.flat().map(withLength).join(''));
}

/** A null inside a tuple is the length -1. */
function encodeTuple(parts: readonly Part[], place: string): Result<Hex> {
  let hex = '';
  for (const part of parts) {
    const isNull = part[0]?.[1] === null;
    const encoded = isNull ? ok([]) : encodeParts(part, place);
    if (!encoded.ok) {
      return encoded;
    }
    hex += isNull ? intToHex(-1) : withLength(encoded.value[0] ?? '');
  }
  return ok(hex);
}

/** Sets and maps are stored in the order of their keys' bytes, each key once. */
function distinct(elements: readonly (readonly Hex[])[]): readonly (readonly Hex[])[] {
  const byKey = Object.fromEntries(elements.map((element) => [element[0] ?? '', element]));
  return entriesOf(byKey).map(([, element]) => element);
}

function withLength(hex: Hex): Hex {
  return intToHex(hex.length / 2) + hex;
}

function isList(literal: Literal): literal is readonly Literal[] {
  return Array.isArray(literal);
}
