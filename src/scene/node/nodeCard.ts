// A node's card: its header, its column strip with ids, its data and its details, and what of it changed in this step.

import type { NodeState, Protections } from '../../engine/index.ts';
import { clockOf, lookup, valuesOf } from '../../engine/index.ts';
import { standingOf } from '../narration/ringWords.ts';
import { shortHex } from '../run/identity.ts';
import { type Moment, standingOn, versionOnShard } from '../run/moment.ts';
import { lanePlace } from '../shape/loomGeometry.ts';
import type {
  CardChanges,
  ColumnChip,
  Identity,
  NodeCard,
  Selection,
  SourceView,
  UpgradeCount,
} from '../shape/scene.ts';
import { errorText, timeText } from '../words/microsWords.ts';
import { label } from '../words/say.ts';
import { gossipOf, mergesOf, registryOf, systemRowsOf, waitsOf } from './cardDetails.ts';
import { sourcesOf } from './cardEntries.ts';
import { centreOf, cutOffOf, describedAt } from './cardPlace.ts';
import { commitlogOf, openOf, preparedOf } from './cardWork.ts';
import { columnsOn, stripsOf } from './columnChips.ts';
import { toldOf } from './toldStatement.ts';

/** Up to this many nodes each has a card with a strip and vectors, whatever the width: narrow pages stack them. */
const FULL_CARDS_MAX = 4;
/** A card of this width has room for them anyway, in px. */
const FULL_WIDTH_MIN = 200;

const isCompact = (width: number, count: number): boolean => count > FULL_CARDS_MAX && width < FULL_WIDTH_MIN;

/** The entries in memory by the version that they are stored at, the current one first. */
function upgradeCount(sources: readonly SourceView[], current: Identity | null): UpgradeCount {
  const entries = sources.filter((source) => source.kind !== 'sstable').flatMap((source) => source.entries);
  const fresh = entries.filter((entry) => !entry.stale).length;
  const total = entries.length;
  const untagged = total > 0 && entries.every((entry) => entry.identity === null);
  const counts = new Map<Identity | null, number>();
  for (const { identity } of entries) {
    counts.set(identity, (counts.get(identity) ?? 0) + 1);
  }
  const rank = (identity: Identity | null): number =>
    identity === current ? -1 : (identity?.slot ?? Infinity);
  const parts = [...counts].map(([identity, count]) => ({
    identity,
    count,
    isCurrent: identity !== null && identity === current,
  }));
  return {
    current: fresh,
    total,
    sentence: untagged
      ? label('upgraded-untagged', { total })
      : label('upgraded', { current: String(fresh), total }),
    parts: parts.sort((a, b) => rank(a.identity) - rank(b.identity)),
  };
}

function countsOf(columns: readonly ColumnChip[], sources: readonly SourceView[]): NodeCard['counts'] {
  const entries = sources.flatMap((source) => source.entries);
  const lost = entries.flatMap((entry) => [
    ...entry.fallen,
    ...entry.rows.flatMap((row) => row.fallen),
  ]).length;
  const present = columns.filter((column) => column.change !== 'leaving').length;
  return {
    columns: label('count-columns', { count: present }),
    columnsShort: label('count-columns-short', { count: present }),
    entries: label('count-entries', { count: entries.length }),
    lost: lost === 0 ? '' : label('count-lost', { count: lost }),
  };
}

function clockText(moment: Moment, node: NodeState): string {
  const skew = lookup(moment.state.notes.skew, node.id) ?? 0;
  // A right clock is told inside the node only, and would make another card of it at every step.
  if (skew === 0 && moment.options.folded === true) {
    return '';
  }
  const time = timeText(clockOf(moment.state, node.id));
  return skew === 0 ? time : label('clock-skewed', { time, error: errorText(skew) });
}

function changesOf(
  node: NodeState,
  before: NodeState | undefined,
  versionChanged: boolean,
  entries: boolean,
): CardChanges {
  if (before === undefined || before === node) {
    const no = false;
    return {
      any: no,
      up: no,
      version: no,
      columns: no,
      entries: no,
      registry: no,
      gossip: no,
      merges: no,
      waits: no,
      rows: no,
    };
  }
  const parts = {
    up: node.up !== before.up,
    version: versionChanged,
    columns: versionChanged,
    entries,
    registry: node.shards.some((shard, i) => shard.registry !== before.shards[i]?.registry),
    gossip:
      node.gossip !== before.gossip ||
      node.pullTimers !== before.pullTimers ||
      node.announceTo !== before.announceTo,
    merges: node.merges !== before.merges,
    waits: node.tasks !== before.tasks,
    rows: node.rows !== before.rows,
  };
  return { any: valuesOf<boolean>(parts).includes(true), ...parts };
}

type CardParts = Pick<
  NodeCard,
  | 'sources'
  | 'registry'
  | 'gossip'
  | 'merges'
  | 'waits'
  | 'systemRows'
  | 'commitlog'
  | 'open'
  | 'prepared'
  | 'strips'
>;

interface Kept {
  readonly before: NodeState | undefined;
  readonly identities: Moment['identities'];
  readonly tableId: string;
  /** They may change while the node does not. */
  readonly protections: Protections;
  readonly selected: string;
  readonly folded: boolean;
  readonly parts: CardParts;
}

const kept = new WeakMap<NodeState, Kept>();

/** What of a selection the parts of a card show. */
function selectedPart(selection: Selection | null): string {
  switch (selection?.kind) {
    case 'entry':
      return `entry ${selection.entry}`;
    case 'cell':
      return `cell ${selection.entry} ${selection.row} ${selection.column} ${selection.statement ?? ''}`;
    case 'column':
      return `column ${selection.column}`;
    default:
      return '';
  }
}

/** What depends on the node alone: the same objects as long as the node stays the same. */
function partsOf(moment: Moment, node: NodeState, before: NodeState | undefined): CardParts {
  const { identities, tableId } = moment;
  const { protections } = moment.state.core.config;
  const { selection, folded = false } = moment.options;
  const selected = selectedPart(selection);
  const known = kept.get(node);
  if (
    known?.before === before &&
    known?.identities === identities &&
    known.tableId === tableId &&
    known.protections === protections &&
    known.selected === selected &&
    known.folded === folded
  ) {
    return known.parts;
  }
  const parts = {
    sources: sourcesOf(moment, node, before),
    registry: registryOf(moment, node, before),
    gossip: gossipOf(node),
    merges: mergesOf(moment, node),
    waits: waitsOf(moment, node),
    systemRows: folded ? [] : systemRowsOf(moment, node, before),
    commitlog: folded ? [] : commitlogOf(moment, node, before),
    open: folded ? [] : openOf(moment, node),
    prepared: folded ? [] : preparedOf(moment, node),
    strips: stripsOf(moment, node, before),
  };
  kept.set(node, { before, identities, tableId, protections, selected, folded, parts });
  return parts;
}

/** Why a card offers less than others. */
function noteOf({ table }: Moment, up: boolean, identity: Identity | null): string {
  if (!up) {
    return label('node-down-note', {});
  }
  return identity === null && table !== null ? label('node-no-table-note', { table: table.table }) : '';
}

/** The card of a node, aligned with its lane. */
export function projectCard(moment: Moment, node: NodeState): NodeCard {
  const before =
    moment.last === null ? undefined : moment.before.core.nodes.find((one) => one.id === node.id);
  const count = moment.nodes.length;
  const place = lanePlace(moment.geometry, moment.nodes.indexOf(node.id), count);
  const shards = node.shards.map((_shard, shard) => ({
    shard,
    identity: moment.identities.of(versionOnShard(moment, node, shard)),
  }));
  const identity = shards[0]?.identity ?? null;
  const drop = identity === null ? moment.identities.of(standingOn(moment, node, 0)) : null;
  const columns = columnsOn(moment, node, before, 0);
  const parts = partsOf(moment, node, before);
  const { sources } = parts;
  const versionChanged =
    before !== undefined &&
    node.shards.some(
      (_s, shard) => versionOnShard(moment, node, shard) !== versionOnShard(moment, before, shard),
    );
  const entriesChanged = sources.some((source) => source.entries.some((entry) => entry.changed));
  const { selection } = moment.options;
  const state = label(node.up ? 'peer-up' : 'peer-down', {});
  return {
    key: node.id,
    node: node.id,
    x: place.cardX,
    w: place.cardW,
    up: node.up,
    standing: standingOf(moment, node.id),
    centre: centreOf(moment, node.id),
    cutOff: cutOffOf(moment, node.id),
    note: noteOf(moment, node.up, identity),
    selected: selection?.kind === 'node' && selection.node === node.id,
    clock: clockText(moment, node),
    clockOff: (lookup(moment.state.notes.skew, node.id) ?? 0) !== 0,
    identity,
    drop,
    absent: identity === null ? label(drop === null ? 'card-no-table' : 'card-dropped', {}) : '',
    shards,
    mixed: shards.some((one) => one.identity !== identity),
    digest: shortHex(node.digest),
    columns,
    told: toldOf(moment, node),
    ...parts,
    upgraded: upgradeCount(sources, identity),
    compact: isCompact(place.cardW, count),
    counts: countsOf(columns, sources),
    changed: changesOf(node, before, versionChanged, entriesChanged),
    label: label('node', { node: node.id }),
    description: describedAt(
      moment,
      node.id,
      identity === null
        ? label(drop === null ? 'node-no-table' : 'node-dropped', { state })
        : label('node-version', { version: identity.name, hex: identity.hex, state }),
    ),
  };
}
