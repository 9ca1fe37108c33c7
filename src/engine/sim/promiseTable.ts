// Under which conditions each promise holds in every run (SPEC P-table), as claims that a program can check about a
// configuration and the commands of a run. Outside its conditions a promise may break: those breaks are named below.

import type { Config } from '../config/config.ts';
import type { Protections } from '../config/protections.ts';
import type { Command } from './command.ts';
import type { ConditionId } from './conditions.ts';
import { CONDITIONS, protectionsKept } from './conditions.ts';
import type { PromiseId } from './promise.ts';

export interface PromiseRow {
  readonly promise: PromiseId;
  readonly conditions: readonly ConditionId[];
  /** Values that these protections must have all along. */
  readonly needs: Partial<Protections>;
  /** Whether the promise is made for this run. */
  readonly within: (config: Config, commands: readonly Command[]) => boolean;
}

function row(
  promise: PromiseId,
  conditions: readonly ConditionId[],
  needs: Partial<Protections>,
): PromiseRow {
  const within = (config: Config, commands: readonly Command[]) =>
    protectionsKept(config, commands, needs) &&
    conditions.every((id) => CONDITIONS[id].holds(config, commands));
  return { promise, conditions, needs, within };
}

/** Rows join as they should, and what is marked synced has been merged. */
const MERGES: Partial<Protections> = {
  cellwiseMerge: true,
  mergeLock: true,
  versionHash: 'mutations',
  deterministicTieBreak: true,
  schemaFlushedBeforeUse: true,
};
const SYNCS: Partial<Protections> = {
  ...MERGES,
  versionTags: true,
  syncBeforeApply: 'on',
  syncedCheck: true,
};
const ONE_PLACE: readonly ConditionId[] = ['one-shard', 'one-centre', 'contained-is-repeated'];
const PLAIN_DDL: readonly ConditionId[] = ['no-rename', 'one-table-per-name'];

/** Every promise once, in the order of the ids. */
export const PROMISE_TABLE: readonly PromiseRow[] = [
  row('I1', [...ONE_PLACE, ...PLAIN_DDL, 'no-expiry'], SYNCS),
  row('I2', [...ONE_PLACE, ...PLAIN_DDL, 'no-expiry'], SYNCS),
  row('I3', [...ONE_PLACE, ...PLAIN_DDL, 'no-expiry'], SYNCS),
  row('I4', [], {}),
  row('I5', ['one-shard'], { versionHash: 'mutations', tombstonesOutOfHash: true, mergeLock: true }),
  row('I6', [...PLAIN_DDL, 'no-lost-pull', 'no-expiry'], {
    ...MERGES,
    syncBeforeApply: 'on',
    gossipPull: true,
    tombstonesOutOfHash: true,
  }),
  row('I7', [], { coordinatorHoldsSchema: true, rememberSynced: true }),
  row('I8', [], { versionHash: 'mutations' }),
  row(
    'I9',
    [...ONE_PLACE, ...PLAIN_DDL, 'one-definition-per-column', 'no-type-change', 'no-write-after-drop'],
    SYNCS,
  ),
  row('I10', ['one-centre', 'no-time-out', 'no-overtaking', 'no-fault'], { coordinatorHoldsSchema: true }),
  row('I11', [], {}),
  row('I12', [], { rememberSynced: true }),
  row(
    'I13',
    [
      ...ONE_PLACE,
      ...PLAIN_DDL,
      'one-definition-per-column',
      'no-type-change',
      'no-write-after-drop',
      'no-crash',
    ],
    SYNCS,
  ),
  row('I14', [], { versionTags: true }),
  row('I15', ['no-using-timestamp', 'no-write-before-drop'], { droppedAt: true }),
  row('I16', [], { versionHash: 'mutations', schemaFlushedBeforeUse: true }),
];
