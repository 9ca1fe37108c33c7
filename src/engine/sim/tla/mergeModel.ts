// The model of the merge, made ready for one start (SPEC T1): what it calls things by, its statements, its first state.

import { neededFor } from '../../cluster/coordinateWrite.ts';
import { replicasOf } from '../../cluster/placement.ts';
import { isWholeClustering, keyOf } from '../../cluster/statementKey.ts';
import type { Statement, WriteStatement } from '../../cql/statement.ts';
import { compareText } from '../../plain/compare.ts';
import { keysOf } from '../../plain/record.ts';
import type { Result } from '../../plain/result.ts';
import { ok, refuse } from '../../plain/result.ts';
import type { Schema } from '../../schema/schema.ts';
import { columnByName } from '../../schema/schema.ts';
import type { Core } from '../state.ts';
import type { ModelNames, ModelState } from './modelState.ts';
import { meet, modelState, tableOf } from './modelState.ts';
import type { TableName } from './scope.ts';
import { outsideScope } from './scope.ts';
import type { TlaValue } from './tlaValue.ts';
import { functionOf, setOf } from './tlaValue.ts';

export interface ModelStart {
  readonly core: Core;
  /** Cores that came before, and statements given before: versions, digests and writes in flight stem from them. */
  readonly past: readonly Core[];
  readonly given: readonly Statement[];
  /** Statements still to be given, those of one node in this order. */
  readonly queue: readonly Statement[];
}

export interface MergeModel {
  readonly names: ModelNames;
  readonly statements: readonly TlaValue[];
  readonly state: ModelState;
  /** The model's state for another core of the same search; `used` says how many of its queue each node has been given. */
  readonly stateOf: (core: Core, used: readonly number[]) => ModelState;
}

/** TLA+ could spell no other name as the field of a record. */
const PLAIN_NAME = /^[a-z][A-Za-z0-9_]*$/u;

/** The model for a start, or the sentence of why it lies outside. */
export function mergeModel(start: ModelStart): Result<MergeModel> {
  const of = modelledTable(start);
  if (of === null) {
    return refuse(
      'The model is of one table: queue statements of one only, or begin with a run that has one.',
    );
  }
  const outside = new Set(outsideScope(start.core, start.queue, of));
  if (outside.size > 0) {
    return refuse([...outside].slice(0, 3).join(' '));
  }
  const stamps = new Set<number>();
  const collect = namesOf(start, of, {
    outside: (sentence) => outside.add(sentence),
    rank: (timestamp) => {
      stamps.add(timestamp);
      return timestamp;
    },
  });
  const collected = collect.ok ? build(start, collect.value) : collect;
  if (!collected.ok) {
    return collected;
  }
  if (outside.size > 0) {
    return refuse([...outside].slice(0, 3).join(' '));
  }
  const ranks = new Map([...stamps].sort((a, b) => a - b).map((timestamp, i) => [timestamp, i + 1]));
  const names = namesOf(start, of, {
    outside: () => undefined,
    rank: (timestamp) => ranks.get(timestamp) ?? 0,
  });
  return names.ok ? build(start, names.value) : names;
}

/** The table that the queue is about, or the only one there is. */
function modelledTable({ core, queue }: ModelStart): TableName | null {
  const named = queue.flatMap((statement) =>
    'table' in statement ? [{ keyspace: statement.keyspace, table: statement.table }] : [],
  );
  const served = Object.values(core.nodes[0]?.shards[0]?.tables ?? {}).map(({ schema }) => ({
    keyspace: schema.keyspace,
    table: schema.table,
  }));
  const found = named.length > 0 ? named : served;
  const [first] = found;
  const isOne = found.every((one) => one.keyspace === first?.keyspace && one.table === first?.table);
  return isOne ? (first ?? null) : null;
}

function namesOf(
  start: ModelStart,
  of: TableName,
  hooks: Pick<ModelNames, 'outside' | 'rank'>,
): Result<ModelNames> {
  const { core, past } = start;
  const schema = schemaIn(core, of);
  const isKey = (name: string) => columnByName(schema, name)?.kind.endsWith('_key') ?? false;
  const rowsSeen = [core, ...past].flatMap(({ nodes }) =>
    nodes.flatMap((node) => keysOf(tableOf(of, node)?.schema.ghost.rows.columns ?? {})),
  );
  const changed = statementsOf(start, of).flatMap((statement) =>
    statement.kind === 'alter-table'
      ? statement.changes.flatMap((change) => ('name' in change ? [change.name] : []))
      : [],
  );
  const all = [...new Set([...schema.columns.map(({ name }) => name), ...rowsSeen, ...changed])].sort(
    compareText,
  );
  const odd = all.find((name) => !PLAIN_NAME.test(name) && !isKey(name));
  if (odd !== undefined) {
    return refuse(`TLA+ cannot spell the column "${odd}": call it by a plain lower-case name.`);
  }
  const statements = statementsOf(start, of);
  const partitions = statements.flatMap((statement) => {
    const key = isWrite(statement) ? keyOf(schema, statement.key, 'partition_key', true) : null;
    return key?.ok ? [key.value] : [];
  });
  return ok({
    ...of,
    ...hooks,
    keys: all.filter(isKey),
    columns: all.filter((name) => !isKey(name)),
    statements: statements.map(({ id }) => id),
    partitions: [...new Set(partitions)].sort(compareText),
    versions: new Map(),
    digests: new Map(),
  });
}

function schemaIn(core: Core, of: TableName): Schema {
  const table = core.nodes.map((node) => tableOf(of, node)).find((found) => found !== undefined);
  return (table as NonNullable<typeof table>).schema;
}

function isWrite(statement: Statement): statement is WriteStatement {
  return statement.kind === 'insert' || statement.kind === 'update';
}

/** ALTERs and writes of the table, given or queued, in byte order of their ids. */
function statementsOf({ given, queue }: ModelStart, of: TableName): readonly Statement[] {
  return [...given, ...queue]
    .filter(
      (statement) =>
        (statement.kind === 'alter-table' || isWrite(statement)) &&
        statement.keyspace === of.keyspace &&
        statement.table === of.table,
    )
    .sort((a, b) => compareText(a.id, b.id));
}

function build(start: ModelStart, names: ModelNames): Result<MergeModel> {
  const { core, past, queue } = start;
  for (const before of past) {
    meet(names, before);
  }
  const schema = schemaIn(core, names);
  const statements: TlaValue[] = [];
  for (const statement of statementsOf(start, names)) {
    const made = isWrite(statement)
      ? modelWrite(names, schema, statement, core)
      : ok(modelAlter(names, statement));
    if (!made.ok) {
      return made;
    }
    statements.push(made.value);
  }
  const queued = core.config.nodes.map((node) =>
    queue.filter((one) => one.node === node).map((one) => names.statements.indexOf(one.id) + 1),
  );
  const stateOf = (at: Core, used: readonly number[]): ModelState =>
    modelState(names, at, (node) => {
      const i = core.config.nodes.indexOf(node);
      return (queued[i] ?? []).slice(used[i] ?? 0);
    });
  return ok({ names, statements, state: stateOf(core, []), stateOf });
}

const NO_WRITE = { part: '', cells: setOf([]), needs: 0, replicas: setOf([]) } as const;

function modelAlter(names: ModelNames, statement: Statement): TlaValue {
  const [change] = statement.kind === 'alter-table' ? statement.changes : [];
  const { node, timestamp } = statement;
  const col = change !== undefined && 'name' in change ? change.name : '';
  return functionOf({ kind: change?.kind ?? '', node, ts: names.rank(timestamp), col, ...NO_WRITE });
}

function modelWrite(
  names: ModelNames,
  schema: Schema,
  statement: WriteStatement,
  { config }: Core,
): Result<TlaValue> {
  const { node, timestamp, values } = statement;
  const part = keyOf(schema, statement.key, 'partition_key', true);
  const clustering = keyOf(schema, statement.key, 'clustering_key', false);
  if (!part.ok || !clustering.ok) {
    return part.ok ? (clustering as Result<never>) : part;
  }
  const ts = names.rank(timestamp);
  const row = clustering.value;
  const isStatic = (name: string) => columnByName(schema, name)?.kind === 'static';
  const written = keysOf(values).map((name) => functionOf({ row: isStatic(name) ? '' : row, col: name, ts }));
  const isWhole = isWholeClustering(schema, statement.key);
  const isMarked = statement.kind === 'insert' && isWhole;
  const hasRow = isWhole && (isMarked || keysOf(values).some((name) => !isStatic(name)));
  const there = hasRow ? [functionOf({ row, col: '.', ts: 0 })] : [];
  const marker = isMarked ? [functionOf({ row, col: '*', ts })] : [];
  const replicas = replicasOf(part.value, config);
  return ok(
    functionOf({
      kind: 'write',
      node,
      ts,
      col: '',
      part: `p${names.partitions.indexOf(part.value) + 1}`,
      cells: setOf([...there, ...marker, ...written]),
      needs: neededFor(statement.consistency, replicas.length),
      replicas: setOf(replicas),
    }),
  );
}
