// The version DAG and the column ids of a scene. A column id means something only between two versions of which one
// contains the other, or that somebody picked: so ids are drawn along one edge of the DAG or one picked pair.

import type { NodeId, SchemaVersion, ShardId } from '../../engine/index.ts';
import type { BoxView } from './sceneCard.ts';
import type { Identity } from './sceneIdentity.ts';

export interface VersionDag {
  readonly nodes: readonly DagNode[];
  readonly edges: readonly DagEdge[];
  /** Edges that stood one step before: a version has landed between their ends. */
  readonly gone: readonly DagEdgeEnds[];
  /** At most five sentences. */
  readonly description: readonly string[];
}

export interface DagNode {
  readonly key: string;
  readonly identity: Identity;
  /** Its place, which never changes: half columns from the left, layers from the top. */
  readonly column: number;
  readonly layer: number;
  /** Who stands at it: nodes, or single shards of nodes whose shards differ. */
  readonly flags: readonly DagFlag[];
  /** The selected node does not know it. */
  readonly ghost: boolean;
  /** One of two that somebody picked for the column ids view. */
  readonly picked: boolean;
  readonly selected: boolean;
  /** First seen in this step. */
  readonly changed: boolean;
  readonly columns: readonly string[];
  readonly parents: readonly SchemaVersion[];
  readonly children: readonly SchemaVersion[];
  /** The edge along which its ids are shown: into it, or out of one that nothing lies under; null: it stands alone. */
  readonly main: DagEdgeEnds | null;
  /** 'Z. Contains X and Y. Columns email, name, phone. Current on A, B.' */
  readonly label: string;
}

export interface DagFlag {
  /** 'A', or 'A/1' for a shard of a node whose shards differ. */
  readonly key: string;
  readonly node: NodeId;
  /** Null: the whole node. */
  readonly shard: ShardId | null;
  readonly up: boolean;
}

export interface DagEdgeEnds {
  readonly key: string;
  readonly from: SchemaVersion;
  readonly to: SchemaVersion;
}

export interface DagEdge extends DagEdgeEnds {
  /** '+email', '−phone', 'age: bigint', 'comment', 'timestamps only'. */
  readonly labels: readonly string[];
  /** Changes of `from` that `to` contains by its rows and yet does not have, and 'overwrites −phone' or ''. */
  readonly lost: readonly string[];
  readonly lostText: string;
  readonly overwritten: boolean;
  /** Between two tables of one name: nothing of the one is ever read as the other. */
  readonly hard: boolean;
  /** Its ends are those of the column ids view. */
  readonly picked: boolean;
  readonly changed: boolean;
}

export interface ColumnIdsView {
  readonly from: Identity;
  readonly to: Identity;
  /** Somebody picked the pair; otherwise it is the last change's. */
  readonly picked: boolean;
  /** Static columns and regular ones apart; kinds that the table does not have are left out. */
  readonly groups: readonly IdGroup[];
  /** 'Key: id. Its place never changes.' */
  readonly keys: string;
  /** 'X and Y stand side by side: neither contains the other.', or ''. */
  readonly note: string;
  readonly example: IdExample | null;
  /** 'name moves from 0 to 1' */
  readonly caption: string;
}

export interface IdGroup {
  readonly kind: 'static' | 'regular';
  /** The kind in words. */
  readonly title: string;
  /** How many ids there are at either side. */
  readonly before: number;
  readonly after: number;
  readonly ribbons: readonly Ribbon[];
}

export interface Ribbon {
  /** Column name. */
  readonly key: string;
  readonly name: string;
  readonly fromId: number | null;
  readonly toId: number | null;
  readonly state: 'kept' | 'moved' | 'added' | 'dropped' | 'only';
  /** 'added', 'dropped', 'only in X', 'int → bigint'; '' where there is nothing to say. */
  readonly mark: string;
  /** The column in focus is drawn in ink, the others in grey. */
  readonly focus: boolean;
  /** 'name, text, moves from 0 to 1' */
  readonly label: string;
}

export interface IdExample {
  /** 'Row 1 on A, once it is touched' */
  readonly title: string;
  /** The versions of the two vectors: the entry's own, not always the pair of the ribbons. Equal: only one is shown. */
  readonly from: Identity;
  readonly to: Identity;
  /** Static cells first, where there are any; then those of one row. */
  readonly vectors: readonly IdVectors[];
  readonly untagged: UntaggedReading;
}

export interface IdVectors {
  readonly kind: 'static' | 'regular';
  /** The kind in words. */
  readonly title: string;
  readonly before: readonly BoxView[];
  readonly after: readonly BoxView[];
}

/** What the entry says to somebody who does not know its version and takes another one's names for its boxes. */
export interface UntaggedReading {
  /** Version tags are off in this run, so this is what is read; otherwise what would be. */
  readonly real: boolean;
  /** Whose names are taken. */
  readonly as: Identity;
  readonly boxes: readonly UntaggedBox[];
  /** Some value stands under a name that it was not written for. */
  readonly wrong: boolean;
  /** 'Without version tags the row would say: email = Ada.' */
  readonly sentence: string;
}

export interface UntaggedBox {
  readonly key: string;
  readonly kind: 'static' | 'regular';
  readonly index: number;
  /** The value as the wrong column's type decodes it. */
  readonly text: string;
  readonly state: BoxView['state'];
  /** The name that it is taken for; '' where the version has no such column. */
  readonly name: string;
  /** The name that it was written for; '' in an empty box. */
  readonly written: string;
  readonly wrong: boolean;
}
