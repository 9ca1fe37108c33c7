// date and time (SPEC C9): a day as days since 1970-01-01 in four unsigned bytes with that day in their middle, a time of
// day as nanoseconds since midnight in eight.

import type { Hex } from '../plain/scalars.ts';
import { millisText, textToMillis } from './instant.ts';
import { hexToInteger, integerToHex } from './integer.ts';

const DAY = 86_400_000n;
const EPOCH = 2n ** 31n;
const NANOS_MAX = 86_400_000_000_000n;
const TIME = /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?$/u;

/** '2016-01-11', or the four bytes as a number; null when it is neither. */
export function dayToHex(literal: bigint | string): Hex | null {
  if (typeof literal === 'bigint') {
    return literal >= 0n && literal < 2n * EPOCH ? integerToHex(literal, 4) : null;
  }
  const millis = /^-?\d{4}-\d\d-\d\d$/u.test(literal) ? textToMillis(literal) : null;
  return millis === null ? null : integerToHex(millis / DAY + EPOCH, 4);
}

/** The day's date; beyond the years 0 to 9999 its number. */
export function hexToDay(hex: Hex): string {
  const days = BigInt(`0x${hex}`) - EPOCH;
  const text = millisText(days * DAY);
  return text.includes('T') ? text.slice(0, text.indexOf('T')) : String(days + EPOCH);
}

/** '08:12:54', '08:12:54.123456789', or nanoseconds since midnight; null when it is neither. */
export function timeToHex(literal: bigint | string): Hex | null {
  const nanos = typeof literal === 'bigint' ? literal : nanosOf(literal);
  return nanos !== null && nanos >= 0n && nanos < NANOS_MAX ? integerToHex(nanos, 8) : null;
}

function nanosOf(text: string): bigint | null {
  const match = TIME.exec(text);
  const [hour = 0, minute = 0, second = 0] = match?.slice(1, 4).map(Number) ?? [];
  return match === null || minute > 59 || second > 59
    ? null
    : BigInt((hour * 60 + minute) * 60 + second) * 1_000_000_000n + BigInt((match[4] ?? '').padEnd(9, '0'));
}

/** Null when the bytes are no time of day. */
export function hexToTime(hex: Hex): string | null {
  const nanos = hexToInteger(hex);
  if (nanos < 0n || nanos >= NANOS_MAX) {
    return null;
  }
  const two = (n: bigint): string => String(n).padStart(2, '0');
  const seconds = nanos / 1_000_000_000n;
  const fraction = String(nanos % 1_000_000_000n).padStart(9, '0');
  return `${two(seconds / 3_600n)}:${two((seconds / 60n) % 60n)}:${two(seconds % 60n)}.${fraction}`;
}
