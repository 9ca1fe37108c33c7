// What an operator does to one node's storage (SPEC E10-E13, E20).

import { unreachable } from '../plain/assert.ts';
import { entriesOf } from '../plain/record.ts';
import type { Result } from '../plain/result.ts';
import { ok } from '../plain/result.ts';
import { deriveSchema } from '../schema/derive.ts';
import { expireTombstones, sliceTable, tablesOf } from '../schema/rows.ts';
import { unconfiguredTable } from '../schema/unknownName.ts';
import { nodeDigest } from '../schema/version.ts';
import { evictCache } from '../storage/cache.ts';
import { compact } from '../storage/compaction.ts';
import { flush } from '../storage/flush.ts';
import type { TableState } from '../storage/partition.ts';
import { storageRules } from '../storage/rules.ts';
import type { Effect } from '../storage/table.ts';
import { setTableSchema } from '../storage/table.ts';
import { learn, markSynced } from './registry.ts';
import { tablesOn } from './schemaStatement.ts';
import type { Turn } from './turn.ts';
import { alivePeers, setTable, shardAt, update } from './turn.ts';

export interface StorageOperation {
  readonly kind: 'flush' | 'compact' | 'evict';
  readonly keyspace: string;
  readonly table: string;
  /** Serialized partition key; null for all (evict). */
  readonly key: string | null;
}

/** On every shard of the node. */
export function operateStorage(turn: Turn, operation: StorageOperation): Result<null> {
  const { keyspace, table: name } = operation;
  let found = false;
  for (let shard = 0; shard < turn.node.shards.length; shard++) {
    for (const [cfId, table] of entriesOf(shardAt(turn.node, shard).tables)) {
      if (table.schema.keyspace !== keyspace || table.schema.table !== name) {
        continue;
      }
      found = true;
      const effect = storageEffect(turn, table, operation);
      setTable(turn, shard, cfId, effect.table);
      for (const event of effect.events) {
        turn.events.push({
          kind: 'stored',
          node: turn.node.id,
          shard,
          keyspace,
          table: name,
          cfId,
          event,
          statement: null,
        });
      }
    }
  }
  return found
    ? ok(null)
    : unconfiguredTable(turn.node.id, { keyspace, table: name }, tablesOn(turn.node, 0));
}

function storageEffect(turn: Turn, table: TableState, operation: StorageOperation): Effect {
  const rules = storageRules(turn.config);
  switch (operation.kind) {
    case 'flush':
      return flush(table, rules);
    case 'compact':
      return compact(table, rules);
    case 'evict':
      return evictCache(table, operation.key);
    default:
      return unreachable(operation.kind);
  }
}

/**
 * Schema tombstones older than the grace period are compacted away. While tombstones are left out of the hash no version
 * changes; with that protection off, this node's versions change without any DDL (E20, V6).
 */
export function expireSchemaTombstones(turn: Turn): void {
  const { protections } = turn.config;
  const rows = expireTombstones(turn.node.rows);
  const digest = nodeDigest(rows, { tombstonesOut: protections.tombstonesOutOfHash });
  const changed = digest !== turn.node.digest;
  update(turn, { rows, flushedRows: expireTombstones(turn.node.flushedRows), digest });
  if (changed) {
    update(turn, { announceTo: alivePeers(turn.node) });
    turn.events.push({ kind: 'digest-announced', node: turn.node.id, digest, changed });
  }
  if (!protections.tombstonesOutOfHash) {
    rederive(turn);
  }
}

function rederive(turn: Turn): void {
  const { rows } = turn.node;
  for (const { keyspace, table: name } of tablesOf(rows)) {
    const schema = deriveSchema(sliceTable(rows, keyspace, name), {
      hash: turn.config.protections.versionHash,
      tombstonesOut: false,
    });
    for (let shard = 0; schema.ok && shard < turn.node.shards.length; shard++) {
      const table = shardAt(turn.node, shard).tables[schema.value.cfId];
      if (table !== undefined && table.schema.version !== schema.value.version) {
        learn(turn, shard, schema.value);
        markSynced(turn, shard, schema.value.version, 'merge');
        setTable(
          turn,
          shard,
          schema.value.cfId,
          setTableSchema(table, schema.value, storageRules(turn.config)).table,
        );
        const at = { node: turn.node.id, shard, keyspace, table: name, cfId: schema.value.cfId };
        turn.events.push({
          kind: 'schema-switched',
          ...at,
          from: table.schema.version,
          to: schema.value.version,
        });
      }
    }
  }
}
