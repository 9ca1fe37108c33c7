// What is said of a message while its head is being moved: present tense, and only what would be so.

export const STAGE_LABELS_EN = {
  'loom-tally': '{count, plural, one {# message} other {# messages}}',
  'drop-same': 'It arrives here already.',
  'drop-hold': 'Hold it: it stays on its way.',
  'drop-lose': 'Lose it: it does not reach {to}.',
  'drop-becomes': 'then {node}: {version} at step {step}',
  'drop-new': 'then {node}: a version not seen so far, at step {step}',
  'drop-stays': '{node} stays at {version}, step {step}',
  'drop-no-table': '{node} has no such table, step {step}',
  'drop-again': 'again: {sentence}',
} as const;
