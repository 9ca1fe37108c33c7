// The legend: every mark of the grammar with one sentence. The marks are no drawings of their own: a small real run is
// played and they are taken from its picture, so that the legend looks and means exactly what the stage does.

import {
  append,
  type CommandDraft,
  configOf,
  createTimeline,
  pendingChoices,
  type Result,
  stateAt,
  type Timeline,
} from '../engine/index.ts';
import { project } from './project.ts';
import type {
  Box,
  CutMark,
  EntryView,
  Identity,
  Loom,
  LoomGeometry,
  Scene,
  Stroke,
  StrokeState,
} from './shape/scene.ts';
import { type LabelId, label } from './words/say.ts';

export type LegendMark =
  | { readonly kind: 'version'; readonly identity: Identity }
  | { readonly kind: 'lanes'; readonly loom: Loom; readonly box: Box }
  | { readonly kind: 'knot'; readonly loom: Loom; readonly box: Box }
  | { readonly kind: 'cut'; readonly cut: CutMark; readonly box: Box }
  | { readonly kind: 'stroke'; readonly stroke: Stroke; readonly box: Box }
  | { readonly kind: 'envelope'; readonly identity: Identity; readonly text: string; readonly held: boolean }
  | { readonly kind: 'chip'; readonly name: string; readonly id: number; readonly leaving: boolean }
  /** `host`: the version of the table that the entry is in. */
  | { readonly kind: 'entry'; readonly entry: EntryView; readonly host: Identity | null }
  | { readonly kind: 'flag'; readonly node: string }
  | { readonly kind: 'centre'; readonly centre: string }
  | { readonly kind: 'ghost'; readonly identity: Identity }
  | { readonly kind: 'edge'; readonly look: 'contains' | 'overwritten' | 'hard' }
  | { readonly kind: 'halo' | 'selected'; readonly name: string; readonly id: number }
  | { readonly kind: 'broken' };

export interface LegendItem {
  readonly key: string;
  readonly sentence: string;
  readonly mark: LegendMark;
}

export interface LegendSection {
  readonly key: string;
  readonly title: string;
  readonly items: readonly LegendItem[];
}

const TABLE = { keyspace: 'demo', table: 'users' } as const;
const GEOMETRY: LoomGeometry = { width: 260, height: 1200, rowHeight: 40, laneWidth: 24, gap: 8 };
/** Air around a mark that is cut out of the loom, in px. */
const AIR = 14;
/** Height of a piece of lane, in px. */
const LANE_PIECE = 64;
/** Width of a piece of a cut link, in px. */
const CUT_PIECE = 96;

function must<T>(result: Result<T>): T {
  if (!result.ok) {
    throw new Error(`The legend's own run is refused: ${result.problem}`);
  }
  return result.value;
}

const start = (): Timeline =>
  must(
    createTimeline({
      seed: 1,
      config: configOf({
        nodes: ['A', 'B'],
        setup: [
          { kind: 'create-keyspace', id: 'k', node: 'A', timestamp: 1, keyspace: TABLE.keyspace },
          {
            kind: 'create-table',
            id: 't',
            node: 'A',
            timestamp: 2,
            ...TABLE,
            columns: [
              { name: 'id', type: 'int', kind: 'partition_key' },
              { name: 'name', type: 'text', kind: 'regular' },
            ],
          },
          {
            kind: 'insert',
            id: 'w',
            node: 'A',
            timestamp: 3,
            ...TABLE,
            key: { id: 1 },
            values: { name: 'Ada' },
            consistency: 'ALL',
          },
        ],
      }),
    }),
  );

const played = (run: Timeline, draft: CommandDraft): Timeline => must(append(run, draft));

/** A adds a column and merges its own change; its push to B is on its way. */
function added(run: Timeline, name: string): Timeline {
  const asked = played(run, {
    kind: 'alter-table',
    node: 'A',
    ...TABLE,
    changes: [{ kind: 'add', name, type: 'text' }],
  });
  const merge = pendingChoices(stateAt(asked, asked.steps.length)).find((one) => one.kind === 'merge');
  return merge === undefined ? asked : played(asked, merge.command);
}

/** The n-th push on its way, treated in one way or another. */
function treated(run: Timeline, kind: 'deliver' | 'lose' | 'duplicate', nth = 0): Timeline {
  const pushes = stateAt(run, run.steps.length).core.messages.filter(
    (one) => one.verb === 'DEFINITIONS_UPDATE',
  );
  return played(run, { kind, message: pushes[nth]?.key ?? '' });
}

function sceneOf(run: Timeline): Scene {
  return project(
    run,
    { step: run.steps.length, fraction: 0 },
    { selection: null, tableKey: null, naming: 'lesson', geometry: GEOMETRY, overscan: 100 },
  );
}

/** One scene a mark: each message of its own run, so that nothing lies over it. */
function messageRuns(): Readonly<Record<Exclude<StrokeState, 'inFlight'>, Timeline>> {
  const one = added(start(), 'email');
  const two = added(one, 'phone');
  return {
    delivered: treated(one, 'deliver'),
    lost: treated(one, 'lose'),
    duplicate: treated(treated(treated(one, 'duplicate'), 'deliver'), 'deliver'),
    late: treated(treated(two, 'deliver', 1), 'deliver'),
  };
}

function around(stroke: Stroke): Box {
  const xs = [stroke.start.x, stroke.end.x];
  const ys = [stroke.start.y, stroke.end.y];
  const { label: pill } = stroke;
  if (pill !== null) {
    xs.push(pill.x, pill.x + pill.w);
    ys.push(pill.y, pill.y + pill.h);
  }
  const [x, y] = [Math.min(...xs) - AIR, Math.min(...ys) - AIR];
  return { x, y, w: Math.max(...xs) + AIR - x, h: Math.max(...ys) + AIR - y };
}

function strokeItem(id: LabelId, run: Timeline, state: StrokeState): LegendItem[] {
  const stroke = sceneOf(run).loom.strokes.find((one) => one.state === state);
  return stroke === undefined
    ? []
    : [{ key: id, sentence: label(id, {}), mark: { kind: 'stroke', stroke, box: around(stroke) } }];
}

const item = (id: LabelId, mark: LegendMark): LegendItem => ({ key: id, sentence: label(id, {}), mark });

function droppedItems(): LegendItem[] {
  const asked = played(start(), { kind: 'drop-table', node: 'A', ...TABLE });
  const merge = pendingChoices(stateAt(asked, asked.steps.length)).find((one) => one.kind === 'merge');
  const gone = sceneOf(merge === undefined ? asked : played(asked, merge.command));
  const drop = gone.dag.nodes.find(({ identity }) => identity.dropped === true);
  return drop === undefined ? [] : [item('legend-dropped', { kind: 'version', identity: drop.identity })];
}

function versionItems(): LegendItem[] {
  const scene = sceneOf(treated(added(added(start(), 'email'), 'phone'), 'deliver'));
  const { loom, identities } = scene;
  const [v0, x] = identities;
  const bottom = loom.nowY - GEOMETRY.rowHeight;
  const laneX = loom.lanes[0]?.x ?? 0;
  const knot = loom.dots.find((dot) => dot.text !== '');
  return [
    ...(x === undefined ? [] : [item('legend-version', { kind: 'version', identity: x })]),
    item('legend-lanes', {
      kind: 'lanes',
      loom,
      box: { x: laneX - LANE_PIECE / 2, y: bottom - LANE_PIECE, w: LANE_PIECE, h: LANE_PIECE },
    }),
    ...(knot === undefined
      ? []
      : [
          item('legend-knot', {
            kind: 'knot',
            loom: { ...loom, dots: [knot] },
            box: { x: knot.x - AIR, y: knot.y - LANE_PIECE / 2, w: 110, h: LANE_PIECE },
          }),
        ]),
    item('legend-flag', { kind: 'flag', node: 'A' }),
    ...(v0 === undefined ? [] : [item('legend-ghost', { kind: 'ghost', identity: v0 })]),
    item('legend-edge', { kind: 'edge', look: 'contains' }),
    item('legend-overwritten', { kind: 'edge', look: 'overwritten' }),
    ...droppedItems(),
    item('legend-hard', { kind: 'edge', look: 'hard' }),
  ];
}

/** Entries of the legend are nobody's: their keys must not be taken for those of the cards. */
function entryItem(id: LabelId, run: Timeline, source: 'memtable' | 'sstable'): LegendItem[] {
  const card = sceneOf(run).nodes[0];
  const found = card?.sources.find((one) => one.kind === source)?.entries[0];
  if (card === undefined || found === undefined) {
    return [];
  }
  const entry = { ...found, key: `legend/${found.key}`, changed: false };
  return [item(id, { kind: 'entry', entry, host: card.identity })];
}

function columnItems(): LegendItem[] {
  const flushed = played(start(), { kind: 'flush', node: 'A', ...TABLE });
  return [
    item('legend-chip', { kind: 'chip', name: 'email', id: 0, leaving: false }),
    item('legend-leaving', { kind: 'chip', name: 'phone', id: 1, leaving: true }),
    ...entryItem('legend-entry', start(), 'memtable'),
    ...entryItem('legend-stale', added(start(), 'email'), 'memtable'),
    ...entryItem('legend-disk', flushed, 'sstable'),
  ];
}

function cutItem(): LegendItem[] {
  const [cut] = sceneOf(played(start(), { kind: 'cut', a: 'A', b: 'B' })).loom.cuts;
  if (cut?.sign == null) {
    return [];
  }
  const { x, y } = cut.sign;
  const box = { x: x - CUT_PIECE / 2, y: y - AIR, w: CUT_PIECE, h: 2 * AIR };
  return [item('legend-cut', { kind: 'cut', cut: { ...cut, fresh: false }, box })];
}

function messageItems(): LegendItem[] {
  const runs = messageRuns();
  const flying = sceneOf(added(start(), 'email')).inFlight[0];
  const envelope = (id: LabelId, held: boolean): LegendItem[] =>
    flying?.identity
      ? [item(id, { kind: 'envelope', identity: flying.identity, text: flying.text, held })]
      : [];
  return [
    ...envelope('legend-flying', false),
    ...strokeItem('legend-delivered', runs.delivered, 'delivered'),
    ...strokeItem('legend-lost', runs.lost, 'lost'),
    ...strokeItem('legend-again', runs.duplicate, 'duplicate'),
    ...strokeItem('legend-late', runs.late, 'late'),
    ...envelope('legend-held', true),
    ...cutItem(),
    item('legend-centre', { kind: 'centre', centre: 'dc2' }),
  ];
}

/** All marks, in the order in which one meets them. */
export function legendOf(): readonly LegendSection[] {
  return [
    { key: 'versions', title: label('legend-versions', {}), items: versionItems() },
    { key: 'columns', title: label('legend-columns', {}), items: columnItems() },
    { key: 'messages', title: label('legend-messages', {}), items: messageItems() },
    {
      key: 'marks',
      title: label('legend-marks', {}),
      items: [
        item('legend-halo', { kind: 'halo', name: 'email', id: 0 }),
        item('legend-selected', { kind: 'selected', name: 'email', id: 0 }),
        item('legend-broken', { kind: 'broken' }),
      ],
    },
  ];
}
