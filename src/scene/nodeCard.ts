// A node's card: its header, its column strip with ids, its data and its details, and what of it changed in this step.

import type { ColumnDefinition, NodeState, Schema } from '../engine/index.ts';
import { clockOf, cqlTypeName, lookup, valuesOf } from '../engine/index.ts';
import { gossipOf, mergesOf, registryOf, systemRowsOf, waitsOf } from './cardDetails.ts';
import { sourcesOf, tableOn } from './cardEntries.ts';
import { shortHex } from './identity.ts';
import { lanePlace } from './loomGeometry.ts';
import { errorText, timeText } from './microsWords.ts';
import { type Moment, versionOnShard } from './moment.ts';
import { label } from './say.ts';
import type { CardChanges, ColumnChip, NodeCard, SourceView, UpgradeCount } from './scene.ts';

function chipChange(
  column: ColumnDefinition,
  was: ColumnDefinition | undefined,
  isNew: boolean,
): ColumnChip['change'] {
  if (was === undefined) {
    return isNew ? 'added' : 'none';
  }
  if (was.type !== column.type || was.kind !== column.kind) {
    return 'retyped';
  }
  return was.id === column.id ? 'none' : 'moved';
}

function chip(
  moment: Moment,
  column: ColumnDefinition,
  change: ColumnChip['change'],
  idBefore: number | null,
): ColumnChip {
  const { name, id, kind } = column;
  const type = cqlTypeName(column.type);
  const { selection } = moment.options;
  const gone = change === 'leaving';
  return {
    key: name,
    name,
    id,
    kind,
    isKey: kind === 'partition_key' || kind === 'clustering_key',
    type,
    droppedAt: column.droppedAt,
    change,
    idBefore,
    selected: selection?.kind === 'column' && selection.column === name,
    label: label('chip', { name, kind: label(`kind-${kind}`, {}), id: String(id), type }),
    reason: gone ? label('chip-gone', { name }) : '',
  };
}

/** Columns in select order; those that left in this step stand where they were, marked 'leaving'. */
function chips(moment: Moment, schema: Schema | null, earlier: Schema | null): readonly ColumnChip[] {
  const columns = schema?.columns ?? [];
  const before = earlier?.columns ?? [];
  const present = columns.map((column) => {
    const was = before.find((one) => one.name === column.name);
    return chip(moment, column, chipChange(column, was, earlier !== null), was?.id ?? null);
  });
  const gone = before.filter((was) => columns.every((column) => column.name !== was.name));
  return gone.reduce<readonly ColumnChip[]>((all, was) => {
    const at = before.indexOf(was);
    const place = all.findIndex((one) => before.findIndex((b) => b.name === one.name) > at);
    return all.toSpliced(place < 0 ? all.length : place, 0, chip(moment, was, 'leaving', was.id));
  }, present);
}

function upgradeCount(sources: readonly SourceView[]): UpgradeCount {
  const entries = sources.filter((source) => source.kind !== 'sstable').flatMap((source) => source.entries);
  const current = entries.filter((entry) => !entry.stale).length;
  const total = entries.length;
  return { current, total, sentence: label('upgraded', { current: String(current), total }) };
}

function clockText(moment: Moment, node: NodeState): string {
  const skew = lookup(moment.state.notes.skew, node.id) ?? 0;
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

type CardParts = Pick<NodeCard, 'sources' | 'registry' | 'gossip' | 'merges' | 'waits' | 'systemRows'>;

interface Kept {
  readonly before: NodeState | undefined;
  readonly identities: Moment['identities'];
  readonly tableId: string;
  readonly selected: string;
  readonly parts: CardParts;
}

const kept = new WeakMap<NodeState, Kept>();

/** What depends on the node alone: the same objects as long as the node stays the same. */
function partsOf(moment: Moment, node: NodeState, before: NodeState | undefined): CardParts {
  const { identities, tableId } = moment;
  const { selection } = moment.options;
  const selected = selection?.kind === 'entry' ? selection.entry : '';
  const known = kept.get(node);
  if (
    known?.before === before &&
    known?.identities === identities &&
    known.tableId === tableId &&
    known.selected === selected
  ) {
    return known.parts;
  }
  const parts = {
    sources: sourcesOf(moment, node, before),
    registry: registryOf(moment, node, before),
    gossip: gossipOf(node),
    merges: mergesOf(moment, node),
    waits: waitsOf(moment, node),
    systemRows: systemRowsOf(moment, node, before),
  };
  kept.set(node, { before, identities, tableId, selected, parts });
  return parts;
}

/** The card of the i-th node, aligned with its lane. */
export function projectCard(moment: Moment, node: NodeState, i: number): NodeCard {
  const before = moment.last === null ? undefined : moment.before.core.nodes[i];
  const place = lanePlace(moment.geometry, i, moment.state.core.nodes.length);
  const shards = node.shards.map((_shard, shard) => ({
    shard,
    identity: moment.identities.of(versionOnShard(moment, node, shard)),
  }));
  const identity = shards[0]?.identity ?? null;
  const schema = tableOn(moment, node, 0)?.schema ?? null;
  const earlier = before === undefined ? null : (tableOn(moment, before, 0)?.schema ?? null);
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
    selected: selection?.kind === 'node' && selection.node === node.id,
    clock: clockText(moment, node),
    identity,
    shards,
    mixed: shards.some((one) => one.identity !== identity),
    digest: shortHex(node.digest),
    columns: chips(moment, schema, before === undefined ? schema : earlier),
    ...parts,
    upgraded: upgradeCount(sources),
    changed: changesOf(node, before, versionChanged, entriesChanged),
    label: label('node', { node: node.id }),
    description:
      identity === null
        ? label('node-no-table', { state })
        : label('node-version', { version: identity.name, hex: identity.hex, state }),
  };
}
