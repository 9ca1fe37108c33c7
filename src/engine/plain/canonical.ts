// Canonical identity of plain data (SPEC N5): equal values have equal identities, whatever order their keys were written
// in. The state shares structure and every object's identity is computed once, so the identity of a node is as cheap as
// what changed in it.
//
// Long texts are shortened in one of two ways: by MD5, for identities that outlive the page (links, run files); or by a
// number from a table, for a search that needs many of them fast (MD5 was half of its time, measured).

import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export type Identify = (value: unknown) => string;

const LONGEST_PLAIN = 96;

/** An identity function of its own memory; `shorten` must give different texts different results. */
function createIdentify(shorten: (text: string) => string): Identify {
  const known = new WeakMap<object, string>();
  const identify: Identify = (value) => {
    if (typeof value !== 'object' || value === null) {
      return typeof value === 'string' ? quoted(value) : String(value);
    }
    const seen = known.get(value);
    if (seen !== undefined) {
      return seen;
    }
    const text = Array.isArray(value) ? ofArray(value, identify) : ofRecord(value, identify);
    const identity = text.length > LONGEST_PLAIN ? shorten(text) : text;
    known.set(value, identity);
    return identity;
  };
  return identify;
}

/** A string that is equal for two plain values exactly when they are equal in content. */
export const canonical: Identify = createIdentify((text) => `#${digestText(text)}`);

/** The same, with numbers instead of hashes: identities that mean something only beside each other. */
export function createNumberedIdentify(): Identify {
  const numbers = new Map<string, string>();
  return createIdentify((text) => {
    const known = numbers.get(text) ?? `#${numbers.size}`;
    numbers.set(text, known);
    return known;
  });
}

/** MD5 of a text's UTF-8 bytes, as 32 hex digits. */
export function digestText(text: string): string {
  return bytesToHex(md5(utf8ToBytes(text)));
}

function ofArray(values: readonly unknown[], identify: Identify): string {
  let text = '[';
  for (const value of values) {
    text += `${identify(value)},`;
  }
  return `${text}]`;
}

function ofRecord(record: object, identify: Identify): string {
  const fields = record as Readonly<Record<string, unknown>>;
  let text = '{';
  for (const key of Object.keys(record).sort()) {
    const value = fields[key];
    if (value !== undefined) {
      text += `${quoted(key)}:${identify(value)},`;
    }
  }
  return `${text}}`;
}

const PLAIN_TEXT = /^[\w .:|<>/-]*$/;

/** Quotes a text so that no two texts look alike; most need no escape. */
function quoted(text: string): string {
  return PLAIN_TEXT.test(text) ? `"${text}"` : JSON.stringify(text);
}
