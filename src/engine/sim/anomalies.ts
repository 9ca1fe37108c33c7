// What 2016 did not promise (SPEC P-table): surprises that follow from the rules with every protection on. None of them is
// a broken promise; each is a named outcome that a run may show.

export const NOT_PROMISED_2016 = [
  'dropped-column-returns',
  'nobody-asked-for-it',
  'drop-time-goes-down',
  'keyspace-returns',
  'orphan-column',
  'comment-lost',
  'type-change-lost',
  'two-types-one-column',
  'table-returns',
  'version-nobody-issued',
  'change-without-effect',
  'two-tables-one-name',
  'agreement-reported',
  'two-key-names',
  'write-meets-drop',
  'replicas-differ-after-re-add',
  'stamp-before-drop',
  'pull-not-repeated',
  'late-copy-of-a-write',
  'expired-tombstone',
] as const;

export type AnomalyId = (typeof NOT_PROMISED_2016)[number];
