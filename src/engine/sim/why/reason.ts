// Why a promise is broken: facts of the run in the order in which they happened. The scene has the words.

import type { Protections } from '../../config/protections.ts';
import type { NodeId, SchemaVersion, ShardId, StatementId } from '../../plain/scalars.ts';
import type { SimEvent } from '../event.ts';

export type Fact =
  /** As the history tells it. */
  | { readonly kind: 'event'; readonly event: SimEvent }
  /** A schema change was carried out, and what version that gave. */
  | {
      readonly kind: 'made' | 'made-again';
      readonly node: NodeId;
      readonly statement: StatementId;
      readonly version: SchemaVersion | null;
    }
  /** The push of a change to a node was lost, or had not arrived. */
  | {
      readonly kind: 'push-lost' | 'push-under-way';
      readonly node: NodeId;
      readonly statement: StatementId;
    }
  /** A shard had not switched while another had. */
  | {
      readonly kind: 'shard-behind';
      readonly node: NodeId;
      readonly shard: ShardId;
      readonly version: SchemaVersion;
    }
  /** Two changes with one timestamp. */
  | { readonly kind: 'tie'; readonly first: StatementId; readonly second: StatementId }
  /** A version was marked as merged that was not. */
  | {
      readonly kind: 'marked';
      readonly node: NodeId;
      readonly version: SchemaVersion;
      readonly by: 'merge' | 'pull' | 'shard' | 'contained' | 'restart';
      /** Whose changes were merged for it; null where nobody was asked. */
      readonly peer: NodeId | null;
    }
  /** A write was applied under a version that does not contain its own. */
  | {
      readonly kind: 'applied-unmerged' | 'applied-marked';
      readonly node: NodeId;
      readonly statement: StatementId;
      readonly version: SchemaVersion;
    }
  | { readonly kind: 'adopted'; readonly node: NodeId; readonly version: SchemaVersion }
  | { readonly kind: 'confirmed'; readonly node: NodeId; readonly statement: StatementId }
  | { readonly kind: 'acknowledged'; readonly node: NodeId; readonly statement: StatementId }
  /** A change that another node made without it undid it. */
  | {
      readonly kind: 'undone' | 'rewritten';
      readonly node: NodeId;
      readonly from: NodeId;
      readonly column: string;
    }
  /** What was published last had been read first. */
  | { readonly kind: 'merges-crossed'; readonly node: NodeId; readonly version: SchemaVersion | null }
  | { readonly kind: 'unflushed'; readonly node: NodeId }
  /** A row was read by the ids of another version than it was written under. */
  | { readonly kind: 'read-untagged'; readonly node: NodeId; readonly version: SchemaVersion | null }
  | { readonly kind: 'shown-undropped'; readonly node: NodeId; readonly column: string }
  | { readonly kind: 'stamped-early'; readonly node: NodeId; readonly statement: StatementId }
  | { readonly kind: 'not-asked'; readonly node: NodeId; readonly from: NodeId }
  | { readonly kind: 'tombstones-hashed' };

export interface Reason {
  readonly step: number;
  readonly fact: Fact;
  /** Protections that would have stood in the way and are off. */
  readonly off: readonly (keyof Protections)[];
}
