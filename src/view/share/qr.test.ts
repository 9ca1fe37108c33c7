import { decodeQR } from 'qr/decode.js';
import { expect, test } from 'vitest';
import { QR_BYTES_MAX, qrOf } from './qr.ts';

const SQUARE = 6;

/** The picture as a camera would have it: light and dark pixels. */
function photographed({ size, path }: NonNullable<ReturnType<typeof qrOf>>) {
  const width = size * SQUARE;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * SQUARE; row < (Number(y) + 1) * SQUARE; row++) {
      const from = row * width + Number(x) * SQUARE;
      for (let at = from; at < from + Number(length) * SQUARE; at++) {
        data.fill(0, 4 * at, 4 * at + 3);
      }
    }
  }
  return { width, height: width, data };
}

test('a camera reads the link back, short or as long as a code can be', () => {
  for (const length of [40, 400, 1_300, QR_BYTES_MAX]) {
    const link = 'https://example.org/#run=1.Ab_-'.padEnd(length, 'xY7-_qZ');
    const picture = qrOf(link);
    expect(picture === null ? null : decodeQR(photographed(picture))).toBe(link);
  }
  expect(qrOf('x'.repeat(QR_BYTES_MAX + 1))).toBeNull();
});
