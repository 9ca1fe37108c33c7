// What an ending is, for the people who compare endings (SPEC X11): the schema each node ended with, the data its tables show,
// and how each statement ended. What only the protocol keeps for itself (registry, gossip, logs) makes no other ending.

import type { NodeState } from '../cluster/node.ts';
import type { Config } from '../config/config.ts';
import { digestText } from '../plain/canonical.ts';
import { entriesOf, keysOf } from '../plain/record.ts';
import type { NodeId, SchemaVersion } from '../plain/scalars.ts';
import { partitionDigest } from '../storage/digest.ts';
import type { TableState } from '../storage/partition.ts';
import type { StorageRules } from '../storage/rules.ts';
import { storageRules } from '../storage/rules.ts';
import { readPartition } from '../storage/table.ts';

export interface NodeOutcome {
  readonly node: NodeId;
  readonly up: boolean;
  readonly digest: SchemaVersion;
  /** By 'keyspace.table' and shard. */
  readonly tables: readonly {
    readonly name: string;
    readonly shard: number;
    readonly version: SchemaVersion;
  }[];
  /** Hash of all that the tables show, by column name. */
  readonly data: string;
  readonly results: readonly { readonly statement: string; readonly status: string }[];
}

export function nodeOutcome(config: Config, node: NodeState): NodeOutcome {
  const rules = storageRules(config);
  const shards = node.shards.flatMap(({ tables }, shard) =>
    entriesOf(tables).map(([, table]) => ({ shard, table })),
  );
  return {
    node: node.id,
    up: node.up,
    digest: node.digest,
    tables: shards.map(({ shard, table }) => ({
      name: `${table.schema.keyspace}.${table.schema.table}`,
      shard,
      version: table.schema.version,
    })),
    data: digestText(JSON.stringify(shards.map(({ shard, table }) => [shard, contentOf(table, rules)]))),
    results: entriesOf(node.results).map(([statement, { status }]) => ({ statement, status })),
  };
}

function contentOf(table: TableState, rules: StorageRules): readonly (readonly [string, string])[] {
  const keys = new Set([
    ...keysOf(table.memtable.entries),
    ...keysOf(table.cache.entries),
    ...table.sstables.flatMap((sstable) => keysOf(sstable.partitions)),
  ]);
  return [...keys].sort().flatMap((key) => {
    const read = readPartition(table, key, table.schema, rules);
    return read.partition === null ? [] : [[key, partitionDigest(read.partition, table.schema)] as const];
  });
}
