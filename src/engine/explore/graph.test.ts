import { expect, test } from 'vitest';
import { createExplorer } from './explore.ts';
import { graphOf } from './graph.ts';
import { add, startOf } from './search.test-support.ts';

function graphFrom(nodes: readonly string[]) {
  const created = createExplorer(startOf(nodes), {
    queue: [add('A', 'x', 100), add('B', 'y', 105)],
    gossipAndTimers: 'never',
    statesMax: 10_000,
  });
  if (!created.ok) {
    throw new Error(created.problem);
  }
  while (created.value.run(100)) {
    // Until it is over.
  }
  return { graph: graphOf(created.value), found: created.value.report(), explorer: created.value };
}

test('X13 the graph of a small search has all its states and edges, each with the command that takes it', () => {
  const { graph, found, explorer } = graphFrom(['A', 'B']);
  expect(graph?.states).toHaveLength(found.states);
  expect(graph?.edges).toHaveLength(found.edges);
  for (const [state, { depth }] of graph?.states.entries() ?? []) {
    const run = explorer.commandsTo(state);
    expect(run).toHaveLength(depth);
    const last = graph?.edges.find(
      ({ to, command }) => to === state && JSON.stringify(command) === JSON.stringify(run.at(-1)),
    );
    expect(state === 0 || last !== undefined, `state ${state}`).toBe(true);
  }
  const [start] = graph?.states ?? [];
  expect(new Set(start?.nodes.map(({ digest }) => digest)).size).toBe(1);
  expect(graph?.states.filter(({ ends }) => ends)).toHaveLength(found.endings);
});

test('X13 a search with more than 500 states has no picture', () => {
  const { graph, found } = graphFrom(['A', 'B', 'C', 'D']);
  expect(found.states).toBeGreaterThan(500);
  expect(graph).toBeNull();
});
