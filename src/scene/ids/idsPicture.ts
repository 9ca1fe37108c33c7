// Column ids in the pixels of their panel: a pill at either end of each ribbon, ids outside, and the rows the closer the
// more columns there are. Pure and without the engine, so that the first screen can draw it.

import type { ColumnIdsView, IdGroup, Ribbon } from '../shape/scene.ts';

export interface IdsRoom {
  readonly width: number;
  /** Size of type against that of a desk. */
  readonly unit: number;
  /** Of many columns, those that go side by side without a change are drawn as one. */
  readonly folded: boolean;
}

export interface Pill {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface PlacedRibbon {
  readonly ribbon: Ribbon;
  /** How many columns it stands for: more than one when they are folded. */
  readonly count: number;
  /** Filled outline from end to end; for a column that is only at one end, of the stub that fades out there. */
  readonly path: string;
  readonly left: Pill | null;
  readonly right: Pill | null;
  /** Where its mark stands: in the middle of the way, or beside the one end that there is. */
  readonly mark: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' };
}

export interface PlacedGroup {
  readonly group: IdGroup;
  /** Baseline of its title; null when there is but one kind. */
  readonly titleY: number | null;
  /** Upper edge of the first row, and how high each is. */
  readonly top: number;
  readonly row: number;
  /** Row by row '0', or '3–28' for folded columns. */
  readonly leftIds: readonly string[];
  readonly rightIds: readonly string[];
  readonly ribbons: readonly PlacedRibbon[];
}

export interface IdsPicture {
  readonly width: number;
  readonly height: number;
  /** Centres of the two columns of ids. */
  readonly leftX: number;
  readonly rightX: number;
  /** There is something to fold, or something is folded. */
  readonly folds: boolean;
  readonly groups: readonly PlacedGroup[];
}

const ID_SPACE = 26;
const ID_SPACE_FOLDED = 46;
const PILL_SHARE = 0.27;
const PILL_MIN = 76;
const PILL_MAX = 150;
const TITLE = 22;
const GROUP_GAP = 8;
const WIDTH_MAX = 560;
/** Share of the way that a ribbon which ends (or begins) still goes. */
const STUB = 0.34;
const MARK_GAP = 7;
/** From so many columns on they are folded, and so many in a row at least. */
const FOLD_FROM = 8;
const RUN_MIN = 3;

/** A title over a group takes some of the rows' air, and so does large type. */
function rowHeight(rows: number, isTitled: boolean, unit: number): number {
  const few = unit > 1 ? 3 : 4;
  return rows < few && !isTitled ? 42 : rows <= few && !isTitled ? 39 : rows <= 6 ? 36 : 28;
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

/** One ribbon of the drawing: a column, or columns side by side that all stay or all move alike. */
interface Strand {
  readonly first: Ribbon;
  readonly last: Ribbon;
  readonly count: number;
}

function goesOn({ last }: Strand, next: Ribbon): boolean {
  const isPlain = (one: Ribbon): boolean => one.mark === '' && !one.focus;
  return (
    isPlain(last) &&
    isPlain(next) &&
    last.fromId !== null &&
    last.toId !== null &&
    next.fromId === last.fromId + 1 &&
    next.toId === last.toId + 1
  );
}

function strandsOf(group: IdGroup, folded: boolean): readonly Strand[] {
  const single = (one: Ribbon): Strand => ({ first: one, last: one, count: 1 });
  if (!folded || group.ribbons.length < FOLD_FROM) {
    return group.ribbons.map(single);
  }
  const runs: Ribbon[][] = [];
  for (const one of group.ribbons) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && goesOn(single(last), one)) {
      run.push(one);
    } else {
      runs.push([one]);
    }
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    return run.length < RUN_MIN || first === undefined || last === undefined
      ? run.map(single)
      : [{ first, last, count: run.length }];
  });
}

/** The ribbon that stands for a strand: of folded columns the first and the last are named. */
function ribbonOf({ first, last, count }: Strand): Ribbon {
  const name = `${first.name} … ${last.name}`;
  return count === 1 ? first : { ...first, key: `${first.key}…`, name, label: name };
}

type Side = 'fromId' | 'toId';

/** Which row each strand takes on one side. */
function rowsOn(side: Side, strands: readonly Strand[]): ReadonlyMap<Strand, number> {
  const there = strands
    .filter((strand) => strand.first[side] !== null)
    .sort((a, b) => (a.first[side] ?? 0) - (b.first[side] ?? 0));
  return new Map(there.map((strand, row) => [strand, row]));
}

function placeRibbon(
  strand: Strand,
  rows: readonly (number | null)[],
  top: number,
  frame: Frame,
): PlacedRibbon {
  const { left, right, pill, row, half } = frame;
  const [from = null, to = null] = rows;
  const y = (at: number): number => top + at * row + row / 2;
  const pillAt = (at: number, x: number): Pill => ({ x, y: y(at) - half, w: pill, h: 2 * half });
  const placed = {
    ribbon: ribbonOf(strand),
    count: strand.count,
    left: from === null ? null : pillAt(from, left),
    right: to === null ? null : pillAt(to, right - pill),
  };
  if (from !== null && to !== null) {
    const [y1, y2] = [y(from), y(to)];
    const mark = { x: (left + right) / 2, y: (y1 + y2) / 2, anchor: 'middle' as const };
    return { ...placed, path: bandPath(frame, y1, y2), mark };
  }
  const level = y(from ?? to ?? 0);
  const off = pill + MARK_GAP;
  const mark =
    from !== null
      ? { x: left + off, y: level, anchor: 'start' as const }
      : { x: right - off, y: level, anchor: 'end' as const };
  return { ...placed, path: stubPath(frame, level, from !== null), mark };
}

function idTexts(side: Side, rows: ReadonlyMap<Strand, number>): readonly string[] {
  return [...rows.keys()].map(({ first, last, count }) =>
    count === 1 ? String(first[side]) : `${first[side]}–${last[side]}`,
  );
}

function placeGroup(
  group: IdGroup,
  strands: readonly Strand[],
  titleY: number | null,
  place: { readonly top: number; readonly frame: Frame },
): PlacedGroup & { readonly bottom: number } {
  const { top, frame } = place;
  const [from, to] = [rowsOn('fromId', strands), rowsOn('toId', strands)];
  return {
    group,
    titleY,
    top,
    row: frame.row,
    leftIds: idTexts('fromId', from),
    rightIds: idTexts('toId', to),
    ribbons: strands.map((strand) =>
      placeRibbon(strand, [from.get(strand) ?? null, to.get(strand) ?? null], top, frame),
    ),
    bottom: top + Math.max(from.size, to.size) * frame.row,
  };
}

/** The mapping laid out for a panel. */
export function idsPicture(ids: ColumnIdsView, { width: given, unit, folded }: IdsRoom): IdsPicture {
  const width = Math.min(Math.max(given, 240), WIDTH_MAX * unit);
  const strands = ids.groups.map((group) => strandsOf(group, folded));
  const isFolded = strands.some((all) => all.some((strand) => strand.count > 1));
  const rows = strands.reduce(
    (sum, all) => sum + Math.max(rowsOn('fromId', all).size, rowsOn('toId', all).size),
    0,
  );
  const isTitled = ids.groups.length > 1;
  const row = rowHeight(rows, isTitled, unit) * unit;
  const space = (isFolded ? ID_SPACE_FOLDED : ID_SPACE) * unit;
  const pill = Math.min(PILL_MAX * unit, Math.max(PILL_MIN * unit, width * PILL_SHARE));
  const frame = {
    left: space,
    right: width - space,
    pill: Math.min(pill, (width - 2 * space) * 0.38),
    row,
    half: Math.min(15 * unit, row / 2 - 2),
  };
  let top = 0;
  const groups = ids.groups.map((group, i): PlacedGroup => {
    const titleY = isTitled ? top + 14 * unit : null;
    top += isTitled ? TITLE * unit : 0;
    const { bottom, ...placed } = placeGroup(group, strands[i] ?? [], titleY, { top, frame });
    top = bottom + GROUP_GAP;
    return placed;
  });
  const folds = ids.groups.some((group) => strandsOf(group, true).some((strand) => strand.count > 1));
  const height = Math.max(0, top - GROUP_GAP);
  return { width, height, leftX: space / 2, rightX: width - space / 2, folds, groups };
}
