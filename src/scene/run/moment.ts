// A moment of a run with everything that the parts of a scene share: the states around it, names, indexes, options.

import type {
  NodeId,
  NodeState,
  PendingChoice,
  SchemaVersion,
  SimState,
  Step,
  Timeline,
} from '../../engine/index.ts';
import { everNodes, pendingChoices, valuesOf } from '../../engine/index.ts';
import { BAND_LAYER, laneWidthOf, layersMax } from '../shape/loomGeometry.ts';
import {
  GEOMETRY_DESKTOP,
  type LoomGeometry,
  type Playhead,
  type SceneOptions,
  type TableKey,
} from '../shape/scene.ts';
import { type Identities, identitiesOf, namedBeside } from './identity.ts';
import { type LoomIndex, loomIndexOf } from './loomIndex.ts';
import { dropOn, type SeenVersions, seenVersions, tableId } from './seenVersions.ts';
import { type MessageWords, messageWords, type StatementIndex, statementsOf } from './statementWords.ts';

export interface Moment {
  readonly timeline: Timeline;
  readonly options: SceneOptions;
  readonly geometry: LoomGeometry;
  /** The nodes that are shown, in display order: all that there were up to here, those that have left too. */
  readonly nodes: readonly NodeId[];
  /** State index, within the run. */
  readonly step: number;
  /** 0 to 1, 0 at the end of the run. */
  readonly fraction: number;
  readonly state: SimState;
  /** The state one step earlier; at the start the start itself. */
  readonly before: SimState;
  /** The step that led here, or null at the start. */
  readonly last: Step | null;
  readonly table: TableKey | null;
  /** `tableId` of the table, or ''. */
  readonly tableId: string;
  readonly identities: Identities;
  readonly seen: SeenVersions;
  readonly statements: StatementIndex;
  readonly index: LoomIndex;
  readonly words: MessageWords;
  /** What can happen next, soonest first. */
  readonly choices: readonly PendingChoice[];
  /**
   * What Next does: what was recorded, or else the first that nobody holds back. Null also when a person's command was
   * recorded.
   */
  readonly next: PendingChoice | null;
  readonly choicesAt: (step: number) => readonly PendingChoice[];
}

export function stateAt(timeline: Timeline, step: number): SimState {
  return timeline.steps[step - 1]?.state ?? timeline.start;
}

const choicesOf = new WeakMap<SimState, readonly PendingChoice[]>();

function choicesAt(state: SimState): readonly PendingChoice[] {
  const known = choicesOf.get(state) ?? pendingChoices(state);
  choicesOf.set(state, known);
  return known;
}

/** The geometry asked for, with lanes as wide as there is room for, and rows so low that the whole run can be seen. */
function fittedGeometry(
  { config }: Timeline,
  nodes: readonly NodeId[],
  index: LoomIndex,
  options: SceneOptions,
): LoomGeometry {
  const asked = options.geometry ?? GEOMETRY_DESKTOP;
  const { shards } = config;
  const rowHeightMax = (asked.height - layersMax(true) * BAND_LAYER) / index.rows.length;
  return {
    ...asked,
    rowHeight: options.whole === true ? Math.min(asked.rowHeight, rowHeightMax) : asked.rowHeight,
    laneWidth: laneWidthOf(asked, nodes.length, shards),
  };
}

function clamped(value: number, max: number): number {
  return Number.isFinite(value) ? Math.min(max, Math.max(0, value)) : 0;
}

function recordedChoice(
  recorded: Step | undefined,
  choices: readonly PendingChoice[],
  held: readonly string[],
): PendingChoice | null {
  if (recorded === undefined) {
    return choices.find((one) => one.message === null || !held.includes(one.message.key)) ?? null;
  }
  const command = JSON.stringify(recorded.command);
  return choices.find((one) => JSON.stringify(one.command) === command) ?? null;
}

/** Every node has its lane from when it comes; those that have left keep it. */
function shownNodes({ core }: SimState, { hidden = [] }: SceneOptions): readonly NodeId[] {
  const nodes = everNodes(core);
  return hidden.length === 0 ? nodes : nodes.filter((node) => !hidden.includes(node));
}

/** Whether something that goes from one node to another is shown. */
export const isShown = (
  { nodes }: Moment,
  { from, to }: { readonly from: NodeId; readonly to: NodeId },
): boolean => nodes.includes(from) && nodes.includes(to);

/** The states of the nodes that are shown. */
export const nodesOf = ({ nodes, state }: Moment): readonly NodeState[] =>
  state.core.nodes.every(({ id }) => nodes.includes(id))
    ? state.core.nodes
    : state.core.nodes.filter(({ id }) => nodes.includes(id));

/** A playhead outside the run is brought to its nearer end. */
export function momentAt(timeline: Timeline, playhead: Playhead, options: SceneOptions): Moment {
  const count = timeline.steps.length;
  const step = Math.floor(clamped(playhead.step, count));
  const seen = seenVersions(timeline);
  const statements = statementsOf(timeline);
  const first = seen.list[0]?.schema;
  const table =
    options.tableKey ?? (first === undefined ? null : { keyspace: first.keyspace, table: first.table });
  const identities = namedBeside(identitiesOf(timeline, options), table);
  const state = stateAt(timeline, step);
  const choices = choicesAt(state);
  const held = options.held ?? [];
  const index = loomIndexOf(timeline);
  const nodes = shownNodes(state, options);
  return {
    timeline,
    options,
    geometry: fittedGeometry(timeline, nodes, index, options),
    nodes,
    step,
    fraction: step === count ? 0 : clamped(playhead.fraction, 1),
    state,
    before: stateAt(timeline, Math.max(0, step - 1)),
    last: timeline.steps[step - 1] ?? null,
    table,
    tableId: table === null ? '' : tableId(table),
    identities,
    seen,
    statements,
    index,
    words: messageWords(identities, statements),
    choices,
    next: recordedChoice(timeline.steps[step], choices, held),
    choicesAt: (at) => choicesAt(stateAt(timeline, at)),
  };
}

/** The version of the selected table on one shard of a node, or null. */
export function versionOnShard(moment: Moment, node: NodeState, shard: number): SchemaVersion | null {
  const tables = valuesOf(node.shards[shard]?.tables ?? {});
  return tables.find(({ schema }) => tableId(schema) === moment.tableId)?.schema.version ?? null;
}

/** The point of the DAG at which a shard of a node stands: its version, or the drop of the table; null: neither. */
export function standingOn(moment: Moment, node: NodeState, shard: number): SchemaVersion | null {
  return versionOnShard(moment, node, shard) ?? dropOn(moment.seen, node, moment.table);
}
