// What a node card folds behind "More": registries and who holds what, gossip, merges in line, wait chains, system rows.
// Registries show what is really there: a version merged by push was never loaded, and one that nobody holds is gone.

import type {
  Dict,
  Holder,
  MergeTask,
  NodeState,
  RegistryEntry,
  SystemPartition,
  SystemRow,
  WaitChain,
  WaitLink,
} from '../../engine/index.ts';
import {
  decodeText,
  entriesOf,
  holdersOf,
  lookup,
  SYSTEM_COLUMNS,
  unreachable,
  waitChains,
} from '../../engine/index.ts';
import { shortHex } from '../run/identity.ts';
import type { Moment } from '../run/moment.ts';
import type {
  GossipRow,
  Identity,
  MergeRow,
  RegistryRow,
  SystemCellView,
  SystemRowView,
  WaitRow,
} from '../shape/scene.ts';
import { label } from '../words/say.ts';
import { tableOn } from './cardEntries.ts';

/** Who holds a version; entries are counted instead: ''. */
function holderText(moment: Moment, holder: Holder): string {
  switch (holder.kind) {
    case 'table':
      return label('holder-table', {});
    case 'request':
    case 'coordinator':
      return label(`holder-${holder.kind}`, {
        what: moment.words.label(holder.statement),
        statement: holder.statement,
      });
    case 'prepared':
      return label('holder-prepared', { name: holder.name });
    case 'memtable':
    case 'cache':
      return '';
    default:
      return unreachable(holder);
  }
}

function holderTexts(moment: Moment, holders: readonly Holder[]): string[] {
  const entries = holders.filter((holder) => holder.kind === 'memtable' || holder.kind === 'cache').length;
  const others = holders.map((holder) => holderText(moment, holder)).filter((text) => text !== '');
  const counted = entries === 0 ? [] : [label('holder-entries', { count: entries })];
  return [...others, ...counted];
}

const NO_IDENTITY = { slot: 0, hue: 0, glyph: 0, pattern: 'plain', keyspace: '', table: '' } as const;

/** A version that is asked for and that nobody has shown yet: only its digits are known. */
function unknownIdentity(version: string): Identity {
  return { ...NO_IDENTITY, version, name: shortHex(version), hex: shortHex(version) };
}

/** A registry knows the versions of all tables: one of another table than the shown one comes with that table's name. */
function namedIn({ identities }: Moment, identity: Identity): Identity {
  const name = identities.name(identity.version);
  return name === identity.name ? identity : { ...identity, name };
}

function registryRow(
  moment: Moment,
  node: NodeState,
  shard: number,
  [version, entry]: readonly [string, RegistryEntry],
): RegistryRow {
  const identity = namedIn(moment, moment.identities.of(version) ?? unknownIdentity(version));
  const { coordinatorHoldsSchema } = moment.state.core.config.protections;
  const holders = holderTexts(moment, holdersOf(node, shard, version, coordinatorHoldsSchema));
  const state = {
    version: identity.name,
    load: label(`load-${entry.load}`, {}),
    sync: label(`sync-${entry.sync}`, {}),
  };
  return {
    key: `${shard}/${version}`,
    shard,
    identity,
    load: entry.load,
    sync: entry.sync,
    current: tableOn(moment, node, shard)?.schema.version === version,
    holders,
    changed: false,
    sentence:
      holders.length === 0
        ? label('registry-unheld', state)
        : label('registry', { ...state, holders: holders.join(', ') }),
  };
}

/** The registries of a node, shard by shard, every table's versions. */
export function registryOf(
  moment: Moment,
  node: NodeState,
  before: NodeState | undefined,
): readonly RegistryRow[] {
  return node.shards.flatMap((shard, i) =>
    entriesOf(shard.registry).map((pair) => {
      const earlier = lookup(before?.shards[i]?.registry ?? {}, pair[0]);
      const row = registryRow(moment, node, i, pair);
      return { ...row, changed: earlier?.load !== row.load || earlier.sync !== row.sync };
    }),
  );
}

export function gossipOf(node: NodeState): readonly GossipRow[] {
  return entriesOf(node.gossip).map(([peer, { digest, alive }]) => {
    const same = digest === node.digest;
    const hex = digest === null ? null : shortHex(digest);
    const state = alive ? 'up' : 'down';
    const id = hex === null ? 'gossip-nothing' : same ? 'gossip-same' : 'gossip-other';
    return {
      key: peer,
      peer,
      alive,
      digest: hex,
      same,
      pullScheduled: node.pullTimers.includes(peer),
      unheard: node.announceTo.includes(peer),
      sentence: label(id, { peer, digest: hex ?? '', state: label(`peer-${state}`, {}) }),
    };
  });
}

function mergeSentence(moment: Moment, merge: MergeTask): string {
  const what = merge.origin === 'ddl' ? 'own' : merge.origin;
  const phase = label(`phase-${merge.phase}`, {});
  const change = moment.words.label(merge.statement);
  return label(`merge-${what}`, { peer: merge.from, change, phase });
}

export function mergesOf(moment: Moment, node: NodeState): readonly MergeRow[] {
  return node.merges.map((merge, i) => ({
    key: merge.key,
    phase: merge.phase,
    holdsLock: i === 0,
    sentence: mergeSentence(moment, merge),
  }));
}

function waitLink(
  moment: Moment,
  node: NodeState,
  link: WaitLink,
): Pick<WaitRow, 'on' | 'identity'> & { readonly why: string } {
  switch (link.on) {
    case 'load': {
      const version = moment.identities.name(link.version);
      const why = label('wait-load', { node: node.id, source: link.source, version });
      return { on: 'load', identity: moment.identities.of(link.version), why };
    }
    case 'sync': {
      const version = moment.identities.name(link.version);
      const why = label('wait-sync', { node: node.id, source: link.peer, version });
      return { on: 'sync', identity: moment.identities.of(link.version), why };
    }
    case 'merge-lock': {
      const holder = node.merges.find((merge) => merge.key === link.heldBy);
      const why = label('wait-lock', { source: holder?.from ?? node.id });
      return { on: 'merge lock', identity: null, why };
    }
    default:
      return unreachable(link);
  }
}

function waitRow(moment: Moment, node: NodeState, chain: WaitChain): WaitRow[] {
  const links = chain.links.map((link) => waitLink(moment, node, link));
  const last = links.at(-1);
  if (last === undefined) {
    return [];
  }
  const what = moment.words.label(chain.statement);
  const whys = links.map((link) => link.why).join(' ');
  return [
    {
      key: `${chain.shard}/${chain.statement}`,
      sentence: label('wait', { what, statement: chain.statement, whys }),
      on: last.on,
      identity: links[0]?.identity ?? null,
    },
  ];
}

/** Requests that wait on this node, each with the whole chain of what it waits for. */
export function waitsOf(moment: Moment, node: NodeState): readonly WaitRow[] {
  return waitChains(node, moment.state.core.config).flatMap((chain) => waitRow(moment, node, chain));
}

/** By name alone: a name that two system tables share has one type in both. */
const TYPE_OF_CELL: Dict<string> = {
  ...SYSTEM_COLUMNS.keyspaces,
  ...SYSTEM_COLUMNS.columnfamilies,
  ...SYSTEM_COLUMNS.columns,
};

const cellsOfRow = new WeakMap<SystemRow, readonly SystemCellView[]>();

/** The cells of a system row in words; the same object for the same row, which nodes and steps share. */
export function systemCells(row: SystemRow): readonly SystemCellView[] {
  const known = cellsOfRow.get(row) ?? readCells(row);
  cellsOfRow.set(row, known);
  return known;
}

function readCells(row: SystemRow): readonly SystemCellView[] {
  const plain = entriesOf(row.cells).map(([name, cell]) => ({
    name,
    text: cell.value === null ? '×' : systemText(name, cell.value),
    ts: cell.ts,
    dead: cell.value === null,
  }));
  const dropped = entriesOf(row.droppedColumns).map(([name, cell]) => ({
    name: `dropped_columns[${name}]`,
    text: cell.value === null ? '×' : String(Number.parseInt(cell.value, 16)),
    ts: cell.ts,
    dead: cell.value === null,
  }));
  return [...plain, ...dropped];
}

function systemText(name: string, hex: string): string {
  const text = decodeText(lookup(TYPE_OF_CELL, name) ?? '', hex);
  return text === null || /\p{Cc}/u.test(text) ? `0x${hex}` : text || "''";
}

function partitionRows(
  systemTable: string,
  keyspace: string,
  partition: SystemPartition,
  before: SystemPartition | undefined,
): SystemRowView[] {
  return entriesOf(partition.rows).map(([key, row]) => ({
    key: `${systemTable}/${keyspace}/${key}`,
    systemTable,
    row: [keyspace, ...key.split('\u0000')].filter((part) => part !== '').join(', '),
    tombstone: row.tombstone,
    cells: systemCells(row),
    changed: before === undefined || lookup(before.rows, key) !== row,
  }));
}

/** The node's system rows of the selected table's keyspace. */
export function systemRowsOf(
  moment: Moment,
  node: NodeState,
  before: NodeState | undefined,
): readonly SystemRowView[] {
  const keyspace = moment.table?.keyspace ?? '';
  return (['keyspaces', 'columnfamilies', 'columns'] as const).flatMap((name) => {
    const partition = lookup(node.rows[name], keyspace);
    const earlier = before === undefined ? undefined : lookup(before.rows[name], keyspace);
    return partition === undefined ? [] : partitionRows(`schema_${name}`, keyspace, partition, earlier);
  });
}
