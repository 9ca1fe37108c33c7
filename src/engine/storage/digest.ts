// Digest of a read's result (SPEC E17): replicas that hold the same live data answer with the same digest, whatever
// version it is stored at, because cells go in by column name. Timestamps count, tombstones and emptied rows do not.

import { digestText } from '../plain/canonical.ts';
import { entriesOf } from '../plain/record.ts';
import type { Schema } from '../schema/schema.ts';
import { columnsOfKind } from '../schema/schema.ts';
import type { StoredKind } from './accept.ts';
import { isLiveCell, isLiveRow, isLiveSlot } from './liveness.ts';
import type { CellVector, CollectionCell, DataCell, Partition } from './partition.ts';
import { isCollection } from './partition.ts';

/** MD5 (32 hex digits) over the live content of a partition stored at `schema` (E17). */
export function partitionDigest(partition: Partition, schema: Schema): string {
  const rows = entriesOf(partition.rows).filter(([, row]) => isLiveRow(row));
  const content = rows.map(([key, row]) => [
    key,
    row.marker?.ts ?? null,
    liveCells(row.cells, schema, 'regular'),
  ]);
  return digestText(JSON.stringify([liveCells(partition.static, schema, 'static'), content]));
}

type NamedContent = readonly [name: string, content: unknown];

function liveCells(cells: CellVector, schema: Schema, kind: StoredKind): readonly NamedContent[] {
  if (cells.length === 0) {
    return [];
  }
  // Ids go by name (C2), so this is in order of names in every version.
  return columnsOfKind(schema, kind).flatMap((column): readonly NamedContent[] => {
    const slot = cells[column.id] ?? null;
    return isLiveSlot(slot) ? [[column.name, liveContent(slot)]] : [];
  });
}

function liveContent(slot: DataCell | CollectionCell): unknown {
  return isCollection(slot)
    ? entriesOf(slot.elements).flatMap(([key, cell]) =>
        isLiveCell(cell) ? [[key, cell.ts, cell.value]] : [],
      )
    : [slot.ts, slot.value];
}
