// The part of a configuration that decides how data is stored, merged and converted. Whole files below take this small
// record instead of the configuration, so that a test of one rule states one switch.

import type { Config } from '../config/config.ts';
import type { TieBreak } from '../schema/cell.ts';

export interface StorageRules {
  /** R1: which of two cells with equal timestamps stays. */
  readonly tieBreak: TieBreak;
  /** E5: a conversion discards what is stamped at or before the column's recorded drop time. */
  readonly droppedAt: boolean;
  /** E2: entries, messages and logs carry the version that their cells are stored at. */
  readonly versionTags: boolean;
  /** E3: a change of schema touches no entry; off: it upgrades them all. */
  readonly lazy: boolean;
  /** E6: at a name that the reading schema lacks an sstable's reader skips the cell, or throws (2016). */
  readonly sstableUnknownColumn: 'skip' | 'throw';
  /** E15: a commitlog entry carries its column mapping; off: replay cannot convert. */
  readonly commitlogColumnMapping: boolean;
}

/** The storage rules that a configuration switches on. */
export function storageRules(config: Config): StorageRules {
  const { protections, fidelity } = config;
  return {
    tieBreak: protections.deterministicTieBreak ? 'larger' : 'keepFirst',
    droppedAt: protections.droppedAt,
    versionTags: protections.versionTags,
    lazy: protections.lazyUpgrade,
    sstableUnknownColumn: fidelity.sstableUnknownColumn,
    commitlogColumnMapping: fidelity.commitlogColumnMapping,
  };
}
