// How many partitions a shard of a replica may hold of one table, and how many rows a partition (SPEC N1): judged at the
// replicas of the key, because the coordinator may hold none of it. A write that only touches what is there may go on.

import { replicasOf, shardOfKey } from '../cluster/placement.ts';
import { currentSchema } from '../cluster/schemaStatement.ts';
import { isWholeClustering, keyOf } from '../cluster/statementKey.ts';
import type { WriteStatement } from '../cql/statement.ts';
import { ROWS_MAX } from '../plain/limits.ts';
import { lookup } from '../plain/record.ts';
import type { PartitionKey, TableState } from '../storage/partition.ts';
import type { Core } from './state.ts';

/** The sentence of the refusal, or null; a key that cannot be read is for the coordinator to refuse. */
export function checkRows(core: Core, statement: WriteStatement): string | null {
  const coordinator = core.nodes.find(({ id }) => id === statement.node);
  const schema =
    coordinator && currentSchema(coordinator, statement.shard ?? 0, statement.keyspace, statement.table);
  const key = schema && keyOf(schema, statement.key, 'partition_key', true);
  if (!schema || !key?.ok || statement.kind === 'delete') {
    return null;
  }
  const clustering = keyOf(schema, statement.key, 'clustering_key', false);
  const row = clustering.ok && isWholeClustering(schema, statement.key) ? clustering.value : null;
  const shard = shardOfKey(key.value, core.config.shards);
  for (const replica of replicasOf(key.value, core.config)) {
    const table = lookup(
      core.nodes.find(({ id }) => id === replica)?.shards[shard]?.tables ?? {},
      schema.cfId,
    );
    if (table !== undefined && isFull(partitions(table), key.value)) {
      return `${schema.table} holds ${ROWS_MAX} partitions on node ${replica}, the most there may be; write to one of those.`;
    }
    if (table !== undefined && row !== null && isFull(rows(table, key.value), row)) {
      return `This partition of ${schema.table} holds ${ROWS_MAX} rows on node ${replica}, the most there may be; write to another.`;
    }
  }
  return null;
}

type Keyed = Readonly<Record<string, unknown>>;

const partitions = (table: TableState): readonly Keyed[] => [
  table.memtable.entries,
  table.cache.entries,
  ...table.sstables.map((sstable) => sstable.partitions),
];

const rows = (table: TableState, key: PartitionKey): readonly Keyed[] => [
  lookup(table.memtable.entries, key)?.partition.rows ?? {},
  lookup(table.cache.entries, key)?.partition.rows ?? {},
  ...table.sstables.map((sstable) => lookup(sstable.partitions, key)?.rows ?? {}),
];

/** Whether the sources hold as many keys as there may be, and not this one. */
function isFull(sources: readonly Keyed[], key: string): boolean {
  const counts = sources.map((source) => Object.keys(source).length);
  // One key may lie in several sources: only when their sum reaches the limit is it worth telling them apart.
  if (counts.reduce((sum, count) => sum + count, 0) < ROWS_MAX) {
    return false;
  }
  return (
    !sources.some((source) => Object.hasOwn(source, key)) &&
    new Set(sources.flatMap((source) => Object.keys(source))).size >= ROWS_MAX
  );
}
