// Crash and replay (SPEC E15): a crash empties memtable and cache; sstables and commitlog stay. Replay applies each logged
// mutation through the column mapping logged with it. The merge of 2016 logged none, and could replay only mutations of
// the version that is current after the restart: the others are lost.

import type { Buckets } from '../plain/buckets.ts';
import { itemsOf, NO_ITEMS } from '../plain/buckets.ts';
import { accessEntry, conversion, discards, storeEntry } from './entry.ts';
import { logMutation } from './log.ts';
import { mergePartitions } from './merge.ts';
import type { CanonicalMutation, EntrySet, TableState } from './partition.ts';
import { EMPTY_PARTITION } from './partition.ts';
import type { StorageRules } from './rules.ts';
import type { StorageEvent } from './storageEvent.ts';
import type { Effect } from './table.ts';
import { convertPartition } from './upgrade.ts';

/** What a crash leaves of a table. */
export function crashTable(table: TableState): TableState {
  const none = { schema: table.schema, entries: {} };
  return { ...table, memtable: none, cache: none };
}

/** Rebuilds the memtable from the log. Mutations that cannot be replayed leave the log, the others stay until a flush. */
export function replayCommitlog(table: TableState, rules: StorageRules): Effect {
  let { memtable } = table;
  const replayed: CanonicalMutation[] = [];
  const events: StorageEvent[] = [];
  const logged = itemsOf(table.commitlog);
  for (const mutation of logged) {
    if (isReplayable(mutation, memtable, rules)) {
      const one = replayOne(memtable, mutation, rules);
      memtable = one.set;
      events.push(...one.events);
      replayed.push(mutation);
    } else {
      events.push({ kind: 'commitlog-replay-failed', key: mutation.key, version: mutation.version });
    }
  }
  if (logged.length === 0) {
    return { table, events };
  }
  const commitlog =
    replayed.length === logged.length
      ? table.commitlog
      : replayed.reduce<Buckets<CanonicalMutation>>(logMutation, NO_ITEMS);
  events.push({ kind: 'commitlog-replayed', entries: replayed.length });
  return { table: { ...table, memtable, commitlog }, events };
}

function isReplayable(mutation: CanonicalMutation, memtable: EntrySet, rules: StorageRules): boolean {
  return rules.commitlogColumnMapping || !rules.versionTags || mutation.version === memtable.schema.version;
}

function replayOne(
  memtable: EntrySet,
  { key, version, partition, mapping }: CanonicalMutation,
  rules: StorageRules,
): { readonly set: EntrySet; readonly events: readonly StorageEvent[] } {
  const to = memtable.schema;
  const access = accessEntry(memtable, 'memtable', key, rules);
  const incoming =
    version === to.version ? { partition, fates: [] } : convertPartition(partition, mapping, to, rules);
  const route = { source: 'commitlog', key, from: version, to: to.version } as const;
  const merged = mergePartitions(access.entry?.partition ?? EMPTY_PARTITION, incoming.partition, rules);
  return {
    set: storeEntry(access.set, key, merged),
    events: [
      ...access.events,
      ...conversion(route, incoming.fates, rules),
      ...discards(route, incoming.fates),
    ],
  };
}
