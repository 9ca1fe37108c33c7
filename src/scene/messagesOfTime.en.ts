// What is said of moving in time: branches, jumps, bookmarks, speeds. ICU MessageFormat, as in messages.en.ts; apart from
// it because the first screen needs these few and not the whole catalogue.

export const TIME_EN = {
  lane: '{name}: {about}',
  'lane-beyond': '{lane}, to step {steps}',
  'lane-same': '{lane} = same state',
  'branch-about': '{name} ({about})',
  'branch-first': '{name}: the first run, {steps, plural, one {# step} other {# steps}}',
  'branch-from': '{name}: leaves {parent} at step {step}, ends at step {steps}',
  'branch-same': '{name}: leaves {parent} at step {step}, same state as {parent} from step {at} on',
  'branch-same-other': '{name}: leaves {parent} at step {step}, same state as {other} from step {at} on',
  summary: '{steps, plural, one {One step} other {# steps}}: {agreement}',
  'broken-now': 'Promise broken: {sentence}',
  'nothing-pending': 'Nothing is on its way. Add a column or let time pass.',
  'nothing-short': 'nothing is on its way',
  'bookmark-name': '{branch, select, none {} other {{branch}, }}step {step}',
  'jump-message': 'Next message to {node}',
  reopen: 'Back to the run before',
  'go-branch': 'Go to {name}',
  'go-bookmark': 'Go to the bookmark at step {step}: {note}',
  'go-step': 'Go to step {step}',
  'set-speed': 'Speed {speed}',
  'theme-light': 'Theme: light',
  'theme-dark': 'Theme: dark',
  'theme-projector': 'Theme: projector',
  impossible: '{count, plural, one {One command is} other {# commands are}} impossible in this run',
  'impossible-lead': 'What each did in {name}, and why it cannot happen here. All others were played again.',
} as const;
