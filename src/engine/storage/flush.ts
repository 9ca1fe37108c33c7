// Flush (SPEC E13): every entry of the memtable is upgraded to the current version and written, by column name, into one
// new sstable; the cache learns what was written; the commitlog has done its duty.

import { NO_ITEMS } from '../plain/buckets.ts';
import { keysOf } from '../plain/record.ts';
import { accessAll, accessEntry, NO_EVENTS, storeEntry } from './entry.ts';
import { mergePartitions } from './merge.ts';
import type { EntrySet, NamedPartition, PartitionKey, TableState } from './partition.ts';
import type { StorageRules } from './rules.ts';
import { writeNamed } from './sstable.ts';
import type { StorageEvent } from './storageEvent.ts';
import type { Effect } from './table.ts';

/** Writes the memtable out. An empty one is left alone, and nothing happens. */
export function flush(table: TableState, rules: StorageRules): Effect {
  const keys = keysOf(table.memtable.entries);
  if (keys.length === 0) {
    return { table, events: NO_EVENTS };
  }
  const memtable = accessAll(table.memtable, 'memtable', keys, rules);
  const partitions: [PartitionKey, NamedPartition][] = [];
  for (const key of keys) {
    const entry = memtable.set.entries[key];
    const named = entry === undefined ? null : writeNamed(entry.partition, memtable.set.schema);
    if (named !== null) {
      partitions.push([key, named]);
    }
  }
  const cache = updateCache(table, memtable.set, rules);
  const written = partitions.length === 0 ? [] : [{ partitions: Object.fromEntries(partitions) }];
  return {
    table: {
      ...table,
      memtable: { schema: memtable.set.schema, entries: {} },
      cache: cache.set,
      sstables: [...table.sstables, ...written],
      commitlog: NO_ITEMS,
    },
    events: [...memtable.events, ...cache.events, { kind: 'memtable-flushed', entries: keys.length }],
  };
}

/** An entry that is there is upgraded and joined with; a new one is whole only if no older sstable has its key. */
function updateCache(
  table: TableState,
  flushed: EntrySet,
  rules: StorageRules,
): { readonly set: EntrySet; readonly events: readonly StorageEvent[] } {
  let set = table.cache;
  const events: StorageEvent[] = [];
  for (const key of keysOf(flushed.entries)) {
    const fresh = flushed.entries[key];
    const access = accessEntry(set, 'cache', key, rules);
    set = access.set;
    events.push(...access.events);
    const isWhole = !table.sstables.some((sstable) => sstable.partitions[key] !== undefined);
    if (fresh !== undefined && access.entry !== null) {
      set = storeEntry(set, key, mergePartitions(access.entry.partition, fresh.partition, rules));
    } else if (fresh !== undefined && isWhole) {
      set = storeEntry(set, key, fresh.partition);
    }
  }
  return { set, events };
}
