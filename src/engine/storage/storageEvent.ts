// What happens inside one table on one shard (SPEC N6, E3-E15): storage tells it, knowing neither node nor shard.

import type { MarshalType, SchemaVersion, StatementId, Timestamp } from '../plain/scalars.ts';
import type { ColumnKind } from '../schema/schema.ts';
import type { ClusteringKey, PartitionKey } from './partition.ts';

/** Why an upgrade or a conversion did not keep a cell (E5). */
export type DiscardReason =
  | { readonly kind: 'no-such-column' }
  | { readonly kind: 'other-kind'; readonly from: ColumnKind; readonly to: ColumnKind }
  | { readonly kind: 'other-type'; readonly from: MarshalType; readonly to: MarshalType }
  | { readonly kind: 'dropped-before'; readonly droppedAt: Timestamp };

/** One cell that moved, stayed or was discarded when a partition went from one version to another. */
export interface CellFate {
  readonly clustering: ClusteringKey | null;
  readonly kind: 'static' | 'regular';
  /** The name that the cell's id has in the old version. */
  readonly column: string;
  /** Its id in the old version; null in an sstable, whose cells have names and no ids. */
  readonly fromId: number | null;
  /** Its id in the new version; null when it was discarded. */
  readonly toId: number | null;
  readonly ts: Timestamp;
  readonly statement: StatementId;
  readonly reason: DiscardReason | null;
}

export type DataSource = 'memtable' | 'cache' | 'sstable' | 'commitlog' | 'mutation' | 'result';

/** What happened inside one table on one shard: produced by storage, which knows neither node nor shard. */
export type StorageEvent =
  /** An entry in memory was rewritten in place, at its table's current version. */
  | {
      readonly kind: 'entry-upgraded';
      readonly source: 'memtable' | 'cache';
      readonly key: PartitionKey;
      readonly from: SchemaVersion;
      readonly to: SchemaVersion;
      readonly fates: readonly CellFate[];
    }
  /** A copy was converted (a mutation before it is applied, a result before it is sent, an sstable when it is read or rewritten). */
  | {
      readonly kind: 'converted';
      readonly source: DataSource;
      readonly key: PartitionKey;
      readonly from: SchemaVersion | null;
      readonly to: SchemaVersion;
      readonly fates: readonly CellFate[];
    }
  | {
      readonly kind: 'cell-discarded';
      readonly source: DataSource;
      readonly key: PartitionKey;
      readonly from: SchemaVersion | null;
      readonly to: SchemaVersion;
      readonly fate: CellFate;
    }
  | { readonly kind: 'commitlog-appended'; readonly key: PartitionKey; readonly version: SchemaVersion }
  | {
      readonly kind: 'mutation-stored';
      readonly key: PartitionKey;
      readonly version: SchemaVersion;
      readonly statement: StatementId;
    }
  | { readonly kind: 'cache-hit' | 'cache-missed' | 'cache-populated'; readonly key: PartitionKey }
  | { readonly kind: 'memtable-flushed'; readonly entries: number }
  | { readonly kind: 'sstables-compacted'; readonly from: number }
  | { readonly kind: 'cache-evicted'; readonly keys: readonly PartitionKey[] }
  | { readonly kind: 'commitlog-replayed'; readonly entries: number }
  | { readonly kind: 'commitlog-replay-failed'; readonly key: PartitionKey; readonly version: SchemaVersion }
  | { readonly kind: 'sstable-read-failed'; readonly key: PartitionKey; readonly column: string };
