// What 2016 did not promise (SPEC P-table): surprises that follow from the rules with every protection on. None of them is
// a broken promise; each is a named outcome that a run may show.

export interface Anomaly {
  readonly id: string;
  readonly title: string;
  /** What happens, in one sentence. */
  readonly sentence: string;
}

export const NOT_PROMISED_2016: readonly Anomaly[] = [
  {
    id: 'dropped-column-returns',
    title: 'A dropped column returns',
    sentence:
      'DROP x, and on a node that has not heard of it a later ALTER: x is back without its old data (#1207).',
  },
  {
    id: 'nobody-asked-for-it',
    title: 'A definition that nobody asked for',
    sentence:
      'Two ADDs of one column with one timestamp mix cell by cell: the type of one, the kind of the other.',
  },
  {
    id: 'drop-time-goes-down',
    title: 'A drop time goes down',
    sentence:
      'An ALTER from a node that missed the second DROP of a column writes the first drop time again, later.',
  },
  {
    id: 'keyspace-returns',
    title: 'A dropped keyspace returns',
    sentence: 'DROP KEYSPACE, and elsewhere a later change of one of its tables: the keyspace’s row is back.',
  },
  {
    id: 'orphan-column',
    title: 'A column without a table',
    sentence:
      'DROP TABLE leaves the columns that the dropping node had not heard of; a new table of that name inherits them.',
  },
  {
    id: 'comment-lost',
    title: 'A comment is lost',
    sentence:
      'ALTER … WITH comment, and on a node that has not heard of it a later ALTER: the old comment is back.',
  },
  {
    id: 'type-change-lost',
    title: 'A type change is lost, and values with it',
    sentence:
      'ALTER TYPE, and elsewhere a later ALTER: the old type is back, and values of the new one are discarded.',
  },
  {
    id: 'two-types-one-column',
    title: 'One of two types wins',
    sentence:
      'Two nodes ADD one column with two types: the later wins, and what was written under the other is discarded.',
  },
  {
    id: 'table-returns',
    title: 'A dropped table returns',
    sentence:
      'DROP TABLE, and elsewhere a later ALTER: the table is back, empty where the DROP had been applied.',
  },
  {
    id: 'version-nobody-issued',
    title: 'A version that nobody issued',
    sentence:
      'A push is a delta: where the one before it was lost, it makes a version that its sender never had.',
  },
  {
    id: 'change-without-effect',
    title: 'A change without effect',
    sentence:
      'A DDL from a slow clock is acknowledged and changes nothing, because later rows are there already.',
  },
  {
    id: 'two-tables-one-name',
    title: 'Two tables of one name',
    sentence:
      'Two nodes CREATE one table: rows agree on one id, and a node that serves the other one fails its merge (#420).',
  },
  {
    id: 'agreement-reported',
    title: 'Agreement that is none',
    sentence:
      'After a failed merge an empty one makes the digests equal, while a node still serves the old table.',
  },
  {
    id: 'two-key-names',
    title: 'A key with two names for one place',
    sentence:
      'A RENAME, and elsewhere another or a later ALTER: two columns claim one position, and nodes abort (#11396).',
  },
  {
    id: 'write-meets-drop',
    title: 'A write that meets a DROP',
    sentence:
      'A write stamped later than a DROP, from a node that has not heard of it, is confirmed and then discarded.',
  },
  {
    id: 'replicas-differ-after-re-add',
    title: 'Replicas differ after a column is added again',
    sentence:
      'A replica that hears of DROP and ADD at once keeps a later cell that the others discarded in between.',
  },
  {
    id: 'stamp-before-drop',
    title: 'A write of the past is shown for a while',
    sentence: 'A write USING TIMESTAMP before the drop time is read back until its entry is next converted.',
  },
  {
    id: 'pull-not-repeated',
    title: 'A failed pull is not repeated',
    sentence: 'A pull that fails is forgotten until the peer announces itself again (#7426).',
  },
  {
    id: 'late-copy-of-a-write',
    title: 'A write that outlives its request',
    sentence:
      'A mutation that arrives after its request timed out may name a version that its sender has forgotten.',
  },
  {
    id: 'expired-tombstone',
    title: 'A column returns after its tombstone expired',
    sentence:
      'Versions leave tombstones out: of two nodes with one version, one may lack the tombstone of a dropped column.',
  },
];
