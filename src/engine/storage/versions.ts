// Which schema versions a table's entries keep alive (SPEC E18): an old version stays known to the registry as long as
// one cold entry is stored at it. Sstables hold none.

import { compareText } from '../plain/compare.ts';
import { entriesOf } from '../plain/record.ts';
import type { SchemaVersion } from '../plain/scalars.ts';
import type { EntrySet, PartitionKey, TableState } from './partition.ts';

export interface EntryHolder {
  readonly source: 'memtable' | 'cache';
  readonly key: PartitionKey;
  readonly version: SchemaVersion;
}

const known = new WeakMap<EntrySet, readonly EntryHolder[]>();

/** Every entry in memory with the version it is stored at: the memtable's by key, then the cache's (E18). */
export function entryHolders(table: TableState): readonly EntryHolder[] {
  return [...holdersIn(table.memtable, 'memtable'), ...holdersIn(table.cache, 'cache')];
}

/** A memo by identity: the registry asks after every step, and most steps leave most tables alone. Only empty sets are shared. */
function holdersIn(set: EntrySet, source: EntryHolder['source']): readonly EntryHolder[] {
  const seen = known.get(set);
  if (seen !== undefined) {
    return seen;
  }
  const holders = entriesOf(set.entries).map(([key, entry]) => ({
    source,
    key,
    version: entry.schema.version,
  }));
  known.set(set, holders);
  return holders;
}

/** The versions that entries are stored at, without repetition, in byte order. */
export function versionsHeldBy(table: TableState): readonly SchemaVersion[] {
  return [...new Set(entryHolders(table).map((holder) => holder.version))].sort(compareText);
}
