// One table on one shard (SPEC E3, E4, E12): memtable, cache, sstables and commitlog under one current schema. Every data
// source answers in the version that the reader asks for; what lies in memory is brought to the current one on the way.

import { NO_ITEMS } from '../plain/buckets.ts';
import { keysOf } from '../plain/record.ts';
import type { StatementId } from '../plain/scalars.ts';
import type { Schema } from '../schema/schema.ts';
import { accessAll, accessEntry, conversion, discards, NO_EVENTS, storeEntry, withSchema } from './entry.ts';
import { logMutation } from './log.ts';
import { isEmptyPartition, mergePartitions } from './merge.ts';
import { canonicalMutation, frozenMutation } from './mutation.ts';
import type { EntrySet, Partition, PartitionKey, TableState } from './partition.ts';
import { EMPTY_PARTITION } from './partition.ts';
import type { StorageRules } from './rules.ts';
import { readSSTables } from './sstable.ts';
import type { StorageEvent } from './storageEvent.ts';
import { upgradePartition } from './upgrade.ts';

/** What an operation made of a table, and what happened on the way. */
export type Effect = { readonly table: TableState; readonly events: readonly StorageEvent[] };

/** An empty table at `schema`. */
export function createTable(schema: Schema): TableState {
  const none = { schema, entries: {} };
  return { schema, memtable: none, cache: none, sstables: [], commitlog: NO_ITEMS };
}

/** The table with the given parts; the same reference when they are its own already. */
function withParts(table: TableState, parts: Pick<TableState, 'memtable' | 'cache'>): TableState {
  const isSame = parts.memtable === table.memtable && parts.cache === table.cache;
  return isSame ? table : { ...table, memtable: parts.memtable, cache: parts.cache };
}

/** Gives every data source a new current schema. Entries stay as they are; with laziness off all are upgraded (E3). */
export function setTableSchema(table: TableState, schema: Schema, rules: StorageRules): Effect {
  if (table.schema === schema && table.memtable.schema === schema && table.cache.schema === schema) {
    return { table, events: NO_EVENTS };
  }
  const memtable = withSchema(table.memtable, schema, rules);
  const cache = withSchema(table.cache, schema, rules);
  if (rules.lazy) {
    return { table: { ...table, schema, memtable, cache }, events: NO_EVENTS };
  }
  const eagerMemtable = accessAll(memtable, 'memtable', keysOf(memtable.entries), rules);
  const eagerCache = accessAll(cache, 'cache', keysOf(cache.entries), rules);
  return {
    table: { ...table, schema, memtable: eagerMemtable.set, cache: eagerCache.set },
    events: [...eagerMemtable.events, ...eagerCache.events],
  };
}

export interface KeyedPartition {
  readonly key: PartitionKey;
  readonly partition: Partition;
}

/**
 * Applies a mutation stored at `schema` (E4): logs it, upgrades the memtable's entry in place, converts the mutation to the
 * current version and joins the two. Whether that schema may be applied here is the caller's question.
 */
// biome-ignore lint/complexity/useMaxParams: a mutation means nothing without its schema, and promises need the statement
export function applyMutation(
  table: TableState,
  mutation: KeyedPartition,
  schema: Schema,
  statement: StatementId,
  rules: StorageRules,
): Effect {
  const { key, partition } = mutation;
  const logged = canonicalMutation(frozenMutation(schema, key, partition), schema);
  const stored = storeConverted(table.memtable, mutation, schema, rules);
  const version = table.memtable.schema.version;
  return {
    table: {
      ...table,
      memtable: stored.set,
      commitlog: logMutation(table.commitlog, logged),
    },
    events: [
      { kind: 'commitlog-appended', key, version: schema.version },
      ...stored.events,
      { kind: 'mutation-stored', key, version, statement },
    ],
  };
}

function storeConverted(
  memtable: EntrySet,
  { key, partition }: KeyedPartition,
  schema: Schema,
  rules: StorageRules,
): { readonly set: EntrySet; readonly events: readonly StorageEvent[] } {
  const access = accessEntry(memtable, 'memtable', key, rules);
  const incoming = upgradePartition(partition, schema, memtable.schema, rules);
  const route = { source: 'mutation', key, from: schema.version, to: memtable.schema.version } as const;
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

export type TableRead = Effect & {
  /** In the version asked for; null when no source has the key, or when the read failed. */
  readonly partition: Partition | null;
  /** A whole sentence when the read failed (E6), otherwise null. */
  readonly problem: string | null;
};

/**
 * Reads one partition in the version of `asSchema` (E4, E12). Entries that it meets in memory are upgraded in place to the
 * table's current version and stay so; what it returns is a converted copy.
 */
export function readPartition(
  table: TableState,
  key: PartitionKey,
  asSchema: Schema,
  rules: StorageRules,
): TableRead {
  const memtable = accessEntry(table.memtable, 'memtable', key, rules);
  const cached = readThroughCache(table, key, rules);
  const events = [...memtable.events, ...cached.events];
  const next = withParts(table, { memtable: memtable.set, cache: cached.set });
  if (cached.problem !== null) {
    return { table: next, events, partition: null, problem: cached.problem };
  }
  let partition: Partition | null = null;
  // The cache holds what was there first.
  for (const [stored, at] of [
    [cached.partition, cached.set.schema],
    [memtable.entry?.partition ?? null, memtable.set.schema],
  ] as const) {
    if (stored !== null) {
      const copy = upgradePartition(stored, at, asSchema, rules);
      const route = { source: 'result', key, from: at.version, to: asSchema.version } as const;
      events.push(...conversion(route, copy.fates, rules));
      partition = mergePartitions(partition ?? EMPTY_PARTITION, copy.partition, rules);
    }
  }
  return { table: next, events, partition, problem: null };
}

interface CacheRead {
  readonly set: EntrySet;
  readonly partition: Partition | null;
  readonly events: readonly StorageEvent[];
  readonly problem: string | null;
}

/** A hit is upgraded in place; a miss reads the sstables at the cache's current version and keeps what it finds (E12). */
function readThroughCache(table: TableState, key: PartitionKey, rules: StorageRules): CacheRead {
  const { cache } = table;
  const hit = accessEntry(cache, 'cache', key, rules);
  if (hit.entry !== null) {
    const events: readonly StorageEvent[] = [{ kind: 'cache-hit', key }, ...hit.events];
    return { set: hit.set, partition: hit.entry.partition, events, problem: null };
  }
  const missed: StorageEvent = { kind: 'cache-missed', key };
  const read = readSSTables(table.sstables, key, cache.schema, rules);
  if (read === null) {
    return { set: cache, partition: null, events: [missed], problem: null };
  }
  if (!read.ok) {
    const { column } = read;
    const problem = `An sstable holds cells of column ${column}, which the table no longer has, and the reader of 2016 fails at that.`;
    return {
      set: cache,
      partition: null,
      events: [missed, { kind: 'sstable-read-failed', key, column }],
      problem,
    };
  }
  const route = { source: 'sstable', key, from: null, to: cache.schema.version } as const;
  const events: readonly StorageEvent[] = [missed, ...conversion(route, read.fates, rules)];
  return isEmptyPartition(read.partition)
    ? { set: cache, partition: null, events, problem: null }
    : {
        set: storeEntry(cache, key, read.partition),
        partition: read.partition,
        events: [...events, { kind: 'cache-populated', key }],
        problem: null,
      };
}
