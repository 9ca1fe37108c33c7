/** What nodes say that the page says in the same words, in English: in another language it has others. */
export const SAME_IN_ENGLISH = [
  'ALL needs 3 of 3 replicas; node A sees 2 of them up.',
  'Timed out: the read repair was not confirmed.',
  'The read failed on replica B: the connection broke.',
  'Node A stopped before the statement ended; it may or may not have taken effect.',
  'the merge with B failed',
  'The read failed on replica B: an sstable has cells of email, which the schema lacks (malformed sstable).',
  'node B is down',
  'the link between A and B is cut',
  'the stream from A to B broke',
  'A does not see B',
  'C could not store what B sent: the merge with B failed',
  'ks.t has no partition key left: the node would abort. Drop the table and create it again.',
  "In the clustering key of ks.t two columns, 'c' among them, stand at position 1: the node would abort. Rename a key column on one node at a time.",
  'In the partition key of ks.t position 1 has no column: the node would abort. Rename a key column on one node at a time.',
];
