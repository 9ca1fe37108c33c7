// Column ids in the pixels of their panel: a pill at either end of each ribbon, ids outside, and the rows the closer the
// more columns there are. Pure and without the engine, so that the first screen can draw it.

import type { ColumnIdsView, IdGroup, Ribbon } from './scene.ts';

export interface IdsRoom {
  readonly width: number;
  /** Size of type against that of a desk. */
  readonly unit: number;
}

export interface Pill {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface PlacedRibbon {
  readonly ribbon: Ribbon;
  /** Filled outline from end to end; for a column that is only at one end, of the stub that fades out there. */
  readonly path: string;
  readonly left: Pill | null;
  readonly right: Pill | null;
  /** Centre of its mark. */
  readonly mark: { readonly x: number; readonly y: number };
}

export interface PlacedGroup {
  readonly group: IdGroup;
  /** Baseline of its title; null when there is but one kind. */
  readonly titleY: number | null;
  readonly leftIds: readonly { readonly id: number; readonly y: number }[];
  readonly rightIds: readonly { readonly id: number; readonly y: number }[];
  readonly ribbons: readonly PlacedRibbon[];
}

export interface IdsPicture {
  readonly width: number;
  readonly height: number;
  /** Centres of the two columns of ids. */
  readonly leftX: number;
  readonly rightX: number;
  readonly groups: readonly PlacedGroup[];
}

const ID_SPACE = 26;
const PILL_SHARE = 0.27;
const PILL_MIN = 76;
const PILL_MAX = 150;
const TITLE = 22;
const GROUP_GAP = 8;
const WIDTH_MAX = 560;
/** Share of the way that a ribbon which ends (or begins) still goes. */
const STUB = 0.34;

function rowHeight(rows: number): number {
  return rows <= 4 ? 42 : rows <= 6 ? 36 : 28;
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly pill: number;
  readonly row: number;
  readonly half: number;
}

/** A band that keeps its height and bends from one level to the other, round at both ends. */
function bandPath({ left, right, pill, half }: Frame, y1: number, y2: number): string {
  const [a, b] = [left + pill, right - pill];
  const middle = (a + b) / 2;
  const round = (x: number, y: number): string => `A${half} ${half} 0 0 1 ${x} ${y}`;
  return (
    `M${left + half} ${y1 - half}H${a}C${middle} ${y1 - half} ${middle} ${y2 - half} ${b} ${y2 - half}` +
    `H${right - half}${round(right - half, y2 + half)}` +
    `H${b}C${middle} ${y2 + half} ${middle} ${y1 + half} ${a} ${y1 + half}` +
    `H${left + half}${round(left + half, y1 - half)}Z`
  );
}

function stubPath(frame: Frame, y: number, isLeft: boolean): string {
  const { left, right, pill, half } = frame;
  const length = (right - left - 2 * pill) * STUB;
  const x = isLeft ? left + pill - half : right - pill - length + half;
  return `M${x} ${y - half}h${length}v${2 * half}h${-length}Z`;
}

function placeRibbon(ribbon: Ribbon, top: number, frame: Frame): PlacedRibbon {
  const { left, right, pill, row, half } = frame;
  const y = (id: number): number => top + id * row + row / 2;
  const at = (id: number, x: number): Pill => ({ x, y: y(id) - half, w: pill, h: 2 * half });
  const { fromId, toId } = ribbon;
  const ends = {
    left: fromId === null ? null : at(fromId, left),
    right: toId === null ? null : at(toId, right - pill),
  };
  const free = right - left - 2 * pill;
  if (fromId !== null && toId !== null) {
    const [y1, y2] = [y(fromId), y(toId)];
    const mark = { x: (left + right) / 2, y: (y1 + y2) / 2 };
    return { ribbon, path: bandPath(frame, y1, y2), ...ends, mark };
  }
  const isLeft = fromId !== null;
  const level = y(fromId ?? toId ?? 0);
  const off = pill + free * (STUB / 2);
  const mark = { x: isLeft ? left + off : right - off, y: level };
  return { ribbon, path: stubPath(frame, level, isLeft), ...ends, mark };
}

/** The mapping laid out for a panel. */
export function idsPicture(ids: ColumnIdsView, { width: given, unit }: IdsRoom): IdsPicture {
  const width = Math.min(Math.max(given, 240), WIDTH_MAX * unit);
  const rows = ids.groups.reduce((sum, group) => sum + Math.max(group.before, group.after), 0);
  const row = rowHeight(rows) * unit;
  const pill = Math.min(PILL_MAX * unit, Math.max(PILL_MIN * unit, width * PILL_SHARE));
  const frame = {
    left: ID_SPACE * unit,
    right: width - ID_SPACE * unit,
    pill: Math.min(pill, (width - 2 * ID_SPACE * unit) * 0.38),
    row,
    half: Math.min(15 * unit, row / 2 - 2),
  };
  const isTitled = ids.groups.length > 1;
  let top = 0;
  const groups = ids.groups.map((group): PlacedGroup => {
    const titleY = isTitled ? top + 14 * unit : null;
    top += isTitled ? TITLE * unit : 0;
    const start = top;
    const levels = (count: number) =>
      Array.from({ length: count }, (_, id) => ({ id, y: start + id * row + row / 2 }));
    top += Math.max(group.before, group.after) * row + GROUP_GAP;
    return {
      group,
      titleY,
      leftIds: levels(group.before),
      rightIds: levels(group.after),
      ribbons: group.ribbons.map((ribbon) => placeRibbon(ribbon, start, frame)),
    };
  });
  const edge = (ID_SPACE * unit) / 2;
  return { width, height: Math.max(0, top - GROUP_GAP), leftX: edge, rightX: width - edge, groups };
}
