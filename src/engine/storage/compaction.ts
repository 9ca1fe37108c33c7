// Compaction (SPEC E14): all sstables become one, rewritten through the current schema. That is when dropped data is
// physically gone; tombstones are kept.

import { compareText } from '../plain/compare.ts';
import { discards, NO_EVENTS } from './entry.ts';
import type { NamedPartition, PartitionKey, TableState } from './partition.ts';
import type { StorageRules } from './rules.ts';
import { readSSTables, writeNamed } from './sstable.ts';
import type { StorageEvent } from './storageEvent.ts';
import type { Effect } from './table.ts';

/** Rewrites the sstables into one (or none). A key that the reader fails at stops it: the table stays as it was. */
export function compact(table: TableState, rules: StorageRules): Effect {
  if (table.sstables.length === 0) {
    return { table, events: NO_EVENTS };
  }
  const keys = new Set(table.sstables.flatMap((sstable) => Object.keys(sstable.partitions)));
  const partitions: [PartitionKey, NamedPartition][] = [];
  const events: StorageEvent[] = [];
  for (const key of [...keys].sort(compareText)) {
    const read = readSSTables(table.sstables, key, table.schema, rules);
    if (read?.ok === false) {
      return { table, events: [{ kind: 'sstable-read-failed', key, column: read.column }] };
    }
    const named = read === null ? null : writeNamed(read.partition, table.schema);
    if (named !== null) {
      partitions.push([key, named]);
    }
    events.push(
      ...discards({ source: 'sstable', key, from: null, to: table.schema.version }, read?.fates ?? []),
    );
  }
  const sstables = partitions.length === 0 ? [] : [{ partitions: Object.fromEntries(partitions) }];
  return {
    table: { ...table, sstables },
    events: [...events, { kind: 'sstables-compacted', from: table.sstables.length }],
  };
}
