// The CQL types of early 2016 and their class names (SPEC C8): a column's validator cell holds the class name, and ties
// between two definitions go by that name, not by the CQL name.

import { assert } from '../plain/assert.ts';
import { ok, type Result, refuse } from '../plain/result.ts';
import type { MarshalType } from '../schema/schema.ts';
import { likelyType } from './typeSuggestion.ts';

/** CQL name -> simple class name. `legacy date` is DateType: no CQL name leads to it any more, stored tables may have it. */
const CLASS_OF = {
  ascii: 'AsciiType',
  bigint: 'LongType',
  blob: 'BytesType',
  boolean: 'BooleanType',
  counter: 'CounterColumnType',
  decimal: 'DecimalType',
  double: 'DoubleType',
  float: 'FloatType',
  inet: 'InetAddressType',
  int: 'Int32Type',
  text: 'UTF8Type',
  timestamp: 'TimestampType',
  timeuuid: 'TimeUUIDType',
  uuid: 'UUIDType',
  varint: 'IntegerType',
  'legacy date': 'DateType',
} as const;

export type AtomicName = keyof typeof CLASS_OF;

/** A type as CQL has it. A tuple is always frozen; so is whatever stands inside a frozen type. */
export type CqlType =
  | { readonly kind: 'atomic'; readonly name: AtomicName }
  | { readonly kind: 'list' | 'set'; readonly element: CqlType; readonly frozen: boolean }
  | { readonly kind: 'map'; readonly key: CqlType; readonly value: CqlType; readonly frozen: boolean }
  | { readonly kind: 'tuple'; readonly elements: readonly CqlType[] };

const PACKAGE = 'org.apache.cassandra.db.marshal.';
const REVERSED = `${PACKAGE}ReversedType(`;
const MULTI_CELL = ['ListType(', 'SetType(', 'MapType('].map((name) => PACKAGE + name);
const TYPE_LENGTH_MAX = 256;
const TYPE_DEPTH_MAX = 6;

const NAME_OF: ReadonlyMap<string, AtomicName> = new Map(
  (Object.keys(CLASS_OF) as AtomicName[]).map((name) => [CLASS_OF[name], name]),
);
const ATOMIC: ReadonlyMap<string, AtomicName> = new Map([
  ...(Object.keys(CLASS_OF) as AtomicName[])
    .filter((name) => name !== 'legacy date')
    .map((name) => [name, name] as const),
  ['varchar', 'text'] as const,
]);

/** A problem found while reading a type; caught at the boundary below and handed out as a value. */
class TypeProblem extends Error {}

interface Reader {
  readonly tokens: readonly string[];
  readonly text: string;
  at: number;
}

/** Where in a type: how deep, and whether a `frozen<>` or `tuple<>` around it freezes everything inside. */
interface Place {
  readonly depth: number;
  readonly frozen: boolean;
}

/** Reads a CQL type such as `map<text, frozen<list<int>>>`. Refuses with a sentence naming the fault and a likely fix (C8). */
export function parseCqlType(text: string): Result<CqlType> {
  if (text.length > TYPE_LENGTH_MAX) {
    return refuse(`A type may have at most ${TYPE_LENGTH_MAX} characters; this one has ${text.length}.`);
  }
  if (text.trim() === '') {
    return refuse("The type is missing. Write one, for example 'text' or 'int'.");
  }
  const stray = /[^\sA-Za-z0-9_<>,]/u.exec(text);
  if (stray) {
    return refuse(
      `'${text}' is not a CQL type: '${stray[0]}' has no place in it. Write for example 'text' or 'list<int>'.`,
    );
  }
  const reader: Reader = { tokens: text.match(/[A-Za-z0-9_]+|[<>,]/gu) ?? [], text, at: 0 };
  try {
    const type = readType(reader, { depth: 0, frozen: false });
    const rest = reader.tokens[reader.at];
    return rest === undefined
      ? ok(type)
      : refuse(`'${text}' goes on after the type has ended: remove what follows from '${rest}' on.`);
  } catch (problem) {
    if (problem instanceof TypeProblem) {
      return refuse(problem.message);
    }
    throw problem;
  }
}

function readType(reader: Reader, place: Place): CqlType {
  const word = reader.tokens[reader.at];
  if (word === undefined || word === '<' || word === '>' || word === ',') {
    throw new TypeProblem(
      `'${reader.text}' lacks a type${word === undefined ? ' at its end' : ` before '${word}'`}.`,
    );
  }
  if (place.depth > TYPE_DEPTH_MAX) {
    throw new TypeProblem(`'${reader.text}' nests more than ${TYPE_DEPTH_MAX} types. Use fewer levels.`);
  }
  reader.at++;
  const name = word.toLowerCase();
  switch (name) {
    case 'list':
    case 'set':
      return { kind: name, element: readParts(reader, name, 1, place)[0] as CqlType, frozen: false };
    case 'map': {
      const [key, value] = readParts(reader, name, 2, place) as [CqlType, CqlType];
      return { kind: 'map', key, value, frozen: false };
    }
    case 'tuple':
      return { kind: 'tuple', elements: readParts(reader, name, null, place).map(frozen) };
    case 'frozen': {
      const [inner] = readParts(reader, name, 1, place) as [CqlType];
      if (inner.kind === 'atomic') {
        throw new TypeProblem(
          `frozen<> is for collections and tuples: write '${cqlText(inner)}' instead of 'frozen<${cqlText(inner)}>'.`,
        );
      }
      return frozen(inner);
    }
    default: {
      const atomic = ATOMIC.get(name);
      if (atomic === undefined) {
        throw new TypeProblem(likelyType(word));
      }
      if (reader.tokens[reader.at] === '<') {
        throw new TypeProblem(`'${name}' takes no type in angle brackets: write just '${name}'.`);
      }
      return { kind: 'atomic', name: atomic };
    }
  }
}

/** The types in angle brackets. Collections inside a collection must be frozen; `frozen<>` and `tuple<>` freeze all the way down. */
function readParts(reader: Reader, name: string, count: number | null, place: Place): readonly CqlType[] {
  const example = name === 'map' ? 'map<text, int>' : `${name}<${name === 'frozen' ? 'list<int>' : 'int'}>`;
  const expect = (token: string): void => {
    if (reader.tokens[reader.at] !== token) {
      throw new TypeProblem(
        `'${reader.text}' lacks a '${token}' after '${name}': write for example '${example}'.`,
      );
    }
    reader.at++;
  };
  const inside = { depth: place.depth + 1, frozen: place.frozen || name === 'frozen' || name === 'tuple' };
  expect('<');
  const parts: CqlType[] = [readType(reader, inside)];
  while (reader.tokens[reader.at] === ',' && (count === null || parts.length < count)) {
    reader.at++;
    parts.push(readType(reader, inside));
  }
  if (count !== null && parts.length !== count) {
    throw new TypeProblem(`'${name}' takes ${count} types: write for example '${example}'.`);
  }
  expect('>');
  for (const part of parts) {
    checkPart(name, part, inside.frozen);
  }
  return parts;
}

function checkPart(name: string, part: CqlType, isInsideFrozen: boolean): void {
  if (part.kind === 'atomic' && part.name === 'counter') {
    throw new TypeProblem(
      `A counter cannot stand inside '${name}<>'. Make it a column of its own, or use bigint.`,
    );
  }
  if (isMultiCellType(part) && !isInsideFrozen) {
    const inner = cqlText(part);
    throw new TypeProblem(
      `A collection inside a collection must be frozen: write 'frozen<${inner}>' instead of '${inner}'.`,
    );
  }
}

function isMultiCellType(type: CqlType): boolean {
  return type.kind !== 'atomic' && type.kind !== 'tuple' && !type.frozen;
}

function frozen(type: CqlType): CqlType {
  switch (type.kind) {
    case 'atomic':
    case 'tuple':
      return type;
    case 'map':
      return { kind: 'map', key: frozen(type.key), value: frozen(type.value), frozen: true };
    default:
      return { kind: type.kind, element: frozen(type.element), frozen: true };
  }
}

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

/** A type as one writes it in CQL. */
export function cqlText(type: CqlType): string {
  switch (type.kind) {
    case 'atomic':
      return type.name === 'legacy date' ? 'timestamp' : type.name;
    case 'tuple':
      return `tuple<${type.elements.map(cqlText).join(', ')}>`;
    default: {
      const parts = type.kind === 'map' ? [type.key, type.value] : [type.element];
      const name = `${type.kind}<${parts.map(cqlText).join(', ')}>`;
      return type.frozen ? `frozen<${name}>` : name;
    }
  }
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
