// What is seen of nodes that come and go: lanes, cards, words; projected as text.

import { expect, test } from 'vitest';
import {
  append,
  type CommandDraft,
  configOf,
  createTimeline,
  pendingChoices,
  stateAt,
  type Timeline,
} from '../../engine/index.ts';
import { project } from '../project.ts';
import { ringOfNodes } from './ringView.ts';

const OPTIONS = { selection: null, tableKey: null };

function begun(nodes: readonly string[] = ['A', 'B', 'C']): Timeline {
  const setup = [
    { kind: 'create-keyspace', id: 'k', node: 'A', timestamp: 9, keyspace: 'ks' },
    {
      kind: 'create-table',
      id: 't',
      node: 'A',
      timestamp: 10,
      keyspace: 'ks',
      table: 't',
      columns: [
        { name: 'pk', type: 'int', kind: 'partition_key' },
        { name: 'a', type: 'int', kind: 'regular' },
      ],
    },
  ] as const;
  const made = createTimeline({ seed: 1, config: configOf({ nodes, replicationFactor: 1, setup }) });
  if (!made.ok) {
    throw new Error(made.problem);
  }
  return made.value;
}

function given(timeline: Timeline, draft: CommandDraft): Timeline {
  const next = append(timeline, draft);
  if (!next.ok) {
    throw new Error(next.problem);
  }
  return next.value;
}

function settled(timeline: Timeline): Timeline {
  let line = timeline;
  for (let i = 0; i < 500; i++) {
    const [next] = pendingChoices(stateAt(line, line.steps.length));
    if (next === undefined) {
      return line;
    }
    line = given(line, next.command);
  }
  throw new Error('Nothing came to rest.');
}

const at = (timeline: Timeline, step: number) => project(timeline, { step, fraction: 0 }, OPTIONS);
const ringAt = (timeline: Timeline, step: number) => ringOfNodes(timeline, { step, fraction: 0 }, OPTIONS);
const told = (timeline: Timeline): readonly string[] =>
  timeline.steps.flatMap(({ events }, i) =>
    events.some(({ kind }) => /^(?:ring|streaming|operated)/.test(kind))
      ? [at(timeline, i + 1).narration.sentence]
      : [],
  );

test('a node that joins gets a lane and a card, and each of its stages a sentence', () => {
  const written = [1, 2, 3, 4].reduce(
    (line, pk) =>
      given(line, {
        kind: 'insert',
        node: 'A',
        keyspace: 'ks',
        table: 't',
        key: { pk },
        values: { a: pk },
        consistency: 'ONE',
      }),
    begun(),
  );
  const start = settled(written);
  const joined = settled(given(start, { kind: 'add-node', node: 'D' }));
  const step = start.steps.length;
  expect(at(joined, step).nodes.map(({ node }) => node)).toEqual(['A', 'B', 'C']);
  const fresh = at(joined, step + 1);
  expect(fresh.nodes.map(({ node }) => node)).toEqual(['A', 'B', 'C', 'D']);
  expect(fresh.loom.lanes.map(({ node }) => node)).toEqual(['A', 'B', 'C', 'D']);
  expect(fresh.loom.segments.some(({ node }) => node === 'D')).toBe(true);
  expect(fresh.nodes.at(-1)?.standing).toEqual({
    kind: 'join',
    word: 'joining',
    sentence: 'Joining: it has not everybody’s schema yet. It waits to hear A’s digest.',
  });
  expect(told(joined).map((one) => one.replace(/: \w+ rows? moves?/, ': ROWS'))).toEqual([
    'D starts with an empty disk, and without any schema.',
    'D has the same digest as everybody: writes of its keys go to it as well.',
    'D takes over its keys: ROWS.',
    'D has joined: the keys are shared among A, B, C and D.',
  ]);
  expect(at(joined, joined.steps.length).nodes.at(-1)?.standing).toBeNull();
  expect(ringAt(joined, step).newcomer).toMatchObject({ node: 'D', name: 'Add node D', problem: null });
  expect(ringAt(joined, step + 1).newcomer.problem).toMatch(/still joining/);
});

test('a node that leaves keeps its place in the history, and its card says that it has left', () => {
  const start = begun();
  const left = settled(given(start, { kind: 'remove-node', node: 'B' }));
  const end = at(left, left.steps.length);
  expect(end.nodes.map(({ node }) => node)).toEqual(['A', 'C']);
  expect(end.left.map(({ sentence }) => sentence)).toEqual(['Node B has left.']);
  const [a, c] = end.nodes;
  expect(end.left[0]?.x).toBeGreaterThan(a?.x ?? 0);
  expect(end.left[0]?.x).toBeLessThan(c?.x ?? 0);
  const feet = end.loom.segments.filter(({ node }) => node === 'B').map(({ y2 }) => y2);
  expect(Math.max(...feet)).toBeLessThan(end.loom.nowY);
  expect(told(left)).toEqual([
    'B is told to go.',
    'B gives its keys away: no row moves.',
    'B leaves: the keys are shared among A and C.',
  ]);
  expect(ringAt(left, left.steps.length).sentence).toBe(
    'A and C share the keys; one copy of each row as asked for.',
  );
});

test('what cannot be done says why', () => {
  const alone = begun(['A']);
  expect(ringAt(alone, 0).nodes[0]?.problem).toMatch(/last one/);
  const crashed = given(begun(), { kind: 'crash', node: 'B' });
  expect(ringAt(crashed, 1).newcomer.problem).toMatch(/restart B/);
  expect(ringAt(crashed, 1).nodes.map(({ problem }) => problem === null)).toEqual([false, true, false]);
  expect(at(crashed, 1).nodes[1]?.note).toMatch(/disk is as it was/);
});
