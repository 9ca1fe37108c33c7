// Reading a CQL type (SPEC C8): whatever is wrong with it is named, with a likely fix.

import { ok, type Result, refuse } from '../plain/result.ts';
import { ATOMIC_NAMES, type CqlType, cqlText, frozen, isMultiCellType } from './cqlType.ts';
import { likelyType } from './typeSuggestion.ts';

const TYPE_LENGTH_MAX = 256;
const TYPE_DEPTH_MAX = 6;

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
      const atomic = ATOMIC_NAMES.get(name);
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
