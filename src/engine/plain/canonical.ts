// Canonical identity of plain data (SPEC N5): equal values have equal identities, whatever order their keys were written
// in. Long values are replaced by their MD5, so that the identity of a node is as cheap as what changed in it: the state
// shares structure, and every object's identity is computed once. The property `ghost` is what only pictures and
// promises look at; it never counts.

import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const known = new WeakMap<object, string>();
const LONGEST_PLAIN = 96;

/** A string that is equal for two plain values exactly when they are equal in content, `ghost` members aside. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value) ?? 'undefined';
  }
  const seen = known.get(value);
  if (seen !== undefined) {
    return seen;
  }
  const text = Array.isArray(value) ? ofArray(value) : ofRecord(value);
  const identity = text.length > LONGEST_PLAIN ? `#${digestText(text)}` : text;
  known.set(value, identity);
  return identity;
}

/** MD5 of a text's UTF-8 bytes, as 32 hex digits. */
export function digestText(text: string): string {
  return bytesToHex(md5(utf8ToBytes(text)));
}

function ofArray(values: readonly unknown[]): string {
  let text = '[';
  for (const value of values) {
    text += `${canonical(value)},`;
  }
  return `${text}]`;
}

function ofRecord(record: object): string {
  const entries = Object.entries(record);
  entries.sort((a, b) => (a[0] < b[0] ? -1 : 1));
  let text = '{';
  for (const [key, value] of entries) {
    if (key !== 'ghost' && value !== undefined) {
      text += `${JSON.stringify(key)}:${canonical(value)},`;
    }
  }
  return `${text}}`;
}
