// What the cluster promises, what a broken promise looks like, and when a promise is made at all.

export const PROMISE_LABELS_EN = {
  'promise-I1': 'What a node has marked as merged, its schema contains.',
  'promise-I2': 'A write is applied only under a version that contains its own.',
  'promise-I3': 'Stored entries stand at versions that their table’s version contains.',
  'promise-I4': 'An answer has exactly the columns of the version that was asked for.',
  'promise-I5': 'Equal schemas have equal versions, and only they.',
  'promise-I6': 'When everything has arrived, all nodes agree.',
  'promise-I7': 'A version that somebody holds is known, and the current one is merged.',
  'promise-I8': 'A version never stands for two different schemas.',
  'promise-I9': 'A replica keeps what it has confirmed.',
  'promise-I10': 'Whoever sends a version can say what it is.',
  'promise-I11': 'Memtable, cache and table of a shard stand at one version.',
  'promise-I12': 'A node pulls at most once for a version that it remembers.',
  'promise-I13': 'An acknowledged value is not lost.',
  'promise-I14': 'A value never appears under another column’s name.',
  'promise-I15': 'A cell stamped at or before the recorded drop time is never shown.',
  'promise-I16': 'A version that was replaced never returns.',

  'fault-synced-not-contained': '{nodes} has marked {version} as merged, and its schema lacks part of it.',
  'fault-stored-not-contained':
    'On {nodes} row {row} is stored at {version}, which its table’s version does not contain.',
  'fault-other-columns': 'The answer of {nodes} has other columns than the version that was asked for.',
  'fault-one-version-two-schemas': '{nodes} call different schemas {version}.',
  'fault-two-versions-one-schema': '{nodes} have the same schema under two versions, {other} and {version}.',
  'fault-digests-differ': 'Nothing is on its way, and {nodes} have different digests.',
  'fault-versions-differ': 'Nothing is on its way, and {nodes} have different versions of {table}.',
  'fault-current-unknown': 'On {nodes} the current version {version} is not known and merged.',
  'fault-held-forgotten': 'On {nodes} row {row} is stored at {version}, and the registry has forgotten it.',
  'fault-coordinated-forgotten':
    '{nodes} coordinates a write of {version}, and its registry has forgotten it.',
  'fault-version-reused': '{version} stands for different schema changes.',
  'fault-confirmed-missing':
    '{nodes} confirmed {column} of row {row} and {count, plural, one {does} other {do}} not have it.',
  'fault-sender-forgot': '{nodes} was asked what {version} is, which it sent, and did not know.',
  'fault-sources-differ': 'On {nodes} memtable, cache and table stand at different versions.',
  'fault-pulled-again': '{nodes} pulled again for {version}, which it had merged.',
  'fault-acknowledged-missing':
    'The client was told that {column} of row {row} is stored, and no node has it.',
  'fault-version-returned': '{nodes} is at {version} again, after other changes.',
  'fault-applied-not-contained':
    '{nodes} applied a write of {version} that its own version does not contain{count, plural, =0 {} other {, and dropped {lost}}}.',
  'fault-wrong-name': 'A read through {nodes} showed {name} = {value}, which was written for {writtenFor}.',
  'fault-shown-after-drop':
    'A read through {nodes} showed {name} = {value}, written @{ts}: {name} was dropped @{droppedAt}.',

  'condition-one-shard': 'Every node has one shard, or all shards switch before a version is marked synced.',
  'condition-one-centre': 'All nodes are in one data centre, or the original coordinator is asked.',
  'condition-contained-is-repeated':
    'Versions count as contained only where an ALTER repeats all that its node knows.',
  'condition-no-using-timestamp': 'No client gives a timestamp of its own.',
  'condition-no-rename': 'No key column is renamed.',
  'condition-no-type-change': 'No column changes its type.',
  'condition-one-table-per-name': 'Each keyspace and table is created once and never dropped.',
  'condition-one-definition-per-column': 'Each column name is added at most once.',
  'condition-no-write-after-drop': 'No write to a column is stamped later than a DROP of it.',
  'condition-no-write-before-drop':
    'No write that comes after a DROP of its column is stamped at or before it.',
  'condition-no-expiry': 'No schema tombstone expires.',
  'condition-no-lost-pull': 'No request for a schema and no answer to one is lost.',
  'condition-no-time-out': 'No request times out.',
  'condition-no-overtaking': 'No answer to a write overtakes a question about its version.',
  'condition-no-fault': 'No message is lost or duplicated, no link cut, no node crashes or leaves.',
  'condition-no-crash': 'No node crashes.',
} as const;
