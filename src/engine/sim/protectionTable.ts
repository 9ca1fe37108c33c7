// What each protection is for (SPEC P-table): the promises that break, or the costs that change, once it is off. Data for the
// page, the lessons and the laws: `laws/protections.test.ts` finds a run for every row.

import type { Config } from '../config/config.ts';
import type { Protections } from '../config/protections.ts';
import type { CostCounter } from './costs.ts';
import type { PromiseId } from './promise.ts';

/** What being off lets in: promises that some run then breaks, or costs that some run then counts differently. */
export type Outcome =
  | { readonly kind: 'broken'; readonly promises: readonly PromiseId[] }
  | { readonly kind: 'cost'; readonly counters: readonly CostCounter[] };

export interface ProtectionRow {
  readonly id: keyof Protections;
  /** The value that takes the protection away. Where the 2016 merge did not have it yet, this is the default. */
  readonly off: Protections[keyof Protections];
  readonly on: Protections[keyof Protections];
  /** Part of the 2016 merge, a later fix, or never made. */
  readonly since: '2016' | 'later' | 'never';
  /** Further protections that have to be off to see it: it is a second line of defence. */
  readonly together: Partial<Protections>;
  /** The smallest cluster that shows it. */
  readonly cluster: Partial<Pick<Config, 'nodes' | 'shards' | 'dataCentres'>>;
  readonly outcome: Outcome;
}

type RowParts = Pick<ProtectionRow, 'outcome'> &
  Partial<Pick<ProtectionRow, 'off' | 'on' | 'since' | 'together' | 'cluster'>>;

function row(id: keyof Protections, parts: RowParts): ProtectionRow {
  return { id, off: false, on: true, since: '2016', together: {}, cluster: {}, ...parts };
}

function broken(...promises: readonly PromiseId[]): Outcome {
  return { kind: 'broken', promises };
}

function cost(...counters: readonly CostCounter[]): Outcome {
  return { kind: 'cost', counters };
}

/** Every protection once, in the order of the configuration. */
export const PROTECTION_TABLE: readonly ProtectionRow[] = [
  row('versionTags', {
    outcome: broken('I14'),
  }),
  row('syncBeforeApply', {
    on: 'on',
    off: 'convertToMine',
    together: { syncedCheck: false },
    outcome: broken('I2', 'I9'),
  }),
  row('syncedCheck', {
    together: { syncBeforeApply: 'convertToMine' },
    outcome: broken('I2', 'I9'),
  }),
  row('rememberSynced', {
    outcome: cost('pulls', 'emptyMerges'),
  }),
  row('versionHash', {
    on: 'mutations',
    off: 'definition',
    outcome: broken('I8', 'I9', 'I16'),
  }),
  row('tombstonesOutOfHash', {
    outcome: broken('I5'),
  }),
  row('droppedAt', {
    outcome: broken('I15'),
  }),
  row('deterministicTieBreak', {
    outcome: broken('I2'),
  }),
  row('coordinatorHoldsSchema', {
    outcome: broken('I7', 'I10'),
  }),
  row('registryGrace', {
    since: 'later',
    outcome: cost('loads', 'pulls', 'emptyMerges'),
  }),
  row('mergeLock', {
    outcome: broken('I3'),
  }),
  row('cellwiseMerge', {
    outcome: broken('I1', 'I9'),
  }),
  row('lazyUpgrade', {
    outcome: cost('upgradesAtMerge'),
  }),
  row('schemaFlushedBeforeUse', {
    outcome: broken('I9'),
  }),
  row('syncSource', {
    on: 'coordinator',
    off: 'sender',
    since: 'later',
    cluster: { nodes: ['A', 'B', 'C'], dataCentres: { A: 'dc1', B: 'dc2', C: 'dc2' } },
    outcome: broken('I2', 'I9', 'I10'),
  }),
  row('publishToAllShards', {
    since: 'later',
    cluster: { shards: 2 },
    outcome: broken('I2', 'I9'),
  }),
  row('gossipPull', {
    outcome: broken('I6'),
  }),
  row('pullDelay', {
    outcome: cost('gossipPulls'),
  }),
  row('readsSync', {
    since: 'later',
    outcome: cost('failedReads'),
  }),
  row('alterWritesOnlyChanges', {
    since: 'never',
    outcome: broken('I9', 'I13'),
  }),
  row('containedVersionsSynced', {
    since: 'never',
    outcome: cost('pulls', 'emptyMerges'),
  }),
];

/** The protections of the 2016 merge that are off, in the order of the table. */
export const offOf2016 = (protections: Protections): readonly ProtectionRow[] =>
  PROTECTION_TABLE.filter(({ id, on, since }) => since === '2016' && protections[id] !== on);
