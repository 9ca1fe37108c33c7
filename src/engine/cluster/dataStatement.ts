// INSERT, UPDATE, DELETE and SELECT on their coordinator (SPEC W3, W7, W9): bound to the coordinator's current schema, or
// to an older version that it still knows, or to a prepared statement's.

import type { DataStatement, Literal, PrepareStatement, WriteStatement } from '../cql/statement.ts';
import { isMultiCell } from '../cql/type.ts';
import { encodeElements, encodeLiteral } from '../cql/value.ts';
import { compareText } from '../plain/compare.ts';
import { lookup, withKey } from '../plain/record.ts';
import type { Result } from '../plain/result.ts';
import { ok, refuse } from '../plain/result.ts';
import type { ColumnDefinition, Schema } from '../schema/schema.ts';
import { columnByName, columnsOfKind } from '../schema/schema.ts';
import { unconfiguredTable, undefinedColumn } from '../schema/unknownName.ts';
import type { WrittenValue } from '../storage/mutation.ts';
import { deletePartition, insertPartition } from '../storage/mutation.ts';
import type { ClusteringKey, Partition, PartitionKey } from '../storage/partition.ts';
import { beginRead } from './coordinateRead.ts';
import { beginWrite } from './coordinateWrite.ts';
import type { NodeState } from './node.ts';
import { loadedSchema, takeToShard } from './registry.ts';
import { currentSchema, tablesOn } from './schemaStatement.ts';
import { isKeyColumn, isWholeClustering, keyNames, keyOf, missingKeyPart, placeOf } from './statementKey.ts';
import type { Turn } from './turn.ts';
import { update } from './turn.ts';

/** A data statement with everything looked up: what it will do cannot be refused any more. */
export type Bound =
  | {
      readonly kind: 'write';
      readonly schema: Schema;
      readonly key: PartitionKey;
      readonly partition: Partition;
    }
  | {
      readonly kind: 'read';
      readonly schema: Schema;
      readonly key: PartitionKey;
      readonly clustering: ClusteringKey | null;
    };

/** Looks everything up; the refusal is a sentence with the place and the remedy. */
export function bindStatement(node: NodeState, statement: DataStatement): Result<Bound> {
  const bound = schemaFor(node, statement);
  if (!bound.ok) {
    return bound;
  }
  const schema = bound.value;
  const key = keyOf(schema, statement.key, 'partition_key', true);
  if (!key.ok) {
    return key;
  }
  const unknown = Object.keys(statement.key).find((name) => !isKeyColumn(columnByName(schema, name)));
  if (unknown !== undefined) {
    return columnByName(schema, unknown) === undefined
      ? undefinedColumn({ node: node.id, schema }, unknown, 'condition')
      : refuse(
          `Non PRIMARY KEY ${unknown} found in where clause: the key of ${placeOf(schema)} is ${keyNames(schema)}.`,
          'condition',
          unknown,
        );
  }
  if (statement.kind === 'select') {
    const missing = statement.columns?.find((name) => columnByName(schema, name) === undefined);
    if (missing !== undefined) {
      return undefinedColumn({ node: node.id, schema }, missing);
    }
    const clustering = keyOf(schema, statement.key, 'clustering_key', false);
    return clustering.ok
      ? ok({
          kind: 'read',
          schema,
          key: key.value,
          clustering: isWholeClustering(schema, statement.key) ? clustering.value : null,
        })
      : clustering;
  }
  return bindWrite(statement, { schema, key: key.value });
}

function bindWrite(
  statement: WriteStatement,
  { schema, key }: { readonly schema: Schema; readonly key: PartitionKey },
): Result<Bound> {
  const names = Object.keys(statement.values).length;
  if (statement.kind === 'update' && names === 0) {
    return refuse('An UPDATE sets at least one column: say which in SET, or INSERT a row of keys alone.');
  }
  const values = valuesFor(schema, statement);
  if (!values.ok) {
    return values;
  }
  const onlyStatic = Object.keys(statement.values).every(
    (name) => columnByName(schema, name)?.kind === 'static',
  );
  const whole = isWholeClustering(schema, statement.key);
  // Static cells belong to the partition; a DELETE without columns may name a range of rows.
  const needsRow = statement.kind === 'delete' ? !onlyStatic : !onlyStatic || names === 0;
  if (needsRow && !whole) {
    const missing = columnsOfKind(schema, 'clustering_key').find(
      ({ name }) => !Object.hasOwn(statement.key, name),
    );
    return missingKeyPart(schema, missing?.name ?? '');
  }
  const clustering = keyOf(schema, statement.key, 'clustering_key', false);
  if (!clustering.ok) {
    return clustering;
  }
  const written = {
    schema,
    clustering: whole ? clustering.value : null,
    ts: statement.timestamp,
    statement: statement.id,
  };
  const deletes = statement.kind === 'delete' && Object.keys(statement.values).length === 0;
  const partition = deletes
    ? deletePartition({ ...written, prefix: clustering.value })
    : insertPartition({ ...written, cells: values.value, withMarker: statement.kind === 'insert' && whole });
  return ok({ kind: 'write', schema, key, partition });
}

/** The schema that a statement runs under (W9). */
function schemaFor(node: NodeState, statement: DataStatement): Result<Schema> {
  const { keyspace, table, schemaVersion, prepared } = statement;
  const shard = statement.shard ?? 0;
  const current = currentSchema(node, shard, keyspace, table);
  if (current === null) {
    return unconfiguredTable(node.id, { keyspace, table }, tablesOn(node, shard));
  }
  if (prepared !== undefined) {
    const found = lookup(node.prepared, prepared);
    if (found === undefined) {
      return refuse(
        `No statement ${prepared} has been prepared on node ${node.id}: PREPARE it first.`,
        'statement',
        prepared,
      );
    }
    if (found.keyspace !== keyspace || found.table !== table) {
      return refuse(
        `The prepared statement ${prepared} is for ${found.keyspace}.${found.table}, not for ${keyspace}.${table}.`,
        'statement',
        prepared,
      );
    }
    // Prepared for a table that was dropped and made again, it is prepared again.
    return ok(found.schema?.cfId === current.cfId ? found.schema : current);
  }
  if (schemaVersion === undefined || schemaVersion === current.version) {
    return ok(current);
  }
  const known = loadedSchema(node, shard, schemaVersion);
  if (known === null || known.cfId !== current.cfId) {
    return refuse(
      `Node ${node.id} does not know version ${schemaVersion.slice(0, 8)} of ${table}: nothing there holds it any more.`,
    );
  }
  return ok(known);
}

function valuesFor(schema: Schema, statement: WriteStatement): Result<Record<string, WrittenValue>> {
  const { node } = statement;
  const values: Record<string, WrittenValue> = {};
  for (const [name, literal] of Object.entries(statement.values).sort((a, b) => compareText(a[0], b[0]))) {
    const column = columnByName(schema, name);
    if (column === undefined) {
      return undefinedColumn({ node, schema }, name);
    }
    if (isKeyColumn(column)) {
      return refuse(
        statement.kind === 'delete'
          ? `Invalid identifier ${name} for deletion (should not be a PRIMARY KEY part): name other columns, or none to delete the row.`
          : `PRIMARY KEY part ${name} found in SET part: a key never changes; write a new row, and name ${name} only in WHERE.`,
        'column',
        name,
      );
    }
    // A DELETE names the columns; whatever stands beside the name is not a value to store.
    const encoded = encodeFor(column, statement.kind === 'delete' ? null : literal);
    if (!encoded.ok) {
      return encoded;
    }
    values[name] = encoded.value;
  }
  return ok(values);
}

function encodeFor(column: ColumnDefinition, literal: Literal): Result<WrittenValue> {
  if (literal === null) {
    return ok(null);
  }
  const encoded = isMultiCell(column.type)
    ? encodeElements(column.type, literal, `"${column.name}"`)
    : encodeLiteral(column.type, literal, `"${column.name}"`);
  return encoded.ok ? encoded : refuse(encoded.problem, 'value', column.name);
}

export function beginDataStatement(turn: Turn, statement: DataStatement, bound: Bound): void {
  prepareAgain(turn, statement, bound.schema);
  knowOnShard(turn, statement.shard ?? 0, bound.schema);
  const { id, consistency } = statement;
  const shard = statement.shard ?? 0;
  const { schema, key } = bound;
  const { cfId, version } = schema;
  if (bound.kind === 'write') {
    beginWrite(turn, {
      statement: id,
      shard,
      schema,
      consistency,
      mutation: { cfId, version, key, partition: bound.partition },
    });
    return;
  }
  const columns = statement.kind === 'select' ? (statement.columns ?? null) : null;
  const request = { statement: id, cfId, version, key };
  beginRead(turn, { shard, schema, request, columns, clustering: bound.clustering, consistency });
}

/** A statement that was prepared on another shard brings its schema along (G7). */
function knowOnShard(turn: Turn, shard: number, schema: Schema): void {
  const from = turn.node.shards.findIndex((_, i) => loadedSchema(turn.node, i, schema.version) !== null);
  if (from >= 0 && loadedSchema(turn.node, shard, schema.version) === null) {
    takeToShard(turn, schema, from, shard);
  }
}

/** A driver whose prepared statement was invalidated prepares it again, now under the current schema (W9). */
function prepareAgain(turn: Turn, statement: DataStatement, schema: Schema): void {
  const name = statement.prepared;
  const prepared = name === undefined ? undefined : lookup(turn.node.prepared, name);
  if (name !== undefined && prepared !== undefined && prepared.schema?.cfId !== schema.cfId) {
    setPrepared(turn, name, schema);
  }
}

function setPrepared(turn: Turn, name: string, schema: Schema): void {
  const { keyspace, table, version } = schema;
  update(turn, { prepared: withKey(turn.node.prepared, name, { keyspace, table, schema }) });
  turn.events.push({ kind: 'statement-prepared', node: turn.node.id, name, version });
}

export function prepare(turn: Turn, statement: PrepareStatement, schema: Schema): void {
  setPrepared(turn, statement.name, schema);
}
