// The protocol's protections as switches (SPEC P-table). Each is one field of the configuration; the defaults are those
// of the 2016 merge. What each lets in when it is off is told in protectionTable.ts.

export interface Protections {
  /** Entries and messages carry the version that their cells are stored at. */
  readonly versionTags: boolean;
  /** Before a write of an unsynced version is applied: merge with its source, or convert to mine, or adopt the incoming schema. */
  readonly syncBeforeApply: 'on' | 'convertToMine' | 'adoptIncoming';
  /** The apply path refuses a mutation whose version is not marked synced. */
  readonly syncedCheck: boolean;
  /** A version once synced with is remembered as such. */
  readonly rememberSynced: boolean;
  /** A version is the hash of schema mutations (timestamps included), or only of the definition. */
  readonly versionHash: 'mutations' | 'definition';
  /** Tombstones are left out of the hash. */
  readonly tombstonesOutOfHash: boolean;
  /** A dropped column's time is kept and filters older cells at every conversion. */
  readonly droppedAt: boolean;
  /** Cells with equal timestamps resolve by value; off: whichever was there first stays. */
  readonly deterministicTieBreak: boolean;
  /** The coordinator keeps the statement's schema alive until the request ends. */
  readonly coordinatorHoldsSchema: boolean;
  /** An unheld registry entry lingers for one second before it is forgotten (July 2017; off in 2016). */
  readonly registryGrace: boolean;
  /** One schema merge at a time on a node. */
  readonly mergeLock: boolean;
  /** Schema rows merge cell by cell; off: the later definition of a table wins whole. */
  readonly cellwiseMerge: boolean;
  /** Entries are upgraded on access; off: all of them when the schema changes. */
  readonly lazyUpgrade: boolean;
  /** Schema rows are flushed before data may use them. */
  readonly schemaFlushedBeforeUse: boolean;
  /** Whom a replica asks about an unknown version: the immediate sender (2016) or the original coordinator (2018). */
  readonly syncSource: 'sender' | 'coordinator';
  /** All shards switch before the version is marked synced (2025; off in 2016). */
  readonly publishToAllShards: boolean;
  /** A gossip digest that differs leads to a pull. */
  readonly gossipPull: boolean;
  /** That pull waits 60 s, so that pushes can land. */
  readonly pullDelay: boolean;
  /** Reads sync too (February 2021; off in 2016). */
  readonly readsSync: boolean;
  /** ALTER writes only what it changed (off in 2016: it rewrites every surviving column). */
  readonly alterWritesOnlyChanges: boolean;
  /** Versions contained in a merge are marked synced (the TODO of the 2016 merge; off). */
  readonly containedVersionsSynced: boolean;
}

/** Faults of the 2016 code that are not protections: the reader of the incidents switches them on. */
export interface Fidelity {
  /** #1258: a sync on shard 0 leaves another shard's entry unmarked. */
  readonly shardZeroSyncBug: boolean;
  /** #2617: SYNCED is copied to another shard only when its entry is created there. */
  readonly syncedCopiedOnCreateOnly: boolean;
  /** The 2016 sstable reader throws at a name that the reading schema lacks; the fix of the same month skips it. */
  readonly sstableUnknownColumn: 'skip' | 'throw';
  /** Commitlog entries carry their column mapping (13 January 2016); without it replay cannot convert. */
  readonly commitlogColumnMapping: boolean;
}

export const PROTECTIONS_2016: Protections = {
  versionTags: true,
  syncBeforeApply: 'on',
  syncedCheck: true,
  rememberSynced: true,
  versionHash: 'mutations',
  tombstonesOutOfHash: true,
  droppedAt: true,
  deterministicTieBreak: true,
  coordinatorHoldsSchema: true,
  registryGrace: false,
  mergeLock: true,
  cellwiseMerge: true,
  lazyUpgrade: true,
  schemaFlushedBeforeUse: true,
  syncSource: 'sender',
  publishToAllShards: false,
  gossipPull: true,
  pullDelay: true,
  readsSync: false,
  alterWritesOnlyChanges: false,
  containedVersionsSynced: false,
};

/** The 2016 merge with the fixes that came later. */
export const PROTECTIONS_LATER: Protections = {
  ...PROTECTIONS_2016,
  registryGrace: true,
  syncSource: 'coordinator',
  publishToAllShards: true,
  readsSync: true,
  containedVersionsSynced: true,
};

export const FIDELITY: Fidelity = {
  shardZeroSyncBug: false,
  syncedCopiedOnCreateOnly: false,
  sstableUnknownColumn: 'skip',
  commitlogColumnMapping: true,
};
