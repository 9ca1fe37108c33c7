// What is said of moving in time: branches, jumps, bookmarks, speeds. Each text is whole: none is put together from
// pieces. Placeholders are checked by the compiler (see timeWords.ts).

export const TIME_EN = {
  'lane-beyond': '{name}, to step {steps}',
  'lane-same': '{name} = same state',
  'branch-first': '{name}: {steps} steps, the first run',
  'branch-from': '{name}: leaves {parent} at step {step}, ends at step {steps}',
  'branch-same': '{name}: leaves {parent} at step {step}, same state as {parent} from step {at} on',
  'branch-same-here': '{name}: same state as {other} from step {at} on',
  'branch-edited': '{name}: the commands of {parent} run again, ends at step {steps}',
  summary: '{steps} steps: {agreement}',
  'summary-1': 'One step: {agreement}',
  'broken-now': 'Promise broken: {sentence}',
  'nothing-pending': 'Nothing is on its way. Add a column or let time pass.',
  'nothing-short': 'nothing is on its way',
  bookmark: 'Step {step}: {sentence}',
  'bookmark-on': '{branch}, step {step}: {sentence}',
} as const;
