// A core of the engine as a state of model/SchemaMerge.tla (SPEC T1). Nothing that can differ between two reachable cores of
// the model's scope is left out: two cores are one state of the model only if they are one state of the engine.

import type { Message } from '../../cluster/message.ts';
import type { MergeTask, NodeState, Pull, RegistryEntry, StatementResult } from '../../cluster/node.ts';
import { itemsOf } from '../../plain/buckets.ts';
import { entriesOf, lookup, valuesOf } from '../../plain/record.ts';
import type { SchemaVersion } from '../../plain/scalars.ts';
import type { ColumnKind, Schema } from '../../schema/schema.ts';
import { nodeDigest } from '../../schema/version.ts';
import type { CellVector, Partition, TableState } from '../../storage/partition.ts';
import { isCollection } from '../../storage/partition.ts';
import type { Core } from '../state.ts';
import type { ModelTable } from './modelRows.ts';
import { modelRows, modelSlice, modelVersion, noRows } from './modelRows.ts';
import type { TlaFunction, TlaValue } from './tlaValue.ts';
import { functionOf, setOf, tupleOf } from './tlaValue.ts';

/** What the model calls things by. It grows: versions and digests that were met stay known. */
export interface ModelNames extends ModelTable {
  /** Statement ids in byte order: a statement's number in the model is its place, from 1. */
  readonly statements: readonly string[];
  readonly partitions: readonly string[];
  readonly versions: Map<SchemaVersion, TlaFunction>;
  readonly digests: Map<string, TlaFunction>;
}

export interface ModelState {
  readonly node: TlaFunction;
  readonly msgs: TlaValue;
}

/** The model's state; `todo` says which statements each node has still to be given, by number. */
export function modelState(
  names: ModelNames,
  core: Core,
  todo: (node: string) => readonly number[],
): ModelState {
  meet(names, core);
  const nodes = core.nodes.map((node): [string, TlaValue] => [
    node.id,
    modelNode(names, node, todo(node.id)),
  ]);
  const msgs = core.messages.map((message) => modelMessage(names, message));
  return { node: functionOf(Object.fromEntries(nodes)), msgs: setOf(msgs) };
}

/** Remembers the versions and digests of a core: later states name them by their hash alone. */
export function meet(names: ModelNames, core: Core): void {
  for (const node of core.nodes) {
    names.digests.set(
      nodeDigest(node.rows, { tombstonesOut: true }),
      modelVersion(names, sliceOf(names, node)),
    );
    for (const { registry, tables } of node.shards) {
      for (const schema of [...valuesOf(registry).map((entry) => entry.schema), ...schemasOf(tables)]) {
        if (schema !== null && isModelled(names, schema)) {
          names.versions.set(schema.version, modelVersion(names, schema.ghost.rows));
        }
      }
    }
  }
}

function schemasOf(tables: NodeState['shards'][number]['tables']): readonly Schema[] {
  return valuesOf(tables).flatMap((table) => [
    table.schema,
    ...valuesOf(table.memtable.entries).map((entry) => entry.schema),
  ]);
}

function isModelled(names: ModelNames, schema: Schema): boolean {
  return schema.keyspace === names.keyspace && schema.table === names.table;
}

function sliceOf(names: ModelNames, node: NodeState) {
  const schema = tableOf(names, node)?.schema;
  return schema?.ghost.rows ?? { keyspace: names.keyspace, table: names.table, ...NO_SLICE };
}

const NO_SLICE = {
  columnfamily: null,
  columns: {},
  tombstones: { columnfamilies: null, columns: null },
} as const;

export function tableOf(
  names: Pick<ModelNames, 'keyspace' | 'table'>,
  node: NodeState,
): TableState | undefined {
  return valuesOf(node.shards[0]?.tables ?? {}).find(
    ({ schema }) => schema.keyspace === names.keyspace && schema.table === names.table,
  );
}

function versionOf(names: ModelNames, version: SchemaVersion | null): TlaFunction {
  return (version === null ? undefined : names.versions.get(version)) ?? noRows(names);
}

function schemaOf(names: ModelNames, schema: Schema | null): TlaFunction {
  return schema === null ? noRows(names) : modelSlice(names, schema.ghost.rows);
}

function numberOf(names: ModelNames, statement: string | null): number {
  return statement === null ? 0 : names.statements.indexOf(statement) + 1;
}

function modelNode(names: ModelNames, node: NodeState, todo: readonly number[]): TlaFunction {
  const table = tableOf(names, node);
  const registry = entriesOf(node.shards[0]?.registry ?? {}).filter(([, { schema }]) =>
    schema === null ? true : isModelled(names, schema),
  );
  return functionOf({
    rows: modelRows(names, node.rows),
    registry: setOf(registry.map(([version, entry]) => modelEntry(names, version, entry))),
    store: functionOf(
      Object.fromEntries(names.partitions.map((key, i) => [`p${i + 1}`, stored(names, table, key)])),
    ),
    queue: tupleOf(node.merges.map((task) => modelMerge(names, task))),
    tasks: setOf(valuesOf(node.tasks).flatMap((task) => modelTask(names, task))),
    pulls: setOf(entriesOf(node.pulls).map(([, pull]) => modelPull(names, pull))),
    handlers: setOf(
      entriesOf(node.handlers).flatMap(([statement, handler]) =>
        handler.kind === 'read'
          ? []
          : [
              functionOf({
                id: numberOf(names, statement),
                schema: schemaOf(names, handler.schema),
                acks: setOf(handler.acks),
              }),
            ],
      ),
    ),
    applied: setOf(appliedBy(names, table)),
    results: setOf(entriesOf(node.results).flatMap(([id, result]) => modelResult(names, id, result))),
    breaches: setOf(
      node.breaches.map(({ promise, fault, version, statement }) => {
        const isApply = fault.kind === 'applied-not-contained';
        return functionOf({
          promise,
          id: numberOf(names, statement),
          lost: setOf(isApply ? fault.lost : []),
          v: isApply || version === null ? noRows(names) : versionOf(names, version),
        });
      }),
    ),
    heard: functionOf(
      Object.fromEntries(
        entriesOf(node.gossip).map(([peer, { digest }]) => [
          peer,
          (digest === null ? undefined : names.digests.get(digest)) ?? noRows(names),
        ]),
      ),
    ),
    tell: setOf(node.announceTo),
    timers: setOf(node.pullTimers),
    todo: tupleOf(todo),
  });
}

function modelEntry(names: ModelNames, version: SchemaVersion, entry: RegistryEntry): TlaFunction {
  return functionOf({
    v: versionOf(names, version),
    schema: schemaOf(names, entry.schema),
    loaded: entry.load === 'LOADED',
    sync: entry.sync,
    source: entry.source ?? '',
    pulled: entry.pulled,
  });
}

function stored(names: ModelNames, table: TableState | undefined, key: string): TlaFunction {
  const entry = table === undefined ? undefined : lookup(table.memtable.entries, key);
  return entry === undefined
    ? functionOf({ schema: noRows(names), cells: setOf([]) })
    : functionOf({
        schema: schemaOf(names, entry.schema),
        cells: setOf(cellsOf(names, entry.partition)),
      });
}

/** That a row is there is a cell of the column "."; its marker is one of "*". */
function cellsOf(names: ModelNames, partition: Partition): readonly TlaValue[] {
  if (partition.tombstone !== null || partition.ranges.length > 0) {
    names.outside('Rows were deleted.');
  }
  const rows = entriesOf(partition.rows).flatMap(([row, { marker, tombstone, cells }]) => {
    if (tombstone !== null) {
      names.outside('Rows were deleted.');
    }
    const mark = marker === null ? [] : [functionOf({ row, col: '*', ts: names.rank(marker.ts) })];
    return [functionOf({ row, col: '.', ts: 0 }), ...mark, ...vectorCells(names, cells, row, 'regular')];
  });
  return [...vectorCells(names, partition.static, '', 'static'), ...rows];
}

function vectorCells(
  names: ModelNames,
  vector: CellVector,
  row: string,
  kind: ColumnKind,
): readonly TlaValue[] {
  return vector.flatMap((slot) => {
    if (slot === null) {
      return [];
    }
    if (isCollection(slot)) {
      names.outside(`A ${kind} column holds a collection.`);
      return [];
    }
    return [functionOf({ row, col: slot.column, ts: names.rank(slot.ts) })];
  });
}

/** What was applied, with the version each mutation came in: the commitlog. */
function appliedBy(names: ModelNames, table: TableState | undefined): readonly TlaValue[] {
  return itemsOf(table?.commitlog ?? []).map(({ partition, version }) =>
    functionOf({ id: numberOf(names, writerOf(partition)), v: versionOf(names, version) }),
  );
}

function writerOf(partition: Partition): string | null {
  for (const { marker, cells } of valuesOf(partition.rows)) {
    const cell = cells.find((slot) => slot !== null);
    if (marker !== null || (cell !== undefined && cell !== null && !isCollection(cell))) {
      return marker?.statement ?? (cell as { statement: string }).statement;
    }
  }
  const cell = partition.static.find((slot) => slot !== null);
  return cell === undefined || cell === null || isCollection(cell) ? null : cell.statement;
}

function modelResult(
  names: ModelNames,
  id: string,
  { status, problem }: StatementResult,
): readonly TlaFunction[] {
  const number = numberOf(names, id);
  // A time-out says how many had confirmed, and that is part of the state.
  const got = status === 'timeout' ? Number(/\d+/u.exec(problem)?.[0] ?? 0) : 0;
  return number === 0 ? [] : [functionOf({ id: number, status, got })];
}

function modelMerge(names: ModelNames, { origin, from, statement, delta, pull }: MergeTask): TlaFunction {
  return functionOf({
    origin,
    id: numberOf(names, statement),
    from,
    v: pulledVersion(names, pull),
    delta: modelRows(names, delta),
  });
}

function pulledVersion(names: ModelNames, pull: string | null): TlaFunction {
  return pull?.startsWith('sync ') ? versionOf(names, pull.slice('sync '.length)) : noRows(names);
}

function modelTask(names: ModelNames, task: NodeState['tasks'][string]): readonly TlaFunction[] {
  if (task.kind === 'read') {
    return [];
  }
  const { statement, from, wait } = task;
  return [
    functionOf({ id: numberOf(names, statement), from, wait: wait.on, v: versionOf(names, wait.version) }),
  ];
}

function modelPull(names: ModelNames, { peer, version, statement }: Pull): TlaFunction {
  return functionOf({ peer, v: versionOf(names, version), by: numberOf(names, statement) });
}

function modelMessage(names: ModelNames, message: Message): TlaFunction {
  const base = { kind: message.verb, from: message.from, to: message.to };
  switch (message.verb) {
    case 'DEFINITIONS_UPDATE':
      return functionOf({
        ...base,
        id: numberOf(names, message.statement),
        delta: modelRows(names, message.delta),
      });
    case 'MIGRATION_REQUEST':
      return functionOf({ ...base, v: pulledVersion(names, message.pull) });
    case 'MIGRATION_REPLY':
      return functionOf({
        ...base,
        v: pulledVersion(names, message.pull),
        delta: modelRows(names, message.rows),
      });
    case 'GET_SCHEMA_VERSION':
      return functionOf({ ...base, v: versionOf(names, message.version) });
    case 'SCHEMA_VERSION_REPLY':
      return functionOf({
        ...base,
        v: versionOf(names, message.version),
        delta: schemaOf(names, message.schema),
      });
    case 'MUTATION':
      return functionOf({
        ...base,
        id: numberOf(names, message.statement),
        v: versionOf(names, message.mutation.version),
      });
    case 'MUTATION_DONE':
      return functionOf({ ...base, id: numberOf(names, message.statement) });
    default:
      names.outside('A read is under way.');
      return functionOf(base);
  }
}
