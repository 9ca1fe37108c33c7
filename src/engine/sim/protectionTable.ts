// What each protection is for (SPEC P-table): the promises that break, or the costs that change, once it is off. Data for the
// page, the lessons and the laws: `laws/protections.test.ts` finds a run for every row.

import type { Config } from '../config/config.ts';
import type { Protections } from '../config/protections.ts';
import type { CostCounter } from './costs.ts';

/** What being off lets in: promises that some run then breaks, or costs that some run then counts differently. */
export type Outcome =
  | { readonly kind: 'broken'; readonly promises: readonly string[] }
  | { readonly kind: 'cost'; readonly counters: readonly CostCounter[] };

export interface ProtectionRow {
  readonly id: keyof Protections;
  readonly title: string;
  /** The value that takes the protection away. Where the 2016 merge did not have it yet, this is the default. */
  readonly off: Protections[keyof Protections];
  readonly on: Protections[keyof Protections];
  /** '2016' for the merge itself; otherwise when and by which issue or change it came. */
  readonly since: string;
  /** Further protections that have to be off to see it: it is a second line of defence. */
  readonly together: Partial<Protections>;
  /** The smallest cluster that shows it. */
  readonly cluster: Partial<Pick<Config, 'nodes' | 'shards' | 'dataCentres'>>;
  readonly outcome: Outcome;
  /** The lesson in one sentence. */
  readonly lesson: string;
}

type RowParts = Pick<ProtectionRow, 'title' | 'outcome' | 'lesson'> &
  Partial<Pick<ProtectionRow, 'off' | 'on' | 'since' | 'together' | 'cluster'>>;

function row(id: keyof Protections, parts: RowParts): ProtectionRow {
  return { id, off: false, on: true, since: '2016', together: {}, cluster: {}, ...parts };
}

function broken(...promises: readonly string[]): Outcome {
  return { kind: 'broken', promises };
}

function cost(...counters: readonly CostCounter[]): Outcome {
  return { kind: 'cost', counters };
}

/** Every protection once, in the order of the configuration. */
export const PROTECTION_TABLE: readonly ProtectionRow[] = [
  row('versionTags', {
    title: 'Entries and messages carry the version that their cells are stored at.',
    outcome: broken('I14'),
    lesson: 'A cell has a column id and no name: read with another version, it appears under another name.',
  }),
  row('syncBeforeApply', {
    title: 'Before a write of an unknown version is applied, its source’s schema is merged.',
    on: 'on',
    off: 'convertToMine',
    together: { syncedCheck: false },
    outcome: broken('I2', 'I9'),
    lesson: 'A replica that is behind confirms the write and keeps it without the new column.',
  }),
  row('syncedCheck', {
    title: 'The apply path refuses a mutation whose version is not marked synced.',
    together: { syncBeforeApply: 'convertToMine' },
    outcome: broken('I2', 'I9'),
    lesson: 'With the check, a missed sync is a time-out that one sees; without it, a loss that nobody sees.',
  }),
  row('rememberSynced', {
    title: 'A version once synced with is remembered as such.',
    outcome: cost('pulls', 'emptyMerges'),
    lesson: 'Without the memory every write of an older version pulls and merges a whole schema for nothing.',
  }),
  row('versionHash', {
    title: 'A version is the hash of schema mutations, timestamps included.',
    on: 'mutations',
    off: 'definition',
    outcome: broken('I8', 'I9', 'I16'),
    lesson:
      'A column dropped and added again gives the old version back, and with it a SYNCED that is no longer true.',
  }),
  row('tombstonesOutOfHash', {
    title: 'Tombstones are left out of the hash.',
    since: '2016 (after CASSANDRA-6862)',
    outcome: broken('I5'),
    lesson:
      'When tombstones expire on one node, equal schemas get unequal versions, and nodes pull without end.',
  }),
  row('droppedAt', {
    title: 'The time of a column’s drop is kept and filters older cells.',
    outcome: broken('I15'),
    lesson:
      'A column that is added again shows values from before its drop, in the rows that nobody touched meanwhile.',
  }),
  row('deterministicTieBreak', {
    title: 'Of two cells with one timestamp the larger value wins on every node.',
    outcome: broken('I2'),
    lesson:
      'If each node keeps what it saw first, two nodes disagree for ever and pull from each other for ever.',
  }),
  row('coordinatorHoldsSchema', {
    title: 'The coordinator keeps the statement’s schema until the request ends.',
    outcome: broken('I7', 'I10'),
    lesson: 'Otherwise a replica asks what the version means and its sender has forgotten.',
  }),
  row('registryGrace', {
    title: 'A version that nobody holds is remembered for one more second.',
    since: 'July 2017 (29a82f5554, #2608)',
    outcome: cost('loads', 'pulls', 'emptyMerges'),
    lesson: 'Without the second, each write of an older version loads it and pulls again.',
  }),
  row('mergeLock', {
    title: 'One schema merge at a time on a node.',
    outcome: broken('I3'),
    lesson:
      'Two merges side by side may publish in the wrong order: the table goes back to an older version.',
  }),
  row('cellwiseMerge', {
    title: 'Schema rows merge cell by cell.',
    outcome: broken('I1', 'I9'),
    lesson: 'If the later definition wins whole, one of two concurrent changes is undone on every node.',
  }),
  row('lazyUpgrade', {
    title: 'Entries are upgraded when they are accessed.',
    outcome: cost('upgradesAtMerge'),
    lesson: 'Eager upgrade rewrites every entry in memory while the schema changes (compare #2577).',
  }),
  row('schemaFlushedBeforeUse', {
    title: 'Schema rows are flushed before data may use them.',
    outcome: broken('I9'),
    lesson: 'After a crash there is data of a version whose definition is gone, and it is lost with it.',
  }),
  row('syncSource', {
    title: 'An unknown version is asked of the original coordinator, not of whoever forwarded the write.',
    on: 'coordinator',
    off: 'sender',
    since: 'April 2018 (423712f1fe, #3393)',
    cluster: { nodes: ['A', 'B', 'C'], dataCentres: { A: 'dc1', B: 'dc2', C: 'dc2' } },
    outcome: broken('I2', 'I9', 'I10'),
    lesson: 'A replica that only forwards the write may not know its version, or may not have merged it.',
  }),
  row('publishToAllShards', {
    title: 'All shards switch before a version is marked synced.',
    since: '2025 (#24886, #25171)',
    cluster: { shards: 2 },
    outcome: broken('I2', 'I9'),
    lesson:
      'A shard that switched first sends a new column’s cell to a shard that has not, and it is lost there.',
  }),
  row('gossipPull', {
    title: 'A digest that differs leads to a pull.',
    outcome: broken('I6'),
    lesson: 'A push is sent once: whoever missed it stays behind until a write happens to come by.',
  }),
  row('pullDelay', {
    title: 'That pull waits 60 seconds, so that pushes can land.',
    since: '2016 (after CASSANDRA-5025)',
    outcome: cost('gossipPulls'),
    lesson: 'Without the delay every change makes every node pull whole schemas from the others.',
  }),
  row('readsSync', {
    title: 'A read of an unsynced version merges with its source first, as a write does.',
    since: 'February 2021 (c16e4a0423)',
    outcome: cost('failedReads'),
    lesson: 'A replica that has never heard of a table fails the read instead of catching up.',
  }),
  row('alterWritesOnlyChanges', {
    title: 'ALTER writes only what it changed.',
    since: 'never (the rule of 2016 still stands)',
    outcome: broken('I9', 'I13'),
    lesson: 'An ALTER that rewrites every column undoes what another node changed just before.',
  }),
  row('containedVersionsSynced', {
    title: 'Versions contained in a merge are marked synced.',
    since: 'never (a TODO of the 2016 merge)',
    outcome: cost('pulls', 'emptyMerges'),
    lesson:
      'A version whose rows came with a push was never current here, so its first write pulls for nothing.',
  }),
];
