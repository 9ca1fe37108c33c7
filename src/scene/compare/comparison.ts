// Two sides beside each other, as data: a list of differences in words, and per node what was and what is. A side is a
// node, a moment or a branch; there is no second stage.

import type { NodeId, Timeline } from '../../engine/index.ts';
import type { Identity, Selection } from '../shape/scene.ts';

export type CompareMode = 'nodes' | 'moments' | 'branches';

/** One side: a moment of a run, and the one node of it that is meant, or null for all of them. */
export interface Side {
  readonly title: string;
  readonly timeline: Timeline;
  readonly step: number;
  readonly node: NodeId | null;
}

export interface Sides {
  readonly mode: CompareMode;
  readonly was: Side;
  readonly is: Side;
}

export type CompareArea =
  | 'version'
  | 'up'
  | 'column'
  | 'entry'
  | 'statement'
  | 'promise'
  | 'message'
  | 'registry'
  | 'merges'
  | 'waits'
  | 'gossip'
  | 'rows';

/** One thing that is not the same on both sides. */
export interface Change {
  readonly key: string;
  readonly area: CompareArea;
  /** Whose card it belongs to; null: the cluster's. */
  readonly node: NodeId | null;
  /** 'version', 'column email', 'row 1, memtable: name'. */
  readonly what: string;
  readonly was: string;
  readonly is: string;
  readonly wasIdentity: Identity | null;
  readonly isIdentity: Identity | null;
  /** What a click on it selects, everywhere. */
  readonly selection: Selection | null;
  /** In a whole sentence; '' for a detail, which is told together with its like. */
  readonly sentence: string;
}

/** A sentence of the list. */
export interface Difference {
  readonly key: string;
  readonly sentence: string;
  readonly selection: Selection | null;
}

/** What differs on one node, or, with `node` null, in the cluster. */
export interface CompareCard {
  readonly key: string;
  readonly node: NodeId | null;
  readonly title: string;
  readonly changes: readonly Change[];
}

export interface CompareSide {
  readonly title: string;
  /** 'after step 6'; '' where both are of one moment. */
  readonly at: string;
}

export interface CompareView {
  readonly mode: CompareMode;
  readonly was: CompareSide;
  readonly is: CompareSide;
  readonly same: boolean;
  /** 'Same state: the hashes are equal, 3f9a1c02.' or '3 differences between A and B'. */
  readonly summary: string;
  /** Where two branches part; '' otherwise. */
  readonly parting: string;
  readonly differences: readonly Difference[];
  readonly cards: readonly CompareCard[];
}
