// Words of "Who hears what": what each node believes of the others, and which versions each shard knows.

export const HEARING_LABELS_EN = {
  'hearing-same': 'same',
  'hearing-other': 'differs',
  'hearing-never': 'none',
  'hearing-down': 'down',
  'hearing-self': 'itself',
  'hearing-beliefs': 'What each node believes of the others',
  'hearing-beliefs-lead': 'A row is one node; a column is whom it has heard of.',
  'hearing-belief':
    '{node} believes that {peer} is {alive, select, yes {up} other {down}}. {heard, select, never {It has no digest of {peer}.} same {The digest it last heard, {digest}, is its own.} other {The digest it last heard, {digest}, is not its own, {own}.}}{pull, select, yes { A pull from {peer} is scheduled.} other {}}{untold, select, yes { {peer} has not heard {node}’s present digest.} other {}}',
  'hearing-own': '{node}’s own digest is {own}.',
  'hearing-own-down': '{node} is down.',
  'hearing-agree':
    '{count, plural, =0 {No digest has been heard.} other {Every digest heard is the hearer’s own.}}',
  'hearing-disagree':
    '{count, plural, one {One digest heard differs from the hearer’s own.} other {# digests heard differ from the hearer’s own.}}',

  'hearing-versions': 'Which versions each shard knows',
  'hearing-versions-lead': 'A row is one shard of a node; a column is a version of {table}.',
  'hearing-no-table': 'No node knows a version now.',
  'hearing-gone':
    '{count, plural, one {One version is known nowhere any more: {names}.} other {# versions are known nowhere any more: {names}.}}',
  'hearing-hint': 'Press a cell to read the whole of it.',
  'hearing-current': 'current',
  'hearing-loading': 'loading',
  'hearing-loaded': 'loaded',
  'hearing-syncing': 'syncing',
  'hearing-synced': 'synced',
  'hearing-unknown': 'unknown',
  'hearing-where': '{node}, shard {shard}',
  'hearing-knows': '{where}: {fact}',
  'hearing-unknown-fact': '{version} is not known here',
  'hearing-key-current': 'the version of its table',
  'hearing-key-synced': 'known, and marked as merged',
  'hearing-key-syncing': 'being merged with its source',
  'hearing-key-loaded': 'known by its definition, not marked as merged',
  'hearing-key-loading': 'its definition was asked for',
  'hearing-key-unknown': 'no entry in this registry',
  'hearing-key-pull': 'a pull from it is scheduled',
  'hearing-key-untold': 'it has not heard this node’s present digest',
} as const;
