import type { Statement } from '../../src/engine/index.ts';
import { explore, replay, toRun } from '../../src/engine/index.ts';
import { line } from './print.ts';
import { begin, configWith, grow, table } from './runs.ts';

// Figures of the engine, headless, on this machine. Each says its exact configuration.

const REPEATS = 5;
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const perSecond = (count: number, ms: number) => `${Math.round((count / ms) * 1000).toLocaleString('en')}/s`;

/** Adds one column on each node, at any moment, and explores every order of statements, merges and pushes. */
function exploreAdds(nodeCount: number, gossipAndTimers: 'never' | 'whenQuiet', losses = 0): void {
  const nodes = [...'ABCDEFGHI'].slice(0, nodeCount);
  const start = begin(configWith(nodes)).start.core;
  const queue = [...'xyz'].map(
    (name, i): Statement => ({
      id: `add${i}`,
      kind: 'alter-table',
      node: nodes[i % nodeCount] ?? 'A',
      timestamp: 100 + i,
      ...table,
      changes: [{ kind: 'add', name, type: 'int' }],
    }),
  );
  const runs = Array.from({ length: REPEATS }, () => {
    const began = performance.now();
    const found = explore(start, { queue, statesMax: 1_000_000, gossipAndTimers, faults: { losses } });
    return { found, ms: performance.now() - began };
  });
  const ms = median(runs.map((run) => run.ms));
  const found = runs[0]?.found;
  if (found === undefined) return;
  const share = `${found.nodeSteps} node steps computed, ${found.edges} taken`;
  const ends = `${found.endings} endings, ${found.endingDigests.filter((digests) => new Set(digests.split(' ')).size > 1).length} of them split`;
  line(
    `Explorer: ${nodeCount} nodes, 3 concurrent ADDs, gossip ${gossipAndTimers}${losses > 0 ? `, ${losses} lost` : ''}`,
    `${found.states} states, ${ms.toFixed(0)} ms, ${perSecond(found.states, ms)}, ${Math.round(found.bytes / found.states)} bytes a state${found.complete ? '' : ', bound met'} (${ends}; ${share})`,
  );
}

function figuresOfRuns(rows: number): void {
  const collect = globalThis.gc ?? (() => undefined);
  collect();
  const before = process.memoryUsage().heapUsed;
  const { timeline, ms } = grow(10_000, rows);
  const steps = timeline.steps.length;
  collect();
  const bytes = process.memoryUsage().heapUsed - before;
  const events = timeline.steps.reduce((sum, step) => sum + step.events.length, 0);
  line(
    `Engine: ${steps} steps of writes to ${rows} rows and ALTERs, 3 nodes, QUORUM`,
    `${ms.toFixed(0)} ms, ${perSecond(steps, ms)} steps`,
  );
  line(
    'History kept, all states and events of that run',
    `${Math.round(bytes / events)} bytes an event (${events} events)`,
  );
  const run = toRun(timeline);
  const began = performance.now();
  const again = replay(run);
  line(
    'Replay of that run from its commands',
    `${(performance.now() - began).toFixed(0)} ms${again.ok ? ', same hash' : `: ${again.problem}`}`,
  );
}

console.log(`Node ${process.versions.node}; medians of ${REPEATS} runs for the explorer.`);
exploreAdds(3, 'never');
exploreAdds(3, 'whenQuiet');
exploreAdds(4, 'never');
exploreAdds(3, 'whenQuiet', 1);
exploreAdds(3, 'whenQuiet', 2);
figuresOfRuns(50);
figuresOfRuns(4);
