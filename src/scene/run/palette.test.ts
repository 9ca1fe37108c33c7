import { describe, expect, test } from 'vitest';
import { GLYPHS, HUES, NEUTRALS, type Theme } from './palette.ts';

const THEMES: readonly Theme[] = ['light', 'dark', 'projector'];
type Triple = readonly [number, number, number];

/** sRGB hex to linear light, 0 to 1. */
function linear(hex: string): Triple {
  const channel = (at: number): number => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function luminance([r, g, b]: Triple): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2 contrast ratio. */
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(linear(a)), luminance(linear(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

function oklab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

type Matrix = readonly [Triple, Triple, Triple];
/** Machado, Oliveira and Fernandes 2009, severity 1, on linear light. */
const VISIONS: Readonly<Record<string, Matrix>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seen(hex: string, vision: Matrix): Triple {
  const rgb = linear(hex);
  const row = (weights: Triple): number =>
    Math.min(1, Math.max(0, weights[0] * rgb[0] + weights[1] * rgb[1] + weights[2] * rgb[2]));
  return oklab([row(vision[0]), row(vision[1]), row(vision[2])]);
}

/** OKLab distance times 100. */
function distance(a: string, b: string, vision: Matrix): number {
  const [x, y] = [seen(a, vision), seen(b, vision)];
  return 100 * Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

function smallestDistance(theme: Theme, count: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const vision of Object.values(VISIONS)) {
    for (const [i, a] of HUES.slice(0, count).entries()) {
      for (const b of HUES.slice(i + 1, count)) {
        least = Math.min(least, distance(a[theme].solid, b[theme].solid, vision));
      }
    }
  }
  return least;
}

/** Share of a lane's tint that the strokes of its hatch or its dots, themselves pale, cover. */
const HATCH = 0.1;
/** Red to any hue, for normal eyes and for all four: the octagon, the double outline and the word carry it besides. */
const RED_APART_NORMAL = 9;
const RED_APART: Readonly<Record<Theme, number>> = { light: 2.6, dark: 3.2, projector: 4.6 };

function blended(over: string, under: string, share: number): string {
  const channel = (at: number): string => {
    const [a, b] = [over, under].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.round((a ?? 0) * share + (b ?? 0) * (1 - share))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

describe('palette', () => {
  test.each([
    ['light', 3.48],
    ['dark', 4.14],
    ['projector', 4.63],
  ] as const)('every solid stands out from the %s page by %d', (theme, least) => {
    for (const hue of HUES) {
      expect(contrast(hue[theme].solid, NEUTRALS[theme].page), hue.name).toBeGreaterThanOrEqual(
        least - 0.005,
      );
    }
  });

  test.each(THEMES)('%s: a solid on its own tint reaches 3, ink on it 10', (theme) => {
    for (const hue of HUES) {
      expect(contrast(hue[theme].solid, hue[theme].tint), hue.name).toBeGreaterThanOrEqual(3);
      expect(contrast(NEUTRALS[theme].ink, hue[theme].tint), hue.name).toBeGreaterThanOrEqual(10);
    }
  });

  test.each(THEMES)('%s: the glyph on a solid tile reaches 3', (theme) => {
    for (const hue of HUES) {
      expect(contrast(NEUTRALS[theme].glyph, hue[theme].solid), hue.name).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(THEMES)('%s: text neutrals reach 4.5 on page and card, controls and red 3', (theme) => {
    const n = NEUTRALS[theme];
    for (const ground of [n.page, n.card]) {
      expect(contrast(n.ink, ground)).toBeGreaterThanOrEqual(7);
      expect(contrast(n.muted, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(n.controlBorder, ground)).toBeGreaterThanOrEqual(3);
      expect(contrast(n.red, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(THEMES)('%s: hues differ under four kinds of vision', (theme) => {
    expect(smallestDistance(theme, 4)).toBeGreaterThanOrEqual(13);
    expect(smallestDistance(theme, 6)).toBeGreaterThanOrEqual(10.9);
    expect(smallestDistance(theme, 12)).toBeGreaterThanOrEqual(6.5);
  });

  test.each(THEMES)('%s: muted text on a tint, and ink on the halo, can be read', (theme) => {
    const n = NEUTRALS[theme];
    for (const hue of HUES) {
      expect(contrast(n.muted, hue[theme].tint), hue.name).toBeGreaterThanOrEqual(4.5);
      expect(
        contrast(n.ink, blended(hue[theme].solid, hue[theme].tint, HATCH)),
        hue.name,
      ).toBeGreaterThanOrEqual(7);
    }
    const halo = theme === 'projector' ? '#FFE680' : n.halo;
    expect(contrast(n.ink, halo)).toBeGreaterThanOrEqual(7);
  });

  test.each(THEMES)('%s: red is told from every hue under four kinds of vision', (theme) => {
    for (const [name, vision] of Object.entries(VISIONS)) {
      const least = name === 'normal' ? RED_APART_NORMAL : RED_APART[theme];
      for (const hue of HUES) {
        const apart = distance(NEUTRALS[theme].red, hue[theme].solid, vision);
        expect(apart, `${hue.name} ${name}`).toBeGreaterThanOrEqual(least);
      }
    }
  });

  test('hue and glyph together tell sixty slots apart', () => {
    const pairs = new Set(Array.from({ length: 60 }, (_, slot) => `${slot % 12}/${slot % 20}`));
    expect(pairs.size).toBe(60);
  });
});

type Dot = readonly [number, number];

/** Splits path data into commands with numbers. */
function commands(path: string): { letter: string; numbers: number[] }[] {
  return [...path.matchAll(/([MLHVCSAZz])([^MLHVCSAaZzhvml]*)|([ahvml])([^MLHVCSAaZzhvml]*)/g)].map((m) => ({
    letter: m[1] ?? m[3] ?? '',
    numbers: [...(m[2] ?? m[4] ?? '').matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map((n) => Number(n[0])),
  }));
}

/** Points along a circular arc (SVG F.6.5, rx = ry, no rotation). */
function arc(from: Dot, r0: number, flags: readonly [number, number], to: Dot): Dot[] {
  const [dx, dy] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const d2 = dx * dx + dy * dy;
  const r = Math.max(r0, Math.sqrt(d2));
  const k = (flags[0] === flags[1] ? -1 : 1) * Math.sqrt(Math.max(0, (r * r - d2) / d2));
  const [cx, cy] = [k * dy + (from[0] + to[0]) / 2, -k * dx + (from[1] + to[1]) / 2];
  const begin = Math.atan2(from[1] - cy, from[0] - cx);
  let sweep = Math.atan2(to[1] - cy, to[0] - cx) - begin;
  if (flags[1] === 1 && sweep < 0) sweep += 2 * Math.PI;
  if (flags[1] === 0 && sweep > 0) sweep -= 2 * Math.PI;
  return Array.from({ length: 24 }, (_, i) => {
    const angle = begin + (sweep * (i + 1)) / 24;
    return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)];
  });
}

function cubic(points: readonly [Dot, Dot, Dot, Dot]): Dot[] {
  return Array.from({ length: 16 }, (_, i) => {
    const t = (i + 1) / 16;
    const u = 1 - t;
    const at = (axis: 0 | 1): number =>
      u * u * u * points[0][axis] +
      3 * u * u * t * points[1][axis] +
      3 * u * t * t * points[2][axis] +
      t * t * t * points[3][axis];
    return [at(0), at(1)];
  });
}

/** Flattens the path data of a glyph into closed polygons. */
function polygons(path: string): Dot[][] {
  const shapes: Dot[][] = [];
  let pen: Dot = [0, 0];
  let control: Dot = [0, 0];
  const put = (dots: readonly Dot[]): void => {
    shapes.at(-1)?.push(...dots);
    pen = dots.at(-1) ?? pen;
  };
  for (const { letter, numbers } of commands(path)) {
    const n = (i: number): number => numbers[i] ?? 0;
    const base: Dot = letter === letter.toLowerCase() ? pen : [0, 0];
    switch (letter.toUpperCase()) {
      case 'M':
        shapes.push([]);
        for (let i = 0; i < numbers.length; i += 2) put([[n(i), n(i + 1)]]);
        break;
      case 'L':
        for (let i = 0; i < numbers.length; i += 2) put([[base[0] + n(i), base[1] + n(i + 1)]]);
        break;
      case 'H':
        put([[base[0] + n(0), pen[1]]]);
        for (let i = 1; i + 1 < numbers.length; i += 2) put([[n(i), n(i + 1)]]);
        break;
      case 'V':
        put([[pen[0], base[1] + n(0)]]);
        break;
      case 'C':
      case 'S':
        for (let i = 0; i < numbers.length; i += letter === 'C' ? 6 : 4) {
          const first: Dot =
            letter === 'C' ? [n(i), n(i + 1)] : [2 * pen[0] - control[0], 2 * pen[1] - control[1]];
          const j = letter === 'C' ? i + 2 : i;
          control = [n(j), n(j + 1)];
          put(cubic([pen, first, control, [n(j + 2), n(j + 3)]]));
        }
        break;
      case 'A':
        for (let i = 0; i < numbers.length; i += 7) {
          const start: Dot = letter === 'a' ? pen : [0, 0];
          put(arc(pen, n(i), [n(i + 3), n(i + 4)], [start[0] + n(i + 5), start[1] + n(i + 6)]));
        }
        break;
      default:
        break;
    }
  }
  return shapes;
}

function inside(shapes: readonly Dot[][], x: number, y: number): boolean {
  let odd = false;
  for (const shape of shapes) {
    for (const [i, a] of shape.entries()) {
      const b = shape[(i + 1) % shape.length] ?? a;
      if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) {
        odd = !odd;
      }
    }
  }
  return odd;
}

/** Coverage of each of 16 x 16 pixels, 0 to 1, by 4 x 4 samples. */
function raster(path: string): number[] {
  const shapes = polygons(path);
  return Array.from({ length: 256 }, (_, pixel) => {
    let hits = 0;
    for (let s = 0; s < 16; s++) {
      const x = (pixel % 16) + ((s % 4) + 0.5) / 4;
      const y = Math.floor(pixel / 16) + (Math.floor(s / 4) + 0.5) / 4;
      hits += inside(shapes, x, y) ? 1 : 0;
    }
    return hits / 16;
  });
}

describe('glyphs', () => {
  const drawn = GLYPHS.map((glyph) => ({ name: glyph.name, pixels: raster(glyph.path) }));

  test('there are twenty, each with its own name', () => {
    expect(new Set(GLYPHS.map((glyph) => glyph.name)).size).toBe(20);
  });

  test('the rasteriser knows the area of the disc', () => {
    expect(drawn[0]?.pixels.reduce((a, b) => a + b, 0)).toBeCloseTo(Math.PI * 6.5 * 6.5, -0.5);
  });

  test('each fills enough of its 16 px to be seen, and stays inside', () => {
    for (const { name, pixels } of drawn) {
      const area = pixels.reduce((a, b) => a + b, 0);
      expect(area, name).toBeGreaterThan(60);
      expect(area, name).toBeLessThan(200);
    }
  });

  test('any two differ in at least a quarter of the ink they put down at 16 px', () => {
    for (const [i, a] of drawn.entries()) {
      for (const b of drawn.slice(i + 1)) {
        const apart = a.pixels.reduce((sum, p, k) => sum + Math.abs(p - (b.pixels[k] ?? 0)), 0);
        const union = a.pixels.reduce((sum, p, k) => sum + Math.max(p, b.pixels[k] ?? 0), 0);
        expect(apart / union, `${a.name} and ${b.name}`).toBeGreaterThan(0.25);
      }
    }
  });
});
