// Byte-wise order of UTF-8 text (rule C2). JavaScript's own `<` compares UTF-16 code units, which puts characters beyond
// U+FFFF before U+E000; comparing code points is the same as comparing UTF-8 bytes.

/** Negative, zero or positive as `a` sorts before, with or after `b` by their UTF-8 bytes. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) {
      const xSurrogate = x >= 0xd800 && x <= 0xdfff;
      const ySurrogate = y >= 0xd800 && y <= 0xdfff;
      return xSurrogate === ySurrogate ? x - y : xSurrogate ? 1 : -1;
    }
  }
  return a.length - b.length;
}
