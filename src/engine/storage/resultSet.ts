// The result of a read as its client gets it (SPEC E16): in the version that was asked for.

import type { SchemaVersion, StatementId, Timestamp } from '../plain/scalars.ts';

export interface ResultSet {
  readonly version: SchemaVersion;
  /** Names in select order. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ResultCell[])[];
}

export interface ResultCell {
  /** As one would write it, e.g. 'Ada', 42; null for an empty box; '0x…' where the bytes do not decode under the column's type. */
  readonly text: string | null;
  readonly ts: Timestamp | null;
  /** The column it was written for, and by which statement (provenance; null for an empty box or a key). */
  readonly column: string | null;
  readonly statement: StatementId | null;
}
