// What is said of moving in time: branches, jumps, bookmarks, speeds. ICU MessageFormat, as in messages.en.ts; apart from
// it because the first screen needs these few and not the whole catalogue.

export const TIME_EN = {
  'lane-beyond': '{name}, to step {steps}',
  'lane-same': '{name} = same state',
  'branch-first': '{name}: the first run, {steps, plural, one {# step} other {# steps}}',
  'branch-from': '{name}: leaves {parent} at step {step}, ends at step {steps}',
  'branch-same': '{name}: leaves {parent} at step {step}, same state as {parent} from step {at} on',
  'branch-same-other': '{name}: leaves {parent} at step {step}, same state as {other} from step {at} on',
  'step-count': '{step} of {steps}',
  summary: '{steps, plural, one {One step} other {# steps}}: {agreement}',
  'nothing-pending': 'Nothing is on its way. Add a column or let time pass.',
  'nothing-short': 'nothing is on its way',
  'held-short': 'all that is on its way is held',
  'bookmark-name': '{branch, select, none {} other {{branch}, }}step {step}',
} as const;
