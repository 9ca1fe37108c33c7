// What merging would be without the cell-by-cell rule (SPEC R11, a protection switched off): a definition is one value,
// and of two definitions of a table the one with the later timestamp replaces the other whole.

import type { Dict } from '../plain/record.ts';
import { laterTombstone, shadows, type Timestamp } from './cell.ts';
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
      const before = latestOf({ rows: stored, other: incoming, keyspace, table });
      const after = latestOf({ rows: incoming, other: stored, keyspace, table });
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

function tombstoneOf(partitions: Dict<SystemPartition>, keyspace: string): Timestamp | null {
  return Object.hasOwn(partitions, keyspace) ? (partitions[keyspace]?.tombstone ?? null) : null;
}

interface Side {
  readonly rows: SchemaRows;
  readonly other: SchemaRows;
  readonly keyspace: string;
  readonly table: string;
}

/** The latest timestamp of a table's rows, row tombstones included, that no DROP KEYSPACE of either side shadows. */
function latestOf({ rows, other, keyspace, table }: Side): Timestamp | null {
  let latest: Timestamp | null = null;
  const prefix = clusteringKey(table, '');
  for (const name of ['columnfamilies', 'columns'] as const) {
    const shadow = laterTombstone(tombstoneOf(rows[name], keyspace), tombstoneOf(other[name], keyspace));
    for (const [key, row] of Object.entries(rowsIn(rows[name], keyspace))) {
      if (name === 'columns' ? key.startsWith(prefix) : key === table) {
        const cells = [...Object.values(row.cells), ...Object.values(row.droppedColumns)].map(
          (cell) => cell.ts,
        );
        for (const ts of row.tombstone === null ? cells : [...cells, row.tombstone]) {
          latest = shadows(shadow, ts) ? latest : laterTombstone(latest, ts);
        }
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
