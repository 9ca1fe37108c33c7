import { expect, test } from 'vitest';
import type { Command, CommandDraft, Statement, Timeline, TlcOptions } from '../src/engine/index.ts';
import { append, exportForTlc, stateAt } from '../src/engine/index.ts';
import { modelAt } from '../src/engine/sim/tla/exportForTlc.ts';
import { add, begun, drop, write } from './runs.test-support.ts';
import { searchModel } from './search.test-support.ts';
import { allStates, modelText } from './tlaChecker.test-support.ts';

function played(start: Timeline, commands: readonly CommandDraft[]): Timeline {
  return commands.reduce((timeline, command) => {
    const next = append(timeline, command);
    if (!next.ok) {
      throw new Error(next.problem);
    }
    return next.value;
  }, start);
}

const merge = (node: string, statement: string): CommandDraft => ({
  kind: 'merge',
  node,
  merge: `ddl ${statement}`,
});
const push = (kind: 'deliver' | 'lose', way: string, statement: string): CommandDraft => ({
  kind,
  message: `DEFINITIONS_UPDATE ${way} ${statement}`,
});

/** A's ADD is lost on its way to B, and its write is on its way; B has heard nothing. */
const MISSED = [
  add('A', 100, 'x'),
  merge('A', 's100'),
  push('lose', 'A>B', 's100'),
  write('A', 110, 'x'),
] as const;

const starts: readonly (readonly [string, readonly CommandDraft[], readonly Statement[]])[] = [
  ['a write on its way to a node that missed the push', MISSED, [add('B', 120, 'y')]],
  [
    'the version asked for, the answer on its way',
    [
      ...MISSED,
      { kind: 'deliver', message: 'MUTATION A>B s110 write' },
      { kind: 'gossip', from: 'A', to: 'B' },
    ],
    [],
  ],
  [
    'two changes queued behind each other',
    [write('A', 90, 'a'), add('A', 100, 'x'), drop('B', 105, 'a'), push('deliver', 'A>B', 's100')],
    [],
  ],
];

test.each(starts)(
  'T1 T3 an export from the middle of a run goes on as the engine does: %s',
  (_, commands, queue) => {
    const timeline = played(begun('AB'), commands);
    const step = timeline.steps.length;
    const options: TlcOptions = { queue, gossipAndTimers: 'whenQuiet', faults: {} };
    const files = exportForTlc(modelText(), timeline, step, options);
    const model = modelAt(timeline, step, queue);
    if (!files.ok || !model.ok) {
      throw new Error(files.ok ? '' : files.problem);
    }
    const [spec = '', cfg = ''] = files.value.map(({ text }) => text);
    const checked = allStates(spec, cfg);
    const engine = searchModel(stateAt(timeline, step).core, model.value, options);
    expect(checked.all).toEqual(engine.all);
    expect(checked.endings).toEqual(engine.endings);
  },
);

const TABLE = { keyspace: 'demo', table: 't' } as const;
const refusals: readonly (readonly [string, readonly CommandDraft[], readonly Command[], RegExp])[] = [
  [
    'a read in the queue',
    [],
    [{ ...select('A', 120), id: 's120' }],
    /is a SELECT; the model alters and writes/,
  ],
  ['a node that is down', [{ kind: 'crash', node: 'B' }], [], /A node is down/],
  ['a cut link', [{ kind: 'cut', a: 'A', b: 'B' }], [], /A link is cut/],
  ['an sstable', [write('A', 90, 'a'), { kind: 'flush', node: 'A', ...TABLE }], [], /There are sstables/],
  [
    'a switch',
    [{ kind: 'protect', protections: { mergeLock: false } }],
    [],
    /mergeLock is known to the model only as true/,
  ],
  ['a comment', [], [comment('A', 120)], /is no ADD or DROP of one column/],
  [
    'a crash in the queue',
    [],
    [{ kind: 'crash', node: 'A' }],
    /statements and nothing else: take the crash out/,
  ],
  ['a name', [], [add('A', 120, 'Größe')], /cannot spell the column/],
];

function select(node: string, timestamp: number): Statement {
  return {
    id: `s${timestamp}`,
    kind: 'select',
    node,
    timestamp,
    ...TABLE,
    key: { pk: 1 },
    consistency: 'ONE',
  };
}

function comment(node: string, timestamp: number): Statement {
  const changes = [{ kind: 'comment', comment: 'new' }] as const;
  return { id: `s${timestamp}`, kind: 'alter-table', node, timestamp, ...TABLE, changes };
}

test.each(refusals)(
  'T3 what the model has no word for is refused with a sentence: %s',
  (_, commands, queue, sentence) => {
    const timeline = played(begun('AB'), commands);
    const options: TlcOptions = { queue, gossipAndTimers: 'never', faults: {} };
    const files = exportForTlc(modelText(), timeline, timeline.steps.length, options);
    expect(files.ok ? '' : files.problem).toMatch(sentence);
  },
);

test('T3 timestamps are ranks that fit TLC’s 32 bits, promises that are not made are left out', () => {
  const timeline = begun('AB');
  const late = 2 ** 51;
  const queue = [drop('A', late, 'a'), add('B', late + 5, 'a')];
  const files = exportForTlc(modelText(), timeline, 0, {
    queue,
    gossipAndTimers: 'whenQuiet',
    faults: { losses: 1 },
  });
  const [spec = '', cfg = ''] = files.ok ? files.value.map(({ text }) => text) : [];
  expect(spec).not.toContain(`|-> ${late}`);
  expect(spec).toContain(
    `[cells |-> {}, col |-> "a", kind |-> "drop", needs |-> 0, node |-> "A", part |-> "", replicas |-> {}, ts |-> 2]`,
  );
  expect(cfg).toMatch(/\\\* I10 \(SenderKnows\) is not promised for these statements\./);
  expect(cfg).toMatch(/^ {2}AppliedIsContained$/m);
});
