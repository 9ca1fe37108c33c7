// Which cell a selection means: whatever lies in a box, or what one statement wrote there, be it there still or not.

import type { Slot } from '../../engine/index.ts';
import type { Selection } from '../shape/scene.ts';
import { isWrittenBy } from './cellWords.ts';

export type CellSelection = Extract<Selection, { kind: 'cell' }>;

interface Box {
  readonly entry: string;
  readonly row: string;
  readonly column: string;
  readonly slot: Slot | undefined;
}

export function isCellChosen(
  { entry, row, column, statement }: CellSelection,
  { slot, ...box }: Box,
): boolean {
  return (
    entry === box.entry &&
    row === box.row &&
    column === box.column &&
    (statement === undefined || isWrittenBy(slot, statement))
  );
}
