import { expect, test } from 'vitest';
import type { Command } from '../sim/command.ts';
import { checkPromises } from '../sim/promises/promises.ts';
import { stepCore } from '../sim/step.ts';
import type { ExploreOptions } from './explore.ts';
import { createExplorer, explore } from './explore.ts';
import { add, insert, rename, searchPlainly, startOf, table } from './search.test-support.ts';

const BOUND = 100_000;

interface Case {
  readonly name: string;
  readonly nodes: readonly string[];
  readonly options: Omit<ExploreOptions, 'statesMax'>;
  readonly off?: Parameters<typeof startOf>[1];
}

const TWO_ADDS: readonly Command[] = [add('A', 'x', 100), add('B', 'y', 105)];
const ADD_AND_WRITE: readonly Command[] = [add('A', 'x', 100), insert('A', 110, { a: 1, x: 9 })];

const CASES: readonly Case[] = [
  { name: '2 ADDs', nodes: ['A', 'B'], options: { queue: TWO_ADDS, gossipAndTimers: 'whenQuiet' } },
  { name: '2 ADDs among 3', nodes: ['A', 'B', 'C'], options: { queue: TWO_ADDS, gossipAndTimers: 'never' } },
  {
    name: '2 ADDs on one node',
    nodes: ['A', 'B'],
    options: { queue: [add('A', 'x', 100), add('A', 'y', 105)], gossipAndTimers: 'whenQuiet' },
  },
  {
    name: 'a RENAME and an ADD that stop a node',
    nodes: ['A', 'B'],
    options: { queue: [rename('A', 'ck', 'kk', 100), add('B', 'y', 105)], gossipAndTimers: 'whenQuiet' },
  },
  {
    name: 'an ADD with a loss',
    nodes: ['A', 'B'],
    options: { queue: [add('A', 'x', 100)], gossipAndTimers: 'whenQuiet', faults: { losses: 2 } },
  },
  {
    name: 'an ADD at any moment of gossip',
    nodes: ['A', 'B'],
    options: { queue: [add('A', 'x', 100)], gossipAndTimers: 'always' },
  },
  {
    name: 'an ADD with a duplicate',
    nodes: ['A', 'B'],
    options: { queue: [add('A', 'x', 100)], gossipAndTimers: 'never', faults: { duplicates: 2 } },
  },
  {
    name: 'an ADD and a write with a loss, without sync or check',
    nodes: ['A', 'B'],
    options: { queue: ADD_AND_WRITE, gossipAndTimers: 'never', faults: { losses: 1 } },
    off: { syncBeforeApply: 'convertToMine', syncedCheck: false },
  },
  {
    name: 'an ADD with a crash, without a flush',
    nodes: ['A', 'B'],
    options: { queue: ADD_AND_WRITE, gossipAndTimers: 'never', faults: { crashes: 1 } },
    off: { schemaFlushedBeforeUse: false },
  },
  {
    name: 'a cut, a heal, a flush and an eviction',
    nodes: ['A', 'B'],
    options: {
      queue: [
        add('A', 'x', 100),
        { kind: 'flush', node: 'B', ...table },
        { kind: 'evict', node: 'B', ...table },
        { kind: 'cut', a: 'A', b: 'B' },
        { kind: 'heal', a: 'A', b: 'B' },
      ],
      gossipAndTimers: 'never',
    },
  },
  {
    name: 'a queued crash and restart',
    nodes: ['A', 'B'],
    options: {
      queue: [add('A', 'x', 100), { kind: 'crash', node: 'B' }, { kind: 'restart', node: 'B' }],
      gossipAndTimers: 'never',
    },
  },
  {
    name: 'the later definition wins whole',
    nodes: ['A', 'B'],
    options: { queue: TWO_ADDS, gossipAndTimers: 'never' },
    off: { cellwiseMerge: false },
  },
];

test.each(CASES)(
  'X1 X3 X5 X8 X10 the explorer finds what a plain search finds: $name',
  ({ nodes, options, off }) => {
    const start = startOf(nodes, off);
    const found = explore(start, { ...options, statesMax: BOUND });
    const plain = searchPlainly(start, options);
    const breaks: Record<string, number> = {};
    for (const { promise, depth } of found.breaks) {
      breaks[promise] ??= depth;
    }
    expect({ states: found.states, endings: found.endings, breaks }).toEqual(plain);
    expect(found.complete).toBe(true);
  },
);

test('X1 three concurrent ADDs on three nodes: every order ends with all nodes on one digest', () => {
  const queue = [add('A', 'x', 100), add('B', 'y', 101), add('C', 'z', 102)];
  const found = explore(startOf(['A', 'B', 'C']), { queue, gossipAndTimers: 'whenQuiet', statesMax: BOUND });
  expect(found).toMatchObject({ complete: true, states: 16_052, endings: 5, breaks: [], brokenStates: 0 });
  for (const digests of found.endingDigests) {
    expect(new Set(digests.split(' ')).size, digests).toBe(1);
  }
  expect(found.nodeSteps, 'X2: each answer is computed once').toBeLessThan(found.edges / 50);
});

test('X4 a bound that is met is said, and slices change nothing', () => {
  const options = { queue: TWO_ADDS, gossipAndTimers: 'whenQuiet', statesMax: 300 } as const;
  const whole = explore(startOf(['A', 'B', 'C']), options);
  expect(whole).toMatchObject({ complete: false, stopped: 'states' });
  expect(whole.states).toBeGreaterThanOrEqual(300);
  const created = createExplorer(startOf(['A', 'B', 'C']), options);
  const explorer = created.ok ? created.value : null;
  while (explorer?.run(7) === true) {
    expect(explorer.report().states).toBeLessThan(whole.states + 100);
  }
  expect(explorer?.report()).toEqual(whole);
});

test('X4 X6 a bound of memory is met the same way', () => {
  const options = { queue: TWO_ADDS, gossipAndTimers: 'whenQuiet', statesMax: BOUND, bytesMax: 1 } as const;
  expect(explore(startOf(['A', 'B']), options)).toMatchObject({ complete: false, stopped: 'memory' });
});

test('X9 the run to any state, played as commands, comes there: a broken promise is broken at its end and not before', () => {
  const start = startOf(['A', 'B'], { syncBeforeApply: 'convertToMine', syncedCheck: false });
  const created = createExplorer(start, {
    queue: ADD_AND_WRITE,
    gossipAndTimers: 'whenQuiet',
    faults: { losses: 1 },
    statesMax: BOUND,
  });
  if (!created.ok) {
    throw new Error(created.problem);
  }
  while (created.value.run(1_000)) {
    // Until it is over.
  }
  const found = created.value.report().breaks.find(({ promise }) => promise === 'I9');
  expect(found?.depth).toBe(6);
  let core = start;
  const held: boolean[] = [];
  for (const command of created.value.commandsTo(found?.state ?? 0)) {
    const stepped = stepCore(core, command);
    core = stepped.ok ? stepped.value.core : core;
    held.push(checkPromises(core).find(({ id }) => id === 'I9')?.held ?? false);
  }
  expect(held).toEqual([true, true, true, true, true, false]);
  expect(found?.expected).toEqual({ conditions: [], protections: ['syncBeforeApply', 'syncedCheck'] });
});

test('X10 a promise that was broken before the search began is told apart', () => {
  const start = startOf(['A', 'B']);
  const broken = {
    ...start,
    nodes: start.nodes.map((node) => ({
      ...node,
      breaches: [
        {
          promise: 'I14' as const,
          fault: { kind: 'wrong-name' as const, name: 'a', text: '7', writtenFor: 'b' },
          version: null,
          statement: null,
        },
      ],
    })),
  };
  const found = explore(broken, { queue: TWO_ADDS, gossipAndTimers: 'never', statesMax: BOUND });
  expect(found).toMatchObject({ brokenAtStart: ['I14'], breaks: [] });
});

test('X11 endings are grouped by what every node ends with, and their ways counted', () => {
  const options = { queue: [add('A', 'x', 100)], gossipAndTimers: 'never', statesMax: BOUND } as const;
  const lost = explore(startOf(['A', 'B']), { ...options, faults: { losses: 1 } });
  // Give, then merge at A before or after the push arrives at B; or the push is lost before or after A merges.
  expect(lost.groups.map(({ ways, depth }) => [ways, depth])).toEqual([
    [2, 3],
    [2, 3],
  ]);
  const [agreed, split] = lost.groups.map(({ nodes }) => new Set(nodes.map(({ digest }) => digest)).size);
  expect([agreed, split].sort()).toEqual([1, 2]);
});

test('X7 what cannot be queued is refused with a sentence', () => {
  const problem = (queue: readonly Command[]) => {
    const created = createExplorer(startOf(['A', 'B']), {
      queue,
      gossipAndTimers: 'never',
      statesMax: BOUND,
    });
    return created.ok ? null : created.problem;
  };
  expect(problem([{ kind: 'deliver', message: 'x' }])).toMatch(/every order of deliveries by itself/);
  expect(problem([{ kind: 'wait', micros: 5 }])).toMatch(/do it first/);
  expect(problem([add('A', 'x', 100), add('B', 'x', 105)])).toMatch(/an id of its own/);
  expect(problem([add('D', 'x', 100)])).toMatch(/There is no node D/);
  expect(problem([{ kind: 'crash', node: 'D' }])).toMatch(/There is no node D/);
});
