// The CQL types of early 2016 and their class names (SPEC C8): a column's validator cell holds the class name, and ties
// between two definitions go by that name, not by the CQL name.

import { assert } from '../plain/assert.ts';
import type { MarshalType } from '../plain/scalars.ts';
import { type AtomicName, CLASS_OF, type CqlType, cqlText } from './cqlType.ts';

export type { AtomicName, CqlType } from './cqlType.ts';
export { cqlText } from './cqlType.ts';
export { parseCqlType } from './typeReader.ts';

const PACKAGE = 'org.apache.cassandra.db.marshal.';
const REVERSED = `${PACKAGE}ReversedType(`;
const MULTI_CELL = ['ListType(', 'SetType(', 'MapType('].map((name) => PACKAGE + name);
const NAME_OF: ReadonlyMap<string, AtomicName> = new Map(
  (Object.keys(CLASS_OF) as AtomicName[]).map((name) => [CLASS_OF[name], name]),
);
/** The full class name that a validator cell holds (C8). Inside a frozen type, freezing is not written again. */
export function marshalOf(type: CqlType): MarshalType {
  return className(type, false);
}

function className(type: CqlType, insideFrozen: boolean): MarshalType {
  switch (type.kind) {
    case 'atomic':
      return PACKAGE + CLASS_OF[type.name];
    case 'tuple':
      return `${PACKAGE}TupleType(${type.elements.map((element) => className(element, true)).join(',')})`;
    default: {
      const inside = insideFrozen || type.frozen;
      const parts = type.kind === 'map' ? [type.key, type.value] : [type.element];
      const simple = type.kind === 'map' ? 'MapType' : type.kind === 'set' ? 'SetType' : 'ListType';
      const name = `${PACKAGE}${simple}(${parts.map((part) => className(part, inside)).join(',')})`;
      return type.frozen && !insideFrozen ? `${PACKAGE}FrozenType(${name})` : name;
    }
  }
}

/** A memo of `parseMarshal`: class names repeat, parsing them does not have to. It never changes a result. */
const parsed = new Map<MarshalType, CqlType>();
const PARSED_MAX = 4_096;

/** The type behind a class name, looking through ReversedType. Throws for a name that no schema of ours can hold (C8). */
export function parseMarshal(marshal: MarshalType): CqlType {
  const known = parsed.get(marshal);
  if (known) {
    return known;
  }
  const type = readMarshal(withoutReversed(marshal), false);
  if (parsed.size < PARSED_MAX) {
    parsed.set(marshal, type);
  }
  return type;
}

function readMarshal(marshal: MarshalType, insideFrozen: boolean): CqlType {
  assert(marshal.startsWith(PACKAGE), `C8: '${marshal}' is not a known class name`);
  const open = marshal.indexOf('(');
  const simple = marshal.slice(PACKAGE.length, open < 0 ? undefined : open);
  if (open < 0) {
    const name = NAME_OF.get(simple);
    assert(name !== undefined, `C8: '${marshal}' is not a known class name`);
    return { kind: 'atomic', name };
  }
  const parts = splitParts(marshal.slice(open + 1, -1));
  const first = parts[0] ?? '';
  switch (simple) {
    case 'FrozenType':
      return readMarshal(first, true);
    case 'TupleType':
      return { kind: 'tuple', elements: parts.map((part) => readMarshal(part, true)) };
    case 'MapType': {
      const [key = '', value = ''] = parts;
      return {
        kind: 'map',
        key: readMarshal(key, insideFrozen),
        value: readMarshal(value, insideFrozen),
        frozen: insideFrozen,
      };
    }
    default:
      assert(simple === 'ListType' || simple === 'SetType', `C8: '${marshal}' is not a known class name`);
      return {
        kind: simple === 'SetType' ? 'set' : 'list',
        element: readMarshal(first, insideFrozen),
        frozen: insideFrozen,
      };
  }
}

function splitParts(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    if (letter === ',' && depth === 0) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  return [...parts, text.slice(from)];
}

/** CQL name of a class name, e.g. 'text' for UTF8Type; descending order is not part of it (C8). */
export function cqlTypeName(marshal: MarshalType): string {
  return cqlText(parseMarshal(marshal));
}

/** Whether values are stored as one cell for each element: a collection that is not frozen (C8). */
export function isMultiCell(marshal: MarshalType): boolean {
  return MULTI_CELL.some((prefix) => marshal.startsWith(prefix));
}

/** The same type in the opposite order: ReversedType is put on, or taken off when it is there (C8). */
export function reversed(marshal: MarshalType): MarshalType {
  return isReversed(marshal) ? withoutReversed(marshal) : `${REVERSED}${marshal})`;
}

export function isReversed(marshal: MarshalType): boolean {
  return marshal.startsWith(REVERSED);
}

export function withoutReversed(marshal: MarshalType): MarshalType {
  return isReversed(marshal) ? marshal.slice(REVERSED.length, -1) : marshal;
}
