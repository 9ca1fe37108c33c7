// Where the words on the DAG's edges stand: on their edge, where neither a tile nor another label is. What finds no
// room is shortened, and at last left out: the edge still says all of it when one picks it.

import { type Bend, type BlockRow, pointOn, rowBelow } from './dagRoutes.ts';

export interface EdgeLabel {
  /** Centre. */
  readonly x: number;
  readonly y: number;
  /** One or two lines; the second says what is overwritten. */
  readonly lines: readonly string[];
}

export interface LabelRoom {
  readonly rows: readonly BlockRow[];
  /** Half the height of a tile. */
  readonly half: number;
  readonly width: number;
  /** Size of the type against that of a desk. */
  readonly unit: number;
}

/** Advance of the monospaced 12 px type, height of a line, and air around. */
const ADVANCE = 7.3;
const LINE = 16;
const AIR = 5;
/** Longest name on an edge, in characters, and longest of its shortened form. */
const NAME_MAX = 18;
const NAME_SHORT = 8;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function clipped(text: string, length: number): string {
  const points = [...text];
  return points.length <= length ? text : `${points.slice(0, length - 1).join('')}…`;
}

/** From all of it to the least: the differences and the loss; two and a count; one and a count. */
function wordings(labels: readonly string[], lost: string): readonly (readonly string[])[] {
  const some = (count: number, length: number): string => {
    const shown = labels.slice(0, count).map((one) => clipped(one, length));
    const rest = labels.length - shown.length;
    return rest === 0 ? shown.join(', ') : `${shown.join(', ')} … ${rest}`;
  };
  const long = some(3, NAME_MAX);
  const loss = clipped(lost, 2 * NAME_MAX);
  return [
    ...(lost === ''
      ? []
      : [
          [long, loss],
          [some(1, NAME_SHORT), clipped(lost, NAME_MAX)],
        ]),
    [long],
    [some(2, NAME_MAX)],
    [some(1, NAME_MAX)],
    [some(1, NAME_SHORT)],
  ];
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Labels that have found their place, by bands of their height. */
export interface TakenLabels {
  readonly byBand: Map<number, Box[]>;
}

const BAND = 128;

function bandsOf(box: Box): readonly number[] {
  const [first, last] = [Math.floor(box.top / BAND), Math.floor(box.bottom / BAND)];
  return first === last ? [first] : [first, last];
}

function isFree(box: Box, room: LabelRoom, taken: TakenLabels): boolean {
  const { rows, half } = room;
  for (let i = rowBelow(rows, box.top - half); i < rows.length; i++) {
    const row = rows[i];
    if (row === undefined || row.y - half >= box.bottom) {
      break;
    }
    const isHit = row.blocks.some(({ left, right }) =>
      overlaps(box, { left, right, top: row.y - half, bottom: row.y + half }),
    );
    if (isHit) {
      return false;
    }
  }
  return bandsOf(box).every((band) => !(taken.byBand.get(band) ?? []).some((other) => overlaps(box, other)));
}

/** Where along the way a label may stand, best first: in the middle of the last bend, then of the first. */
function* spots(bends: readonly Bend[]): Generator<{ readonly x: number; readonly y: number }> {
  const chosen = new Set([bends.length - 1, 0, Math.floor(bends.length / 2)]);
  for (const t of [0.5, 0.36, 0.64, 0.24, 0.76]) {
    for (const i of chosen) {
      const bend = bends[i];
      if (bend !== undefined && bend.y2 - bend.y1 >= LINE) {
        yield pointOn(bend, t);
      }
    }
  }
}

/** Finds a place for one edge's label and takes it; null when there is none. */
export function placeLabel(
  edge: { readonly labels: readonly string[]; readonly lostText: string },
  bends: readonly Bend[],
  room: LabelRoom,
  taken: TakenLabels,
): EdgeLabel | null {
  const { unit, width } = room;
  for (const lines of wordings(edge.labels, edge.lostText)) {
    const w = Math.max(...lines.map((line) => [...line].length)) * ADVANCE * unit + 2 * AIR;
    const h = lines.length * LINE * unit;
    if (w > width) {
      continue;
    }
    for (const spot of spots(bends)) {
      for (const shift of [0, w / 2 + 2, -w / 2 - 2]) {
        const x = Math.min(width - w / 2, Math.max(w / 2, spot.x + shift));
        const box = { left: x - w / 2, right: x + w / 2, top: spot.y - h / 2, bottom: spot.y + h / 2 };
        // Pushed back from the edge of the panel it must still touch its line.
        const isNear = box.left - 4 <= spot.x && spot.x <= box.right + 4;
        if (isNear && isFree(box, room, taken)) {
          for (const band of bandsOf(box)) {
            taken.byBand.set(band, [...(taken.byBand.get(band) ?? []), box]);
          }
          return { x, y: spot.y, lines };
        }
      }
    }
  }
  return null;
}
