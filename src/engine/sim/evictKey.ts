import { currentSchema, tablesOn } from '../cluster/schemaStatement.ts';
import { encodeLiteral } from '../cql/value.ts';
import { lookup } from '../plain/record.ts';
import type { Result } from '../plain/result.ts';
import { ok, refuse } from '../plain/result.ts';
import { columnsOfKind } from '../schema/schema.ts';
import { unconfiguredTable } from '../schema/unknownName.ts';
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
    return unconfiguredTable(operation.node, operation, node === undefined ? [] : tablesOn(node, 0));
  }
  if (operation.key === undefined) {
    return ok(null);
  }
  const components: string[] = [];
  for (const column of columnsOfKind(schema, 'partition_key')) {
    const given = lookup(operation.key, column.name) ?? null;
    const encoded = encodeLiteral(column.type, given, `"${column.name}"`);
    if (!encoded.ok) {
      return refuse(encoded.problem, 'value', column.name);
    }
    components.push(encoded.value);
  }
  return ok(components.join(':'));
}
