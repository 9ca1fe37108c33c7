// What a partition says beside its cells: what it deletes, and which rows are there without a cell.

import type { RowMarker } from '../../engine/index.ts';
import { label } from '../say.ts';
import type { Fact } from './inspection.ts';
import type { Tombstone } from './storedCells.ts';
import { fact, mono } from './values.ts';

export function tombstoneFacts(
  tombstones: readonly Tombstone[],
  markers: readonly RowMarker[],
): readonly Fact[] {
  return [
    fact(
      label('inspect-tombstones', {}),
      ...tombstones.map(({ of, ts }) => mono(label(`tombstone-of-${of}`, { ts: String(ts) }))),
    ),
    fact(
      label('inspect-markers', {}),
      ...markers.map(({ ts }) => mono(label('at-time', { ts: String(ts) }))),
    ),
  ];
}
