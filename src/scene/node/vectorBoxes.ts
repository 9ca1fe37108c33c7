// The boxes of a cell vector: as many as the version that it is stored at has columns of the kind, compared box by box
// with the vector as it was one step before.

import type { CellVector, ColumnDefinition, ColumnKind, Schema, Slot } from '../../engine/index.ts';
import { columnsOfKind } from '../../engine/index.ts';
import type { BoxView } from '../shape/scene.ts';
import { EMPTY_SLOT, showSlot } from './cellWords.ts';

export type DataKind = Extract<ColumnKind, 'static' | 'regular'>;

export interface StoredCells {
  readonly schema: Schema;
  readonly cells: CellVector;
}

export interface BoxRules {
  /** Without version tags nobody moves a cell: a box is then its place, not its column. */
  readonly untagged: boolean;
  readonly isSelected: (column: string, slot: Slot | undefined) => boolean;
}

const PLAIN: BoxRules = { untagged: false, isSelected: () => false };

/** The boxes of a vector under the version it is stored at. */
export function boxesOf(
  stored: StoredCells,
  kind: DataKind,
  earlier: StoredCells | null,
  { untagged, isSelected }: BoxRules = PLAIN,
): readonly BoxView[] {
  const columns = columnsOfKind(stored.schema, kind);
  const columnsBefore = earlier === null ? [] : columnsOfKind(earlier.schema, kind);
  const count = Math.max(columns.length, stored.cells.length);
  return Array.from({ length: count }, (_, index) => {
    const column: ColumnDefinition | undefined = columns[index];
    const shown = showSlot(stored.cells[index], column?.type);
    const was = untagged ? columnsBefore[index] : columnsBefore.find((one) => one.name === column?.name);
    const before = was === undefined ? EMPTY_SLOT : showSlot(earlier?.cells[was.id], was.type);
    const same = before.text === shown.text && before.state === shown.state && before.ts === shown.ts;
    const moved = was !== undefined && was.id !== index && shown.state !== 'empty' && same;
    const isNew = was === undefined && column !== undefined;
    return {
      key: untagged ? `#${index}` : (column?.name ?? `#${index}`),
      index,
      name: null,
      ...shown,
      means: column?.name ?? '',
      movedFrom: moved ? was.id : null,
      changed: earlier !== null && (!same || moved || isNew),
      selected: column !== undefined && isSelected(column.name, stored.cells[index]),
    };
  });
}
