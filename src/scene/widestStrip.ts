// How much the widest strip of a table has to say in this run, so that a stage can keep room for it: the same at every
// playhead, since a stage that moved with its columns would jump while one scrubs.

import type { Schema, Timeline } from '../engine/index.ts';
import { type SeenVersions, seenVersions, tableId } from './seenVersions.ts';

interface Kept {
  readonly letters: Map<string, number>;
  count: number;
}

const kept = new WeakMap<SeenVersions, Kept>();

/** Letters that stand for a chip's id and its edges, and for the chip that adds a column. */
const AROUND = 5;

/** In letters, over all versions of the table that the run sees; 0 for a table that it never sees. */
export function widestStrip(timeline: Timeline, table: string): number {
  const seen = seenVersions(timeline);
  const known = kept.get(seen) ?? { letters: new Map<string, number>(), count: 0 };
  kept.set(seen, known);
  for (; known.count < seen.list.length; known.count++) {
    const schema = seen.list[known.count]?.schema;
    if (schema !== undefined) {
      const key = tableId(schema);
      known.letters.set(key, Math.max(known.letters.get(key) ?? 0, lettersOf(schema)));
    }
  }
  return known.letters.get(table) ?? 0;
}

const lettersOf = ({ columns }: Schema): number =>
  columns
    .filter(({ kind }) => kind === 'regular' || kind === 'static')
    .reduce((sum, { name }) => sum + name.length + AROUND, AROUND);
