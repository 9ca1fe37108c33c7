// Words of "Random runs" and of "Export for TLC".

export const RANDOM_RUNS_LABELS_EN = {
  'random-title': 'Random runs',
  'random-lead':
    'Runs drawn from a seed, under the protections of this moment: changes, writes and reads, losses, crashes, clocks that differ. Each is judged by every promise that is made for it; what breaks one is shrunk to the smallest run that does.',
  'random-seed': 'Seed of the runs',
  'random-start': 'Try random runs',
  'random-stop': 'Stop trying',
  'random-bad-seed': 'The seed of random runs is a whole number from 0 up.',
  'random-idle': 'Nothing has been tried yet.',
  'random-count':
    '{running, select, yes {Trying} other {Tried}}: {runs, plural, =0 {no run yet} one {# run} other {{runsText} runs}}, {stepsText} steps.',
  'random-none': 'No promise broke.',
  'random-found':
    '{count, plural, one {One promise broke. Its smallest run:} other {# promises broke. The smallest run of each:}}',
  'random-off': 'Other than in 2016: {names}.',
  'random-usual': 'The protections are those of 2016.',
  'random-list': 'Promises that broke',
  'random-size':
    '{steps, plural, one {in # step} other {in # steps}} on {nodes, plural, one {# node} other {# nodes}}',
  'random-times': '{times, plural, one {found once} other {found # times}}',
  'random-of-seed': 'seed {seed}',
  'random-open': 'Open',
  'random-open-name': 'Open the run that breaks {promise}',
  'random-run-title': 'Random run {seed}: {promise}',

  'tlc-export': 'Export for TLC',
  'tlc-lead':
    'A search that outgrows this page goes on elsewhere: the model in TLA+, with this moment as its start.',
  'tlc-done': 'Saved {names}. How to run them: docs/model-checking.md.',
} as const;
