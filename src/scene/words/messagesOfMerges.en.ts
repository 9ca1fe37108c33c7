// Sentences of schema merges, in English, from the lock to the switch of the last shard.

export const MERGE_SENTENCES_EN = {
  'merge-queued': '{node} takes the merge lock for {peer}’s changes.',
  'merge-queued-own': '{node} takes the merge lock for its own change.',
  'merge-queued-behind':
    '{node} puts {origin, select, ddl {its own change} other {{peer}’s changes}} in line: {count, plural, one {one merge comes} other {# merges come}} first.',
  'merge-read':
    '{node} reads its schema rows before it merges {origin, select, ddl {its own change} push {{peer}’s change} other {{peer}’s changes}}.',
  'merge-joined':
    '{node} merges {origin, select, ddl {its own change} push {{peer}’s change} other {{peer}’s changes}} into its schema rows: {shards, plural, one {it has} other {its shards have}} yet to switch.',
  'merged-own':
    '{node} {last, select, no {merges} other {finishes merging}} its own change: {elsewhere, select, no {} other {in {table}, }}{from} becomes {to}.',
  'merged-stays':
    '{node} {last, select, no {merges} other {finishes merging}} {origin, select, ddl {its own change} push {{peer}’s change} other {{peer}’s changes}}: {elsewhere, select, no {it} other {{table}}} stays at {to}.',
  'merged-own-nothing': '{node} merges its own change: nothing new.',
  'merged-push-only':
    '{node} {last, select, no {merges} other {finishes merging}} {label} from {peer}, not all of {other}: {elsewhere, select, no {} other {in {table}, }}{from} becomes {to}.',
  'merged-push':
    '{node} {last, select, no {merges} other {finishes merging}} {peer}’s change: {elsewhere, select, no {} other {in {table}, }}{from} becomes {to}.',
  'merged-push-both':
    '{node} {last, select, no {merges} other {finishes merging}} {peer}’s change: {elsewhere, select, no {} other {in {table}, }}{from} and {other} become {to}.',
  'merged-pull':
    '{node} {last, select, no {merges} other {finishes merging}} {peer}’s changes: {elsewhere, select, no {} other {in {table}, }}{from} becomes {to}.',
  'merged-pull-both':
    '{node} {last, select, no {merges} other {finishes merging}} {peer}’s changes: {elsewhere, select, no {} other {in {table}, }}{from} and {other} become {to}.',
  'merged-nothing': '{node} merges {peer}’s changes: nothing new.',
  'merged-no-table':
    '{node} merges {origin, select, ddl {its own change} other {{peer}’s changes}}: no table changes.',
  'merged-created': '{node} now has table {table}, at version {to}.',
  'merged-dropped': '{node} no longer has table {table}.',
  'merge-failed':
    '{node} fails to merge {origin, select, ddl {its own change} other {{peer}’s changes}}: {problem}.',
  'schema-switched': '{node} switches {elsewhere, select, no {} other {{table} }}from {from} to {to}.',
  'schema-switched-created': '{node} begins to serve {table} at {to}.',
  'schema-switched-dropped': '{node} stops serving {table}.',
  'version-aliased': '{node} uses {version} again, now for rows with another history.',
} as const;
