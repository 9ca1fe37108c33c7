import { expect, test } from 'vitest';
import { configOf } from '../config/config.ts';
import { PROTECTIONS_2016 } from '../config/protections.ts';
import type { Statement } from '../cql/statement.ts';
import { canonical } from '../plain/canonical.ts';
import type { Command, Delivery } from './command.ts';
import { deliveries } from './deliveries.ts';
import type { ExploreOptions } from './explore.ts';
import { explore } from './explore.ts';
import type { Core } from './state.ts';
import { stepCore } from './step.ts';
import { createTimeline } from './timeline.ts';

const table = { keyspace: 'demo', table: 't' } as const;

function startOf(nodes: readonly string[], protections: Partial<typeof PROTECTIONS_2016> = {}): Core {
  const setup: Statement[] = [
    { id: 'k', kind: 'create-keyspace', node: 'A', timestamp: 10, keyspace: 'demo' },
    {
      id: 't',
      kind: 'create-table',
      node: 'A',
      timestamp: 10,
      ...table,
      columns: [
        { name: 'pk', type: 'int', kind: 'partition_key' },
        { name: 'bk', type: 'int', kind: 'clustering_key' },
        { name: 'ck', type: 'int', kind: 'clustering_key' },
        { name: 'a', type: 'int', kind: 'regular' },
      ],
    },
  ];
  const config = configOf({ nodes, setup, protections: { ...PROTECTIONS_2016, ...protections } });
  const created = createTimeline({ seed: 1, config });
  if (!created.ok) {
    throw new Error(created.problem);
  }
  return created.value.start.core;
}

function add(node: string, name: string, timestamp: number): Statement {
  return {
    id: `add ${name}`,
    kind: 'alter-table',
    node,
    timestamp,
    ...table,
    changes: [{ kind: 'add', name, type: 'int' }],
  };
}

function rename(node: string, from: string, to: string, timestamp: number): Statement {
  return {
    id: `rename ${from}`,
    kind: 'alter-table',
    node,
    timestamp,
    ...table,
    changes: [{ kind: 'rename', from, to }],
  };
}

function insert(node: string, timestamp: number): Statement {
  return {
    id: `w${timestamp}`,
    kind: 'insert',
    node,
    timestamp,
    ...table,
    key: { pk: 1, bk: 1, ck: 1 },
    values: { a: 7 },
    consistency: 'ONE',
  };
}

const isLate = (delivery: Delivery) => delivery.kind === 'gossip' || delivery.kind === 'fire';

/** The plainest search there is: whole cores, no interning, no memo. What the explorer must agree with. */
function searchPlainly(start: Core, { queue, gossipAndTimers }: Omit<ExploreOptions, 'statesMax'>) {
  const seen = new Set<string>();
  const endings = new Set<string>();
  let frontier: { core: Core; left: readonly Statement[] }[] = [{ core: start, left: queue }];
  const identity = (at: { core: Core; left: readonly Statement[] }) =>
    `${canonical(at.core)} ${canonical(at.left)}`;
  seen.add(identity({ core: start, left: queue }));
  while (frontier.length > 0) {
    const next: typeof frontier = [];
    for (const { core, left } of frontier) {
      const prompt = deliveries(core).filter((delivery) => !isLate(delivery));
      const firsts = left.filter((one, i) => left.findIndex((other) => other.node === one.node) === i);
      const moves: { command: Command; left: readonly Statement[] }[] = [
        ...prompt.map((command) => ({ command, left })),
        ...firsts.map((command) => ({ command, left: left.filter((one) => one !== command) })),
      ];
      const legal = (tried: typeof moves) =>
        tried.flatMap(({ command, left: rest }) => {
          const stepped = stepCore(core, command);
          return stepped.ok ? [{ core: stepped.value.core, left: rest }] : [];
        });
      const first = legal(moves);
      const isLateTurn = first.length === 0 && gossipAndTimers === 'whenQuiet';
      const late = deliveries(core).filter((delivery) => isLateTurn && isLate(delivery));
      const all = [...first, ...legal(late.map((command) => ({ command, left })))];
      if (all.length === 0) {
        endings.add(identity({ core, left }));
      }
      for (const successor of all) {
        if (!seen.has(identity(successor))) {
          seen.add(identity(successor));
          next.push(successor);
        }
      }
    }
    frontier = next;
  }
  return { states: seen.size, endings: endings.size };
}

const cases: readonly [string, readonly string[], readonly Statement[], ExploreOptions['gossipAndTimers']][] =
  [
    ['2 nodes, 2 ADDs', ['A', 'B'], [add('A', 'x', 100), add('B', 'y', 105)], 'whenQuiet'],
    ['3 nodes, 2 ADDs', ['A', 'B', 'C'], [add('A', 'x', 100), add('B', 'y', 105)], 'never'],
    [
      '2 nodes, an ADD and a write',
      ['A', 'B'],
      [add('A', 'x', 100), insert('A', 110), insert('B', 120)],
      'whenQuiet',
    ],
    [
      '2 nodes, a RENAME and an ADD that stop a node',
      ['A', 'B'],
      [rename('A', 'ck', 'kk', 100), add('B', 'y', 105), insert('B', 120)],
      'whenQuiet',
    ],
    ['2 nodes, 2 ADDs on one of them', ['A', 'B'], [add('A', 'x', 100), add('A', 'y', 105)], 'whenQuiet'],
  ];

test.each(cases)(
  'X1 X3 the explorer finds what a plain search finds: %s',
  (_name, nodes, queue, gossipAndTimers) => {
    const start = startOf(nodes);
    const found = explore(start, { queue, gossipAndTimers, statesMax: 100_000 });
    expect({ states: found.states, endings: found.endings }).toEqual(
      searchPlainly(start, { queue, gossipAndTimers }),
    );
    expect(found.complete).toBe(true);
  },
);

test('X1 three concurrent ADDs on three nodes: every order ends with all nodes on one digest', () => {
  const queue = [add('A', 'x', 100), add('B', 'y', 101), add('C', 'z', 102)];
  const found = explore(startOf(['A', 'B', 'C']), {
    queue,
    gossipAndTimers: 'whenQuiet',
    statesMax: 100_000,
  });
  expect(found).toMatchObject({ complete: true, states: 16_052, endings: 5 });
  for (const digests of found.endingDigests) {
    expect(new Set(digests.split(' ')).size, digests).toBe(1);
  }
});

test('X1 with the later definition winning whole, some order loses a column', () => {
  const queue = [add('A', 'x', 100), add('B', 'y', 105)];
  const start = startOf(['A', 'B'], { cellwiseMerge: false });
  const whole = explore(start, { queue, gossipAndTimers: 'never', statesMax: 100_000 });
  const cellwise = explore(startOf(['A', 'B']), { queue, gossipAndTimers: 'never', statesMax: 100_000 });
  expect(whole.endingDigests).not.toEqual(cellwise.endingDigests);
});

test('X4 a bound that is met is said', () => {
  const queue = [add('A', 'x', 100), add('B', 'y', 105)];
  const found = explore(startOf(['A', 'B', 'C']), { queue, gossipAndTimers: 'never', statesMax: 50 });
  expect(found.complete).toBe(false);
  expect(found.states).toBeGreaterThanOrEqual(50);
});

test('X2 a node’s answer to an input is computed once', () => {
  const queue = [add('A', 'x', 100), add('B', 'y', 101), add('C', 'z', 102)];
  const found = explore(startOf(['A', 'B', 'C']), { queue, gossipAndTimers: 'never', statesMax: 100_000 });
  expect(found.nodeSteps).toBeLessThan(found.edges / 50);
});
