// Cell vectors (SPEC E1): a cell's place is its column id. A vector ends with its last cell, so that equal contents are
// equal vectors.

import type { CellVector, Slot } from './partition.ts';

/** The vector with each given cell at its id; later ones win. Empty boxes fill the gaps. */
export function vectorOf(cells: readonly (readonly [id: number, slot: Slot])[]): CellVector {
  const vector: Slot[] = [];
  for (const [id, slot] of cells) {
    if (slot !== null) {
      while (vector.length < id) {
        vector.push(null);
      }
      vector[id] = slot;
    }
  }
  return vector;
}
