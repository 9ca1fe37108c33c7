// DDL on its coordinator (SPEC R4-R8, M2, W1): validated against the local schema outside any lock, turned into one batch
// with one timestamp, pushed to every live node without waiting for anybody, and queued for the local merge.

import type { SchemaStatement, TableChange } from '../cql/statement.ts';
import { unreachable } from '../plain/assert.ts';
import { keysOf, valuesOf } from '../plain/record.ts';
import type { Result } from '../plain/result.ts';
import { ok, refuse } from '../plain/result.ts';
import type { ShardId } from '../plain/scalars.ts';
import {
  alterTableBatch,
  createKeyspaceBatch,
  createTableBatch,
  dropKeyspaceBatch,
  dropTableBatch,
  withKnownKeyspace,
} from '../schema/batch.ts';
import { checkSchemaStatement } from '../schema/check.ts';
import { joinRows } from '../schema/rows.ts';
import type { Schema } from '../schema/schema.ts';
import type { SchemaRows } from '../schema/systemTables.ts';
import { hashUuid } from '../schema/version.ts';
import { queueMerge } from './merge.ts';
import { versionsIn } from './migration.ts';
import type { NodeState } from './node.ts';
import type { Turn } from './turn.ts';
import { believesAlive, send, shardAt } from './turn.ts';

/** A table's current schema on one shard, by name; null when the shard serves no such table. */
export function currentSchema(
  node: NodeState,
  shard: ShardId,
  keyspace: string,
  table: string,
): Schema | null {
  const found = valuesOf(shardAt(node, shard).tables).find(
    (open) => open.schema.keyspace === keyspace && open.schema.table === table,
  );
  return found?.schema ?? null;
}

/** The tables that a shard serves, as it serves them. */
export const tablesOn = (node: NodeState, shard: ShardId): readonly Schema[] =>
  valuesOf(node.shards[shard]?.tables ?? {}).map(({ schema }) => schema);

/** The delta of a DDL statement, or the sentence of why it is refused. */
export function schemaBatch(turn: Turn, statement: SchemaStatement): Result<SchemaRows> {
  const batch = statementBatch(turn, statement);
  const isKeyspace = statement.kind === 'create-keyspace' || statement.kind === 'drop-keyspace';
  return batch.ok && !isKeyspace
    ? ok(withKnownKeyspace(batch.value, turn.node.rows, statement.keyspace))
    : batch;
}

function statementBatch(turn: Turn, statement: SchemaStatement): Result<SchemaRows> {
  const { node } = turn;
  const table = 'table' in statement ? statement.table : '';
  const schema = currentSchema(node, statement.shard ?? 0, statement.keyspace, table);
  const problem = checkSchemaStatement(node.rows, schema, statement);
  if (problem !== null) {
    return problem;
  }
  const ts = statement.timestamp;
  const { keyspace } = statement;
  switch (statement.kind) {
    case 'create-keyspace':
      return ok(createKeyspaceBatch({ keyspace, durableWrites: statement.durableWrites ?? true, ts }));
    case 'drop-keyspace':
      return ok(dropKeyspaceBatch({ keyspace, ts }));
    case 'drop-table':
      return schema === null ? refuse(unserved(node, keyspace, table)) : ok(dropTableBatch({ schema, ts }));
    case 'create-table': {
      const { columns, comment } = statement;
      const draft = { keyspace, table, columns, comment: comment ?? '' };
      return createTableBatch({ draft, cfId: hashUuid(`${statement.id} ${keyspace} ${table} ${ts}`), ts });
    }
    case 'alter-table': {
      if (schema === null) {
        return refuse(unserved(node, keyspace, table));
      }
      // Where the later definition wins whole, an ALTER must be whole to win.
      const { alterWritesOnlyChanges, cellwiseMerge } = turn.config.protections;
      const onlyChanges = alterWritesOnlyChanges && cellwiseMerge;
      return alterTableBatch({ rows: node.rows, schema, changes: statement.changes, ts, onlyChanges });
    }
    default:
      return unreachable(statement);
  }
}

function unserved(node: NodeState, keyspace: string, table: string): string {
  return `Node ${node.id} serves no table ${keyspace}.${table}.`;
}

export function beginSchemaStatement(turn: Turn, statement: SchemaStatement, delta: SchemaRows): void {
  const from = turn.node.id;
  const label = schemaLabel(statement);
  const versions = versionsMadeBy(turn, delta);
  for (const to of keysOf(turn.node.gossip)) {
    if (believesAlive(turn.node, to)) {
      const key = `DEFINITIONS_UPDATE ${from}>${to} ${statement.id}`;
      send(turn, {
        verb: 'DEFINITIONS_UPDATE',
        key,
        from,
        fromShard: statement.shard ?? 0,
        to,
        statement: statement.id,
        label,
        delta,
        versions,
      });
    }
  }
  queueMerge(turn, {
    key: `ddl ${statement.id}`,
    origin: 'ddl',
    from,
    statement: statement.id,
    label,
    delta,
    pull: null,
    marks: [],
  });
}

/** With the TODO of the merge switched on, a push says which versions it makes at its sender (W11). */
function versionsMadeBy(turn: Turn, delta: SchemaRows): readonly string[] {
  const { protections } = turn.config;
  if (!protections.containedVersionsSynced) {
    return [];
  }
  const tieBreak = protections.deterministicTieBreak ? 'larger' : 'keepFirst';
  const after = joinRows(turn.node.rows, delta, { tieBreak, cellwise: protections.cellwiseMerge });
  const before = versionsIn(turn.node.rows, turn.config);
  return versionsIn(after, turn.config).filter((version) => !before.includes(version));
}

/** The change in short, as envelopes carry it: '+email', '−phone', 'CREATE users'. */
export function schemaLabel(statement: SchemaStatement): string {
  switch (statement.kind) {
    case 'create-keyspace':
      return `CREATE KEYSPACE ${statement.keyspace}`;
    case 'drop-keyspace':
      return `DROP KEYSPACE ${statement.keyspace}`;
    case 'create-table':
      return `CREATE ${statement.table}`;
    case 'drop-table':
      return `DROP ${statement.table}`;
    case 'alter-table':
      return statement.changes.map(changeLabel).join(' ');
    default:
      return unreachable(statement);
  }
}

/** One change of a table in short, e.g. '+email'. */
export function changeLabel(change: TableChange): string {
  switch (change.kind) {
    case 'add':
      return `+${change.name}`;
    case 'drop':
      return `−${change.name}`;
    case 'type':
      return `${change.name} ${change.type}`;
    case 'rename':
      return `${change.from}→${change.to}`;
    case 'comment':
      return 'comment';
    default:
      return unreachable(change);
  }
}
