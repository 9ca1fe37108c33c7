// Short texts of the node cards, in English: cells that fall out of an entry and why, counts, the commitlog, statements
// that are not answered yet and what they are called. A translation replaces this file; placeholders stay.

export const CARD_LABELS_EN = {
  'word-change': 'change',
  'word-moving-row': 'moving row',
  'word-comment': 'a comment',
  'word-table': 'table {name}',
  'word-keyspace': 'keyspace {name}',
  'word-deletion': 'the deletion of {column}',
  'word-write': 'write',
  'word-read': 'read',
  'word-prepare': 'prepare',

  'entry-caption-untagged': 'Row {row} in {source} of {node}, without a version tag',
  'vector-caption':
    '{entry}{kind, select, static {, static cells} row {, clustering key {clustering}} other {}}{named, select, no {; means {names}} other {}}',
  'fallen-no-column': '{column}: no such column',
  'fallen-kind':
    '{column} is {kind, select, static {static} regular {regular} clustering_key {a clustering key} other {a partition key}} here',
  'fallen-type': '{type} does not fit {type2}',
  'fallen-dropped': 'written @{ts}, {column} dropped @{droppedAt}',
  'fallen-write-no-column': 'not stored: no column {column}',
  'fallen-write-kind':
    'not stored: {column} is {kind, select, static {static} regular {regular} clustering_key {a clustering key} other {a partition key}} here',
  'fallen-write-type': 'not stored: {type} does not fit {type2}',
  'fallen-write-dropped': 'not stored: written @{ts}, {column} dropped @{droppedAt}',
  fallen: 'Discarded in this step: {value} ({reason})',

  'problem-no-table': 'it has no table of that id',
  'problem-unknown': 'it does not know {version}',
  'problem-not-loaded': 'it could not learn from {node} what {version} is',
  'problem-not-merged': 'it has not marked {version} as merged',
  'problem-unused': 'The rows are written, but this node serves another table named {table}',
  'problem-other-table': 'it serves another table named {table}',
  'problem-unused-else': 'The rows are written, but cannot be put to use: {problem}',
  'problem-sstable': 'an sstable has cells of {column}, which the schema lacks (malformed sstable)',
  'problem-merge': 'the merge with {node} failed',
  'problem-keyspace': 'keyspace {keyspace} differs and cannot be altered',
  'problem-repair': 'Timed out: the read repair was not confirmed',
  'problem-unavailable': '{level} needs {needed} of {all} replicas; node {node} sees {up} of them up',
  'problem-read': 'The read failed on replica {node}: {problem}',
  'problem-broke': 'the connection broke',
  'problem-stopped': 'Node {node} stopped before the statement ended; it may or may not have taken effect',
  'problem-down': 'node {node} is down',
  'problem-cut': 'the link between {a} and {b} is cut',
  'problem-stream': 'the stream from {from} to {to} broke',
  'problem-unseen': '{node} does not see {peer}',
  'problem-not-stored': '{node} could not store what {peer} sent: {problem}',
  'problem-no-key':
    '{table} has no partition key left: the node would abort. Drop the table and create it again',
  'problem-key-twice':
    "In the {part, select, partition {partition} other {clustering}} key of {table} two columns, ''{column}'' among them, stand at position {at}: the node would abort. Rename a key column on one node at a time",
  'problem-key-gap':
    'In the {part, select, partition {partition} other {clustering}} key of {table} position {at} has no column: the node would abort. Rename a key column on one node at a time',
  'problem-timeout':
    'Timed out, with {count} of {needed} needed {what, select, confirmed {confirmations} other {answers}}',

  'count-columns': '{count, plural, one {# column} other {# columns}}',
  'count-columns-short': '{count, plural, one {# col.} other {# cols}}',
  'count-entries': '{count, plural, one {# entry} other {# entries}}',
  'count-lost': '{count, plural, one {# cell lost} other {# cells lost}}',
  'card-no-table': 'no table',
  'card-dropped': 'dropped',
  'card-cut-off': 'No link to {nodes}.',
  'card-in-centre': '{description}; in data centre {centre}',
  'card-lacks-link': '{placed}; no link to {nodes}',
  'shard-title': 'shard {shard}',
  'commitlog-row': 'Row {row}: {cells}',
  'commitlog-row-bare': 'Row {row}',
  'commitlog-cell': '{column} = {value}',
  'open-write':
    '{what} {statement}: {count} of {needed, plural, one {# confirmation} other {# confirmations}}',
  'open-read': '{what} {statement}: {count} of {needed, plural, one {# answer} other {# answers}}',
  'open-repair': '{what} {statement}: its repair is not confirmed by {nodes}',
  'prepared-at': '{name}, prepared at {version}',
  'prepared-invalid': '{name}, to be prepared again: its table changed',
} as const;
