// Bytes as one would write them (SPEC C9). Bytes need not fit their type: without version tags a cell is read under
// another column's type, and then there is nothing to write, which is what `null` says.

import { valuesOf } from '../plain/record.ts';
import type { Hex, MarshalType } from '../plain/scalars.ts';
import { hexToText } from './bytes.ts';
import { collectionParts, tupleParts } from './collectionParts.ts';
import { hexToDay, hexToTime } from './dayAndTime.ts';
import { hexToDecimal } from './decimal.ts';
import { floatText, hexToFloat } from './floating.ts';
import { hexToInet } from './inet.ts';
import { millisText } from './instant.ts';
import { hexToInteger } from './integer.ts';
import { type CqlType, parseMarshal } from './type.ts';

/** Display text of a value, strings without quotes; null when the bytes do not decode under the type (C9). */
export function decodeText(marshal: MarshalType, hex: Hex): string | null {
  const type = parseMarshal(marshal);
  return type.kind === 'atomic' ? atomicText(type.name, hex) : partsText(type, hex);
}

/** Display text of a collection's live elements by element key, as `encodeElements` makes them; null when one does not decode. */
export function decodeElements(marshal: MarshalType, elements: Readonly<Record<Hex, Hex>>): string | null {
  const type = parseMarshal(marshal);
  if (type.kind === 'atomic' || type.kind === 'tuple') {
    return null;
  }
  const keys = Object.keys(elements).sort();
  const parts =
    type.kind === 'list'
      ? valuesOf(elements)
      : type.kind === 'set'
        ? keys
        : keys.flatMap((key) => [key, elements[key] ?? '']);
  return collectionText(type, parts);
}

/** One element of a collection as CQL names it, and its value; null for what does not decode. A set has but names. */
export function decodeElement(
  marshal: MarshalType,
  key: Hex,
  value: Hex,
): { readonly name: string | null; readonly value: string | null } {
  const type = parseMarshal(marshal);
  switch (type.kind) {
    case 'list':
      return { name: `[${hexToInteger(key)}]`, value: quotedText(type.element, value) };
    case 'set': {
      const name = quotedText(type.element, key);
      return { name, value: name };
    }
    case 'map': {
      const name = quotedText(type.key, key);
      return { name: name && `[${name}]`, value: quotedText(type.value, value) };
    }
    default:
      return { name: null, value: null };
  }
}

function partsText(type: Exclude<CqlType, { readonly kind: 'atomic' }>, hex: Hex): string | null {
  if (type.kind !== 'tuple') {
    const parts = collectionParts(hex, type.kind === 'map' ? 2 : 1);
    return parts && collectionText(type, parts);
  }
  const parts = tupleParts(hex, type.elements.length);
  const texts = parts?.map((part, i) => {
    const element = type.elements[i];
    return part === null || !element ? 'null' : quotedText(element, part);
  });
  return texts ? join(texts, '()') : null;
}

function collectionText(
  type: Extract<CqlType, { readonly kind: 'list' | 'set' | 'map' }>,
  parts: readonly Hex[],
): string | null {
  if (type.kind !== 'map') {
    return join(
      parts.map((part) => quotedText(type.element, part)),
      type.kind === 'list' ? '[]' : '{}',
    );
  }
  const texts: (string | null)[] = [];
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const key = quotedText(type.key, parts[i] ?? '');
    const value = quotedText(type.value, parts[i + 1] ?? '');
    texts.push(key === null || value === null ? null : `${key}: ${value}`);
  }
  return join(texts, '{}');
}

function join(texts: readonly (string | null)[], brackets: '[]' | '{}' | '()'): string | null {
  return texts.includes(null) ? null : `${brackets[0]}${texts.join(', ')}${brackets[1]}`;
}

/** Inside a collection, text stands in quotes, as CQL writes it. */
function quotedText(type: CqlType, hex: Hex): string | null {
  if (type.kind !== 'atomic') {
    return partsText(type, hex);
  }
  const text = atomicText(type.name, hex);
  const isQuoted = ['ascii', 'text', 'inet', 'timestamp', 'legacy date', 'date', 'time'].includes(type.name);
  return text !== null && isQuoted ? `'${text.replaceAll("'", "''")}'` : text;
}

function atomicText(name: Extract<CqlType, { readonly kind: 'atomic' }>['name'], hex: Hex): string | null {
  const width = hex.length / 2;
  switch (name) {
    case 'text':
      return hexToText(hex);
    case 'ascii':
      return /^(?:[0-7].)*$/u.test(hex) ? hexToText(hex) : null;
    case 'int':
      return width === 4 ? String(hexToInteger(hex)) : null;
    case 'smallint':
      return width === 2 ? String(hexToInteger(hex)) : null;
    case 'tinyint':
      return width === 1 ? String(hexToInteger(hex)) : null;
    case 'date':
      return width === 4 ? hexToDay(hex) : null;
    case 'time':
      return width === 8 ? hexToTime(hex) : null;
    case 'bigint':
    case 'counter':
      return width === 8 ? String(hexToInteger(hex)) : null;
    case 'timestamp':
    case 'legacy date':
      return width === 8 ? millisText(hexToInteger(hex)) : null;
    case 'varint':
      return width > 0 ? String(hexToInteger(hex)) : null;
    case 'decimal':
      return hexToDecimal(hex);
    case 'float':
      return width === 4 ? floatText(hexToFloat(hex, 4), 4) : null;
    case 'double':
      return width === 8 ? floatText(hexToFloat(hex, 8), 8) : null;
    case 'boolean':
      return width === 1 ? String(hex !== '00') : null;
    case 'blob':
      return `0x${hex}`;
    case 'inet':
      return hexToInet(hex);
    case 'uuid':
      return width === 16 ? uuidText(hex) : null;
    default:
      return width === 16 && hex[12] === '1' ? uuidText(hex) : null;
  }
}

function uuidText(hex: Hex): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
}
