// Words of the inspector and of the event log. Terms and headings are short; whole sentences follow the twelve rules.

export const INSPECTOR_LABELS_EN = {
  'log-step': 'Step {step}',
  'log-count': '{count, plural, =0 {No event matches.} one {One event} other {# events}}',
  'log-group-statement': 'Statements',
  'log-group-message': 'Messages',
  'log-group-merge': 'Schema merges',
  'log-group-gossip': 'Gossip and pulls',
  'log-group-registry': 'Registry',
  'log-group-data': 'Writes and reads',
  'log-group-storage': 'Storage',
  'log-group-operation': 'Operations and timers',

  'inspect-start': 'Start',
  'inspect-facts': 'Facts',
  'inspect-time': 'Time',
  'inspect-command': 'Command',
  'inspect-here': 'Go there',
  'inspect-events': 'What happens',
  'inspect-events-none': 'Nothing has happened yet.',
  'inspect-kind-step': 'Step',
} as const;
