// Runs for tests: the first minute of a newcomer, played by the engine.

import {
  append,
  type CommandDraft,
  type Config,
  configOf,
  createTimeline,
  pendingChoices,
  type Result,
  type Statement,
  stateAt,
  type Timeline,
} from '../engine/index.ts';

export function must<T>(result: Result<T>): T {
  if (!result.ok) {
    throw new Error(result.problem);
  }
  return result.value;
}

const SETUP: readonly Statement[] = [
  { kind: 'create-keyspace', id: 'k', node: 'A', timestamp: 1, keyspace: 'demo' },
  {
    kind: 'create-table',
    id: 't',
    node: 'A',
    timestamp: 2,
    keyspace: 'demo',
    table: 'users',
    columns: [
      { name: 'id', type: 'int', kind: 'partition_key' },
      { name: 'name', type: 'text', kind: 'regular' },
    ],
  },
  {
    kind: 'insert',
    id: 'w',
    node: 'A',
    timestamp: 3,
    keyspace: 'demo',
    table: 'users',
    key: { id: 1 },
    values: { name: 'Ada' },
    consistency: 'ALL',
  },
];

export const TABLE = { keyspace: 'demo', table: 'users' } as const;

/** users(id int, name text) with row 1 Ada on every node. */
export function usersRun(part: Partial<Config> = {}): Timeline {
  return must(
    createTimeline({ seed: 1, config: configOf({ nodes: ['A', 'B', 'C'], setup: SETUP, ...part }) }),
  );
}

export function play(timeline: Timeline, ...drafts: readonly CommandDraft[]): Timeline {
  return drafts.reduce((run, draft) => must(append(run, draft)), timeline);
}

/** Does what comes first until nothing is pending, timers included. */
export function settled(timeline: Timeline, bound = 500): Timeline {
  let run = timeline;
  for (let i = 0; i < bound; i++) {
    const next = pendingChoices(stateAt(run, run.steps.length))[0];
    if (next === undefined) {
      return run;
    }
    run = play(run, next.command);
  }
  throw new Error('Nothing came to rest.');
}

export function add(node: string, name: string, type = 'text'): CommandDraft {
  return { kind: 'alter-table', node, ...TABLE, changes: [{ kind: 'add', name, type }] };
}

/** The pending choice that this finds, done. */
export function doPending(
  timeline: Timeline,
  find: (choice: ReturnType<typeof pendingChoices>[number]) => boolean,
): Timeline {
  const choice = pendingChoices(stateAt(timeline, timeline.steps.length)).find(find);
  if (choice === undefined) {
    throw new Error('No such pending choice.');
  }
  return play(timeline, choice.command);
}
