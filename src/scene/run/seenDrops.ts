// A dropped table as a point of the version DAG. No version has it: it is what a node's system rows say once a tombstone
// covers the table's definition. It contains every version whose rows it shadows; columns that the dropper did not know
// of are left over, and make it another point.

import type { NodeState, Schema, SchemaVersion, TableRows } from '../../engine/index.ts';
import { keysOf, sliceTable, valuesOf } from '../../engine/index.ts';
import type { TableKey } from '../shape/scene.ts';

/** Versions are UUIDs, so that no version is taken for a drop. */
const PREFIX = 'dropped-';

export function dropKey(count: number): SchemaVersion {
  return `${PREFIX}${count}`;
}

/** Whether a point of the DAG is a dropped table and no version. */
export function isDrop(version: SchemaVersion): boolean {
  return version.startsWith(PREFIX);
}

/** What a node's system rows hold of a table that they say was dropped; null: it is there, or never was. */
export function droppedRows(node: NodeState, { keyspace, table }: TableKey): TableRows | null {
  const rows = sliceTable(node.rows, keyspace, table);
  const cfId = rows.columnfamily?.cells['cf_id']?.value ?? null;
  const tombstone = rows.columnfamily?.tombstone ?? rows.tombstones.columnfamilies;
  return cfId === null && tombstone !== null ? rows : null;
}

/** Columns whose rows the drop did not reach, by name. */
export function leftOver({ columns }: TableRows): readonly string[] {
  return keysOf(columns).filter((name) =>
    valuesOf(columns[name]?.cells ?? {}).some(({ value }) => value !== null),
  );
}

/** Equal for two dropped states that differ in nothing that lives. */
export function dropContent({ keyspace, table, ...rows }: TableRows): string {
  const { columnfamilies, columns } = rows.tombstones;
  const times = [rows.columnfamily?.tombstone, columnfamilies, columns].map((time) => time ?? '');
  return JSON.stringify([keyspace, table, times, leftOver({ keyspace, table, ...rows })]);
}

/** A definition without columns, so that whatever compares definitions can compare a drop. */
export function schemaOfDrop(version: SchemaVersion, rows: TableRows, cfId: string): Schema {
  const { keyspace, table } = rows;
  return {
    keyspace,
    table,
    cfId,
    version,
    comment: '',
    columns: [],
    ghost: { rows, mutationVersion: version },
  };
}
