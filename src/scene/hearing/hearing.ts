// "Who hears what" at one moment: a matrix of what each node believes of the others, and one of which versions each shard
// knows. Both are what the nodes themselves hold; nothing in them is what an onlooker knows better.

import type { NodeId, NodeState, ShardId } from '../../engine/index.ts';
import { gossipOf, registryOf } from '../node/cardDetails.ts';
import { shortHex } from '../run/identity.ts';
import type { Moment } from '../run/moment.ts';
import { momentAt, versionOnShard } from '../run/moment.ts';
import type { Identity, Playhead, RegistryRow, SceneOptions } from '../shape/scene.ts';
import { enumerated, label } from '../words/say.ts';

/** What was last heard of a peer: its digest is this node's own, another, or is not known since the node has started. */
export type Heard = 'same' | 'other' | 'never' | 'self';

export interface Belief {
  /** 'A>B': what A believes of B. */
  readonly key: string;
  readonly node: NodeId;
  readonly peer: NodeId;
  readonly alive: boolean;
  readonly heard: Heard;
  /** 'same', 'differs', 'none', 'down' or 'itself'. */
  readonly word: string;
  readonly digest: string;
  /** A delayed pull from this peer is scheduled. */
  readonly pull: boolean;
  /** The peer has not heard this node's present digest. */
  readonly untold: boolean;
  readonly changed: boolean;
  readonly sentence: string;
}

export type Knowing = 'current' | 'synced' | 'syncing' | 'loaded' | 'loading' | 'unknown';

export interface Knowledge {
  /** 'A/0/<version>' */
  readonly key: string;
  readonly version: string;
  readonly state: Knowing;
  readonly word: string;
  readonly changed: boolean;
  readonly selected: boolean;
  /** 'A, shard 0: X: loaded, not synced; held by write s3' */
  readonly sentence: string;
}

export interface KnowingShard {
  readonly key: string;
  readonly node: NodeId;
  readonly shard: ShardId;
  readonly up: boolean;
  /** Shards of its node, on the row of the first one; 0 on the others. */
  readonly span: number;
  readonly selected: boolean;
  readonly cells: readonly Knowledge[];
}

export interface Hearing {
  readonly beliefs: readonly {
    readonly node: NodeId;
    readonly selected: boolean;
    readonly up: boolean;
    readonly cells: readonly Belief[];
  }[];
  readonly summary: string;
  readonly versions: readonly Identity[];
  readonly shards: readonly KnowingShard[];
  readonly manyShards: boolean;
  readonly lead: string;
  /** Versions that were there and that no registry knows any more; '' when there are none. */
  readonly gone: string;
}

export function hearingAt(
  timeline: Parameters<typeof momentAt>[0],
  playhead: Playhead,
  options: SceneOptions,
): Hearing {
  const moment = momentAt(timeline, playhead, options);
  const { nodes } = moment.state.core;
  const beliefs = nodes.map((node) => ({
    node: node.id,
    selected: isSelected(moment, node.id),
    up: node.up,
    cells: nodes.map((peer) => beliefOf(moment, node, peer.id)),
  }));
  const cells = beliefs.flatMap((row) => (row.up ? row.cells : []));
  const heard = cells.filter((cell) => cell.heard !== 'self' && cell.heard !== 'never').length;
  const differing = cells.filter((cell) => cell.heard === 'other').length;
  const known = nodes.map((node) => registryOf(moment, node, previous(moment, node.id)));
  const { versions, gone } = versionsIn(moment, known.flat());
  return {
    beliefs,
    summary:
      differing === 0
        ? label('hearing-agree', { count: heard })
        : label('hearing-disagree', { count: differing }),
    versions,
    shards: nodes.flatMap((node, i) => shardsOf(moment, node, { rows: known[i] ?? [], versions })),
    manyShards: nodes.some((node) => node.shards.length > 1),
    lead:
      versions.length === 0
        ? label('hearing-no-table', {})
        : label('hearing-versions-lead', { table: moment.table?.table ?? '' }),
    gone,
  };
}

const isSelected = ({ options: { selection } }: Moment, node: NodeId): boolean =>
  selection?.kind === 'node' && selection.node === node;

const previous = (moment: Moment, id: NodeId): NodeState | undefined =>
  moment.before.core.nodes.find((node) => node.id === id);

function beliefOf(moment: Moment, node: NodeState, peer: NodeId): Belief {
  const key = `${node.id}>${peer}`;
  const own = shortHex(node.digest);
  const row = gossipOf(node).find((one) => one.peer === peer);
  const before = previous(moment, node.id);
  if (row === undefined) {
    return {
      key,
      node: node.id,
      peer,
      alive: node.up,
      heard: 'self',
      word: label('hearing-self', {}),
      digest: own,
      pull: false,
      untold: false,
      changed: before !== undefined && (before.digest !== node.digest || before.up !== node.up),
      sentence: node.up
        ? label('hearing-own', { node: node.id, own })
        : label('hearing-own-down', { node: node.id }),
    };
  }
  const heard = row.digest === null ? 'never' : row.same ? 'same' : 'other';
  const was = before === undefined ? undefined : gossipOf(before).find((one) => one.peer === peer);
  return {
    key,
    node: node.id,
    peer,
    alive: row.alive,
    heard,
    word: label(row.alive ? `hearing-${heard}` : 'hearing-down', {}),
    digest: row.digest ?? '',
    pull: row.pullScheduled,
    untold: row.unheard,
    changed:
      was !== undefined &&
      (was.alive !== row.alive ||
        was.digest !== row.digest ||
        was.same !== row.same ||
        was.pullScheduled !== row.pullScheduled ||
        was.unheard !== row.unheard),
    sentence: label('hearing-belief', {
      node: node.id,
      peer,
      alive: row.alive ? 'yes' : 'no',
      heard,
      digest: row.digest ?? '',
      own,
      pull: row.pullScheduled ? 'yes' : 'no',
      untold: row.unheard ? 'yes' : 'no',
    }),
  };
}

/** Versions of the table that some registry knows now, in their order; and those that were there before. */
function versionsIn(
  moment: Moment,
  rows: readonly RegistryRow[],
): { readonly versions: readonly Identity[]; readonly gone: string } {
  const { table, step, seen, identities } = moment;
  const known = new Map(rows.map((row) => [row.identity.version, row.identity]));
  // What is only asked for has no table yet: nobody here knows what it is.
  const asked = [...known.values()].filter(({ table: of }) => of === '');
  const all = identities
    .ofTable(table)
    .filter(({ version }) => (seen.byVersion.get(version)?.step ?? 0) <= step || known.has(version));
  const gone = all.filter(({ version }) => !known.has(version));
  return {
    versions: [...all.filter(({ version }) => known.has(version)), ...asked],
    gone:
      gone.length === 0
        ? ''
        : label('hearing-gone', { count: gone.length, names: enumerated(gone.map(({ name }) => name)) }),
  };
}

interface Known {
  readonly rows: readonly RegistryRow[];
  readonly versions: readonly Identity[];
}

function shardsOf(moment: Moment, node: NodeState, { rows, versions }: Known): readonly KnowingShard[] {
  return node.shards.map((_shard, shard) => ({
    key: `${node.id}/${shard}`,
    node: node.id,
    shard,
    up: node.up,
    span: shard === 0 ? node.shards.length : 0,
    selected: isSelected(moment, node.id),
    cells: versions.map((identity) => {
      const row = rows.find((one) => one.shard === shard && one.identity.version === identity.version);
      return knowledgeOf(moment, { node, shard, identity, row });
    }),
  }));
}

interface Asked {
  readonly node: NodeState;
  readonly shard: ShardId;
  readonly identity: Identity;
  readonly row: RegistryRow | undefined;
}

function knowledgeOf(moment: Moment, { node, shard, identity, row }: Asked): Knowledge {
  const { version } = identity;
  const before = previous(moment, node.id);
  const state = knowingOf(row);
  const wasThere = before?.shards[shard]?.registry[version] !== undefined;
  const wasCurrent = before !== undefined && versionOnShard(moment, before, shard) === version;
  const { selection } = moment.options;
  const where =
    node.shards.length > 1 ? label('hearing-where', { node: node.id, shard: String(shard) }) : node.id;
  const fact = row?.sentence ?? label('hearing-unknown-fact', { version: identity.name });
  return {
    key: `${node.id}/${shard}/${version}`,
    version,
    state,
    word: label(`hearing-${state}`, {}),
    changed:
      moment.step > 0 && (row === undefined ? wasThere : row.changed || wasCurrent !== (state === 'current')),
    selected:
      selection?.kind === 'registry' &&
      selection.node === node.id &&
      selection.shard === shard &&
      selection.version === version,
    sentence: label('hearing-knows', { where, fact }),
  };
}

function knowingOf(row: RegistryRow | undefined): Knowing {
  if (row === undefined) {
    return 'unknown';
  }
  if (row.load === 'LOADING') {
    return 'loading';
  }
  if (row.current) {
    return 'current';
  }
  return row.sync === 'SYNCED' ? 'synced' : row.sync === 'SYNCING' ? 'syncing' : 'loaded';
}
