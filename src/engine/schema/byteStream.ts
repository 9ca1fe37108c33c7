// The bytes that feed a hash (SPEC V2): numbers little-endian, texts and values with their length before them. The same
// walk can note where each part begins, so that what is shown is what is hashed.

import { utf8Bytes } from '../cql/bytes.ts';
import type { Hex, Timestamp } from '../plain/scalars.ts';

/** A growing run of bytes; mutable, and never kept in state. */
export interface ByteStream {
  bytes: Uint8Array;
  length: number;
  /** Where labelled parts begin; null when nobody asks. */
  readonly marks: { readonly at: number; readonly part: string; readonly of: string }[] | null;
}

const CAPACITY = 4_096;
const TWO_32 = 0x1_0000_0000;

export function openStream(isLabelled: boolean): ByteStream {
  return { bytes: new Uint8Array(CAPACITY), length: 0, marks: isLabelled ? [] : null };
}

/** The bytes written so far; a view that later writes may outdate. */
export function bytesOf(stream: ByteStream): Uint8Array {
  return stream.bytes.subarray(0, stream.length);
}

function reserve(stream: ByteStream, count: number): void {
  if (stream.length + count > stream.bytes.length) {
    const grown = new Uint8Array(Math.max(2 * stream.bytes.length, stream.length + count));
    grown.set(stream.bytes);
    stream.bytes = grown;
  }
}

/** Begins a part; free when the stream is not labelled. */
export function mark(stream: ByteStream, part: string, of: string): void {
  stream.marks?.push({ at: stream.length, part, of });
}

export function putByte(stream: ByteStream, byte: number): void {
  reserve(stream, 1);
  stream.bytes[stream.length++] = byte;
}

export function putInt32(stream: ByteStream, value: number): void {
  reserve(stream, 4);
  const { bytes, length } = stream;
  bytes[length] = value;
  bytes[length + 1] = value >> 8;
  bytes[length + 2] = value >> 16;
  bytes[length + 3] = value >> 24;
  stream.length = length + 4;
}

/** A safe integer, or the smallest timestamp (-2^63), in eight bytes. */
export function putInt64(stream: ByteStream, value: Timestamp): void {
  const high = Math.floor(value / TWO_32);
  putInt32(stream, (value - high * TWO_32) | 0);
  putInt32(stream, high | 0);
}

export function putBytes(stream: ByteStream, bytes: ArrayLike<number>): void {
  reserve(stream, bytes.length);
  stream.bytes.set(bytes, stream.length);
  stream.length += bytes.length;
}

/** Length and bytes. */
export function putValue(stream: ByteStream, hex: Hex): void {
  const count = hex.length / 2;
  putInt32(stream, count);
  reserve(stream, count);
  const { bytes, length } = stream;
  for (let i = 0; i < count; i++) {
    bytes[length + i] = (digit(hex.charCodeAt(2 * i)) << 4) | digit(hex.charCodeAt(2 * i + 1));
  }
  stream.length = length + count;
}

function digit(code: number): number {
  return code < 58 ? code - 48 : code - 87;
}

/** Length and UTF-8 bytes. */
export function putText(stream: ByteStream, text: string): void {
  const bytes = utf8Bytes(text);
  putInt32(stream, bytes.length);
  putBytes(stream, bytes);
}
