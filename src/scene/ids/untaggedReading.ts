// What an entry says when nobody knows the version that it was stored at: each box is taken for the column that has its
// index in the reader's version. The column that a cell was written for tells which of these readings are wrong.

import type { CellVector, Schema, Slot } from '../../engine/index.ts';
import { columnsOfKind, isCollection, valuesOf } from '../../engine/index.ts';
import { showSlot } from '../node/cellWords.ts';
import type { DataKind } from '../node/vectorBoxes.ts';
import type { Identity, UntaggedBox, UntaggedReading } from '../shape/scene.ts';
import { label } from '../words/say.ts';

export interface UntaggedCells {
  readonly kind: DataKind;
  readonly cells: CellVector;
}

function writtenFor(slot: Slot): string {
  const cell = slot !== null && isCollection(slot) ? valuesOf(slot.elements)[0] : slot;
  return cell?.column ?? '';
}

function boxesOf({ kind, cells }: UntaggedCells, reader: Schema): readonly UntaggedBox[] {
  const columns = columnsOfKind(reader, kind);
  return cells.map((slot, index) => {
    const column = columns[index];
    const { text, state } = showSlot(slot, column?.type);
    const [name, written] = [column?.name ?? '', writtenFor(slot)];
    const wrong = state !== 'empty' && written !== '' && written !== name;
    return { key: `${kind} ${index}`, kind, index, text, state, name, written, wrong };
  });
}

function sentence(boxes: readonly UntaggedBox[], real: boolean): string {
  const wrong = boxes.filter((box) => box.wrong);
  const named = wrong.find((box) => box.name !== '');
  if (named !== undefined) {
    const values = { name: named.name, value: named.text };
    return real ? label('untagged-says', values) : label('untagged-would', values);
  }
  const [nameless] = wrong;
  if (nameless !== undefined) {
    const values = { index: String(nameless.index), value: nameless.text };
    return real ? label('untagged-says-nameless', values) : label('untagged-would-nameless', values);
  }
  return real ? label('untagged-right-now', {}) : label('untagged-right', {});
}

/** Whether some value would be taken for another column's. */
export function isMisread(vectors: readonly UntaggedCells[], reader: Schema): boolean {
  return vectors.some((one) => boxesOf(one, reader).some((box) => box.wrong));
}

/** The entry's cells under the names of a version that need not be theirs. */
export function untaggedReading(
  vectors: readonly UntaggedCells[],
  reader: { readonly schema: Schema; readonly identity: Identity },
  real: boolean,
): UntaggedReading {
  const boxes = vectors.flatMap((one) => boxesOf(one, reader.schema));
  const wrong = boxes.some((box) => box.wrong);
  return { real, as: reader.identity, boxes, wrong, sentence: sentence(boxes, real) };
}
