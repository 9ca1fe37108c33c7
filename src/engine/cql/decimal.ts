// decimal (SPEC C9): a four-byte scale, then the digits as a varint; the value is digits / 10^scale.

import type { Hex } from '../plain/scalars.ts';
import { compareIntegers, hexToInteger, intToHex, varintToHex } from './integer.ts';

/** Exponents beyond this are refused, so that no short text stands for a number of a million digits. */
const SCALE_MAX = 1_000;

/** Bytes of a number such as '-12.50' or '1e-3'; null when it is none, or its exponent is beyond +-1000. */
export function decimalToHex(text: string): Hex | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,5}))?$/u.exec(text);
  if (!match) {
    return null;
  }
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole + fraction === '') {
    return null;
  }
  const scale = fraction.length - Number(exponent);
  if (Math.abs(scale) > SCALE_MAX) {
    return null;
  }
  const digits = BigInt(whole + fraction);
  return intToHex(scale) + varintToHex(sign === '-' ? -digits : digits);
}

/** The number as one would write it; null when the bytes are too few. */
export function hexToDecimal(hex: Hex): string | null {
  if (hex.length < 10) {
    return null;
  }
  const { digits, scale } = split(hex);
  if (scale === 0) {
    return String(digits);
  }
  if (scale < 0 || scale > SCALE_MAX) {
    return `${digits}E${-scale}`;
  }
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  return `${digits < 0n ? '-' : ''}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

/** By value: 1.0 and 1.00 are equal. */
export function compareDecimals(a: Hex, b: Hex): number {
  const left = split(a);
  const right = split(b);
  const sign = (n: bigint): number => compareIntegers(n, 0n);
  if (sign(left.digits) !== sign(right.digits) || left.digits === 0n) {
    return sign(left.digits) - sign(right.digits);
  }
  // The position of the first digit decides first, so that 1E1000 is never written out beside 1E-1000.
  const first = (n: typeof left): number => String(n.digits < 0n ? -n.digits : n.digits).length - n.scale;
  if (first(left) !== first(right)) {
    return (first(left) - first(right)) * sign(left.digits);
  }
  const scale = Math.max(left.scale, right.scale);
  const widen = (n: typeof left): bigint => n.digits * 10n ** BigInt(scale - n.scale);
  return compareIntegers(widen(left), widen(right));
}

function split(hex: Hex): { readonly scale: number; readonly digits: bigint } {
  return { scale: Number(hexToInteger(hex.slice(0, 8))), digits: hexToInteger(hex.slice(8)) };
}
