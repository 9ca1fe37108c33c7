// What a partition says beside its cells: what it deletes, and which rows are there without a cell.

import type { Schema } from '../../engine/index.ts';
import { decodedKey } from '../narration/entryWords.ts';
import { label } from '../words/say.ts';
import type { Fact } from './inspection.ts';
import type { Marker, Tombstone } from './storedCells.ts';
import { fact, mono } from './values.ts';

interface Held {
  readonly tombstones: readonly Tombstone[];
  readonly markers: readonly Marker[];
}

export function tombstoneFacts({ tombstones, markers }: Held, schema: Schema): readonly Fact[] {
  const row = (clustering: string): string => decodedKey(schema, 'clustering_key', clustering);
  return [
    fact(
      label('inspect-tombstones', {}),
      ...tombstones.map(({ of, clustering, ts }) =>
        mono(label('tombstone-of', { of, row: row(clustering), ts: String(ts) })),
      ),
    ),
    fact(
      label('inspect-markers', {}),
      ...markers.map(({ clustering, ts }) =>
        mono(
          label('marker-of', {
            of: clustering === '' ? 'only' : 'row',
            row: row(clustering),
            ts: String(ts),
          }),
        ),
      ),
    ),
  ];
}
