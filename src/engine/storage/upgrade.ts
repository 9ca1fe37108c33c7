// Conversion of a partition from one schema version to another (SPEC E5, E10): cells move to the id that their name has
// in the target, and those that the target cannot represent stay behind. Tombstones, rows and markers are always kept.
// It is one-way: what stayed behind does not come back by converting back.

import { keysOf, mapValues } from '../plain/record.ts';
import type { MarshalType } from '../plain/scalars.ts';
import { columnMapping } from '../schema/columnMapping.ts';
import type { ColumnMapping, Schema } from '../schema/schema.ts';
import type { Place, StoredKind } from './accept.ts';
import { acceptedSlot, placeOf, slotFates } from './accept.ts';
import type { CellVector, ClusteringKey, DataRow, Partition, Slot } from './partition.ts';
import type { StorageRules } from './rules.ts';
import type { CellFate } from './storageEvent.ts';

export { mergePartitions } from './merge.ts';

export interface Conversion {
  /** The same reference when nothing moved and nothing stayed behind. */
  readonly partition: Partition;
  /** One for each cell, element by element in collections; in order of static, then rows, then ids. */
  readonly fates: readonly CellFate[];
}

const NO_FATES: readonly CellFate[] = [];

/**
 * Converts between two versions. Equal versions need no conversion and get none (so no filter by drop time either, E11);
 * versions are compared by their UUID alone.
 */
export function upgradePartition(
  partition: Partition,
  from: Schema,
  to: Schema,
  rules: StorageRules,
): Conversion {
  return from.version === to.version
    ? { partition, fates: NO_FATES }
    : convertPartition(partition, columnMapping(from), to, rules);
}

/**
 * Converts what a column mapping decodes into `to`, whose version differs (E5). Without version tags nobody can know
 * what the ids meant: the vectors are taken by position as they are.
 */
export function convertPartition(
  partition: Partition,
  from: ColumnMapping,
  to: Schema,
  rules: StorageRules,
): Conversion {
  if (!rules.versionTags) {
    return { partition, fates: NO_FATES };
  }
  const staticPlaces = placesOf(from.static, 'static', to, rules);
  const regularPlaces = placesOf(from.regular, 'regular', to, rules);
  const statics = convertVector(partition.static, staticPlaces);
  const rows = mapValues(partition.rows, (row) => convertRow(row, regularPlaces));
  const isSame = statics === partition.static && rows === partition.rows;
  const keys = keysOf(partition.rows);
  return {
    partition: isSame ? partition : { ...partition, static: statics, rows },
    fates: [
      ...vectorFates(partition.static, staticPlaces, null),
      ...keys.flatMap((key) => vectorFates(partition.rows[key]?.cells ?? [], regularPlaces, key)),
    ],
  };
}

type MappedColumns = readonly (readonly [name: string, type: MarshalType])[];

function placesOf(
  columns: MappedColumns,
  kind: StoredKind,
  to: Schema,
  rules: StorageRules,
): readonly Place[] {
  return columns.map(([name, type], id) => placeOf({ name, kind, type, id }, to, rules));
}

function convertRow(row: DataRow, places: readonly Place[]): DataRow {
  const cells = convertVector(row.cells, places);
  return cells === row.cells ? row : { ...row, cells };
}

function convertVector(cells: CellVector, places: readonly Place[]): CellVector {
  const moved: Slot[] = [];
  let isSame = true;
  for (let id = 0; id < cells.length; id++) {
    const slot = cells[id] ?? null;
    const place = places[id];
    const kept = slot === null || place === undefined ? null : acceptedSlot(slot, place);
    const toId = place?.toId ?? id;
    isSame &&= kept === slot && (kept === null || toId === id);
    if (kept !== null) {
      while (moved.length < toId) {
        moved.push(null);
      }
      moved[toId] = kept;
    }
  }
  return isSame ? cells : moved;
}

function vectorFates(
  cells: CellVector,
  places: readonly Place[],
  clustering: ClusteringKey | null,
): readonly CellFate[] {
  return cells.flatMap((slot, id) => {
    const place = places[id];
    return slot === null || place === undefined ? [] : slotFates(slot, place, clustering);
  });
}
