// Words of setting up a sandbox, of surprises, and of runs that were open before. Whole phrases with names in braces.

const SANDBOX_EN = {
  first: 'First screen',
  sandbox: 'Sandbox of {nodes} nodes, seed {seed}',
  'sandbox-one': 'Sandbox of one node, seed {seed}',
  surprise: 'Surprise {seed}',
  loaded: 'Loaded run',
  kept: 'The run before is kept: {title}.',
  'none-before': 'No other run has been open: there is nothing to go back to.',
  'no-surprise': 'Seed {seed} gives no run in which versions part: try another one.',

  'field-nodes': 'Nodes',
  'field-shards': 'Shards on each node',
  'field-replicationFactor': 'Replicas of each row',
  'field-latency': 'Latency, ms',
  'field-jitter': 'Jitter, ms',
  'field-loss': 'Messages lost, %',
  'field-seed': 'Seed',
  'out-of-range': '{field}: a whole number from {min} to {max}, please; {given} is not.',
  limits: '{min}–{max}',
  any: 'any',
  nothing: 'nothing',

  'template-users': 'users',
  'template-users-about': 'one key, one name',
  'template-teams': 'teams',
  'template-teams-about': 'users with a static column',
  'template-visits': 'visits',
  'template-visits-about': 'compound key, descending days',
  'template-profiles': 'profiles',
  'template-profiles-about': 'collections: set, list and map',

  'own-line': 'Your schema, line {line}:{column} {problem}',
  'own-problem': 'Your schema, {problem}',
  'setup-select': 'a setup creates tables and fills them. Read, prepare and trace when the sandbox is open.',
  'setup-many': 'A setup has at most {max} statements; these are more. Leave some out.',
  'setup-restless': 'the cluster does not come to rest after it.',
} as const;

export type SandboxWord = keyof typeof SANDBOX_EN;

/** A phrase with its names filled in. */
export function sandboxWords(id: SandboxWord, values: Readonly<Record<string, string | number>>): string {
  return SANDBOX_EN[id].replace(/\{(\w+)\}/g, (_slot, name: string) => String(values[name] ?? ''));
}
