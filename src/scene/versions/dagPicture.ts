// The version DAG in the pixels of its panel. Places come from the projection and never move; here they meet a width, a
// size of type and a level of detail. Pure and without the engine, so that the first screen can draw it.

import type { DagEdge, DagEdgeEnds, DagFlag, DagNode, VersionDag } from '../shape/scene.ts';
import { type EdgeLabel, placeLabel, type TakenLabels } from './dagLabels.ts';
import { type Block, type BlockRow, bendsOf, pathOf } from './dagRoutes.ts';

/** How much is told of each version: all, no words on edges, tiles alone. */
export type DagDetail = 'full' | 'names' | 'tiles';
export const DAG_DETAILS: readonly DagDetail[] = ['full', 'names', 'tiles'];

export interface DagRoom {
  readonly width: number;
  readonly height: number;
  /** Size of type against that of a desk. */
  readonly unit: number;
  readonly detail: DagDetail;
}

export interface PlacedNode {
  readonly node: DagNode;
  /** Centre of the tile, and its side. */
  readonly x: number;
  readonly y: number;
  readonly tile: number;
  readonly named: boolean;
  readonly hex: boolean;
  /** Flags that find room, and how many do not. */
  readonly flags: readonly DagFlag[];
  readonly more: number;
  /** Width of a flag, and distance of flags; below their width they overlap. */
  readonly flag: number;
  readonly flagPitch: number;
}

export interface PlacedEdge {
  readonly edge: DagEdge;
  readonly path: string;
  readonly label: EdgeLabel | null;
  readonly top: number;
  readonly bottom: number;
}

export interface DagPicture {
  readonly width: number;
  readonly height: number;
  readonly detail: DagDetail;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly gone: readonly { readonly key: string; readonly path: string }[];
}

const SIZES: Readonly<Record<DagDetail, { readonly tile: number; readonly pitch: number }>> = {
  full: { tile: 24, pitch: 51 },
  names: { tile: 24, pitch: 46 },
  // Nearer to each other a finger would meet two of them.
  tiles: { tile: 16, pitch: 24 },
};
/**
 * At full detail four layers share the panel's height where each has room to breathe, three of them in a low one. Never as
 * many as have room: where one more comes to have none, because the panel has become a few pixels lower, all the others
 * would move far apart.
 */
const PITCH_MAX = 104;
const PITCH_EASY = 70;
const STEPS_AT_ONCE = 3;
const STEPS_WHERE_LOW = 2;

const MARGIN_X = 8;
/** A version that is chosen, whole, with what a thumb needs above it; below there is room beyond the last one. */
const MARGIN_TOP = 22;
const MARGIN_BOTTOM = 17;
/** Half columns: at least, at most, and how many lie between the first tile and the last. */
const STEP_MIN = 28;
const STEP_MAX = 76;
const STEPS = 6;
/** The block at the last column's right: name and digits, or in a narrow panel a name. */
const NAME_WIDTH = 74;
const NAME_WIDTH_NARROW = 44;
const NARROW = 330;

const CHARACTER = 10.4;
const NAME_GAP = 8;
const HEX = 40;
const FLAG = 22;
const FLAG_PITCH = 25;
const FLAG_PITCH_MIN = 14;
/** What 'A·1' needs beyond 'A'. */
const SHARD_EXTRA = 8;
const FLAG_GAP = 10;

interface Scale {
  readonly room: DagRoom;
  readonly x: (column: number) => number;
  readonly y: (layer: number) => number;
  readonly tile: number;
  readonly width: number;
  readonly height: number;
}

function scaleOf(dag: VersionDag, room: DagRoom): Scale {
  const { unit, detail } = room;
  const { tile: side, pitch: least } = SIZES[detail];
  const tile = side * unit;
  const inner = room.height - (MARGIN_TOP + MARGIN_BOTTOM) * unit;
  const shared = Math.max(inner / STEPS_AT_ONCE, Math.min(PITCH_EASY * unit, inner / STEPS_WHERE_LOW));
  const pitch = detail === 'full' ? Math.min(PITCH_MAX * unit, Math.max(least * unit, shared)) : least * unit;
  const name = (room.width < NARROW * unit ? NAME_WIDTH_NARROW : NAME_WIDTH) * unit;
  const rest = room.width - 2 * MARGIN_X - tile - name;
  const step = Math.min(STEP_MAX * unit, Math.max(STEP_MIN * unit, rest / STEPS));
  const block = STEPS * step + tile + name;
  const left = Math.max(MARGIN_X, (room.width - block) / 2) + tile / 2;
  const top = Math.min(0, ...dag.nodes.map((node) => node.layer));
  const bottom = Math.max(0, ...dag.nodes.map((node) => node.layer));
  const right = Math.max(STEPS, ...dag.nodes.map((node) => node.column));
  return {
    room,
    tile,
    x: (column) => left + column * step,
    y: (layer) => MARGIN_TOP * unit + (layer - top) * pitch,
    width: Math.max(room.width, left + right * step + tile / 2 + name),
    height: (MARGIN_TOP + MARGIN_BOTTOM) * unit + (bottom - top) * pitch,
  };
}

/** How high a diagram is in a panel; its width does not matter to it. */
export function dagHeight(dag: VersionDag, room: DagRoom): number {
  return scaleOf(dag, room).height;
}

/** Nodes by height, each row from the left. */
function rowsOf(dag: VersionDag): readonly (readonly DagNode[])[] {
  const rows = new Map<number, DagNode[]>();
  for (const node of dag.nodes) {
    const row = rows.get(node.layer) ?? [];
    rows.set(node.layer, row);
    row.push(node);
  }
  return [...rows.values()]
    .map((row) => row.sort((a, b) => a.column - b.column))
    .sort((a, b) => (a[0]?.layer ?? 0) - (b[0]?.layer ?? 0));
}

const extraOf = (flags: readonly DagFlag[]): number =>
  flags.some((flag) => flag.shard !== null) ? SHARD_EXTRA : 0;

function placeNode(node: DagNode, right: number, scale: Scale): PlacedNode {
  const { unit, detail } = scale.room;
  const [x, y] = [scale.x(node.column), scale.y(node.layer)];
  const wished = (NAME_GAP + node.identity.name.length * CHARACTER) * unit;
  const named = detail !== 'tiles' && x + scale.tile / 2 + wished <= right;
  const name = named ? wished : 0;
  const count = node.flags.length;
  const flagsAt = x + scale.tile / 2 + name + (count === 0 ? 0 : FLAG_GAP * unit);
  const extra = extraOf(node.flags) * unit;
  const wide = count === 0 ? 0 : (FLAG + (count - 1) * FLAG_PITCH) * unit + count * extra;
  const hex = named && flagsAt + HEX * unit + wide <= right;
  const free = right - flagsAt - (hex ? HEX * unit : 0) - FLAG * unit - extra;
  const pitch = count < 2 ? FLAG_PITCH * unit : free / (count - 1) - extra;
  const fitting = 1 + Math.max(0, Math.floor(free / (FLAG_PITCH_MIN * unit + extra)));
  const shown = fitting >= count ? count : Math.max(0, fitting - 1);
  return {
    node,
    x,
    y,
    tile: scale.tile,
    named,
    hex,
    flags: node.flags.slice(0, shown),
    more: count - shown,
    flag: FLAG * unit,
    flagPitch: Math.min(FLAG_PITCH * unit, Math.max(FLAG_PITCH_MIN * unit, pitch)),
  };
}

/** Right end of what is drawn beside a tile. */
function rightEnd({ node, x, tile, named, hex, flags, more, flagPitch }: PlacedNode, unit: number): number {
  const name = named ? (NAME_GAP + node.identity.name.length * CHARACTER + (hex ? HEX : 0)) * unit : 0;
  const count = flags.length + (more > 0 ? 1 : 0);
  const row =
    count === 0 ? 0 : (FLAG_GAP + FLAG) * unit + (count - 1) * flagPitch + count * extraOf(node.flags) * unit;
  return x + tile / 2 + name + row;
}

function placeRows(dag: VersionDag, scale: Scale): readonly (readonly PlacedNode[])[] {
  return rowsOf(dag).map((row) =>
    row.map((node, i) => {
      const next = row[i + 1];
      const right = next === undefined ? scale.width : scale.x(next.column) - scale.tile / 2 - 8;
      return placeNode(node, right, scale);
    }),
  );
}

function blockRow(row: readonly PlacedNode[], unit: number): BlockRow {
  const blocks = row.map(
    (placed): Block => ({
      left: placed.x - placed.tile / 2 - 4,
      right: rightEnd(placed, unit) + 4,
      y: placed.y,
    }),
  );
  return { y: row[0]?.y ?? 0, blocks };
}

/** The diagram laid out for a panel. */
export function dagPicture(dag: VersionDag, room: DagRoom): DagPicture {
  const scale = scaleOf(dag, room);
  const placed = placeRows(dag, scale);
  const rows = placed.map((row) => blockRow(row, room.unit));
  const nodes = new Map(placed.flat().map((one) => [one.node.identity.version, one]));
  const half = scale.tile / 2 + (room.detail === 'tiles' ? 1 : 5);
  const passage = { rows, half, width: scale.width };
  const taken: TakenLabels = { byBand: new Map() };
  const labelRoom = { rows, half: scale.tile / 2 + 2, width: scale.width, unit: room.unit };
  const bendsBetween = (ends: DagEdgeEnds) => {
    const [from, to] = [nodes.get(ends.from), nodes.get(ends.to)];
    return from === undefined || to === undefined
      ? []
      : bendsOf({ x1: from.x, y1: from.y, x2: to.x, y2: to.y }, passage);
  };
  const edges = dag.edges.map((edge): PlacedEdge => {
    const bends = bendsBetween(edge);
    const isTold = room.detail === 'full';
    return {
      edge,
      path: pathOf(bends),
      label: isTold ? placeLabel(edge, bends, labelRoom, taken) : null,
      top: bends[0]?.y1 ?? 0,
      bottom: bends.at(-1)?.y2 ?? 0,
    };
  });
  const gone = dag.gone.map((ends) => ({ key: ends.key, path: pathOf(bendsBetween(ends)) }));
  return { width: scale.width, height: scale.height, detail: room.detail, nodes: placed.flat(), edges, gone };
}

/** What of a picture lies between two heights: the rest need not be drawn. */
export function dagWindow(
  picture: DagPicture,
  top: number,
  bottom: number,
): Pick<DagPicture, 'nodes' | 'edges'> {
  return {
    nodes: picture.nodes.filter(({ y }) => y >= top && y <= bottom),
    edges: picture.edges.filter((edge) => edge.bottom >= top && edge.top <= bottom),
  };
}
