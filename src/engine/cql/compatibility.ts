// Which type may take the place of which (SPEC C10, C11). Values written under the old type stay as they are, so the new
// type must be able to read their bytes; a clustering column must sort them the same way besides.

import type { MarshalType } from '../plain/scalars.ts';
import { type AtomicName, type CqlType, isReversed, parseMarshal } from './type.ts';

/** Beyond itself, what each type accepts. text does not accept ascii: at that time the string types asked for equality. */
const ACCEPTED: Readonly<Partial<Record<AtomicName, readonly AtomicName[]>>> = {
  varint: ['int', 'bigint', 'timestamp', 'legacy date'],
  bigint: ['timestamp', 'legacy date'],
  timestamp: ['bigint', 'legacy date'],
  uuid: ['timeuuid'],
};

/**
 * Whether bytes of `oldType` may be read as `newType` (C10): the check of ALTER TYPE for keys and values, and of every
 * conversion. Order is looked through. blob accepts every single value, but no collection of cells.
 */
export function isValueCompatible(newType: MarshalType, oldType: MarshalType): boolean {
  return newType === oldType || acceptsValue(parseMarshal(newType), parseMarshal(oldType));
}

/** Whether `newType` also sorts as `oldType` (C11): the check of ALTER TYPE for clustering columns. */
export function isOrderCompatible(newType: MarshalType, oldType: MarshalType): boolean {
  if (newType === oldType) {
    return true;
  }
  return isReversed(newType) === isReversed(oldType) && sortsAs(parseMarshal(newType), parseMarshal(oldType));
}

function acceptsValue(after: CqlType, before: CqlType): boolean {
  if (after.kind === 'atomic') {
    if (before.kind === 'atomic' && before.name === after.name) {
      return true;
    }
    if (after.name === 'blob') {
      return isSingleValue(before);
    }
    return before.kind === 'atomic' && (ACCEPTED[after.name] ?? []).includes(before.name);
  }
  return matchParts(after, before, acceptsValue);
}

/** Order compatibility is equality at that time, but for tuples that grow. */
function sortsAs(after: CqlType, before: CqlType): boolean {
  if (after.kind === 'atomic') {
    return before.kind === 'atomic' && before.name === after.name;
  }
  return matchParts(after, before, sortsAs);
}

/** blob may read any one value; a collection of cells would leave its elements in a slot made for one. */
function isSingleValue(type: CqlType): boolean {
  return type.kind === 'atomic' ? type.name !== 'counter' : type.kind === 'tuple' || type.frozen;
}

/** Element by element: keys of maps and elements of sets are sorted by, so they must sort alike; the rest by `accepts`. */
function matchParts(
  after: CqlType,
  before: CqlType,
  accepts: (after: CqlType, before: CqlType) => boolean,
): boolean {
  if (after.kind === 'tuple') {
    return (
      before.kind === 'tuple' &&
      before.elements.length <= after.elements.length &&
      before.elements.every((element, i) => {
        const grown = after.elements[i];
        return grown !== undefined && accepts(grown, element);
      })
    );
  }
  if (after.kind === 'atomic' || before.kind !== after.kind || before.frozen !== after.frozen) {
    return false;
  }
  if (after.kind === 'map') {
    return before.kind === 'map' && sortsAs(after.key, before.key) && accepts(after.value, before.value);
  }
  return before.kind !== 'map' && (after.kind === 'set' ? sortsAs : accepts)(after.element, before.element);
}
