// Entries of memtables and of the cache (SPEC E2, E4): each remembers the version it is stored at and is rewritten in
// place, at its set's current version, when somebody touches it - a reader of an old version included.

import { withKey } from '../plain/record.ts';
import type { SchemaVersion } from '../plain/scalars.ts';
import type { Schema } from '../schema/schema.ts';
import type { Entry, EntrySet, PartitionKey } from './partition.ts';
import type { StorageRules } from './rules.ts';
import type { CellFate, DataSource, StorageEvent } from './storageEvent.ts';
import { upgradePartition } from './upgrade.ts';

export const NO_EVENTS: readonly StorageEvent[] = [];

export type EntrySource = 'memtable' | 'cache';

export interface Access {
  readonly set: EntrySet;
  /** At the set's current version; null when there is none. */
  readonly entry: Entry | null;
  readonly events: readonly StorageEvent[];
}

/** Finds an entry and upgrades it in place to the set's current version (E4); the same set when nothing was to be done. */
export function accessEntry(
  set: EntrySet,
  source: EntrySource,
  key: PartitionKey,
  rules: StorageRules,
): Access {
  const found = set.entries[key];
  if (found === undefined || found.schema.version === set.schema.version) {
    return { set, entry: found ?? null, events: NO_EVENTS };
  }
  const { partition, fates } = upgradePartition(found.partition, found.schema, set.schema, rules);
  const entry = { schema: set.schema, partition };
  const route = { source, key, from: found.schema.version, to: set.schema.version };
  return {
    set: { ...set, entries: withKey(set.entries, key, entry) },
    entry,
    events: rules.versionTags
      ? [{ kind: 'entry-upgraded', ...route, fates }, ...discards(route, fates)]
      : NO_EVENTS,
  };
}

/** Upgrades every entry of the set (E3 with laziness off; E13). */
export function accessAll(
  set: EntrySet,
  source: EntrySource,
  keys: readonly PartitionKey[],
  rules: StorageRules,
): { readonly set: EntrySet; readonly events: readonly StorageEvent[] } {
  let upgraded = set;
  const events: StorageEvent[] = [];
  for (const key of keys) {
    const access = accessEntry(upgraded, source, key, rules);
    upgraded = access.set;
    events.push(...access.events);
  }
  return { set: upgraded, events };
}

/** The set with `key` stored at its current version. */
export function storeEntry(set: EntrySet, key: PartitionKey, partition: Entry['partition']): EntrySet {
  const found = set.entries[key];
  if (found !== undefined && found.partition === partition && found.schema.version === set.schema.version) {
    return set;
  }
  return { ...set, entries: withKey(set.entries, key, { schema: set.schema, partition }) };
}

export interface Route<S extends DataSource = DataSource> {
  readonly source: S;
  readonly key: PartitionKey;
  readonly from: SchemaVersion | null;
  readonly to: SchemaVersion;
}

/** One event for each cell that did not come along and is lost to this source. */
export function discards(route: Route, fates: readonly CellFate[]): readonly StorageEvent[] {
  return fates.flatMap((fate) =>
    fate.reason === null ? [] : [{ kind: 'cell-discarded' as const, ...route, fate }],
  );
}

/** A copy converted between versions, as an event; none when the versions are equal or nobody knows them. */
export function conversion(
  route: Route,
  fates: readonly CellFate[],
  rules: StorageRules,
): readonly StorageEvent[] {
  return route.from === route.to || (route.from !== null && !rules.versionTags)
    ? NO_EVENTS
    : [{ kind: 'converted', ...route, fates }];
}

/** The set at a new current schema: its entries untouched, or without version tags taken to be at it (E2, E3). */
export function withSchema(set: EntrySet, schema: Schema, rules: StorageRules): EntrySet {
  if (set.schema === schema) {
    return set;
  }
  if (rules.versionTags) {
    return { ...set, schema };
  }
  const entries = Object.entries(set.entries).map(([key, { partition }]) => [key, { schema, partition }]);
  return { schema, entries: Object.fromEntries(entries) };
}
