import { type NodeState, type SchemaVersion, valuesOf } from '../../engine/index.ts';
import type { TableKey } from '../shape/scene.ts';

/** The version of a table on a node's first shard; null where it has no such table. */
export function versionOfTable(node: NodeState, table: TableKey | null): SchemaVersion | null {
  const found = valuesOf(node.shards[0]?.tables ?? {}).find(
    ({ schema }) => schema.keyspace === table?.keyspace && schema.table === table.table,
  );
  return found?.schema.version ?? null;
}
