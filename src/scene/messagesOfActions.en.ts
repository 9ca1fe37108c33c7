// What the page can do by a key or from the palette, in words.

export const ACTIONS_EN = {
  next: 'Next',
  back: 'Back',
  'step-on': 'One step on',
  'step-back': 'One step back',
  'version-next': 'To the next version change',
  'version-before': 'To the version change before',
  'break-next': 'To the next broken promise',
  'break-before': 'To the broken promise before',
  start: 'To the start',
  end: 'To now',
  play: 'Play or pause',
  bookmark: 'Bookmark this moment',
  undo: 'Undo my last command: to the moment before it',
  redo: 'Redo',
  'branch-before': 'To the branch before',
  'branch-next': 'To the next branch',
  nodes: 'Nodes',
  history: 'History',
  versions: 'Versions',
  ids: 'Column ids',
  compare: 'Compare',
  console: 'CQL console',
  inspector: 'Inspector',
  log: 'Event log',
  network: 'Network',
  legend: 'Legend',
  hearing: 'Who hears what',
  sandbox: 'New sandbox, or a surprise',
  reopen: 'Back to the run before',
  palette: 'Find something to do',
  help: 'Help',
  close: 'Close, or let go of what is chosen',
  wait: 'Let 1 s pass',
  'wait-long': 'Let 60 s pass',
  'wait-timer': 'Until the next timer has fired',
  settle: 'Let everything on its way arrive',
} as const;

export type ActionId = keyof typeof ACTIONS_EN;

/** Keys that are not called by what they type. */
export const KEYS_EN = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  Escape: 'Esc',
} as const;
