// One shard of one node takes a table's new definition (SPEC M5, M6): learn, then switch every data source of the table at
// once. Entries are not touched. The caller marks the version synced.

import { assert } from '../plain/assert.ts';
import { entriesOf, lookup, withKey, withoutKey } from '../plain/record.ts';
import type { ShardId } from '../plain/scalars.ts';
import type { Schema } from '../schema/schema.ts';
import { storageRules } from '../storage/rules.ts';
import { createTable, setTableSchema } from '../storage/table.ts';
import type { TableChangeOnNode } from './node.ts';
import { learn } from './registry.ts';
import type { Turn } from './turn.ts';
import { setTable, shardAt, update, updateShard } from './turn.ts';

/** Returns the sentence of what went wrong (the rows are written by then, M8), or null. */
export function switchShard(turn: Turn, shard: ShardId, change: TableChangeOnNode): string | null {
  const tables = shardAt(turn.node, shard).tables;
  const { schema } = change;
  if (schema === null) {
    const gone = lookup(tables, change.cfId);
    if (gone !== undefined) {
      updateShard(turn, shard, { tables: withoutKey(tables, change.cfId) });
      switched(turn, shard, gone.schema, null);
      invalidatePrepared(turn, gone.schema);
    }
    return null;
  }
  if (change.kind === 'created') {
    if (Object.hasOwn(tables, change.cfId)) {
      return `table ${schema.keyspace}.${schema.table} is in memory already: another merge created it`;
    }
    learn(turn, shard, schema);
    setTable(turn, shard, change.cfId, createTable(schema));
    switched(turn, shard, null, schema);
    return null;
  }
  const table = lookup(tables, change.cfId);
  if (table === undefined) {
    return `table ${schema.keyspace}.${schema.table} with id ${change.cfId.slice(0, 8)} is not in memory: this node serves another table of that name`;
  }
  learn(turn, shard, schema);
  const effect = setTableSchema(table, schema, storageRules(turn.config));
  setTable(turn, shard, change.cfId, effect.table);
  if (table.schema.version === schema.version) {
    const at = { keyspace: schema.keyspace, table: schema.table, cfId: schema.cfId };
    turn.events.push({ kind: 'version-aliased', node: turn.node.id, shard, ...at, version: schema.version });
  } else {
    switched(turn, shard, table.schema, schema);
  }
  for (const event of effect.events) {
    const at = { keyspace: schema.keyspace, table: schema.table, cfId: schema.cfId };
    turn.events.push({ kind: 'stored', node: turn.node.id, shard, ...at, event, statement: null });
  }
  if (!equalColumns(table.schema, schema)) {
    invalidatePrepared(turn, schema);
  }
  return null;
}

function switched(turn: Turn, shard: ShardId, from: Schema | null, to: Schema | null): void {
  const named = to ?? from;
  assert(named !== null, 'M6: a switch from something or to something');
  turn.events.push({
    kind: 'schema-switched',
    node: turn.node.id,
    shard,
    keyspace: named.keyspace,
    table: named.table,
    cfId: named.cfId,
    from: from?.version ?? null,
    to: to?.version ?? null,
  });
}

/** Prepared statements survive only a change that leaves the columns alone (W9). */
function invalidatePrepared(turn: Turn, schema: Schema): void {
  for (const [name, prepared] of entriesOf(turn.node.prepared)) {
    if (
      prepared.keyspace === schema.keyspace &&
      prepared.table === schema.table &&
      prepared.schema !== null
    ) {
      const version = prepared.schema.version;
      update(turn, { prepared: withKey(turn.node.prepared, name, { ...prepared, schema: null }) });
      turn.events.push({ kind: 'statement-invalidated', node: turn.node.id, name, version });
    }
  }
}

/** Equality of columns by name, type, id, kind and drop time (C8). */
function equalColumns(a: Schema, b: Schema): boolean {
  return (
    a.columns.length === b.columns.length &&
    a.columns.every((column, i) => {
      const other = b.columns[i];
      return (
        other !== undefined &&
        column.name === other.name &&
        column.type === other.type &&
        column.id === other.id &&
        column.kind === other.kind &&
        column.droppedAt === other.droppedAt
      );
    })
  );
}
