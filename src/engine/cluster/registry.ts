// The schema registry, one per shard (SPEC G1-G7): which versions are known here (LOAD) and which are merged (SYNC).
// An entry lives as long as something on its shard holds the schema.

import { entriesOf, keysOf, lookup, withKey, withoutKey } from '../plain/record.ts';
import type { NodeId, SchemaVersion, ShardId } from '../plain/scalars.ts';
import type { Schema } from '../schema/schema.ts';
import { entryHolders } from '../storage/versions.ts';
import type { NodeState, RegistryEntry } from './node.ts';
import type { Turn } from './turn.ts';
import { shardAt, updateShard } from './turn.ts';

/** Who keeps an entry alive (G5). */
export type Holder =
  | { readonly kind: 'table'; readonly cfId: string }
  | { readonly kind: 'memtable' | 'cache'; readonly cfId: string; readonly key: string }
  | { readonly kind: 'request'; readonly statement: string }
  | { readonly kind: 'coordinator'; readonly statement: string }
  | { readonly kind: 'prepared'; readonly name: string };

export function registryEntry(
  node: NodeState,
  shard: ShardId,
  version: SchemaVersion,
): RegistryEntry | undefined {
  return lookup(shardAt(node, shard).registry, version);
}

/** The definition of a version on a shard, when it is LOADED there; null otherwise (G2: get_or_null). */
export function loadedSchema(node: NodeState, shard: ShardId, version: SchemaVersion): Schema | null {
  return registryEntry(node, shard, version)?.schema ?? null;
}

export function isSynced(node: NodeState, shard: ShardId, version: SchemaVersion): boolean {
  return registryEntry(node, shard, version)?.sync === 'SYNCED';
}

function setEntry(turn: Turn, shard: ShardId, version: SchemaVersion, entry: RegistryEntry): void {
  updateShard(turn, shard, { registry: withKey(shardAt(turn.node, shard).registry, version, entry) });
}

/** Begins to load: the entry is LOADING, its definition was asked of `source` (G2). */
export function beginLoading(turn: Turn, shard: ShardId, version: SchemaVersion, source: NodeId): void {
  setEntry(turn, shard, version, {
    load: 'LOADING',
    sync: 'NOT_SYNCED',
    schema: null,
    source,
    inactive: false,
    pulled: false,
  });
}

/** A failed load erases the entry; the next request starts afresh (G2, G3). */
export function eraseEntry(turn: Turn, shard: ShardId, version: SchemaVersion): void {
  updateShard(turn, shard, { registry: withoutKey(shardAt(turn.node, shard).registry, version) });
}

/**
 * Makes a definition known on a shard (learn): creates a LOADED entry, or ends a load that is under way, or changes
 * nothing. Returns whether the entry was created or loaded by this call.
 */
export function learn(turn: Turn, shard: ShardId, schema: Schema): boolean {
  const { version } = schema;
  const entry = registryEntry(turn.node, shard, version);
  if (entry?.load === 'LOADED') {
    if (entry.inactive) {
      setEntry(turn, shard, version, { ...entry, inactive: false });
    }
    return false;
  }
  const contained = turn.node.contained.includes(version);
  setEntry(turn, shard, version, {
    load: 'LOADED',
    sync: contained ? 'SYNCED' : (entry?.sync ?? 'NOT_SYNCED'),
    schema,
    source: null,
    inactive: false,
    pulled: entry?.pulled ?? false,
  });
  if (contained) {
    turn.events.push({ kind: 'version-synced', node: turn.node.id, shard, version, by: 'contained' });
  }
  return true;
}

export function setSync(
  turn: Turn,
  shard: ShardId,
  version: SchemaVersion,
  sync: RegistryEntry['sync'],
): void {
  const entry = registryEntry(turn.node, shard, version);
  if (entry !== undefined && entry.sync !== sync) {
    setEntry(turn, shard, version, { ...entry, sync });
  }
}

/** Notes that a pull for this version has succeeded: promise I12 reads it. */
export function notePulled(turn: Turn, shard: ShardId, version: SchemaVersion): void {
  const entry = registryEntry(turn.node, shard, version);
  if (entry !== undefined && !entry.pulled) {
    setEntry(turn, shard, version, { ...entry, pulled: true });
  }
}

/** Marks a version SYNCED on a shard, whatever it was before (G4). */
export function markSynced(
  turn: Turn,
  shard: ShardId,
  version: SchemaVersion,
  by: 'merge' | 'pull' | 'shard' | 'contained' | 'restart',
): void {
  const entry = registryEntry(turn.node, shard, version);
  if (entry !== undefined && entry.sync !== 'SYNCED') {
    setSync(turn, shard, version, 'SYNCED');
    turn.events.push({ kind: 'version-synced', node: turn.node.id, shard, version, by });
  }
}

/**
 * A schema pointer taken to another shard (global_schema_ptr, G7): the definition becomes known there, and SYNCED is
 * copied; in 2016 only when the entry had to be created (#2617).
 */
export function takeToShard(turn: Turn, schema: Schema, from: ShardId, to: ShardId): void {
  if (from === to) {
    return;
  }
  const created = learn(turn, to, schema);
  const copies = created || !turn.config.fidelity.syncedCopiedOnCreateOnly;
  if (copies && isSynced(turn.node, from, schema.version)) {
    markSynced(turn, to, schema.version, 'shard');
  }
}

/** Everything on a shard that keeps `version` alive (G5). */
export function holdersOf(
  node: NodeState,
  shard: ShardId,
  version: SchemaVersion,
  holdsForRequests = true,
): readonly Holder[] {
  const holders: Holder[] = [];
  for (const [cfId, table] of entriesOf(shardAt(node, shard).tables)) {
    if (table.schema.version === version) {
      holders.push({ kind: 'table', cfId });
    }
    for (const held of entryHolders(table)) {
      if (held.version === version) {
        holders.push({ kind: held.source, cfId, key: held.key });
      }
    }
  }
  for (const task of Object.values(node.tasks)) {
    // A request that syncs holds the schema on its own shard and on shard 0, where the sync is coordinated.
    const here = task.shard === shard || (shard === 0 && task.wait.on === 'sync');
    if (here && task.wait.version === version) {
      holders.push({
        kind: 'request',
        statement: task.kind === 'write' ? task.statement : task.request.statement,
      });
    }
  }
  if (holdsForRequests) {
    for (const [statement, handler] of entriesOf(node.handlers)) {
      if (handler.shard === shard && handler.schema.version === version) {
        holders.push({ kind: 'coordinator', statement });
      }
    }
  }
  for (const [name, prepared] of entriesOf(node.prepared)) {
    if (prepared.schema?.version === version) {
      holders.push({ kind: 'prepared', name });
    }
  }
  return holders;
}

/** The versions that something on a shard holds: `holdersOf` for all versions at once. */
function heldVersions(turn: Turn, shard: ShardId): ReadonlySet<SchemaVersion> {
  const { node, config } = turn;
  const held = new Set<SchemaVersion>();
  for (const table of Object.values(shardAt(node, shard).tables)) {
    held.add(table.schema.version);
    for (const holder of entryHolders(table)) {
      held.add(holder.version);
    }
  }
  for (const task of Object.values(node.tasks)) {
    if (task.shard === shard || (shard === 0 && task.wait.on === 'sync')) {
      held.add(task.wait.version);
    }
  }
  for (const handler of Object.values(node.handlers)) {
    if (handler.shard === shard && config.protections.coordinatorHoldsSchema) {
      held.add(handler.schema.version);
    }
  }
  for (const prepared of Object.values(node.prepared)) {
    if (prepared.schema !== null) {
      held.add(prepared.schema.version);
    }
  }
  return held;
}

/**
 * Forgets what nobody holds any more (G5, G6): at once and with its SYNCED flag as in 2016, or, with the grace period,
 * after its timer. Runs at the end of every turn.
 */
export function releaseUnheld(turn: Turn): void {
  const { registryGrace, rememberSynced } = turn.config.protections;
  for (let shard = 0; shard < turn.node.shards.length; shard++) {
    const registry = shardAt(turn.node, shard).registry;
    const held = heldVersions(turn, shard);
    for (const version of keysOf(registry)) {
      const entry = registry[version] as RegistryEntry;
      if (entry.load === 'LOADING') {
        continue;
      }
      if (held.has(version)) {
        if (entry.inactive) {
          setEntry(turn, shard, version, { ...entry, inactive: false });
        }
        if (!rememberSynced && entry.sync === 'SYNCED' && !isCurrent(turn.node, shard, version)) {
          setSync(turn, shard, version, 'NOT_SYNCED');
        }
      } else if (registryGrace) {
        if (!entry.inactive) {
          setEntry(turn, shard, version, { ...entry, inactive: true });
          turn.events.push({ kind: 'version-unheld', node: turn.node.id, shard, version });
        }
      } else {
        eraseEntry(turn, shard, version);
        turn.events.push({ kind: 'version-forgotten', node: turn.node.id, shard, version });
      }
    }
  }
}

/** The grace timer fired: an entry that is still inactive is forgotten (G6). */
export function graceEnded(turn: Turn, shard: ShardId, version: SchemaVersion): void {
  if (registryEntry(turn.node, shard, version)?.inactive === true) {
    eraseEntry(turn, shard, version);
    turn.events.push({ kind: 'version-forgotten', node: turn.node.id, shard, version });
  }
}

function isCurrent(node: NodeState, shard: ShardId, version: SchemaVersion): boolean {
  return Object.values(shardAt(node, shard).tables).some((table) => table.schema.version === version);
}
