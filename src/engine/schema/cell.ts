// Last-write-wins cells (SPEC R1, R2; source: compare_atomic_cell_for_merge). The same rule serves schema rows and data.

import type { Hex, Timestamp } from '../plain/scalars.ts';

/** One cell. `value === null` is a dead cell; its deletion time is ts / 10^6 seconds and therefore never decides a tie. */
export interface Cell {
  readonly ts: Timestamp;
  readonly value: Hex | null;
}

/** R1 tie-break switch: `larger` is the protocol's rule, `keepFirst` keeps what was there (protection off). */
export type TieBreak = 'larger' | 'keepFirst';

/** The survivor of two cells: higher timestamp; on a tie dead beats live; both live, the larger bytes. */
export function mergeCells<C extends Cell>(stored: C, incoming: C, tieBreak: TieBreak = 'larger'): C {
  if (stored.ts !== incoming.ts) {
    return stored.ts > incoming.ts ? stored : incoming;
  }
  if (tieBreak === 'keepFirst' || stored.value === incoming.value) {
    return stored;
  }
  if (stored.value === null || incoming.value === null) {
    return stored.value === null ? stored : incoming;
  }
  return stored.value > incoming.value ? stored : incoming;
}

/** The later of two tombstones; null is none (R2). */
export function laterTombstone(a: Timestamp | null, b: Timestamp | null): Timestamp | null {
  if (a === null || b === null) {
    return a ?? b;
  }
  return Math.max(a, b);
}

/** Whether a tombstone at `tombstone` shadows what was written at `ts`: it wins ties (R2). */
export function shadows(tombstone: Timestamp | null, ts: Timestamp): boolean {
  return tombstone !== null && ts <= tombstone;
}
