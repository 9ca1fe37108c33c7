// The lens through which goals and tests look at a core: names instead of ids, text instead of bytes.

import type { Core, InspectedTable, NodeId, SchemaVersion, StatementId } from '../engine/index.ts';
import {
  checkPromises,
  cqlTypeName,
  inspectTable,
  itemsOf,
  keysOf,
  lookup,
  valuesOf,
} from '../engine/index.ts';

export interface Lens {
  /** The table's version on a node's shard; null when it has none. */
  readonly version: (node: NodeId, shard?: number) => SchemaVersion | null;
  /** Names of the columns that are not part of the key, in the order of their ids. */
  readonly columns: (node: NodeId, shard?: number) => readonly string[];
  /** Entries of one row on all shards of a node, as 'memtable' → its cells by column. */
  readonly entries: (node: NodeId, row: string) => readonly EntryLens[];
  /** What a read answered, by column; null without an answer or without the row. */
  readonly answer: (statement: StatementId) => Readonly<Record<string, string | null>> | null;
  readonly status: (statement: StatementId) => string | null;
  /** Versions that a node’s first shard knows the definition of. */
  readonly knownVersions: (node: NodeId) => readonly SchemaVersion[];
  /** Type and kind of a column on a node: 'text static'; '' when it has none. */
  readonly kindOf: (node: NodeId, column: string) => string;
  /** Whether a node, as a replica, has confirmed what a statement writes. */
  readonly hasConfirmed: (node: NodeId, statement: StatementId) => boolean;
  /** Nodes that are up. */
  readonly living: () => readonly NodeId[];
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

export function lensOf(core: Core): Lens {
  const nodeOf = (id: NodeId) => core.nodes.find((one) => one.id === id);
  const tableOf = (id: NodeId, shard = 0) => valuesOf(nodeOf(id)?.shards[shard]?.tables ?? {})[0];
  const result = (statement: StatementId) =>
    core.nodes.map((node) => lookup(node.results, statement)).find((one) => one !== undefined);
  return {
    version: (id, shard) => tableOf(id, shard)?.schema.version ?? null,
    columns: (id, shard) =>
      (tableOf(id, shard)?.schema.columns ?? [])
        .filter(({ kind }) => kind === 'regular' || kind === 'static')
        .map(({ name }) => name),
    entries: (id, row) =>
      (nodeOf(id)?.shards ?? []).flatMap((_shard, i) => {
        const table = tableOf(id, i);
        return table === undefined ? [] : entriesIn(inspectTable(table), row);
      }),
    answer: (statement) => {
      const rows = result(statement)?.rows;
      const [row] = rows?.rows ?? [];
      return row === undefined
        ? null
        : Object.fromEntries(row.map(({ text }, i) => [rows?.columns[i] ?? '', text]));
    },
    knownVersions: (id) => keysOf(nodeOf(id)?.shards[0]?.registry ?? {}),
    kindOf: (id, name) => {
      const column = tableOf(id)?.schema.columns.find((one) => one.name === name);
      return column === undefined ? '' : `${cqlTypeName(column.type)} ${column.kind}`;
    },
    hasConfirmed: (id, statement) =>
      itemsOf(nodeOf(id)?.confirmations ?? []).some((one) => one.statement === statement),
    living: () => core.nodes.flatMap(({ id, up }) => (up ? [id] : [])),
    status: (statement) => result(statement)?.status ?? null,
    broken: () => checkPromises(core).flatMap(({ id, held }) => (held ? [] : [id])),
  };
}

const entriesIn = ({ entries }: InspectedTable, row: string): readonly EntryLens[] =>
  entries
    .filter(({ key }) => key === rowHex(row))
    .map(({ source, version, cells }) => ({
      source,
      version,
      cells: Object.fromEntries(cells.map(({ column, value }) => [column, value])),
    }));
