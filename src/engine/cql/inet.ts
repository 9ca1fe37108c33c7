// inet (SPEC C9): the 4 bytes of an IPv4 address or the 16 of an IPv6 address.

import type { Hex } from '../plain/scalars.ts';
import { bytesToHex, hexToBytes } from './bytes.ts';

/** Bytes of an address; null when the text is none. */
export function inetToHex(text: string): Hex | null {
  return text.includes(':') ? longToHex(text) : shortToHex(text);
}

function shortToHex(text: string): Hex | null {
  const parts = text.split('.');
  const isAddress =
    parts.length === 4 && parts.every((part) => /^\d{1,3}$/u.test(part) && Number(part) < 256);
  return isAddress ? bytesToHex(parts.map(Number)) : null;
}

function longToHex(text: string): Hex | null {
  const lastColon = text.lastIndexOf(':');
  const tail = text.slice(lastColon + 1);
  if (tail.includes('.')) {
    const hex = shortToHex(tail);
    return hex === null
      ? null
      : longToHex(`${text.slice(0, lastColon + 1)}${hex.slice(0, 4)}:${hex.slice(4)}`);
  }
  const halves = text.split('::');
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const [head = [], end = []] = groups;
  const given = head.length + end.length;
  const isComplete = halves.length === 1 ? given === 8 : halves.length === 2 && given < 8;
  if (!isComplete || !groups.flat().every((group) => /^[0-9a-f]{1,4}$/iu.test(group))) {
    return null;
  }
  const zeros = Array.from({ length: 8 - given }, () => '0');
  return [...head, ...zeros, ...end].map((group) => group.toLowerCase().padStart(4, '0')).join('');
}

/** The address in its usual form: the longest run of zero groups is written '::'. */
export function hexToInet(hex: Hex): string | null {
  if (hex.length === 8) {
    return hexToBytes(hex).join('.');
  }
  if (hex.length !== 32) {
    return null;
  }
  const groups = (hex.match(/.{4}/gu) ?? []).map((group) => Number.parseInt(group, 16).toString(16));
  let best = { from: 0, length: 1 };
  for (let from = 0; from < groups.length; from++) {
    let length = 0;
    while (groups[from + length] === '0') {
      length++;
    }
    if (length > best.length) {
      best = { from, length };
    }
  }
  return best.length === 1
    ? groups.join(':')
    : `${groups.slice(0, best.from).join(':')}::${groups.slice(best.from + best.length).join(':')}`;
}
