// What 2016 never promised (SPEC P4), found by the explorer from a small start with every protection on: somebody gives a few
// commands, something may be lost, and of all orders one ends in the named outcome. Nobody tells the search which, and the
// search calls it by its name itself (P5, X15).

import { expect, it } from 'vitest';
import type { Statement } from '../cql/statement.ts';
import type { ExploreOptions } from '../explore/explore.ts';
import { createExplorer, explore } from '../explore/explore.ts';
import type { AnomalyId } from '../sim/anomalies.ts';
import { NOT_PROMISED_2016 } from '../sim/anomalies.ts';
import type { CommandDraft } from '../sim/command.ts';
import { SEED } from '../sim/random/play.ts';
import { setupOf } from '../sim/random/tables.ts';
import { stepCore } from '../sim/step.ts';
import type { Timeline } from '../sim/timeline.ts';
import { append, createTimeline, stateAt } from '../sim/timeline.ts';
import { add, drop, insert, select } from './script.test-support.ts';
import { numbered } from './searches.test-support.ts';
import { worldOf } from './world.test-support.ts';

const T = { keyspace: 'ks', table: 't' } as const;
type Change = Extract<Statement, { kind: 'alter-table' }>['changes'][number];
const alter = (node: string, timestamp: number, change: Change): CommandDraft => ({
  kind: 'alter-table',
  node,
  timestamp,
  ...T,
  changes: [change],
});
const dropTable = (node: string, timestamp: number): CommandDraft => ({
  kind: 'drop-table',
  node,
  timestamp,
  ...T,
});
const createTable = (node: string, timestamp: number): CommandDraft => ({
  kind: 'create-table',
  node,
  timestamp,
  ...T,
  columns: [
    { name: 'pk', type: 'int', kind: 'partition_key' },
    { name: 'ck', type: 'int', kind: 'clustering_key' },
  ],
});

interface Small {
  /** What had been given when the search begins. */
  readonly before?: readonly CommandDraft[];
  readonly queue: readonly CommandDraft[];
  readonly faults?: ExploreOptions['faults'];
  readonly gossipAndTimers?: ExploreOptions['gossipAndTimers'];
  /** Time-outs before an answer can come only where timers act at any moment: too many states to see them all. */
  readonly bounded?: true;
}

const SMALL: Readonly<Record<AnomalyId, Small>> = {
  'dropped-column-returns': { queue: [drop('A', 100, 'd'), add('B', 105, 'y')] },
  'nobody-asked-for-it': {
    queue: [
      add('A', 100, 'c', 'text'),
      alter('B', 100, { kind: 'add', name: 'c', type: 'int', isStatic: true }),
    ],
  },
  'drop-time-goes-down': {
    queue: [
      drop('A', 100, 'd'),
      add('A', 110, 'd'),
      alter('A', 210, { kind: 'comment', comment: 'mine' }),
      drop('B', 200, 'd'),
    ],
  },
  'keyspace-returns': {
    queue: [{ kind: 'drop-keyspace', node: 'A', timestamp: 100, keyspace: 'ks' }, add('B', 105, 'y')],
  },
  'orphan-column': {
    before: [add('B', 95, 'y')],
    queue: [dropTable('A', 100), createTable('A', 120)],
  },
  'comment-lost': {
    queue: [alter('A', 100, { kind: 'comment', comment: 'mine' }), add('B', 105, 'y')],
  },
  'type-change-lost': {
    queue: [alter('A', 100, { kind: 'type', name: 'b', type: 'blob' }), add('B', 105, 'y')],
  },
  'two-types-one-column': { queue: [add('A', 100, 'x', 'int'), add('B', 105, 'x', 'text')] },
  'table-returns': { queue: [dropTable('A', 100), add('B', 105, 'y')] },
  'version-nobody-issued': {
    queue: [drop('A', 100, 'd'), add('A', 110, 'y')],
    faults: { losses: 1 },
  },
  'change-without-effect': { queue: [drop('A', 300, 'd'), add('B', 100, 'd')] },
  'two-tables-one-name': {
    queue: [dropTable('A', 100), createTable('A', 110)],
    faults: { losses: 1 },
  },
  'agreement-reported': {
    queue: [
      dropTable('A', 100),
      createTable('A', 110),
      { kind: 'cut', a: 'A', b: 'B' },
      { kind: 'heal', a: 'A', b: 'B' },
    ],
    faults: { losses: 2 },
    gossipAndTimers: 'whenQuiet',
  },
  'two-key-names': {
    queue: [alter('A', 100, { kind: 'rename', from: 'ck', to: 'k2' }), add('B', 105, 'y')],
  },
  'write-meets-drop': { queue: [drop('A', 100, 'd'), insert('B', 110, { d: 5 })] },
  'replicas-differ-after-re-add': {
    queue: [drop('A', 100, 'd'), add('A', 120, 'd'), select('A', 130), insert('B', 110, { d: 5 })],
  },
  'stamp-before-drop': {
    queue: [
      drop('A', 100, 'd'),
      add('A', 110, 'd'),
      { ...insert('A', 90, { d: 5 }), usingTimestamp: true } as CommandDraft,
    ],
  },
  'pull-not-repeated': {
    queue: [add('A', 100, 'x')],
    faults: { losses: 2 },
    gossipAndTimers: 'whenQuiet',
  },
  'late-copy-of-a-write': {
    queue: [
      add('A', 100, 'x'),
      { ...insert('A', 110, { x: 9 }), consistency: 'ALL' } as CommandDraft,
      add('A', 120, 'y'),
      select('A', 130),
    ],
    faults: { losses: 2 },
    gossipAndTimers: 'always',
    bounded: true,
  },
  'expired-tombstone': {
    queue: [
      drop('A', 100, 'd'),
      { kind: 'expire-tombstones', node: 'A' },
      alter('B', 95, { kind: 'comment', comment: 'mine' }),
    ],
  },
};

const STATES_MAX = 60_000;

function startOf(before: readonly CommandDraft[]): Timeline {
  const { config } = worldOf({ config: { setup: setupOf(), nodes: ['A', 'B'], replicationFactor: 2 } });
  const created = createTimeline({ seed: SEED, config });
  const start = before.reduce(
    (run, draft, i) => (run.ok ? append(run.value, { id: `before${i}`, ...draft } as CommandDraft) : run),
    created,
  );
  if (!start.ok) {
    throw new Error(start.problem);
  }
  return start.value;
}

it.each(NOT_PROMISED_2016)('P4 P5 X15: some order ends in %s, and the search says so', (id) => {
  const { before = [], queue, faults = {}, gossipAndTimers = 'never', bounded } = SMALL[id];
  const run = startOf(before);
  const { core } = stateAt(run, run.steps.length);
  const explorer = createExplorer(core, {
    queue: numbered(queue),
    before: run.steps.map(({ command }) => command),
    gossipAndTimers,
    faults,
    statesMax: STATES_MAX,
  });
  if (!explorer.ok) {
    throw new Error(explorer.problem);
  }
  while (explorer.value.run(STATES_MAX)) {
    // Until it has seen everything.
  }
  const { groups, complete } = explorer.value.report();
  const group = groups.find(({ named }) => named.includes(id));
  expect({ complete, found: group !== undefined }).toEqual({ complete: bounded !== true, found: true });
  // The way there is a run that anybody can play.
  const end = explorer.value.commandsTo(group?.state ?? 0).reduce((state, command) => {
    const stepped = stepCore(state, command);
    return stepped.ok ? stepped.value.core : state;
  }, core);
  expect(end.nodes.map(({ digest }) => digest)).toEqual(group?.nodes.map(({ digest }) => digest));
});

it('P5 X15: where every order ends as it was asked to, no ending has a name', () => {
  const run = startOf([]);
  const queue = [add('A', 100, 'x'), add('B', 105, 'y'), insert('A', 110, { b: 1 })];
  const options = { queue: numbered(queue), gossipAndTimers: 'whenQuiet', statesMax: STATES_MAX } as const;
  const { groups, complete } = explore(stateAt(run, 0).core, options);
  expect(complete).toBe(true);
  expect(groups.flatMap(({ named }) => named)).toEqual([]);
});
