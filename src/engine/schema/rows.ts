// The system tables as one value (SPEC R4, R5, R10, R11). Joining is the whole of schema merging: it is commutative,
// associative and idempotent, so rows form a semilattice and any order of the same changes ends in the same rows.

import type { Dict } from '../plain/record.ts';
import { laterTombstone, type TieBreak } from './cell.ts';
import { sharedRows } from './sharedRows.ts';
import { isEmpty, joinRow, liveRow, type RowJoin } from './systemRow.ts';
import type { SchemaRows, SystemPartition, SystemRow } from './systemTables.ts';
import { laterTablesWhole } from './wholeTables.ts';

export { equalRows } from './sharedRows.ts';
export {
  equalTableRows,
  joinTableRows,
  keyspacesOf,
  leqTableRows,
  liveTableRows,
  sliceTable,
  tablesOf,
} from './tableRows.ts';

/** How rows merge: the protections `deterministicTieBreak` and `cellwiseMerge`. */
export interface JoinRules {
  readonly tieBreak: TieBreak;
  /** False: of two definitions of a table, the one with the later timestamp wins whole (R11). */
  readonly cellwise: boolean;
}

/** The protocol's own rules. */
const LAST_WRITE_WINS: JoinRules = { tieBreak: 'larger', cellwise: true };

const NO_PARTITION: SystemPartition = { tombstone: null, rows: {} };

/** `incoming` merged into `stored`, in normal form (R4); `stored` itself when nothing changes. */
export function joinRows(
  stored: SchemaRows,
  incoming: SchemaRows,
  rules: JoinRules = LAST_WRITE_WINS,
): SchemaRows {
  if (stored === incoming) {
    return stored;
  }
  const [base, added] = rules.cellwise ? [stored, incoming] : laterTablesWhole(stored, incoming);
  const keyspaces = joinTable(base.keyspaces, added.keyspaces, rules.tieBreak);
  const columnfamilies = joinTable(base.columnfamilies, added.columnfamilies, rules.tieBreak);
  const columns = joinTable(base.columns, added.columns, rules.tieBreak);
  return withTables(stored, keyspaces, columnfamilies, columns);
}

type Partitions = Dict<SystemPartition>;

function withTables(
  rows: SchemaRows,
  keyspaces: Partitions,
  columnfamilies: Partitions,
  columns: Partitions,
): SchemaRows {
  const isSame =
    keyspaces === rows.keyspaces && columnfamilies === rows.columnfamilies && columns === rows.columns;
  return isSame ? rows : sharedRows({ keyspaces, columnfamilies, columns });
}

function joinTable(stored: Partitions, incoming: Partitions, tieBreak: TieBreak): Partitions {
  if (stored === incoming) {
    return stored;
  }
  let joined: Record<string, SystemPartition> | null = null;
  for (const keyspace of Object.keys(incoming)) {
    const before = Object.hasOwn(stored, keyspace) ? stored[keyspace] : undefined;
    const after = joinPartition(before ?? NO_PARTITION, incoming[keyspace] ?? NO_PARTITION, tieBreak);
    if (after !== (before ?? NO_PARTITION)) {
      joined ??= { ...stored };
      joined[keyspace] = after;
    }
  }
  return joined ?? stored;
}

function joinPartition(
  stored: SystemPartition,
  incoming: SystemPartition,
  tieBreak: TieBreak,
): SystemPartition {
  if (stored === incoming) {
    return stored;
  }
  const tombstone = laterTombstone(stored.tombstone, incoming.tombstone);
  const join: RowJoin = { partition: tombstone, tieBreak };
  let rows: Record<string, SystemRow> | null = null;
  const put = (key: string, before: SystemRow | null, after: SystemRow | null): void => {
    if (after === before) {
      return;
    }
    rows ??= { ...stored.rows };
    if (after) {
      rows[key] = after;
    } else {
      delete rows[key];
    }
  };
  if (tombstone !== stored.tombstone) {
    for (const key of Object.keys(stored.rows)) {
      const before = stored.rows[key] as SystemRow;
      put(key, before, joinRow(before, null, join));
    }
  }
  for (const key of Object.keys(incoming.rows)) {
    const before = Object.hasOwn(stored.rows, key) ? (stored.rows[key] as SystemRow) : null;
    put(key, before, joinRow(before, incoming.rows[key] as SystemRow, join));
  }
  return rows === null && tombstone === stored.tombstone ? stored : { tombstone, rows: rows ?? stored.rows };
}

/** Whether `b` is superior to `a`: joining `a` into `b` changes nothing, tombstones included (R5). */
export function leqRows(a: SchemaRows, b: SchemaRows): boolean {
  return joinRows(b, a) === b;
}

/** The rows without tombstones, dead cells, and the rows and partitions that they leave empty; itself when all lives (R6). */
export function liveRows(rows: SchemaRows): SchemaRows {
  return withTables(
    rows,
    livePartitions(rows.keyspaces),
    livePartitions(rows.columnfamilies),
    livePartitions(rows.columns),
  );
}

function livePartitions(partitions: Partitions): Partitions {
  return filterMap(partitions, (partition) => {
    const rows = filterMap(partition.rows, liveRow);
    if (isEmpty(rows)) {
      return null;
    }
    return rows === partition.rows && partition.tombstone === null ? partition : { tombstone: null, rows };
  });
}

function filterMap<T>(record: Dict<T>, change: (value: T) => T | null): Dict<T> {
  let changed = false;
  const kept: Record<string, T> = {};
  for (const key of Object.keys(record)) {
    const before = record[key] as T;
    const after = change(before);
    changed ||= after !== before;
    if (after !== null) {
      kept[key] = after;
    }
  }
  return changed ? kept : record;
}

/** What compaction leaves once the tombstones are past their grace: the live rows (R6). It changes the node digest (V8). */
export function expireTombstones(rows: SchemaRows): SchemaRows {
  return liveRows(rows);
}
