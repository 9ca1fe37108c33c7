import type { Config, Statement, Timeline } from '../../src/engine/index.ts';
import {
  append,
  configOf,
  createTimeline,
  explore,
  pendingChoices,
  replay,
  stateAt,
  toRun,
} from '../../src/engine/index.ts';

// Figures of the engine, headless, on this machine. Each says its exact configuration.

const REPEATS = 5;
const table = { keyspace: 'demo', table: 't' } as const;

function configWith(nodes: readonly string[]): Config {
  const setup: Statement[] = [
    { id: 'setup1', kind: 'create-keyspace', node: 'A', timestamp: 10, keyspace: 'demo' },
    {
      id: 'setup2',
      kind: 'create-table',
      node: 'A',
      timestamp: 10,
      ...table,
      columns: [
        { name: 'pk', type: 'int', kind: 'partition_key' },
        { name: 'a', type: 'int', kind: 'regular' },
      ],
    },
  ];
  return configOf({ nodes, setup });
}

function begin(config: Config): Timeline {
  const created = createTimeline({ seed: 1, config });
  if (!created.ok) throw new Error(created.problem);
  return created.value;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function line(what: string, figure: string): void {
  console.log(`${what.padEnd(66)} ${figure}`);
}

const perSecond = (count: number, ms: number) => `${Math.round((count / ms) * 1000).toLocaleString('en')}/s`;

/** Adds one column on each node, at any moment, and explores every order of statements, merges and pushes. */
function exploreAdds(nodeCount: number, gossipAndTimers: 'never' | 'whenQuiet'): void {
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
    const found = explore(start, { queue, statesMax: 2_000_000, gossipAndTimers });
    return { found, ms: performance.now() - began };
  });
  const ms = median(runs.map((run) => run.ms));
  const found = runs[0]?.found;
  if (found === undefined) return;
  const share = `${found.nodeSteps} node steps computed, ${found.edges} taken`;
  const ends = `${found.endings} endings, ${found.endingDigests.filter((digests) => new Set(digests.split(' ')).size > 1).length} of them split`;
  line(
    `Explorer: ${nodeCount} nodes, 3 concurrent ADDs, gossip ${gossipAndTimers}`,
    `${found.states} states, ${ms.toFixed(0)} ms, ${perSecond(found.states, ms)} (${ends}; ${share})`,
  );
}

/** Statements on three nodes in turn, everything delivered in virtual-time order. */
function grow(events: number, rows: number): { readonly timeline: Timeline; readonly ms: number } {
  let timeline = begin(configWith(['A', 'B', 'C']));
  const began = performance.now();
  let happened = 0;
  const isGrown = () => {
    happened += timeline.steps.at(-1)?.events.length ?? 0;
    return happened >= events;
  };
  for (let n = 0; !isGrown(); n++) {
    const node = 'ABC'[n % 3] ?? 'A';
    const next = append(timeline, {
      id: `w${n}`,
      kind: 'insert',
      node,
      ...table,
      key: { pk: n % rows },
      values: { a: n },
      consistency: 'QUORUM',
    });
    if (!next.ok) throw new Error(next.problem);
    timeline = next.value;
    if (n % 20 === 0) {
      const name = `c${(n / 20) % 8}`;
      const alter = append(timeline, {
        id: `d${n}`,
        kind: 'alter-table',
        node,
        ...table,
        changes: [n % 320 < 160 ? { kind: 'add', name, type: 'text' } : { kind: 'drop', name }],
      });
      timeline = alter.ok ? alter.value : timeline;
    }
    for (let i = 0; i < 60 && !isGrown(); i++) {
      const choice = pendingChoices(stateAt(timeline, timeline.steps.length))[0];
      if (choice === undefined) break;
      const played = append(timeline, choice.command);
      if (!played.ok) throw new Error(played.problem);
      timeline = played.value;
    }
  }
  return { timeline, ms: performance.now() - began };
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
figuresOfRuns(50);
figuresOfRuns(4);
