// Sstables name their columns (SPEC E6), so they need no schema version and can be read with any. The reader skips a cell
// whose column the schema lacks, or has with another kind or type, or dropped at or after the cell's time. The reader of
// the 2016 merge itself knew no drop times and failed at an unknown name: a switch.

import type { Dict } from '../plain/record.ts';
import { entriesOf, keysOf } from '../plain/record.ts';
import type { Schema } from '../schema/schema.ts';
import { columnByName, columnsOfKind } from '../schema/schema.ts';
import type { Place, StoredKind } from './accept.ts';
import { acceptedSlot, placeOf, slotFates } from './accept.ts';
import { mergePartitions } from './merge.ts';
import type {
  CellVector,
  ClusteringKey,
  NamedPartition,
  NamedRow,
  NamedSlot,
  Partition,
  PartitionKey,
  SSTable,
} from './partition.ts';
import { EMPTY_PARTITION } from './partition.ts';
import type { StorageRules } from './rules.ts';
import type { CellFate } from './storageEvent.ts';
import { vectorOf } from './vector.ts';

/** Names the cells of a partition stored at `schema`. Emptied rows leave nothing; null when nothing at all is left. */
export function writeNamed(partition: Partition, schema: Schema): NamedPartition | null {
  const rows: [ClusteringKey, NamedRow][] = [];
  for (const [key, row] of entriesOf(partition.rows)) {
    const cells = nameVector(row.cells, schema, 'regular');
    if (row.marker !== null || row.tombstone !== null || Object.keys(cells).length > 0) {
      rows.push([key, { marker: row.marker, tombstone: row.tombstone, cells }]);
    }
  }
  const { tombstone, ranges } = partition;
  const named = {
    tombstone,
    ranges,
    static: nameVector(partition.static, schema, 'static'),
    rows: Object.fromEntries(rows),
  };
  const isNothing =
    tombstone === null && ranges.length === 0 && rows.length === 0 && Object.keys(named.static).length === 0;
  return isNothing ? null : named;
}

function nameVector(cells: CellVector, schema: Schema, kind: StoredKind): Dict<NamedSlot> {
  if (cells.length === 0) {
    return {};
  }
  const named = columnsOfKind(schema, kind).flatMap((column) => {
    const slot = cells[column.id] ?? null;
    return slot === null ? [] : [[column.name, { kind, type: column.type, slot }] as const];
  });
  return Object.fromEntries(named);
}

export type NamedRead =
  | { readonly ok: true; readonly partition: Partition; readonly fates: readonly CellFate[] }
  /** The 2016 reader met a name that the schema lacks. */
  | { readonly ok: false; readonly column: string };

/** Reads one named partition with a schema: the vectors of the result are stored at that schema's version (E6). */
export function readNamed(named: NamedPartition, schema: Schema, rules: StorageRules): NamedRead {
  const throws = rules.sstableUnknownColumn === 'throw';
  const unknown = throws ? unknownColumn(named, schema) : null;
  if (unknown !== null) {
    return { ok: false, column: unknown };
  }
  const reading = throws && rules.droppedAt ? { ...rules, droppedAt: false } : rules;
  const statics = readCells(named.static, schema, null, reading);
  const rows = entriesOf(named.rows).map(
    ([key, row]) => [key, row, readCells(row.cells, schema, key, reading)] as const,
  );
  return {
    ok: true,
    partition: {
      tombstone: named.tombstone,
      ranges: named.ranges,
      static: statics.cells,
      rows: Object.fromEntries(
        rows.map(([key, row, read]) => [
          key,
          { marker: row.marker, tombstone: row.tombstone, cells: read.cells },
        ]),
      ),
    },
    fates: [...statics.fates, ...rows.flatMap(([, , read]) => read.fates)],
  };
}

function unknownColumn(named: NamedPartition, schema: Schema): string | null {
  const names = [named.static, ...Object.values(named.rows).map((row) => row.cells)].flatMap(keysOf);
  return names.find((name) => columnByName(schema, name) === undefined) ?? null;
}

function readCells(
  cells: Dict<NamedSlot>,
  schema: Schema,
  clustering: ClusteringKey | null,
  rules: StorageRules,
): { readonly cells: CellVector; readonly fates: readonly CellFate[] } {
  const kind: StoredKind = clustering === null ? 'static' : 'regular';
  const found = entriesOf(cells).map(([name, { type, slot }]): readonly [Place, NamedSlot['slot']] => [
    placeOf({ name, kind, type, id: null }, schema, rules),
    slot,
  ]);
  return {
    cells: vectorOf(found.map(([place, slot]) => [place.toId ?? 0, acceptedSlot(slot, place)])),
    fates: found.flatMap(([place, slot]) => slotFates(slot, place, clustering)),
  };
}

/** Reads one key from all sstables, oldest first, and joins what they hold; null when none has the key. */
export function readSSTables(
  sstables: readonly SSTable[],
  key: PartitionKey,
  schema: Schema,
  rules: StorageRules,
): NamedRead | null {
  let partition: Partition | null = null;
  const fates: CellFate[] = [];
  for (const sstable of sstables) {
    const named = sstable.partitions[key];
    if (named !== undefined) {
      const read = readNamed(named, schema, rules);
      if (!read.ok) {
        return read;
      }
      partition = mergePartitions(partition ?? EMPTY_PARTITION, read.partition, rules);
      fates.push(...read.fates);
    }
  }
  return partition === null ? null : { ok: true, partition, fates };
}
