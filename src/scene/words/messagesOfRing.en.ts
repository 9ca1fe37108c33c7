// What is said of nodes that come and go, in English. A translation replaces this file; placeholders stay.

export const RING_SENTENCES_EN = {
  'sent-STREAM_MUTATION': '{from} sends {to} a row that is to be its own, at version {version}.',
  'sent-STREAM_MUTATION_REPLY': '{from} tells {to} how its row fared.',
  'delivered-STREAM_MUTATION': '{to} receives a row of version {version} from {from}, to be its own.',
  'delivered-STREAM_MUTATION_REPLY': '{to} hears how its row fared on {from}.',
  'lost-STREAM_MUTATION': 'The row for {to} is lost: {from} sees the connection break.',
  'lost-STREAM_MUTATION_REPLY': 'The answer to {to} is lost: {to} sees the connection break.',
  'duplicated-STREAM_MUTATION': 'The row from {from} to {to} is on its way twice.',
  'duplicated-STREAM_MUTATION_REPLY': 'The answer from {from} to {to} is on its way twice.',
  'pill-STREAM_MUTATION': 'row',
  'pill-STREAM_MUTATION_REPLY': 'stored?',
  'label-STREAM_MUTATION': 'Row that moves at {version}, {from} to {to}',
  'label-STREAM_MUTATION_REPLY': 'Answer about a row that moved, {from} to {to}',

  'operated-add-node': '{node} starts with an empty disk, and without any schema.',
  'operated-remove-node': '{node} is told to go.',
  'operated-remove-down': '{node} is down and taken out: others give the rows that it had.',
  'ring-pending-join': '{node} has the same digest as everybody: writes of its keys go to it as well.',
  'ring-pending-leave': '{node} prepares to leave: writes go to those who take over as well.',
  'ring-pending-remove': '{node} is being taken out: writes go to those who take over as well.',
  'streaming-begun-join':
    '{node} takes over its keys: {count, plural, =0 {no row moves} one {one row moves} other {# rows move}}.',
  'streaming-begun-leave':
    '{node} gives its keys away: {count, plural, =0 {no row moves} one {one row moves} other {# rows move}}.',
  'streaming-begun-remove':
    '{node}’s keys get new owners: {count, plural, =0 {no row moves} one {one row moves} other {# rows move}}.',
  'ring-changed-join': '{node} has joined: the keys are shared among {members}.',
  'ring-changed-leave': '{node} leaves: the keys are shared among {members}.',
  'ring-changed-remove': '{node} is out: the keys are shared among {members}.',
  'ring-change-failed-join': '{node} stops, as it cannot join: {problem}.',
  'ring-change-failed-leave': '{node} stays: {problem}.',
  'ring-change-failed-remove': '{node} is not taken out: {problem}.',
  'stream-refused': '{node} learns that {peer} refuses its row: {problem}.',
  'peer-left': '{node} forgets {peer}, which is no part of the cluster any more.',
} as const;

export const RING_LABELS_EN = {
  'next-stream': 'a row reaches {node}',
  'next-stream-answer': '{node} hears of its row',
  'next-ring-schema': '{node} is ready to take rows',
  'next-ring-pending': '{time} pass: rows move',
  'next-ring-join': '{node} joins the ring',
  'next-ring-leave': '{node} leaves',
  'next-ring-remove': '{node} is taken out',

  'dot-add-node': 'starts empty',
  'dot-remove-node': 'is to go',
  'dot-pending': 'takes writes',
  'dot-joined': 'has joined',
  'dot-cannot-join': 'cannot join',
  'dot-stays': 'stays',

  'standing-join': 'joining',
  'standing-leave': 'leaving',
  'standing-remove': 'being removed',
  'standing-sentence':
    '{kind, select, join {Joining} leave {Leaving} other {Being taken out}}: {phase, select, schema {it has not everybody’s schema yet} pending {writes go to the owners to come as well} other {its rows are on their way}}.',
  'change-wait-node': 'It waits until {node} is up.',
  'change-wait-link': 'It waits until {a} and {b} see each other.',
  'change-wait-digest':
    '{heard, select, yes {It waits until its schema is that of {node}.} other {It waits to hear {node}’s digest.}}',
  'change-wait-writes':
    '{count, plural, one {It waits for a write that is under way.} other {It waits for # writes that are under way.}}',
  'change-wait-streams':
    '{count, plural, one {It waits for a row that is on its way.} other {It waits for # rows that are on their way.}}',
  'ring-members':
    '{members} {count, plural, one {has} other {share}} the keys; {copies, plural, one {one copy} other {# copies}} of each row {missing, plural, =0 {as asked for} one {were asked for, one more than there are nodes: ALL cannot be met} other {were asked for, # more than there are nodes: ALL cannot be met}}.',
  'ring-add': 'Add node {node}',
  'ring-add-none': 'Add a node',
  'node-down-note': 'Its memory is gone; its disk is as it was. Restart it to use it again.',
  'node-no-table-note': 'It has no table {table} now.',
  'node-left': 'Node {node} has left.',
  'node-left-short': 'left',

  'does-add-node': 'A new node starts with an empty disk: it pulls the schema first, then takes its rows.',
  'does-leave': 'Gives its rows to the others, then leaves for good.',
  'does-remove': 'Takes it out for good: the others give each other the rows that it had.',
  'does-cancel': 'It has not joined yet, and just goes.',
  'command-add-node': 'add {node}',
  'command-remove-node': 'remove {node}',
  'command-ring': 'go on with node {node}',
  'console-op-add-node': 'start as a new node',
  'console-op-remove-node': 'leave the cluster',
  'content-stream': 'One row, frozen at its sender’s version, for the node that is to own it.',
  'content-stream-stored': 'The row is stored on {from}.',
  'content-stream-refused': '{from} could not store the row: {problem}.',
} as const;
