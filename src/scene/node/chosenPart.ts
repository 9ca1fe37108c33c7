// The part of a node's card that is selected and that something can be done with: a column, a row with its cells, or a cell
// that has just fallen out of one.

import type { ColumnChip, EntryView, FallenCell, NodeCard, Selection } from '../shape/scene.ts';

export type ChosenPart =
  | { readonly kind: 'column'; readonly column: ColumnChip }
  | { readonly kind: 'fallen'; readonly entry: EntryView; readonly cell: FallenCell }
  | {
      readonly kind: 'row';
      readonly entry: EntryView;
      /** The clustering key as one writes it; '' without one, and for static cells. */
      readonly clustering: string;
      /** The selected cell's column; null: the whole entry is selected, or the cell has no name. */
      readonly cell: string | null;
      /** There is something in that cell to delete. */
      readonly holds: boolean;
    };

/** What is selected on this card; null: nothing, or something of another card. */
export function chosenPart(card: NodeCard, selection: Selection | null): ChosenPart | null {
  if (selection?.kind === 'column') {
    const column = card.columns.find(({ name, change }) => name === selection.column && change !== 'leaving');
    return selection.node === card.node && column !== undefined ? { kind: 'column', column } : null;
  }
  if (selection?.kind !== 'entry' && selection?.kind !== 'cell') {
    return null;
  }
  const entries = card.sources.flatMap((source) => source.entries);
  const entry = entries.find(({ key }) => key === selection.entry);
  if (entry === undefined) {
    return null;
  }
  const row = selection.kind === 'cell' ? entry.rows.find(({ key }) => key === selection.row) : undefined;
  const boxes = selection.kind === 'cell' && selection.row === 'static' ? entry.static : (row?.boxes ?? []);
  const box = boxes.find(({ selected }) => selected);
  if (selection.kind === 'cell' && selection.statement !== undefined && box === undefined) {
    const cell = [entry.fallen, ...entry.rows.map((one) => one.fallen)].flat().find((one) => one.selected);
    return cell === undefined ? null : { kind: 'fallen', entry, cell };
  }
  const isNamed = box !== undefined && box.means !== '';
  return {
    kind: 'row',
    entry,
    clustering: row?.clustering ?? '',
    cell: isNamed ? box.means : null,
    holds: isNamed && box.state === 'live',
  };
}
