// Bytes as lower-case hex, and UTF-8 (SPEC C9). Written out because the engine is compiled without the web's libraries,
// and because a lone surrogate must be refused, not replaced in silence.

import type { Hex } from '../plain/scalars.ts';

const DIGITS: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
);

export function bytesToHex(bytes: ArrayLike<number>): Hex {
  let hex = '';
  for (let i = 0; i < bytes.length; i++) {
    hex += DIGITS[bytes[i] ?? 0];
  }
  return hex;
}

/** The bytes of well-formed hex (two digits a byte). */
export function hexToBytes(hex: Hex): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  }
  return bytes;
}

/** UTF-8 of a text; half a surrogate pair is written as U+FFFD. Check outside text with `isWellFormed` first. */
export function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    let code = text.codePointAt(i) ?? 0;
    if (code > 0xffff) {
      i++;
    } else if (code >= 0xd800 && code <= 0xdfff) {
      code = 0xfffd;
    }
    if (code < 0x80) {
      bytes.push(code);
    } else if (code < 0x800) {
      bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    } else if (code < 0x10000) {
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    } else {
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
    }
  }
  return bytes;
}

/** Whether every surrogate of a text has its other half. */
export function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDFFF]/u.test(text);
}

/** Names and types repeat in every row that is written; encoding them does not have to. Memory only. */
const encoded = new Map<string, Hex>();
const ENCODED_MAX = 4_096;
const ENCODED_LENGTH_MAX = 256;

export function textToHex(text: string): Hex {
  const known = encoded.get(text);
  if (known !== undefined) {
    return known;
  }
  const hex = bytesToHex(utf8Bytes(text));
  if (text.length <= ENCODED_LENGTH_MAX && encoded.size < ENCODED_MAX) {
    encoded.set(text, hex);
  }
  return hex;
}

const LEAST = [0, 0x80, 0x800, 0x10000];

/** The text of UTF-8 bytes; null when they are not UTF-8 (too long forms and surrogates included). */
export function hexToText(hex: Hex): string | null {
  const bytes = hexToBytes(hex);
  let text = '';
  for (let i = 0; i < bytes.length; i++) {
    const first = bytes[i] ?? 0;
    const more = first < 0x80 ? 0 : first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    if ((more > 0 && first < 0xc0) || first > 0xf4) {
      return null;
    }
    let code = more === 0 ? first : first & (0x3f >> more);
    for (let j = 1; j <= more; j++) {
      const next = bytes[i + j] ?? 0;
      if ((next & 0xc0) !== 0x80) {
        return null;
      }
      code = (code << 6) | (next & 63);
    }
    if (code < (LEAST[more] ?? 0) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
      return null;
    }
    text += String.fromCodePoint(code);
    i += more;
  }
  return text;
}
