// A schema version as everything that draws it knows it.

import type { SchemaVersion } from '../../engine/index.ts';

/** How a version looks: hue, glyph and name by the order of first appearance in the run. Append-only. */
export interface Identity {
  readonly version: SchemaVersion;
  /** Order of first appearance within its table, from 0. */
  readonly slot: number;
  /** Index into HUES, 0 to 11. */
  readonly hue: number;
  /** Index into GLYPHS, 0 to 19. */
  readonly glyph: number;
  /** How its lane is filled, so that hue is never alone. */
  readonly pattern: 'plain' | 'hatch' | 'dots';
  /** 'V0', 'X', 'V12' … */
  readonly name: string;
  /** First four hex digits of the version. */
  readonly hex: string;
  readonly keyspace: string;
  readonly table: string;
  /** No version but a dropped table, as a point of the DAG: without slot, hue, glyph and digits. */
  readonly dropped?: true;
}
