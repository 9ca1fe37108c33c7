// The node cards of a scene: header, column strip, entries, and what is folded behind "More".
// A column is a chip whose place is its id; an entry in memory is a vector of boxes with the index under each box and
// its version's tile at the left, because in memory there are no names; in an sstable there are names and no version.

import type { ColumnKind, NodeId, ShardId, StatementId, Timestamp } from '../../engine/index.ts';
import type { Identity } from './sceneIdentity.ts';

export interface CardCounts {
  /** '3 columns', and '3 cols' for the thinnest cards. */
  readonly columns: string;
  readonly columnsShort: string;
  /** '4 entries' */
  readonly entries: string;
  /** '' when nothing was discarded in this step. */
  readonly lost: string;
}

/** 'ALTER TABLE demo.users ADD email text', in two parts: the second tells it alone where there is no room for both. */
export interface ToldStatement {
  readonly table: string;
  readonly change: string;
  /** It adds a column, and nothing has happened since but such changes on other nodes. */
  readonly adds: boolean;
}

export interface NodeCard {
  readonly key: string;
  readonly node: NodeId;
  /** Left edge and width, aligned with the node's lane in the loom. */
  readonly x: number;
  readonly w: number;
  readonly up: boolean;
  /** Where it stands while it comes or goes: 'joining', and what it waits for; null otherwise. */
  readonly standing: {
    readonly kind: 'join' | 'leave' | 'remove';
    readonly word: string;
    readonly sentence: string;
  } | null;
  /** 'dc2', its data centre; '' where there is only one. */
  readonly centre: string;
  /** Nodes to which its link is cut; null when it reaches all. */
  readonly cutOff: {
    readonly nodes: readonly NodeId[];
    /** 'B, C'; of more than three only how many. */
    readonly text: string;
    /** 'C', of several only how many. */
    readonly short: string;
    /** 'No link to B and C.' */
    readonly sentence: string;
  } | null;
  /** Why the card offers less than others: it is down, or has no such table; '' otherwise. */
  readonly note: string;
  readonly selected: boolean;
  /** The node's own clock in words, '1.2 s', with its error when it has one: '1.2 s (+5 ms)'; '' where it is right and the card folded. */
  readonly clock: string;
  /** Its clock has an error. */
  readonly clockOff: boolean;
  /** Current version of the selected table on shard 0; null when the node has no such table. */
  readonly identity: Identity | null;
  /** The drop of the table, as a point of the DAG, when the node stands at that. */
  readonly drop: Identity | null;
  /** Why there is no version: 'no table', 'dropped'; '' when there is one. */
  readonly absent: string;
  /** The same, shard by shard; more than one entry only when the run has several shards. */
  readonly shards: readonly { readonly shard: ShardId; readonly identity: Identity | null }[];
  /** Its shards do not stand at one version. */
  readonly mixed: boolean;
  /** The node's digest: first four hex digits. */
  readonly digest: string;
  readonly columns: readonly ColumnChip[];
  /** The ALTER TABLE that a client of this node got its present version by; null when the version came from elsewhere. */
  readonly told: ToldStatement | null;
  /** Memtable, cache, sstables; those without entries are there too, empty. */
  readonly sources: readonly SourceView[];
  readonly upgraded: UpgradeCount;
  /** Too narrow for a strip and vectors: the card counts what it has, and shows it all behind "More". */
  readonly compact: boolean;
  /** What a compact card says. */
  readonly counts: CardCounts;
  /** The columns shard by shard while they differ; empty otherwise. */
  readonly strips: readonly ShardStrip[];
  /** Mutations that a crash would leave: the commitlog of the selected table, shard by shard. */
  readonly commitlog: readonly CommitlogRow[];
  /** Statements that this node coordinates and has not answered yet. */
  readonly open: readonly OpenStatement[];
  readonly prepared: readonly PreparedRow[];
  readonly registry: readonly RegistryRow[];
  readonly gossip: readonly GossipRow[];
  readonly merges: readonly MergeRow[];
  readonly waits: readonly WaitRow[];
  readonly systemRows: readonly SystemRowView[];
  /** Which parts differ from the step before: they get the pale halo. */
  readonly changed: CardChanges;
  /** Name of the article: 'Node B'. */
  readonly label: string;
  /** 'Version Z, e05d; up' */
  readonly description: string;
}

/** A node that has left: its lane has ended, its place stays. */
export interface LeftNode {
  readonly node: NodeId;
  readonly x: number;
  readonly w: number;
  /** 'Node C has left.' */
  readonly sentence: string;
  /** 'left' */
  readonly word: string;
}

export interface ShardStrip {
  readonly shard: ShardId;
  readonly identity: Identity | null;
  /** 'shard 1' */
  readonly title: string;
  readonly columns: readonly ColumnChip[];
}

export interface CommitlogRow {
  readonly key: string;
  readonly shard: ShardId;
  /** The version it was written under: its column mapping is logged with it. */
  readonly identity: Identity | null;
  /** 'Row 1: name = Ada' */
  readonly sentence: string;
  readonly changed: boolean;
}

export interface OpenStatement {
  readonly key: string;
  /** 'insert s3: 1 of 2 confirmations' */
  readonly sentence: string;
}

export interface PreparedRow {
  readonly key: string;
  readonly name: string;
  /** The version that it is prepared at; null once a change of columns has invalidated it. */
  readonly identity: Identity | null;
  readonly sentence: string;
}

export interface CardChanges {
  readonly any: boolean;
  readonly up: boolean;
  readonly version: boolean;
  readonly columns: boolean;
  readonly entries: boolean;
  readonly registry: boolean;
  readonly gossip: boolean;
  readonly merges: boolean;
  readonly waits: boolean;
  readonly rows: boolean;
}

export interface ColumnChip {
  /** The column's name: the id moves, the name stays. */
  readonly key: string;
  readonly name: string;
  /** The id as a subscript; for keys the position of the component. */
  readonly id: number;
  readonly kind: ColumnKind;
  readonly isKey: boolean;
  /** CQL type: 'text'. */
  readonly type: string;
  readonly droppedAt: Timestamp | null;
  /** What happened to it in this step. A 'leaving' chip is no longer there: struck through, it falls out. */
  readonly change: 'none' | 'added' | 'moved' | 'retyped' | 'leaving';
  /** Its id one step before; null when it was not there. */
  readonly idBefore: number | null;
  readonly selected: boolean;
  /** 'phone, regular, id 2, text' */
  readonly label: string;
  /** Why it leaves; '' otherwise. */
  readonly reason: string;
}

export type SourceKind = 'memtable' | 'cache' | 'sstable';

export interface SourceView {
  /** '0/memtable', '0/cache', '1/sstable 2': shard, source. */
  readonly key: string;
  readonly kind: SourceKind;
  readonly shard: ShardId;
  /** 'memtable', 'cache', 'sstable 1'; with several shards 'memtable, shard 1'. */
  readonly title: string;
  readonly entries: readonly EntryView[];
}

export interface EntryView {
  /** 'A/0/memtable/00000001': node, shard, source, partition key. It is also what selects the entry. */
  readonly key: string;
  readonly source: SourceKind;
  readonly shard: ShardId;
  /** The partition key as one writes it: '1'. */
  readonly row: string;
  /** The version that it is stored at; null in an sstable, which has none, and where entries carry no version tag. */
  readonly identity: Identity | null;
  /** The version that it was stored at one step before, when that was another one: upgraded in this step. */
  readonly identityBefore: Identity | null;
  /** Stored at another version than its table's current one. */
  readonly stale: boolean;
  /** Static cells; empty when the table has none. */
  readonly static: readonly BoxView[];
  /** 'Row 1 in memtable of B, stored at version Y, static cells; means badge' */
  readonly staticCaption: string;
  readonly rows: readonly EntryRowView[];
  /** Partition and range tombstones in words, or ''. */
  readonly tombstone: string;
  /** Static cells that were discarded in this step. */
  readonly fallen: readonly FallenCell[];
  readonly changed: boolean;
  readonly selected: boolean;
  /** 'Row 1 in memtable of B, stored at version Y' */
  readonly caption: string;
  /** 'means name, phone' */
  readonly means: string;
}

export interface EntryRowView {
  readonly key: string;
  /** The clustering key as one writes it; '' without clustering columns. */
  readonly clustering: string;
  readonly tombstone: string;
  /** When an INSERT last said that the row is there, cells or none; null: none did. */
  readonly marker: Timestamp | null;
  readonly boxes: readonly BoxView[];
  /** 'Row 1 in memtable of B, stored at version Y, clustering key 2; means note' */
  readonly caption: string;
  /** Its cells that were discarded in this step: they fall out of the vector. */
  readonly fallen: readonly FallenCell[];
}

/** A cell that an upgrade of the entry, or the conversion of a write to it, did not keep. */
export interface FallenCell {
  readonly key: string;
  /** Key of the box that it was in; '' for a cell of a write, which never was in one. */
  readonly box: string;
  /** The index of that box; null for a cell of a write. */
  readonly index: number | null;
  readonly text: string;
  readonly column: string;
  /** Who wrote it. */
  readonly statement: StatementId;
  readonly selected: boolean;
  /** 'email: no such column', 'email is static here', 'written @50, phone dropped @100' */
  readonly reason: string;
  /** 'Discarded in this step: 555 (phone: no such column)' */
  readonly label: string;
}

export interface BoxView {
  /** Stable while the cell stays the same: the name its place has under the entry's version. */
  readonly key: string;
  /** The column id, printed under the box; null in an sstable. */
  readonly index: number | null;
  /** The name printed inside (sstables only); null in memory, where there are no names. */
  readonly name: string | null;
  /** The value as one writes it; '–' for an empty box, '×' for a dead cell, '0x…' where the bytes do not decode. */
  readonly text: string;
  readonly state: 'empty' | 'live' | 'dead' | 'undecodable';
  /** What the box means under the entry's version: a column name; shown on focus. */
  readonly means: string;
  readonly ts: Timestamp | null;
  /** Index of the same cell one step before, when it was another one. */
  readonly movedFrom: number | null;
  readonly changed: boolean;
  /** The cell itself, or the column that it means, is selected. */
  readonly selected: boolean;
}

export interface UpgradeCount {
  /** Entries in memory at the current version, and all entries in memory. */
  readonly current: number;
  readonly total: number;
  /** '1 of 2 entries at the current version': not "upgraded", for what was written there never was. */
  readonly sentence: string;
  /** The entries by the version that they are stored at: the current one first, then by first appearance. */
  readonly parts: readonly {
    readonly identity: Identity | null;
    readonly count: number;
    readonly isCurrent: boolean;
  }[];
}

export interface RegistryRow {
  readonly key: string;
  readonly shard: ShardId;
  readonly identity: Identity;
  readonly load: 'LOADING' | 'LOADED';
  readonly sync: 'NOT_SYNCED' | 'SYNCING' | 'SYNCED';
  readonly current: boolean;
  /** Who keeps it: 'table', '2 entries', 'write s3' …; empty: nobody, it only lingers. */
  readonly holders: readonly string[];
  readonly changed: boolean;
  /** 'X: loaded, not synced; held by write s3' */
  readonly sentence: string;
}

export interface GossipRow {
  readonly key: string;
  readonly peer: NodeId;
  readonly alive: boolean;
  /** First four hex digits of the digest last heard; null: nothing heard yet. */
  readonly digest: string | null;
  readonly same: boolean;
  /** A delayed pull from this peer is scheduled. */
  readonly pullScheduled: boolean;
  /** This peer has not heard the node's present announcement. */
  readonly unheard: boolean;
  readonly sentence: string;
}

export interface MergeRow {
  readonly key: string;
  readonly phase: 'queued' | 'read' | 'publishing';
  /** First in the queue: it has the merge lock. */
  readonly holdsLock: boolean;
  readonly sentence: string;
}

export interface WaitRow {
  readonly key: string;
  /** 'Write s3 from A waits: B asks A what X is.' */
  readonly sentence: string;
  readonly on: 'load' | 'sync' | 'merge lock';
  readonly identity: Identity | null;
}

export interface SystemRowView {
  readonly key: string;
  /** 'schema_columns' … */
  readonly systemTable: string;
  /** 'users, email' */
  readonly row: string;
  readonly tombstone: Timestamp | null;
  readonly cells: readonly SystemCellView[];
  readonly changed: boolean;
}

export interface SystemCellView {
  readonly name: string;
  readonly text: string;
  readonly ts: Timestamp;
  readonly dead: boolean;
}
