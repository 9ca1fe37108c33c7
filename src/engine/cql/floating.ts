// float and double (SPEC C9): IEEE 754, big-endian.

import type { Hex } from '../plain/scalars.ts';
import { bytesToHex, hexToBytes } from './bytes.ts';

export type FloatWidth = 4 | 8;

export function floatToHex(value: number, width: FloatWidth): Hex {
  const view = new DataView(new ArrayBuffer(width));
  if (width === 4) {
    view.setFloat32(0, value);
  } else {
    view.setFloat64(0, value);
  }
  return bytesToHex(new Uint8Array(view.buffer));
}

export function hexToFloat(hex: Hex, width: FloatWidth): number {
  const view = new DataView(hexToBytes(hex).buffer);
  return width === 4 ? view.getFloat32(0) : view.getFloat64(0);
}

/** As one would write it: for a float the shortest digits that mean the same float. */
export function floatText(value: number, width: FloatWidth): string {
  if (Object.is(value, -0)) {
    return '-0';
  }
  if (width === 8 || !Number.isFinite(value)) {
    return String(value);
  }
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) {
      return String(short);
    }
  }
  return String(value);
}

/** -0 before 0, NaN after everything. */
export function compareFloats(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) {
    return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  }
  return a < b ? -1 : a > b ? 1 : Number(Object.is(b, -0)) - Number(Object.is(a, -0));
}
