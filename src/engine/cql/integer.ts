// Whole numbers as bytes (SPEC C9): big-endian two's complement, of fixed width or (varint) as short as it can be.

import type { Hex } from '../plain/scalars.ts';

/** `width` bytes, big-endian, two's complement. */
export function integerToHex(value: bigint, width: number): Hex {
  return BigInt.asUintN(8 * width, value)
    .toString(16)
    .padStart(2 * width, '0');
}

/** Big-endian two's complement of any width; zero bytes are 0. */
export function hexToInteger(hex: Hex): bigint {
  return hex === '' ? 0n : BigInt.asIntN(4 * hex.length, BigInt(`0x${hex}`));
}

/** A varint: the fewest bytes that keep the sign. */
export function varintToHex(value: bigint): Hex {
  const bits = (value < 0n ? ~value : value).toString(2).length + 1;
  return integerToHex(value, Math.ceil(bits / 8));
}

/** Eight bytes for a safe integer, as a timestamp cell holds it. */
export function bigintToHex(value: number): Hex {
  return integerToHex(BigInt(value), 8);
}

/** The safe integer in eight bytes. */
export function hexToBigint(hex: Hex): number {
  return Number(hexToInteger(hex));
}

/** Four bytes, as a component index is stored. */
export function intToHex(value: number): Hex {
  return integerToHex(BigInt(value), 4);
}

export function compareIntegers(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
