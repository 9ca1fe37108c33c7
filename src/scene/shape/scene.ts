// The scene: everything that a view draws or says, as plain readonly data. It is a pure function of (log, playhead) and
// of what is selected; nothing in here knows of a DOM, and a view that draws it decides nothing.
// Lengths are CSS pixels at zoom 1. Loom coordinates are absolute (row r begins at r * rowHeight), so that marks keep
// their place for ever and only the viewport moves. Keys are stable from step to step: use them as React keys.

import type {
  Command,
  NodeId,
  PromiseId,
  SchemaVersion,
  ShardId,
  StatementId,
  Witness,
} from '../../engine/index.ts';
import type { LeftNode, NodeCard } from './sceneCard.ts';
import type { Identity } from './sceneIdentity.ts';
import type { Loom, LoomGeometry, MessageItem } from './sceneLoom.ts';
import type { ColumnIdsView, VersionDag } from './sceneVersions.ts';

export type * from './sceneCard.ts';
export type * from './sceneIdentity.ts';
export type * from './sceneLoom.ts';
export type * from './sceneVersions.ts';

/** A moment: the state after `step` steps (0 = after setup), and how far on the way to the next one, 0 to 1. */
export interface Playhead {
  readonly step: number;
  readonly fraction: number;
}

export interface TableKey {
  readonly keyspace: string;
  readonly table: string;
}

/** One selection for all views. */
export type Selection =
  | { readonly kind: 'node'; readonly node: NodeId }
  | { readonly kind: 'version'; readonly version: SchemaVersion }
  | { readonly kind: 'message'; readonly message: string }
  /** It lights up everywhere; `node` is where it was chosen, if on a card. */
  | { readonly kind: 'column'; readonly column: string; readonly node?: NodeId }
  | { readonly kind: 'entry'; readonly entry: string }
  /**
   * `entry` is an EntryView's key, `row` an EntryRowView's key or 'static', `column` a name. With `statement` it is the cell
   * that this one wrote, also when it has gone; without, whatever lies there.
   */
  | {
      readonly kind: 'cell';
      readonly entry: string;
      readonly row: string;
      readonly column: string;
      readonly statement?: StatementId;
    }
  | {
      readonly kind: 'registry';
      readonly node: NodeId;
      readonly shard: ShardId;
      readonly version: SchemaVersion;
    }
  | { readonly kind: 'statement'; readonly statement: StatementId }
  | { readonly kind: 'step'; readonly step: number };

export interface SceneOptions {
  readonly selection: Selection | null;
  /** The table that hues, DAG and cards speak of; null is the first table of the run. */
  readonly tableKey: TableKey | null;
  /** Two versions picked for the column ids view; absent or null: the last edge into the newest version. */
  readonly pair?: { readonly from: SchemaVersion; readonly to: SchemaVersion } | null;
  /** Defaults to GEOMETRY_DESKTOP. */
  readonly geometry?: LoomGeometry;
  /** Extra history rows above and below the viewport that are returned too (for smooth scrolling); default 2. */
  readonly overscan?: number;
  /** 'lesson': V0 X Y Z V4 …; 'counted' (default): V0 V1 V2 … */
  readonly naming?: 'counted' | 'lesson';
  /** Versions that keep the slots they have in the run tree, in slot order (branches share identities). */
  readonly known?: readonly Pick<Identity, 'version' | 'keyspace' | 'table'>[];
  /** Rows that one has scrolled from now into the past; fractions scroll smoothly. Default 0. */
  readonly scroll?: number;
  /** Rows are made so low that the whole run can be seen. */
  readonly whole?: boolean;
  /** Leaves out what only the inside of a node shows: its system rows, commitlog and statements. */
  readonly folded?: boolean;
  /** Messages that the person holds back. */
  readonly held?: readonly string[];
  /** Nodes that are in the run and not shown yet, nor what is on its way from or to them. */
  readonly hidden?: readonly NodeId[];
}

/** What a strip of columns has to say: the letters of all names, and how many names. */
export interface StripSize {
  readonly letters: number;
  readonly chips: number;
}

export interface Scene {
  readonly table: TableKey | null;
  /** Every table of the run, in order of first appearance. */
  readonly tables: readonly (TableKey & { readonly selected: boolean; readonly key: string })[];
  readonly position: Position;
  /** Versions of the selected table over the whole run, by slot; also those that the playhead has not reached. */
  readonly identities: readonly Identity[];
  /** The table's widest strip of columns in this run; the same at every playhead. */
  readonly widestStrip: StripSize;
  readonly agreement: Agreement;
  readonly nodes: readonly NodeCard[];
  /** Nodes that have left up to here. */
  readonly left: readonly LeftNode[];
  readonly loom: Loom;
  readonly dag: VersionDag;
  readonly ids: ColumnIdsView | null;
  readonly inFlight: readonly MessageItem[];
  readonly narration: Narration;
  readonly next: NextItem | null;
  readonly promises: PromisesView;
  readonly rules: RulesView;
}

/** Protections of the 2016 merge that are off at the playhead. */
export interface RulesView {
  /** 'Off: version tags', '3 protections off'; '' when none is off. */
  readonly badge: string;
  /** All of them by name. */
  readonly title: string;
}

export interface Position {
  readonly step: number;
  readonly steps: number;
  readonly fraction: number;
  /** Virtual time of the playhead, in microseconds, between the two steps' times. */
  readonly micros: number;
  /** '1.2 s'. */
  readonly time: string;
  /** For aria-valuetext: 'Step 6 of 9: A merges its own change: V0 becomes X.' */
  readonly valueText: string;
  /** Scrubber ticks: steps at which some node changed its version, and to which. */
  readonly ticks: readonly { readonly step: number; readonly identity: Identity | null }[];
  /** Scrubber marks: steps that a person commanded, as opposed to what the network and the nodes did by themselves. */
  readonly commands: readonly number[];
}

export interface Agreement {
  /** One tile a node, in display order. */
  readonly tiles: readonly {
    readonly node: NodeId;
    readonly up: boolean;
    readonly identity: Identity | null;
    /** Its shards do not stand at one version. */
    readonly mixed: boolean;
  }[];
  /** All living nodes stand at one version of the selected table. */
  readonly agreed: boolean;
  /** 'All three nodes are at Z.' or 'A and B at Z, C at Y.' */
  readonly sentence: string;
}

export interface Narration {
  readonly sentence: string;
  /** All sentences of the step, the one above included, in the order of the events. */
  readonly more: readonly string[];
}

export interface NextItem {
  /** '+email reaches B' */
  readonly label: string;
  /** 'Deliver the push of +email from A to B.' */
  readonly detail: string;
  /** Handle of the pending choice. */
  readonly choice: string;
  readonly command: Command;
}

/** Where the witnesses of broken promises stand, by the keys of what they mark. */
export interface BrokenMarks {
  readonly nodes: readonly NodeId[];
  /** Keys of entries that are marked as a whole. */
  readonly entries: readonly string[];
  /** 'entry row box' by their keys. */
  readonly boxes: readonly string[];
  readonly versions: readonly SchemaVersion[];
  /** 'statement column': a value in an answer. */
  readonly shown: readonly string[];
  /** On whose lane a promise broke in which step. */
  readonly steps: readonly { readonly node: NodeId; readonly step: number }[];
}

export interface PromisesView {
  readonly allHold: boolean;
  /** 'All promises hold' or 'Broken: …' */
  readonly sentence: string;
  readonly items: readonly {
    readonly id: PromiseId;
    readonly title: string;
    readonly held: boolean;
    /** Broken in this very step. */
    readonly changed: boolean;
    readonly sentence: string;
    readonly witness: Witness | null;
  }[];
  readonly marks: BrokenMarks;
}

/** The history and the cards of a 1440 x 900 stage. */
export const GEOMETRY_DESKTOP: LoomGeometry = {
  width: 864,
  height: 360,
  rowHeight: 40,
  laneWidth: 36,
  gap: 32,
};
