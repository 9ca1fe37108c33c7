// Every view in words, for those who do not see it and for those who teach with it: at most five sentences each.

export const VIEW_LABELS_EN = {
  'view-cluster': 'Cluster',
  'view-history': 'History',
  'view-versions': 'Versions',
  'view-ids': 'Column ids',
  'view-transport': 'Time',

  'view-nodes':
    '{count, plural, one {There is one node} other {There are # nodes}}: {down, plural, =0 {all are up} one {one is down} other {# are down}}.',
  'view-entries':
    '{total, plural, =0 {No node has entries in memory.} one {{stale, plural, =0 {The one entry in memory is at its table’s version.} other {The one entry in memory is at another version than its table.}}} other {{stale, plural, =0 {All {all} entries in memory are at their table’s version.} one {One of {all} entries in memory is at another version than its table.} other {# of {all} entries in memory are at another version than their table.}}}}',
  'view-waits':
    '{count, plural, =0 {No request waits.} one {One request waits for a definition, a merge or the lock.} other {# requests wait for a definition, a merge or the lock.}}',
  'view-promises': '{sentence}.',
  'view-position':
    'This is {step, plural, =0 {the start} other {step #}} of a run of {steps, plural, one {one step} other {# steps}}, {time} into it.',
  'view-flying':
    '{count, plural, =0 {Nothing is on its way.} one {One message is on its way: {names}.} other {# messages are on their way: {names}.}}',
  'view-flying-more': '{names} and {count, plural, one {one more} other {# more}}',
  'view-strokes':
    'Of the messages in sight {delivered, plural, =0 {none has arrived} one {one has arrived} other {# have arrived}}{lost, plural, =0 {} one {, one is lost} other {, # are lost}}.',
  'view-changes':
    '{count, plural, =0 {No node changes its version in this run.} one {In one step a node changes its version.} other {In # steps a node changes its version.}}',
  'view-ids-none': 'There are no two versions between which an id could move.',
  'view-ids-pair': 'This goes from version {from} to version {to}.',
  'view-ids-moves': 'The columns: {caption}.',
  'view-ids-example': '{title}: its boxes hold {before} at {from}, and {after} at {to}.',
  'view-next': 'Next does this: {label}.',
  'view-next-recorded':
    'Next goes on to what is recorded: {steps, plural, one {one more step} other {# more steps}}.',
} as const;
