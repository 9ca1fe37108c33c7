// Words of moving in time: what a branch is about, notices, and jumps that find nothing. Whole phrases with names in
// braces; nothing is glued from pieces elsewhere.

const TIME_EN = {
  main: 'Main',
  branch: 'Branch {number}',
  'kept-run': 'The old run is kept: {name}.',

  'message-DEFINITIONS_UPDATE': 'push {label}',
  'message-MIGRATION_REQUEST': 'pull request',
  'message-MIGRATION_REPLY': 'pull answer',
  'message-GET_SCHEMA_VERSION': 'question about a version',
  'message-SCHEMA_VERSION_REPLY': 'definition',
  'message-MUTATION': 'write {label}',
  'message-MUTATION_DONE': 'confirmation of {label}',
  'message-READ_DATA': 'read {label}',
  'message-READ_DIGEST': 'digest read {label}',
  'message-READ_MUTATION_DATA': 'repair read {label}',
  'message-READ_REPLY': 'answer to {label}',
  'message-STREAM_MUTATION': 'row that moves',
  'message-STREAM_MUTATION_REPLY': 'answer about a row',

  delivered: '{message} reaches {to}',
  first: '{message} reaches {to} first',
  earlier: '{message} reaches {to} earlier',
  later: '{message} reaches {to} later',
  lost: '{message} to {to} lost',
  'lost-earlier': '{message} to {to} lost earlier',
  'lost-later': '{message} to {to} lost later',
  twice: '{message} reaches {to} twice',
  held: '{message} to {to} held',
  'step-earlier': '{what}, earlier',
  'step-later': '{what}, later',
  'step-removed': 'without: {what}',
  'protection-on': 'protection on: {name}',
  'protection-off': 'protection off: {name}',
  'protection-set': 'other protections: {names}',

  statement: '{label} on {node}',
  timer: 'a timer of {node} fires',
  gossip: '{from} gossips with {to}',
  merge: '{node} merges',
  publish: 'shard {shard} of {node} switches',
  flush: '{node} flushes {table}',
  compact: '{node} compacts {table}',
  evict: '{node} evicts {table} from cache',
  crash: '{node} crashes',
  restart: '{node} restarts',
  'add-node': '{node} is added',
  'remove-node': '{node} is removed',
  ring: '{node} goes on joining or leaving',
  'expire-tombstones': 'schema tombstones expire on {node}',
  cut: 'link {a}–{b} cut',
  heal: 'link {a}–{b} healed',
  skew: 'clock of {node} set',
  wait: 'time passes',

  'no-next-version': 'No node changes its version after this step. Press Next, or change something.',
  'no-earlier-version': 'No node changed its version before this step.',
  'no-next-broken': 'No promise breaks after this step in what is recorded.',
  'no-earlier-broken': 'No promise broke before this step.',
  'none-broken-so-far': 'No promise breaks between here and step {step}. Jump again to look further.',
  'no-next-message': 'No recorded message reaches {node} after this step.',
  'no-earlier-message': 'No message reached {node} before this step.',
  'nothing-to-undo': 'There is nothing to undo: no command of yours came before this step.',
  'nothing-asked': 'Nothing would change: it is so already.',
  'no-timer': 'No timer is running: nothing waits for its time.',
  'too-much-happens':
    'More than {steps} steps would happen meanwhile: let less time pass, or hold some messages.',
  'nothing-to-redo': 'There is nothing to redo.',
} as const;

export const PROTECTION_NAMES_EN = {
  versionTags: 'version tags',
  syncBeforeApply: 'sync before apply',
  syncedCheck: 'synced check at apply',
  rememberSynced: 'remembering synced versions',
  versionHash: 'hash of mutations',
  tombstonesOutOfHash: 'tombstones left out of the hash',
  droppedAt: 'drop times',
  deterministicTieBreak: 'deterministic tie-break',
  coordinatorHoldsSchema: 'coordinator holds its schema',
  registryGrace: 'registry grace',
  mergeLock: 'merge lock',
  cellwiseMerge: 'cell-by-cell merge',
  lazyUpgrade: 'lazy upgrade',
  schemaFlushedBeforeUse: 'schema flushed before use',
  syncSource: 'sync with the original coordinator',
  publishToAllShards: 'publish to all shards first',
  gossipPull: 'gossip pull',
  pullDelay: 'pull delay',
  readsSync: 'reads sync',
  alterWritesOnlyChanges: 'ALTER writes only changes',
  containedVersionsSynced: 'contained versions synced',
} as const;

export type TimeWord = keyof typeof TIME_EN;

/** A phrase with its names filled in; a name that is not given stays away. */
export function timeWords(id: TimeWord, values: Readonly<Record<string, string>> = {}): string {
  return TIME_EN[id].replace(/\{(\w+)\}/g, (_slot, name: string) => values[name] ?? '').trim();
}
