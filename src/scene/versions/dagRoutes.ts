// The ways of the DAG's edges: from the foot of a tile to the head of another, in S-bends between rows of tiles and
// straight past the rows between, through whatever gap lies nearest. No edge runs through a tile.

/** A tile with its name and flags, in px. */
export interface Block {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Blocks of one height, and how far an edge keeps from their middle. */
export interface BlockRow {
  readonly y: number;
  readonly blocks: readonly Block[];
}

/** One bend of a way, from one row to the next. */
export interface Bend {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Ends {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Passage {
  readonly rows: readonly BlockRow[];
  /** Half the height of a tile, with air. */
  readonly half: number;
  /** Width of the drawing. */
  readonly width: number;
}

/** Air between an edge and a tile that it passes. */
const CLEARANCE = 9;

/** The nearest place to `wanted` at which an edge passes a row without touching a tile. */
function gapIn(row: BlockRow, wanted: number, width: number): number {
  const isClear = (x: number): boolean =>
    row.blocks.every((block) => x <= block.left - CLEARANCE || x >= block.right + CLEARANCE);
  const sides = row.blocks.flatMap(({ left, right }) => [left - CLEARANCE, right + CLEARANCE]);
  const inside = sides.filter((x) => isClear(x) && x >= 2 && x <= width - 2);
  const nearest = (all: readonly number[]): number | undefined =>
    all.reduce<number | undefined>(
      (best, x) => (best === undefined || Math.abs(x - wanted) < Math.abs(best - wanted) ? x : best),
      undefined,
    );
  return isClear(wanted) ? wanted : (nearest(inside) ?? nearest(sides.filter(isClear)) ?? wanted);
}

/** Index of the first row below `y`. */
export function rowBelow(rows: readonly BlockRow[], y: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.y ?? 0) <= y) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** The bends of the way between two tiles' middles. */
export function bendsOf(ends: Ends, { rows, half, width }: Passage): readonly Bend[] {
  const bends: Bend[] = [];
  let [x, y] = [ends.x1, ends.y1 + half];
  for (let i = rowBelow(rows, ends.y1); i < rows.length; i++) {
    const row = rows[i];
    if (row === undefined || row.y >= ends.y2) {
      break;
    }
    const gap = gapIn(row, x, width);
    // Rows that nearly touch (a late version's) are passed in one straight line.
    bends.push({ x1: x, y1: y, x2: gap, y2: Math.max(y, row.y - half) });
    [x, y] = [gap, row.y + half];
  }
  bends.push({ x1: x, y1: y, x2: ends.x2, y2: Math.max(y, ends.y2 - half) });
  return bends;
}

/** SVG path data of a way. */
export function pathOf(bends: readonly Bend[]): string {
  const round = (value: number): number => Math.round(value * 10) / 10;
  return bends
    .map(({ x1, y1, x2, y2 }, i) => {
      const middle = round((y1 + y2) / 2);
      const start = `${i === 0 ? 'M' : 'L'}${round(x1)} ${round(y1)}`;
      return x1 === x2
        ? `${start}L${round(x2)} ${round(y2)}`
        : `${start}C${round(x1)} ${middle} ${round(x2)} ${middle} ${round(x2)} ${round(y2)}`;
    })
    .join('');
}

/** A point of a bend, `t` from 0 at its upper end to 1. */
export function pointOn({ x1, y1, x2, y2 }: Bend, t: number): { readonly x: number; readonly y: number } {
  const s = 1 - t;
  const [outer, inner] = [s ** 3 + 3 * s ** 2 * t, 3 * s * t ** 2 + t ** 3];
  const middle = (y1 + y2) / 2;
  return {
    x: x1 * outer + x2 * inner,
    y: s ** 3 * y1 + 3 * s ** 2 * t * middle + 3 * s * t ** 2 * middle + t ** 3 * y2,
  };
}
