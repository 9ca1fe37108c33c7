// What merging would be without the cell-by-cell rule (SPEC R11, a protection switched off): a definition is one value,
// and of two definitions of a table the one with the later timestamp replaces the other whole.

import type { Dict } from '../plain/record.ts';
import type { Timestamp } from '../plain/scalars.ts';
import { laterTombstone } from './cell.ts';
import { clusteringKey, type SchemaRows, type SystemPartition, type SystemRow } from './systemTables.ts';

/**
 * Both sides of a join without the rows that lose: `[stored, incoming]`. Ties stay with `stored`. A change that writes
 * only what it changed is no whole definition: with this rule ALTER has to rewrite everything.
 */
export function laterTablesWhole(
  stored: SchemaRows,
  incoming: SchemaRows,
): readonly [SchemaRows, SchemaRows] {
  let kept = stored;
  let added = incoming;
  for (const keyspace of Object.keys({ ...incoming.columnfamilies, ...incoming.columns })) {
    for (const table of tableNames(incoming, keyspace)) {
      const before = latestOf(stored, keyspace, table);
      const after = latestOf(incoming, keyspace, table);
      if (after === null || (before !== null && before >= after)) {
        added = withoutTable(added, keyspace, table);
      } else {
        kept = withoutTable(kept, keyspace, table);
      }
    }
  }
  return [kept, added];
}

function tableNames(rows: SchemaRows, keyspace: string): ReadonlySet<string> {
  return new Set([
    ...Object.keys(rowsIn(rows.columnfamilies, keyspace)),
    ...Object.keys(rowsIn(rows.columns, keyspace)).map((key) => key.slice(0, key.indexOf('\u0000'))),
  ]);
}

function rowsIn(partitions: Dict<SystemPartition>, keyspace: string): Dict<SystemRow> {
  return Object.hasOwn(partitions, keyspace) ? (partitions[keyspace]?.rows ?? {}) : {};
}

/** The latest timestamp of a table's rows, tombstones included: a DROP is a definition too. Null when there are none. */
function latestOf(rows: SchemaRows, keyspace: string, table: string): Timestamp | null {
  let latest: Timestamp | null = null;
  const prefix = clusteringKey(table, '');
  for (const name of ['columnfamilies', 'columns'] as const) {
    for (const [key, row] of Object.entries(rowsIn(rows[name], keyspace))) {
      if (name === 'columns' ? key.startsWith(prefix) : key === table) {
        const cells = [...Object.values(row.cells), ...Object.values(row.droppedColumns)];
        latest = cells.reduce(
          (ts, cell) => laterTombstone(ts, cell.ts),
          laterTombstone(latest, row.tombstone),
        );
      }
    }
  }
  return latest;
}

function withoutTable(rows: SchemaRows, keyspace: string, table: string): SchemaRows {
  const prefix = clusteringKey(table, '');
  const columnfamilies = withoutRows(rows.columnfamilies, keyspace, (key) => key === table);
  const columns = withoutRows(rows.columns, keyspace, (key) => key.startsWith(prefix));
  const isSame = columnfamilies === rows.columnfamilies && columns === rows.columns;
  return isSame ? rows : { keyspaces: rows.keyspaces, columnfamilies, columns };
}

function withoutRows(
  partitions: Dict<SystemPartition>,
  keyspace: string,
  goes: (key: string) => boolean,
): Dict<SystemPartition> {
  const partition = Object.hasOwn(partitions, keyspace) ? partitions[keyspace] : undefined;
  if (!partition || !Object.keys(partition.rows).some(goes)) {
    return partitions;
  }
  const rows = Object.fromEntries(Object.entries(partition.rows).filter(([key]) => !goes(key)));
  return { ...partitions, [keyspace]: { tombstone: partition.tombstone, rows } };
}
