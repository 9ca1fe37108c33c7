import { expect, test } from 'vitest';
import { configOf } from '../config/config.ts';
import { valuesOf } from '../plain/record.ts';
import type { CommandDraft } from '../sim/command.ts';
import { countedMoves } from '../sim/countedMoves.ts';
import type { Monitor } from '../sim/monitor.ts';
import { NO_MONITOR } from '../sim/monitor.ts';
import type { Timeline } from '../sim/timeline.ts';
import { append, createTimeline, stateAt } from '../sim/timeline.ts';
import { createExplorer } from './explore.ts';
import type { MovesQuestion } from './fewestMoves.ts';
import { fewestMoves, searchOf } from './fewestMoves.ts';
import { statesByMoves } from './runs.test-support.ts';
import { startOf, table } from './search.test-support.ts';

/** A run that has not begun. */
function runOf(nodes: readonly string[], ...commands: readonly CommandDraft[]): Timeline {
  const made = createTimeline({ seed: 1, config: configOf({ nodes, setup: startOf(nodes).config.setup }) });
  if (!made.ok) throw new Error(made.problem);
  return played(made.value, commands);
}

const played = (start: Timeline, commands: readonly CommandDraft[]): Timeline =>
  commands.reduce((run, command) => {
    const longer = append(run, command);
    if (!longer.ok) throw new Error(longer.problem);
    return longer.value;
  }, start);

const add = (node: string, name: string): CommandDraft => ({
  kind: 'alter-table',
  node,
  ...table,
  changes: [{ kind: 'add', name, type: 'int' }],
});
const row = { ...table, key: { pk: 1, bk: 1, ck: 1 }, consistency: 'ONE' } as const;
const write: CommandDraft = { kind: 'insert', node: 'A', ...row, values: { a: 7 } };
const read: CommandDraft = { kind: 'select', node: 'A', ...row };

/** A search with an end: no more than so many steps. */
const steps = (most: number): Monitor<number> => ({
  first: 0,
  next: (count) => (count === most ? null : count + 1),
});

interface Case {
  readonly name: string;
  readonly run: Timeline;
  readonly may: readonly CommandDraft[];
  readonly mayLose?: boolean;
  readonly most: number;
}

const CASES: readonly Case[] = [
  {
    name: 'columns added on two nodes, again and again',
    run: runOf(['A', 'B']),
    may: [add('A', 'x'), add('B', 'y')],
    most: 4,
  },
  {
    name: 'a clock that is set, and time that passes',
    run: runOf(['A', 'B']),
    may: [add('A', 'x'), { kind: 'skew', node: 'A', micros: 5_000 }, { kind: 'wait', micros: 1_000 }],
    most: 4,
  },
  {
    name: 'writes, reads, a flush and an eviction',
    run: runOf(['A', 'B']),
    may: [write, read, { kind: 'flush', node: 'A', ...table }, { kind: 'evict', node: 'A', ...table }],
    most: 3,
  },
  {
    name: 'a node that stops and starts, and news that is lost',
    run: runOf(['A', 'B']),
    may: [add('A', 'x'), { kind: 'crash', node: 'B' }, { kind: 'restart', node: 'B' }],
    mayLose: true,
    most: 4,
  },
  {
    name: 'a link that is cut and heals',
    run: runOf(['A', 'B']),
    may: [add('A', 'x'), { kind: 'cut', a: 'A', b: 'B' }, { kind: 'heal', a: 'A', b: 'B' }],
    most: 4,
  },
  {
    name: 'two copies of one message, each due at a time of its own',
    run: runOf(['A', 'B'], add('A', 'x'), { kind: 'duplicate', message: 'DEFINITIONS_UPDATE A>B s1' }),
    may: [add('B', 'y')],
    mayLose: true,
    most: 3,
  },
  {
    name: 'a run whose last move can still go on for nothing',
    run: runOf(['A', 'B'], add('A', 'x')),
    may: [read],
    most: 3,
  },
];

test.each(CASES)('X9 X16 X17 X18 the explorer finds what a plain search over runs finds: $name', (one) => {
  const { run, may, mayLose = false, most } = one;
  const asked = { from: 0, may, mayLose, monitor: steps(most) };
  const search = searchOf(run, { ...asked, statesMax: 50_000, goal: () => false });
  if (search === null) throw new Error('out of reach');
  const created = createExplorer(search.core, search.options);
  if (!created.ok) throw new Error(created.problem);
  while (created.value.run(1_000)) {
    // Until it is over.
  }
  const { search: found, commandsTo } = created.value;
  const counts: number[] = [];
  for (let state = 0; state < found.states(); state++) {
    const moves = found.depthOf(state);
    counts[moves] = (counts[moves] ?? 0) + 1;
  }
  expect(counts).toEqual(statesByMoves(run, asked));
  // And the way to a state is a run, with as many moves.
  const last = found.states() - 1;
  const there = played(run, commandsTo(last));
  expect(countedMoves(there, 0, there.steps.length)).toBe(
    countedMoves(run, 0, run.steps.length) + found.depthOf(last),
  );
});

/** Whether every node has the column, and how many wanted it. */
const everywhere = (name: string): MovesQuestion<number> => ({
  from: 0,
  may: [add('A', name), add('B', name)],
  mayLose: false,
  monitor: { first: 0, next: (asked, { command }) => asked + (command.kind === 'alter-table' ? 1 : 0) },
  goal: ({ core, seen }) =>
    seen === 1 &&
    core.nodes.every(({ shards }) =>
      valuesOf(shards[0]?.tables ?? {}).some(({ schema }) => schema.columns.some((one) => one.name === name)),
    ),
  statesMax: 50_000,
});

test('X18 a schema change and its own merge are one move, and the way found is a run', () => {
  const start = runOf(['A', 'B']);
  const found = fewestMoves(start, everywhere('x'));
  expect(found).toMatchObject({ ok: true, value: { moves: 2, complete: true } });
  const commands = found.ok ? (found.value.commands ?? []) : [];
  expect(commands.map(({ kind }) => kind).sort()).toEqual(['alter-table', 'deliver', 'merge']);
  const end = played(start, commands);
  expect(everywhere('x').goal({ core: stateAt(end, 3).core, elapsed: 0, seen: 1 })).toBe(true);
});

test('X16 a statement that is given freely is stamped as a run stamps it', () => {
  const start = runOf(['A', 'B'], write, { kind: 'skew', node: 'A', micros: 700 });
  const found = fewestMoves(start, { ...everywhere('x'), may: [add('A', 'x')] });
  const commands = found.ok ? (found.value.commands ?? []) : [];
  const given = commands.find(({ kind }) => kind === 'alter-table');
  expect(given).toEqual(played(start, [add('A', 'x')]).steps.at(-1)?.command);
  expect(given).toMatchObject({ id: 's2' });
});

test('X17 runs that stand alike and have not seen the same are told apart', () => {
  // To set a clock that is right changes nothing: to have done it three times is a past, not a state of the cluster.
  const start = runOf(['A']);
  const question: MovesQuestion<number> = {
    from: 0,
    may: [{ kind: 'skew', node: 'A', micros: 0 }],
    mayLose: false,
    monitor: { first: 0, next: (times, { command }) => times + (command.kind === 'skew' ? 1 : 0) },
    goal: ({ seen }) => seen === 3,
    statesMax: 1_000,
  };
  expect(fewestMoves(start, question)).toMatchObject({ value: { moves: 3 } });
});

test('X17 where the goal is out of reach nothing is searched, and it is said that there is no way', () => {
  const start = runOf(['A']);
  const question: MovesQuestion<true> = {
    from: 0,
    may: [read],
    mayLose: false,
    monitor: { ...NO_MONITOR, next: () => null },
    goal: ({ core }) => 's1' in (core.nodes[0]?.results ?? {}),
    statesMax: 1_000,
  };
  expect(fewestMoves(start, question)).toMatchObject({ value: { moves: null, states: 1, complete: true } });
  expect(fewestMoves(played(start, [read]), question)).toMatchObject({ value: { moves: null, states: 0 } });
  expect(fewestMoves(start, { ...question, monitor: NO_MONITOR })).toMatchObject({ value: { moves: 1 } });
});

test('X16 what cannot be given freely is refused with a sentence', () => {
  const problem = (command: CommandDraft) => {
    const found = fewestMoves(runOf(['A', 'B']), { ...everywhere('x'), may: [command] });
    return found.ok ? null : found.problem;
  };
  expect(problem({ kind: 'gossip', from: 'A', to: 'B' })).toMatch(/every order of deliveries by itself/);
  expect(problem({ kind: 'protect', protections: {} })).toMatch(/do it first/);
  expect(problem(add('D', 'x'))).toMatch(/There is no node D/);
});
