// A QR code as the outline of its dark squares. Low error correction: a screen has no scratches, and larger squares are
// read from further away. The library is Paul Miller's `qr` (5 kB, no dependencies), fetched with the dialog.

import { encodeQR } from 'qr';

/** Bytes that the largest code holds. */
export const QR_BYTES_MAX = 2_953;

export interface QrPicture {
  /** Squares on a side, the quiet zone included. */
  readonly size: number;
  /** SVG path of the dark squares. */
  readonly path: string;
}

/** Light squares all around: without them a camera finds no code. */
const QUIET = 4;

/** Null where the text is too long for any code. */
export function qrOf(text: string): QrPicture | null {
  if (new TextEncoder().encode(text).length > QR_BYTES_MAX) {
    return null;
  }
  const rows = encodeQR(text, 'raw', { ecc: 'low', border: QUIET });
  const path = rows.flatMap((row, y) => runsOf(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`));
  return { size: rows.length, path: path.join('') };
}

/** Dark squares side by side as one: start and length. */
function runsOf(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (dark && last !== undefined && last[0] + last[1] === x) {
      last[1] += 1;
    } else if (dark) {
      runs.push([x, 1]);
    }
  });
  return runs;
}
