// What the protections are for: each with its name, its sentence, where it comes from and its lesson; and what 2016 did
// not promise.

export const PROTECTION_LABELS_EN = {
  'protection-versionTags': 'version tags',
  'protection-syncBeforeApply': 'sync before apply',
  'protection-syncedCheck': 'synced check at apply',
  'protection-rememberSynced': 'remembering synced versions',
  'protection-versionHash': 'hash of mutations',
  'protection-tombstonesOutOfHash': 'tombstones left out of the hash',
  'protection-droppedAt': 'drop times',
  'protection-deterministicTieBreak': 'deterministic tie-break',
  'protection-coordinatorHoldsSchema': 'coordinator holds its schema',
  'protection-registryGrace': 'registry grace',
  'protection-mergeLock': 'merge lock',
  'protection-cellwiseMerge': 'cell-by-cell merge',
  'protection-lazyUpgrade': 'lazy upgrade',
  'protection-schemaFlushedBeforeUse': 'schema flushed before use',
  'protection-syncSource': 'sync with the original coordinator',
  'protection-publishToAllShards': 'publish to all shards first',
  'protection-gossipPull': 'gossip pull',
  'protection-pullDelay': 'pull delay',
  'protection-readsSync': 'reads sync',
  'protection-alterWritesOnlyChanges': 'ALTER writes only changes',
  'protection-containedVersionsSynced': 'contained versions synced',

  'protection-versionTags-title': 'Entries and messages carry the version that their cells are stored at.',
  'protection-syncBeforeApply-title':
    'A replica that does not know a write’s version first merges the sender’s schema.',
  'protection-syncedCheck-title': 'A replica refuses a write whose version is not marked as merged.',
  'protection-rememberSynced-title': 'A version once merged is remembered as merged.',
  'protection-versionHash-title': 'A version is the hash of the schema’s changes, their timestamps included.',
  'protection-tombstonesOutOfHash-title': 'Tombstones are left out of the hash.',
  'protection-droppedAt-title': 'The time of a column’s drop is kept, and filters older cells.',
  'protection-deterministicTieBreak-title':
    'Of two schema cells with one timestamp the larger value wins, on every node.',
  'protection-coordinatorHoldsSchema-title':
    'The coordinator keeps a statement’s schema until its request ends.',
  'protection-registryGrace-title': 'A version that nobody holds is remembered for one more second.',
  'protection-mergeLock-title': 'A node merges one schema change at a time.',
  'protection-cellwiseMerge-title': 'Schema rows merge cell by cell.',
  'protection-lazyUpgrade-title': 'Entries are upgraded when they are touched.',
  'protection-schemaFlushedBeforeUse-title': 'Schema rows are on disk before data may use them.',
  'protection-syncSource-title':
    'An unknown version is asked of the first coordinator, not of whoever passed the write on.',
  'protection-publishToAllShards-title': 'All shards switch before a version is marked as merged.',
  'protection-gossipPull-title': 'A digest that differs leads to a pull.',
  'protection-pullDelay-title': 'That pull waits for 60 seconds, so that pushes can land first.',
  'protection-readsSync-title': 'A read of a version that is not merged merges first, as a write does.',
  'protection-alterWritesOnlyChanges-title': 'ALTER writes only what it changes.',
  'protection-containedVersionsSynced-title': 'Versions that a merge contains are marked as merged too.',

  'protection-versionTags-lesson':
    'A cell has a column id and no name: read with another version, it appears under another name.',
  'protection-syncBeforeApply-lesson':
    'A replica that is behind confirms the write and keeps it without the new column.',
  'protection-syncedCheck-lesson':
    'With the check, a missed sync is a time-out that one sees; without it, a loss that nobody sees.',
  'protection-rememberSynced-lesson':
    'Without the memory every write of an older version pulls and merges a whole schema for nothing.',
  'protection-versionHash-lesson':
    'A column dropped and added again gives the old version back, and with it a mark that is no longer true.',
  'protection-tombstonesOutOfHash-lesson':
    'When tombstones expire on one node, equal schemas get unequal versions, and nodes pull without end.',
  'protection-droppedAt-lesson':
    'A column that is added again shows values from before its drop, in the rows that nobody touched meanwhile.',
  'protection-deterministicTieBreak-lesson':
    'If each node keeps what it saw first, two nodes disagree for ever and pull from each other for ever.',
  'protection-coordinatorHoldsSchema-lesson':
    'Otherwise a replica asks what the version means and its sender has forgotten.',
  'protection-registryGrace-lesson':
    'Without the second, each write of an older version loads it and pulls again.',
  'protection-mergeLock-lesson':
    'Two merges side by side may publish in the wrong order: the table goes back to an older version.',
  'protection-cellwiseMerge-lesson':
    'If the later definition wins whole, one of two concurrent changes is undone on every node.',
  'protection-lazyUpgrade-lesson':
    'Eager upgrade rewrites every entry in memory while the schema changes (compare #2577).',
  'protection-schemaFlushedBeforeUse-lesson':
    'After a crash there is data of a version whose definition is gone, and it is lost with it.',
  'protection-syncSource-lesson':
    'A replica that only passes the write on may not know its version, or may not have merged it.',
  'protection-publishToAllShards-lesson':
    'A shard that switched first sends a new column’s cell to a shard that has not, and it is lost there.',
  'protection-gossipPull-lesson':
    'A push is sent once: whoever missed it stays behind until a write happens to come by.',
  'protection-pullDelay-lesson':
    'Without the delay every change makes every node pull whole schemas from the others.',
  'protection-readsSync-lesson':
    'A replica that has never heard of a table fails the read instead of catching up.',
  'protection-alterWritesOnlyChanges-lesson':
    'An ALTER that rewrites every column undoes what another node changed just before.',
  'protection-containedVersionsSynced-lesson':
    'A version whose rows came with a push was never current here, so its first write pulls for nothing.',

  'protection-versionTags-since': '2016 merge',
  'protection-syncBeforeApply-since': '2016 merge',
  'protection-syncedCheck-since': '2016 merge',
  'protection-rememberSynced-since': '2016 merge',
  'protection-versionHash-since': '2016 merge',
  'protection-tombstonesOutOfHash-since': '2016 merge, after CASSANDRA-6862',
  'protection-droppedAt-since': '2016 merge',
  'protection-deterministicTieBreak-since': '2016 merge',
  'protection-coordinatorHoldsSchema-since': '2016 merge',
  'protection-registryGrace-since': 'later: July 2017, #2608',
  'protection-mergeLock-since': '2016 merge',
  'protection-cellwiseMerge-since': '2016 merge',
  'protection-lazyUpgrade-since': '2016 merge',
  'protection-schemaFlushedBeforeUse-since': '2016 merge',
  'protection-syncSource-since': 'later: April 2018, #3393',
  'protection-publishToAllShards-since': 'later: 2025, #24886',
  'protection-gossipPull-since': '2016 merge',
  'protection-pullDelay-since': '2016 merge, after CASSANDRA-5025',
  'protection-readsSync-since': 'later: February 2021, c16e4a0423',
  'protection-alterWritesOnlyChanges-since': 'never made',
  'protection-containedVersionsSynced-since': 'never made: a TODO of 2016',

  'anomaly-dropped-column-returns': 'A dropped column returns',
  'anomaly-dropped-column-returns-sentence':
    'DROP x, and on a node that has not heard of it a later ALTER: x is back without its old data (#1207).',
  'anomaly-nobody-asked-for-it': 'A definition that nobody asked for',
  'anomaly-nobody-asked-for-it-sentence':
    'Two ADDs of one column with one timestamp mix cell by cell: the type of one, the kind of the other.',
  'anomaly-drop-time-goes-down': 'A drop time goes down',
  'anomaly-drop-time-goes-down-sentence':
    'An ALTER from a node that missed the second DROP of a column writes the first drop time again, later.',
  'anomaly-keyspace-returns': 'A dropped keyspace returns',
  'anomaly-keyspace-returns-sentence':
    'DROP KEYSPACE, and elsewhere a later change of one of its tables: the keyspace’s row is back.',
  'anomaly-orphan-column': 'A column without a table',
  'anomaly-orphan-column-sentence':
    'DROP TABLE leaves the columns that the dropping node had not heard of; a new table of that name inherits them.',
  'anomaly-comment-lost': 'A comment is lost',
  'anomaly-comment-lost-sentence':
    'ALTER … WITH comment, and on a node that has not heard of it a later ALTER: the old comment is back.',
  'anomaly-type-change-lost': 'A type change is lost, and values with it',
  'anomaly-type-change-lost-sentence':
    'ALTER TYPE, and elsewhere a later ALTER: the old type is back, and values of the new one are discarded.',
  'anomaly-two-types-one-column': 'One of two types wins',
  'anomaly-two-types-one-column-sentence':
    'Two nodes ADD one column with two types: the later wins, and what was written under the other is discarded.',
  'anomaly-table-returns': 'A dropped table returns',
  'anomaly-table-returns-sentence':
    'DROP TABLE, and elsewhere a later ALTER: the table is back, empty where the DROP had been applied.',
  'anomaly-version-nobody-issued': 'A version that nobody issued',
  'anomaly-version-nobody-issued-sentence':
    'A push is a delta: where the one before it was lost, it makes a version that its sender never had.',
  'anomaly-change-without-effect': 'A change without effect',
  'anomaly-change-without-effect-sentence':
    'A DDL from a slow clock is acknowledged and changes nothing, because later rows are there already.',
  'anomaly-two-tables-one-name': 'Two tables of one name',
  'anomaly-two-tables-one-name-sentence':
    'Two nodes CREATE one table: rows agree on one id, and a node that serves the other one fails its merge (#420).',
  'anomaly-agreement-reported': 'Agreement that is none',
  'anomaly-agreement-reported-sentence':
    'After a failed merge an empty one makes the digests equal, while a node still serves the old table.',
  'anomaly-two-key-names': 'A key with two names for one place',
  'anomaly-two-key-names-sentence':
    'A RENAME, and elsewhere another or a later ALTER: two columns claim one position, and nodes abort (#11396).',
  'anomaly-write-meets-drop': 'A write that meets a DROP',
  'anomaly-write-meets-drop-sentence':
    'A write stamped later than a DROP, from a node that has not heard of it, is confirmed and then discarded.',
  'anomaly-replicas-differ-after-re-add': 'Replicas differ after a column is added again',
  'anomaly-replicas-differ-after-re-add-sentence':
    'A replica that hears of DROP and ADD at once keeps a later cell that the others discarded in between.',
  'anomaly-stamp-before-drop': 'A write of the past is shown for a while',
  'anomaly-stamp-before-drop-sentence':
    'A write USING TIMESTAMP before the drop time is read back until its entry is next converted.',
  'anomaly-pull-not-repeated': 'A failed pull is not repeated',
  'anomaly-pull-not-repeated-sentence':
    'A pull that fails is forgotten until the peer announces itself again (#7426).',
  'anomaly-late-copy-of-a-write': 'A write that outlives its request',
  'anomaly-late-copy-of-a-write-sentence':
    'A mutation that arrives after its request timed out may name a version that its sender has forgotten.',
  'anomaly-expired-tombstone': 'A column returns after its tombstone expired',
  'anomaly-expired-tombstone-sentence':
    'Versions leave tombstones out: of two nodes with one version, one may lack the tombstone of a dropped column.',
} as const;
