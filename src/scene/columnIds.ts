// Column ids between two versions: one ribbon a column, from its id in one version to its id in the other, ending where it
// is dropped, beginning where it is added. Below, one real entry's vector before and after, and what it would say without
// its version: the box's index read under the other version's names.

import type { ColumnDefinition, Schema } from '../engine/index.ts';
import { columnsOfKind, cqlTypeName } from '../engine/index.ts';
import { hasseAt, type ShownPair } from './dag.ts';
import { idExample } from './idExample.ts';
import type { Moment } from './moment.ts';
import { label } from './say.ts';
import type { ColumnIdsView, IdGroup, Point, Ribbon } from './scene.ts';

/** Drawing of the mapping, in px. */
const WIDTH = 500;
const ROW_HEIGHT = 46;
const RIBBON_HEIGHT = 30;
const PILL_WIDTH = 112;
const LEFT = 36;
const RIGHT = WIDTH - LEFT;
const GROUP_GAP = 24;

const KINDS = ['static', 'regular'] as const;
type DataKind = (typeof KINDS)[number];

/** The last edge into the version that changed last before the playhead; a picked pair goes first. */
export function pairOf(moment: Moment): ShownPair | null {
  const { pair } = moment.options;
  const { versions, edges } = hasseAt(moment);
  const isSeen = (version: string): boolean => versions.some((one) => one.version === version);
  if (pair && isSeen(pair.from) && isSeen(pair.to)) {
    return { ...pair, picked: true };
  }
  const edge = edges.at(-1);
  if (edge !== undefined) {
    return { from: edge.from.version, to: edge.to.version, picked: false };
  }
  const [first] = versions;
  return first === undefined ? null : { from: first.version, to: first.version, picked: false };
}

function rowY(top: number, id: number): number {
  return top + id * ROW_HEIGHT + ROW_HEIGHT / 2;
}

/** The outline of a band that keeps its height and bends from one level to the other. */
function bandPath(y1: number, y2: number): string {
  const half = RIBBON_HEIGHT / 2;
  const [a, b] = [LEFT + PILL_WIDTH, RIGHT - PILL_WIDTH];
  const middle = (a + b) / 2;
  const round = (x: number, y: number): string => `A${half} ${half} 0 0 1 ${x} ${y}`;
  return (
    `M${LEFT + half} ${y1 - half}H${a}C${middle} ${y1 - half} ${middle} ${y2 - half} ${b} ${y2 - half}` +
    `H${RIGHT - half}${round(RIGHT - half, y2 + half)}` +
    `H${b}C${middle} ${y2 + half} ${middle} ${y1 + half} ${a} ${y1 + half}` +
    `H${LEFT + half}${round(LEFT + half, y1 - half)}Z`
  );
}

/** A lone end: a pill of its own. */
function endPath(x: number, y: number): string {
  const half = RIBBON_HEIGHT / 2;
  return (
    `M${x + half} ${y - half}H${x + PILL_WIDTH - half}A${half} ${half} 0 0 1 ${x + PILL_WIDTH - half} ${y + half}` +
    `H${x + half}A${half} ${half} 0 0 1 ${x + half} ${y - half}Z`
  );
}

function ribbonPath(top: number, from: number | undefined, to: number | undefined): string {
  if (from !== undefined && to !== undefined) {
    return bandPath(rowY(top, from), rowY(top, to));
  }
  return from === undefined
    ? endPath(RIGHT - PILL_WIDTH, rowY(top, to ?? 0))
    : endPath(LEFT, rowY(top, from));
}

function stateOf(was: ColumnDefinition | undefined, now: ColumnDefinition | undefined): Ribbon['state'] {
  if (was === undefined) {
    return 'added';
  }
  if (now === undefined) {
    return 'dropped';
  }
  return was.id === now.id ? 'kept' : 'moved';
}

/** The two definitions between which ids are shown. */
interface Ends {
  readonly old: Schema;
  readonly now: Schema;
}

function ribbons(ends: Ends, kind: DataKind, top: number, focus: string | null): readonly Ribbon[] {
  const [old, now] = [columnsOfKind(ends.old, kind), columnsOfKind(ends.now, kind)];
  const names = [...new Set([...old, ...now].map((column) => column.name))];
  return names.map((name) => {
    const was = old.find((column) => column.name === name);
    const is = now.find((column) => column.name === name);
    const left: Point | null = was === undefined ? null : { x: LEFT + PILL_WIDTH / 2, y: rowY(top, was.id) };
    const right: Point | null = is === undefined ? null : { x: RIGHT - PILL_WIDTH / 2, y: rowY(top, is.id) };
    return {
      key: name,
      name,
      fromId: was?.id ?? null,
      toId: is?.id ?? null,
      fromType: was === undefined ? null : cqlTypeName(was.type),
      toType: is === undefined ? null : cqlTypeName(is.type),
      state: stateOf(was, is),
      path: ribbonPath(top, was?.id, is?.id),
      left,
      right,
      focus: name === focus,
    };
  });
}

function groups(ends: Ends, focus: string | null): readonly IdGroup[] {
  let top = 0;
  return KINDS.flatMap((kind) => {
    const [old, now] = [columnsOfKind(ends.old, kind), columnsOfKind(ends.now, kind)];
    const count = Math.max(old.length, now.length);
    if (count === 0) {
      return [];
    }
    const y = top;
    const h = count * ROW_HEIGHT;
    top += h + GROUP_GAP;
    const idsAt = (columns: readonly ColumnDefinition[], x: number): IdGroup['leftIds'] =>
      columns.map(({ id }) => ({ id, x, y: rowY(y, id) }));
    return [
      {
        kind,
        y,
        h,
        leftIds: idsAt(old, LEFT / 2),
        rightIds: idsAt(now, WIDTH - LEFT / 2),
        ribbons: ribbons(ends, kind, y, focus),
      },
    ];
  });
}

function caption(all: readonly Ribbon[]): string {
  const texts = all.flatMap(({ name, fromId, toId, state }) => {
    const values = { name, from: String(fromId ?? ''), to: String(toId ?? '') };
    switch (state) {
      case 'moved':
        return [label('ids-moves', values)];
      case 'added':
        return [label('ids-added', values)];
      case 'dropped':
        return [label('ids-dropped', values)];
      default:
        return [];
    }
  });
  return texts.length === 0 ? label('ids-same', {}) : texts.join(', ');
}

/** The mapping between two versions; null as long as the table has none. */
export function projectColumnIds(moment: Moment, pair: ShownPair | null): ColumnIdsView | null {
  const [from, to] = [moment.identities.of(pair?.from ?? null), moment.identities.of(pair?.to ?? null)];
  const old = pair === null ? undefined : moment.seen.byVersion.get(pair.from)?.schema;
  const now = pair === null ? undefined : moment.seen.byVersion.get(pair.to)?.schema;
  if (pair === null || from === null || to === null || old === undefined || now === undefined) {
    return null;
  }
  const { selection } = moment.options;
  const all = groups({ old, now }, selection?.kind === 'column' ? selection.column : null);
  const last = all.at(-1);
  return {
    from,
    to,
    picked: pair.picked,
    width: WIDTH,
    height: last === undefined ? 0 : last.y + last.h,
    groups: all,
    example: idExample(moment, { old, now }),
    caption: caption(all.flatMap((group) => group.ribbons)),
  };
}
