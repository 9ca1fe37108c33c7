import { currentSchema } from '../cluster/schemaStatement.ts';
import { encodeLiteral } from '../cql/value.ts';
import { lookup } from '../plain/record.ts';
import type { Result } from '../plain/result.ts';
import { ok, refuse } from '../plain/result.ts';
import { columnsOfKind } from '../schema/schema.ts';
import type { PartitionKey } from '../storage/partition.ts';
import type { Operation } from './command.ts';
import type { Core } from './state.ts';

/** The serialized key of the partition that an `evict` names, or null for all of the table. */
export function evictKey(
  core: Core,
  operation: Extract<Operation, { kind: 'evict' }>,
): Result<PartitionKey | null> {
  const node = core.nodes.find((candidate) => candidate.id === operation.node);
  const schema = node === undefined ? null : currentSchema(node, 0, operation.keyspace, operation.table);
  if (schema === null) {
    return refuse(`Node ${operation.node} has no table ${operation.keyspace}.${operation.table}.`);
  }
  if (operation.key === undefined) {
    return ok(null);
  }
  const components: string[] = [];
  for (const column of columnsOfKind(schema, 'partition_key')) {
    const encoded = encodeLiteral(column.type, lookup(operation.key, column.name) ?? null);
    if (!encoded.ok) {
      return refuse(`${operation.table}.${column.name}: ${encoded.problem}`);
    }
    components.push(encoded.value);
  }
  return ok(components.join(':'));
}
