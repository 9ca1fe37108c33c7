// What of a partition is alive (SPEC E16): a row lives by its marker or by any live regular cell. Shadowed data is not
// stored, so a stored cell that is not dead is alive.

import type { CellVector, CollectionCell, DataCell, DataRow, Partition, Slot } from './partition.ts';
import { isCollection } from './partition.ts';

/** Whether a slot holds a live cell, or a collection with a live element. */
export function isLiveSlot(slot: Slot): slot is DataCell | CollectionCell {
  return (
    slot !== null && (isCollection(slot) ? Object.values(slot.elements).some(isLiveCell) : isLiveCell(slot))
  );
}

export function isLiveCell(cell: DataCell): boolean {
  return cell.value !== null;
}

export function isLiveVector(cells: CellVector): boolean {
  return cells.some(isLiveSlot);
}

export function isLiveRow(row: DataRow): boolean {
  return row.marker !== null || isLiveVector(row.cells);
}

/** Whether a reader sees anything of the partition: a live row, or a live static cell. */
export function hasLiveRow(partition: Partition | null): boolean {
  return (
    partition !== null && (isLiveVector(partition.static) || Object.values(partition.rows).some(isLiveRow))
  );
}
