// What a challenge asks for, as a question to the engine; and the lens through which goals and tests look at a run: names
// instead of ids, text instead of bytes.

import type { Command, Inspection, NodeId, SchemaVersion, Timeline } from '../engine/index.ts';
import {
  checkPromises,
  cqlTypeName,
  inspect,
  keysOf,
  ledgersAt,
  lookup,
  stateAt,
  valuesOf,
} from '../engine/index.ts';

/** True when the goal is reached at the end of the run. */
export type Goal = (lens: Lens) => boolean;

export interface Lens {
  readonly inspection: Inspection;
  /** Commands since the challenge began. */
  readonly commands: readonly Command[];
  /** The table's version on a node's shard; null when it has none. */
  readonly version: (node: NodeId, shard?: number) => SchemaVersion | null;
  /** The same where the challenge began. */
  readonly firstVersion: (node: NodeId) => SchemaVersion | null;
  /** Names of the columns that are not part of the key, in the order of their ids. */
  readonly columns: (node: NodeId, shard?: number) => readonly string[];
  /** Entries of one row on all shards of a node, as 'memtable' → its cells by column. */
  readonly entries: (node: NodeId, row: string) => readonly EntryLens[];
  /** What a read answered, by column; null without an answer or without the row. */
  readonly answer: (statement: string) => Readonly<Record<string, string | null>> | null;
  /** What the statement of this command answered. */
  readonly answerOf: (command: Command) => Readonly<Record<string, string | null>> | null;
  readonly status: (statement: string) => string | null;
  /** Versions that a node’s first shard knows the definition of. */
  readonly knownVersions: (node: NodeId) => readonly SchemaVersion[];
  /** Type and kind of a column on a node: 'text static'; '' when it has none. */
  readonly kindOf: (node: NodeId, column: string) => string;
  /** Requests for definitions and schemas since the challenge began. */
  readonly asked: () => number;
  /** Nodes that are up. */
  readonly living: () => readonly NodeId[];
  /** Virtual microseconds since the challenge began. */
  readonly elapsed: () => number;
  /** Ids of the promises that are broken now. */
  readonly broken: () => readonly string[];
}

export interface EntryLens {
  readonly source: string;
  readonly version: SchemaVersion | null;
  readonly cells: Readonly<Record<string, string | null>>;
}

/** A key as it is kept, e.g. '00000001' for 1. */
const rowHex = (row: string): string => Number(row).toString(16).padStart(8, '0');

/** Looks at a run after `step` steps; `from` is where the challenge began. Cheap until `inspection` or a row is asked for. */
export function lensOf(timeline: Timeline, step: number, from = 0): Lens {
  const state = stateAt(timeline, step);
  let seen: Inspection | null = null;
  const inspection = (): Inspection => {
    seen ??= inspect(state, ledgersAt(timeline, step));
    return seen;
  };
  const schemaOf = (id: NodeId, shard = 0) => {
    const node = state.core.nodes.find((one) => one.id === id);
    return valuesOf(node?.shards[shard]?.tables ?? {})[0]?.schema;
  };
  const result = (statement: string) =>
    state.core.nodes.map((node) => lookup(node.results, statement)).find((one) => one !== undefined);
  const answer = (statement: string): Readonly<Record<string, string | null>> | null => {
    const rows = result(statement)?.rows;
    const [row] = rows?.rows ?? [];
    return row === undefined
      ? null
      : Object.fromEntries(row.map(({ text }, i) => [rows?.columns[i] ?? '', text]));
  };
  return {
    get inspection() {
      return inspection();
    },
    commands: timeline.steps.slice(from, step).map(({ command }) => command),
    version: (id, shard) => schemaOf(id, shard)?.version ?? null,
    firstVersion: (id) => lensOf(timeline, from).version(id),
    columns: (id, shard) =>
      (schemaOf(id, shard)?.columns ?? [])
        .filter(({ kind }) => kind === 'regular' || kind === 'static')
        .map(({ name }) => name),
    entries: (id, row) =>
      (inspection().nodes.find((node) => node.id === id)?.shards ?? []).flatMap(({ tables }) =>
        (tables[0]?.entries ?? [])
          .filter(({ key }) => key === rowHex(row))
          .map(({ source, version, cells }) => ({
            source,
            version,
            cells: Object.fromEntries(cells.map(({ column, value }) => [column, value])),
          })),
      ),
    answer,
    answerOf: (command) => ('id' in command ? answer(command.id) : null),
    knownVersions: (id) => keysOf(state.core.nodes.find((node) => node.id === id)?.shards[0]?.registry ?? {}),
    kindOf: (id, name) => {
      const column = schemaOf(id)?.columns.find((one) => one.name === name);
      return column === undefined ? '' : `${cqlTypeName(column.type)} ${column.kind}`;
    },
    asked: () =>
      timeline.steps
        .slice(from, step)
        .flatMap(({ events }) => events)
        .filter(({ kind }) => kind === 'version-requested' || kind === 'schema-requested').length,
    living: () => state.core.nodes.flatMap(({ id, up }) => (up ? [id] : [])),
    elapsed: () => state.notes.now - stateAt(timeline, from).notes.now,
    status: (statement) => result(statement)?.status ?? null,
    broken: () => checkPromises(state.core).flatMap(({ id, held }) => (held ? [] : [id])),
  };
}
