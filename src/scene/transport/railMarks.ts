// What stands on the scrubber, in pixels: at which steps nodes changed their version, where a promise broke, where the
// person commanded something, where a bookmark is. Marks that would lie on each other are gathered into one that says
// how many they are, so that five thousand steps stay readable. Nothing in here knows of the engine.

import type { Identity } from '../shape/scene.ts';

export interface RailSource {
  readonly steps: number;
  readonly versions: readonly { readonly step: number; readonly identity: Identity | null }[];
  readonly commands: readonly number[];
  readonly breaks: readonly number[];
  readonly bookmarks: readonly number[];
}

export interface RailMark {
  readonly key: string;
  readonly x: number;
  /** The last step that it stands for. */
  readonly step: number;
  /** How many marks are gathered in it. */
  readonly count: number;
}

export interface VersionMark extends RailMark {
  /** The version of the last of them; null: a table went. */
  readonly identity: Identity | null;
}

export interface CommandMark extends RailMark {
  /** How tall it is: the more commands it stands for, compared with the others. */
  readonly height: number;
}

export interface RailMarks {
  readonly versions: readonly VersionMark[];
  readonly commands: readonly CommandMark[];
  readonly breaks: readonly RailMark[];
  readonly bookmarks: readonly RailMark[];
}

/** Nearest distance of two marks of a kind, in pixels: no smaller than the mark itself. */
const APART = { version: 18, versionDense: 26, command: 5, break: 18, bookmark: 10 } as const;
/** With more marks than this share of the width there would be no track left to see. */
const DENSE_SHARE = 0.5;

/** `scale` is how large the marks are drawn: 1 on a desk. */
export function railMarks(source: RailSource, width: number, scale = 1): RailMarks {
  const { steps } = source;
  if (width <= 0 || steps <= 0) {
    return { versions: [], commands: [], breaks: [], bookmarks: [] };
  }
  const placed = (list: readonly number[], apart: number): readonly RailMark[] =>
    gathered(
      list
        .filter((step) => step <= steps)
        .toSorted((a, b) => a - b)
        .map((step) => ({ step })),
      { steps, width, apart: apart * scale },
    );
  const loose = gathered(source.versions, { steps, width, apart: APART.version * scale });
  const dense = loose.length * APART.version * scale > width * DENSE_SHARE;
  return {
    versions: dense ? gathered(source.versions, { steps, width, apart: APART.versionDense * scale }) : loose,
    commands: withHeights(placed(source.commands, APART.command)),
    breaks: placed(source.breaks, APART.break),
    bookmarks: placed(source.bookmarks, APART.bookmark),
  };
}

const HEIGHT = { min: 3, max: 9, alone: 6 } as const;

/** Where many lie together a row of equal strokes would say nothing: there the height tells how many. */
function withHeights(marks: readonly RailMark[]): readonly CommandMark[] {
  const most = Math.max(1, ...marks.map(({ count }) => count));
  const grown = HEIGHT.max - HEIGHT.min;
  return marks.map((mark) => ({
    ...mark,
    height: most === 1 ? HEIGHT.alone : Math.round(10 * (HEIGHT.min + (grown * mark.count) / most)) / 10,
  }));
}

interface Room {
  readonly steps: number;
  readonly width: number;
  readonly apart: number;
}

/** In the order of steps; what comes within `apart` of the mark before joins it, and the last one to join gives its looks. */
function gathered<T extends { readonly step: number }>(
  list: readonly T[],
  { steps, width, apart }: Room,
): readonly (T & RailMark)[] {
  const marks: (T & RailMark)[] = [];
  for (const item of list) {
    const x = Math.round((10 * item.step * width) / steps) / 10;
    const last = marks.at(-1);
    if (last !== undefined && x - last.x < apart) {
      marks[marks.length - 1] = { ...item, key: last.key, x: last.x, count: last.count + 1 };
    } else {
      marks.push({ ...item, key: String(item.step), x, count: 1 });
    }
  }
  return marks;
}
