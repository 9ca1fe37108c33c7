// How much the widest strip of a table has to say in this run, so that a stage can keep room for it: the same at every
// playhead, since a stage that moved with its columns would jump while one scrubs.

import type { Schema, Timeline } from '../../engine/index.ts';
import type { StripSize } from '../shape/scene.ts';
import { type SeenVersions, seenVersions, tableId } from './seenVersions.ts';

interface Kept {
  readonly sizes: Map<string, StripSize>;
  count: number;
}

const kept = new WeakMap<SeenVersions, Kept>();

const NONE: StripSize = { letters: 0, chips: 0 };
/** About as wide as what a chip has beside its name, in letters. */
const AROUND = 3;

/** The widest over all versions of the table that the run sees; nothing for a table that it never sees. */
export function widestStrip(timeline: Timeline, table: string): StripSize {
  const seen = seenVersions(timeline);
  const known = kept.get(seen) ?? { sizes: new Map<string, StripSize>(), count: 0 };
  kept.set(seen, known);
  for (; known.count < seen.list.length; known.count++) {
    const schema = seen.list[known.count]?.schema;
    if (schema !== undefined) {
      const key = tableId(schema);
      known.sizes.set(key, wider(known.sizes.get(key) ?? NONE, sizeOf(schema)));
    }
  }
  return known.sizes.get(table) ?? NONE;
}

const widthOf = ({ letters, chips }: StripSize): number => letters + chips * AROUND;

const wider = (a: StripSize, b: StripSize): StripSize => (widthOf(b) > widthOf(a) ? b : a);

function sizeOf({ columns }: Schema): StripSize {
  const shown = columns.filter(({ kind }) => kind === 'regular' || kind === 'static');
  return { letters: shown.reduce((sum, { name }) => sum + name.length, 0), chips: shown.length };
}
