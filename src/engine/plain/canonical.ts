// Canonical identity of plain data (SPEC N5): equal values have equal identities, whatever order their keys were written
// in. The state shares structure and every object's identity is computed once, so the identity of a node is as cheap as
// what changed in it.
// Long texts are shortened by MD5: these identities outlive the page (links, run files). A search has numbers of its
// own (`contentNumbers.ts`).

import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const LONGEST_PLAIN = 96;

const known = new WeakMap<object, string>();

/** A string that is equal for two plain values exactly when they are equal in content. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' ? quoted(value) : String(value);
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
  const fields = record as Readonly<Record<string, unknown>>;
  let text = '{';
  for (const key of Object.keys(record).sort()) {
    const value = fields[key];
    if (value !== undefined) {
      text += `${quoted(key)}:${canonical(value)},`;
    }
  }
  return `${text}}`;
}

const PLAIN_TEXT = /^[\w .:|<>/-]*$/;

/** Quotes a text so that no two texts look alike; most need no escape. */
function quoted(text: string): string {
  return PLAIN_TEXT.test(text) ? `"${text}"` : JSON.stringify(text);
}
