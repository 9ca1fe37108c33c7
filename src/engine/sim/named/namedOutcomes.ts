// Which of the surprises that 2016 did not promise to spare anybody (SPEC P4) a run has ended in: read from what its clients
// asked for and were told, and from what the nodes serve now (P5).

import type { Config } from '../../config/config.ts';
import type { AnomalyId } from '../anomalies.ts';
import { NOT_PROMISED_2016 } from '../anomalies.ts';
import type { Command } from '../command.ts';
import { offOf2016 } from '../protectionTable.ts';
import type { Core } from '../state.ts';
import * as columns from './columns.ts';
import * as data from './data.ts';
import type { Ended, NamedTable } from './ended.ts';
import { endedRun, namedTables } from './ended.ts';
import * as tables from './tables.ts';

type OfRun = 'pull-not-repeated' | 'late-copy-of-a-write';

const OF_TABLE: Readonly<Record<Exclude<AnomalyId, OfRun>, (table: NamedTable) => boolean>> = {
  'dropped-column-returns': columns.droppedColumnReturns,
  'nobody-asked-for-it': columns.nobodyAskedForIt,
  'drop-time-goes-down': columns.dropTimeGoesDown,
  'keyspace-returns': tables.keyspaceReturns,
  'orphan-column': tables.orphanColumn,
  'comment-lost': tables.commentLost,
  'type-change-lost': columns.typeChangeLost,
  'two-types-one-column': columns.twoTypesOneColumn,
  'table-returns': tables.tableReturns,
  'version-nobody-issued': columns.versionNobodyIssued,
  'change-without-effect': columns.changeWithoutEffect,
  'two-tables-one-name': tables.twoTablesOneName,
  'agreement-reported': tables.agreementReported,
  'two-key-names': columns.twoKeyNames,
  'write-meets-drop': data.writeMeetsDrop,
  'replicas-differ-after-re-add': data.replicasDifferAfterReAdd,
  'stamp-before-drop': data.stampBeforeDrop,
  'expired-tombstone': columns.expiredTombstone,
};

const OF_RUN: Readonly<Record<OfRun, (ended: Ended) => boolean>> = {
  'pull-not-repeated': data.pullNotRepeated,
  'late-copy-of-a-write': data.lateCopyOfAWrite,
};

/**
 * In the order of the list. `commands` lead from the setup to `core`, in which nothing waits to be done. None where a
 * protection of 2016 is off: what happened may be its doing then, and no surprise of 2016.
 */
export function namedOutcomes(
  config: Config,
  commands: readonly Command[],
  core: Core,
): readonly AnomalyId[] {
  if (offOf2016(core.config.protections).length > 0) {
    return [];
  }
  const ended = endedRun(config, commands, core);
  const named = namedTables(ended);
  return NOT_PROMISED_2016.filter((id) =>
    id === 'pull-not-repeated' || id === 'late-copy-of-a-write'
      ? OF_RUN[id](ended)
      : named.some(OF_TABLE[id]),
  );
}
