// Eviction (SPEC E12): the cache forgets; the next read of the key goes to the sstables. An evicted entry no longer holds
// its version.

import { keysOf, withoutKey } from '../plain/record.ts';
import { NO_EVENTS } from './entry.ts';
import type { PartitionKey, TableState } from './partition.ts';
import type { Effect } from './table.ts';

/** Evicts one key, or everything when `key` is null. */
export function evictCache(table: TableState, key: PartitionKey | null): Effect {
  const { cache } = table;
  const keys = keysOf(cache.entries).filter((cached) => key === null || cached === key);
  if (keys.length === 0) {
    return { table, events: NO_EVENTS };
  }
  const entries = key === null ? {} : withoutKey(cache.entries, key);
  return { table: { ...table, cache: { ...cache, entries } }, events: [{ kind: 'cache-evicted', keys }] };
}
