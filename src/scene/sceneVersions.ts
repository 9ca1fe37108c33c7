// The version DAG and the column ids of a scene. A column id means something only between two versions of which one
// contains the other, or that somebody picked: so ids are drawn along one edge of the DAG or one picked pair.

import type { NodeId, SchemaVersion, ShardId } from '../engine/index.ts';
import type { Identity } from './scene.ts';
import type { BoxView } from './sceneCard.ts';
import type { Point } from './sceneLoom.ts';

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
  /** Its ends are those of the column ids view. */
  readonly picked: boolean;
  readonly changed: boolean;
}

export interface ColumnIdsView {
  readonly from: Identity;
  readonly to: Identity;
  /** Somebody picked the pair; otherwise it is the last change's. */
  readonly picked: boolean;
  readonly width: number;
  readonly height: number;
  /** Regular columns and, when there are any, static ones apart. */
  readonly groups: readonly IdGroup[];
  readonly example: IdExample | null;
  /** 'name moves from 0 to 1' */
  readonly caption: string;
}

export interface IdGroup {
  readonly kind: 'static' | 'regular';
  /** Upper edge and height of the group. */
  readonly y: number;
  readonly h: number;
  /** Ids printed at the left and at the right, with their centres. */
  readonly leftIds: readonly (Point & { readonly id: number })[];
  readonly rightIds: readonly (Point & { readonly id: number })[];
  readonly ribbons: readonly Ribbon[];
}

export interface Ribbon {
  /** Column name. */
  readonly key: string;
  readonly name: string;
  readonly fromId: number | null;
  readonly toId: number | null;
  readonly fromType: string | null;
  readonly toType: string | null;
  readonly state: 'kept' | 'moved' | 'added' | 'dropped';
  /** Filled outline, SVG path data; for 'added' and 'dropped' the one end that there is. */
  readonly path: string;
  /** Centre of the name at either end; null where it is not present. */
  readonly left: Point | null;
  readonly right: Point | null;
  /** The column in focus is drawn in ink, the others in grey. */
  readonly focus: boolean;
}

export interface IdExample {
  /** 'Row 1 on A' */
  readonly title: string;
  /** The versions of the two vectors: the entry's own, not always the pair of the ribbons. */
  readonly from: Identity;
  readonly to: Identity;
  readonly before: readonly BoxView[];
  readonly after: readonly BoxView[];
  /** 'Without its version the row would say: email = Ada.'; '' when nothing would be misread. */
  readonly sentence: string;
}
