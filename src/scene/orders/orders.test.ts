import { beforeAll, describe, expect, test } from 'vitest';
import {
  append,
  type Command,
  configOf,
  createExplorer,
  createTimeline,
  type Exploration,
  type ExploreOptions,
  graphOf,
  PROTECTIONS_2016,
  type Protections,
  type StateGraph,
  squareOf,
  stateAt,
  type Timeline,
} from '../../engine/index.ts';
import { identitiesOf } from '../run/identity.ts';
import { momentAt } from '../run/moment.ts';
import { countText } from './numbers.ts';
import { ordersOf } from './ordersView.ts';
import { type SearchStanding, searchViewOf } from './searchView.ts';
import { squareViewOf } from './squareView.ts';
import { drawGraph, stateInWords } from './stateGraph.ts';

const TABLE = { keyspace: 'demo', table: 'users' } as const;
const SHOWN = { selection: null, tableKey: TABLE } as const;
const BEHIND: readonly Command[] = [
  {
    id: 's1',
    kind: 'alter-table',
    node: 'A',
    timestamp: 100,
    ...TABLE,
    changes: [{ kind: 'add', name: 'email', type: 'text' }],
  },
  {
    id: 's2',
    kind: 'insert',
    node: 'A',
    timestamp: 110,
    ...TABLE,
    key: { id: 1 },
    values: { email: 'a@b' },
    consistency: 'ONE',
  },
];

function timelineOf(protections: Partial<Protections> = {}, commands: readonly Command[] = []): Timeline {
  const base = { node: 'A', timestamp: 10, keyspace: 'demo' } as const;
  const created = createTimeline({
    seed: 1,
    config: configOf({
      nodes: ['A', 'B'],
      protections: { ...PROTECTIONS_2016, ...protections },
      setup: [
        { ...base, id: 'k', kind: 'create-keyspace' },
        {
          ...base,
          id: 't',
          kind: 'create-table',
          table: 'users',
          columns: [
            { name: 'id', type: 'int', kind: 'partition_key' },
            { name: 'name', type: 'text', kind: 'regular' },
          ],
        },
      ],
    }),
  });
  return commands.reduce(
    (timeline, command) => {
      const next = append(timeline, command);
      if (!next.ok) {
        throw new Error(next.problem);
      }
      return next.value;
    },
    created.ok ? created.value : (undefined as never),
  );
}

function searched(
  timeline: Timeline,
  options: Partial<ExploreOptions>,
): { found: Exploration; graph: StateGraph | null } {
  const created = createExplorer(timeline.start.core, {
    queue: BEHIND,
    gossipAndTimers: 'whenQuiet',
    statesMax: 50_000,
    ...options,
  });
  if (!created.ok) {
    throw new Error(created.problem);
  }
  while (created.value.run(1_000)) {
    // Until it is over.
  }
  return { found: created.value.report(), graph: graphOf(created.value) };
}

const standing = (found: Exploration, part: Partial<SearchStanding> = {}): SearchStanding => ({
  found,
  running: false,
  cancelled: false,
  ms: 87,
  statesMax: 50_000,
  ...part,
});

describe('the verdict', () => {
  test('says how many states there are and that every promise holds', () => {
    const { found } = searched(timelineOf(), {});
    const view = searchViewOf(standing(found));
    expect(view.outcome).toBe('holds');
    expect(view.verdict).toBe(`${found.states} states, ${found.endings} endings, every promise holds.`);
    expect(view.breaks).toEqual([]);
    expect(view.figures.map(({ id }) => id)).toEqual(['states', 'depth', 'endings', 'time']);
  });

  test('an ending that shows what 2016 did not promise has its name, and says where the name leads', () => {
    const alter = (node: string, timestamp: number, change: object): Command =>
      ({ id: `s${timestamp}`, kind: 'alter-table', node, timestamp, ...TABLE, changes: [change] }) as Command;
    const queue = [
      alter('A', 100, { kind: 'comment', comment: 'people' }),
      alter('B', 105, { kind: 'add', name: 'email', type: 'text' }),
    ];
    const { found } = searched(timelineOf(), { queue });
    const title = 'A comment is lost';
    expect(searchViewOf(standing(found)).endings.flatMap(({ named }) => named)).toEqual([
      { id: 'comment-lost', title, link: `${title}: what 2016 did not promise` },
    ]);
  });

  test('names the shortest break, what is switched off, and the branch that shows it', () => {
    const off = { syncBeforeApply: 'convertToMine', syncedCheck: false } as const;
    const { found } = searched(timelineOf(off), { faults: { losses: 1 } });
    const view = searchViewOf(standing(found));
    expect(view).toMatchSnapshot();
  });

  test('tells a break that 2016 never promised to avoid apart, after the others', () => {
    const { found } = searched(timelineOf(), {
      queue: [
        ...BEHIND,
        {
          id: 's3',
          kind: 'alter-table',
          node: 'A',
          timestamp: 120,
          ...TABLE,
          changes: [{ kind: 'drop', name: 'name' }],
        },
      ],
      gossipAndTimers: 'never',
    });
    const view = searchViewOf(standing(found));
    for (const row of view.breaks) {
      expect(row.why, row.promise).toMatch(/^2016 promises this only as long as: /);
    }
  });

  test('a bound, a stop by hand and lack of memory are said, and what was found stands', () => {
    const { found } = searched(timelineOf(), { statesMax: 10 });
    expect(searchViewOf(standing(found, { statesMax: 10 })).notes).toContain(
      'The search met its bound of 10 states. What it found so far stands.',
    );
    expect(searchViewOf(standing(found)).verdict).toMatch(/so far; the search is not complete/);
    expect(searchViewOf(standing(found, { cancelled: true })).notes[0]).toMatch(/^Stopped by hand/);
    const tight = searched(timelineOf(), { bytesMax: 1 }).found;
    expect(searchViewOf(standing(tight)).notes[0]).toMatch(/all the memory it may have/);
    expect(searchViewOf(standing(found, { running: true })).progress).toMatch(
      /of them still to be looked at\.$/,
    );
  });
});

test('large numbers are grouped, and what nobody can read is told by its magnitude', () => {
  expect([7, 2781, 858_699_768, 4_180_544_676_352].map(countText)).toEqual([
    '7',
    '2,781',
    '858,699,768',
    '≈ 4.2 × 10¹²',
  ]);
});

describe('the state graph', () => {
  const timeline = timelineOf();
  const table = { keyspace: 'demo', table: 'users' };
  const identities = identitiesOf(timeline);
  let graph: StateGraph;
  beforeAll(() => {
    const found = searched(timeline, {}).graph;
    expect(found).not.toBeNull();
    graph = found as StateGraph;
  });

  test('is drawn in layers by depth, no two states in one place, every edge forwards or back to a place', () => {
    const drawn = drawGraph(graph, identities, table);
    expect(new Set(drawn.states.map(({ x, y }) => `${x} ${y}`)).size).toBe(graph.states.length);
    const columns = new Map<number, Set<number>>();
    for (const { state, x } of drawn.states) {
      const depth = graph.states[state]?.depth ?? -1;
      columns.set(depth, (columns.get(depth) ?? new Set()).add(x));
    }
    expect([...columns.values()].every((places) => places.size === 1)).toBe(true);
    expect(drawn.states.filter(({ ends }) => ends).length).toBeGreaterThan(0);
    expect(drawn.states[0]).toMatchObject({ shape: 'agreed', identity: { name: 'V0' } });
    expect(drawn.states.some(({ shape }) => shape === 'apart')).toBe(true);
  });

  test('tells each state in words, with the ways on and back', () => {
    const { words } = momentAt(timeline, { step: 0, fraction: 0 }, SHOWN);
    const context = { identities, table, words };
    expect([0, 1, 5].map((state) => stateInWords(graph, state, context))).toMatchSnapshot();
    expect(stateInWords(graph, graph.states.length, context)).toBeNull();
  });
});

test('the square of two pushes tells that both orders end alike', () => {
  const timeline = timelineOf({}, [
    ...BEHIND.slice(0, 1),
    {
      id: 's3',
      kind: 'alter-table',
      node: 'B',
      timestamp: 105,
      ...TABLE,
      changes: [{ kind: 'add', name: 'phone', type: 'text' }],
    },
  ]);
  const orders = ordersOf(timeline, { step: 2, fraction: 0 }, SHOWN);
  const [first, second] = orders.pending;
  const { core } = stateAt(timeline, 2);
  const view = squareViewOf({
    core,
    square: squareOf(core, first?.command as Command, second?.command as Command),
    names: [first?.text ?? '', second?.text ?? ''],
    identities: identitiesOf(timeline),
    table: TABLE,
  });
  expect({
    orders: orders.sentence,
    pending: orders.pending.map(({ text }) => text),
    view,
  }).toMatchSnapshot();
});

test('commands that follow on the branch are offered for any moment, what happens by itself is not', () => {
  const timeline = timelineOf({}, [
    ...BEHIND.slice(0, 1),
    { kind: 'merge', node: 'A', merge: 'ddl s1' },
    { kind: 'flush', node: 'A', ...TABLE },
  ]);
  const { follows } = ordersOf(timeline, { step: 0, fraction: 0 }, SHOWN);
  expect(follows.map(({ node, text }) => [node, text])).toEqual([
    ['A', 'ALTER TABLE demo.users ADD email text;'],
    ['', expect.stringMatching(/^flush/)],
  ]);
});

test('two copies of one message are no two things: whichever arrives, the same one is left', () => {
  const timeline = timelineOf({}, BEHIND.slice(0, 1));
  const [push] = ordersOf(timeline, { step: 1, fraction: 0 }, SHOWN).pending.filter(
    ({ command }) => command.kind === 'deliver',
  );
  const message = push?.command.kind === 'deliver' ? push.command.message : '';
  const doubled = append(timeline, { kind: 'duplicate', message });
  const { pending } = ordersOf(doubled.ok ? doubled.value : timeline, { step: 2, fraction: 0 }, SHOWN);
  expect(doubled.ok).toBe(true);
  expect(pending.filter(({ text }) => text === push?.text)).toHaveLength(1);
});
