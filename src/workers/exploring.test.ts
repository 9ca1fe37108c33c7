import { expect, test } from 'vitest';
import {
  append,
  breakAt,
  type Command,
  type Core,
  configOf,
  createTimeline,
  type ExploreOptions,
  explore,
  inevitableFrom,
  pendingChoices,
  playShowcase,
  protectionRun,
  squareOf,
  stateAt,
  type Timeline,
  toRun,
} from '../engine/index.ts';
import { createExplorerClient } from './explorerClient.ts';
import { createExploring } from './exploring.ts';
import type { FromExplorer, ToExplorer } from './protocol.ts';
import { createWarmUp } from './warmUp.ts';

const TABLE = { keyspace: 'ks', table: 't' } as const;

const startOf = (nodes: readonly string[]): Core => timelineOf(nodes).start.core;

function timelineOf(nodes: readonly string[]): Timeline {
  const base = { node: 'A', timestamp: 10, keyspace: 'ks' } as const;
  const created = createTimeline({
    seed: 1,
    config: configOf({
      nodes,
      setup: [
        { ...base, id: 'k', kind: 'create-keyspace' },
        {
          ...base,
          id: 't',
          kind: 'create-table',
          table: 't',
          columns: [
            { name: 'pk', type: 'int', kind: 'partition_key' },
            { name: 'a', type: 'int', kind: 'regular' },
          ],
        },
      ],
    }),
  });
  if (!created.ok) {
    throw new Error(created.problem);
  }
  return created.value;
}

const add = (node: string, name: string, timestamp: number): Command => ({
  id: `add ${name}`,
  kind: 'alter-table',
  node,
  timestamp,
  ...TABLE,
  changes: [{ kind: 'add', name, type: 'int' }],
});

const options: ExploreOptions = {
  queue: [add('A', 'x', 100), add('B', 'y', 105)],
  gossipAndTimers: 'whenQuiet',
  statesMax: 100_000,
};

/** Both ends of the conversation in one place; time goes on by a millisecond whenever it is looked at. */
function conversation(warmUp: () => boolean = () => false) {
  let clock = 0;
  const turns: (() => void)[] = [];
  const heard: FromExplorer[] = [];
  let listener: (message: FromExplorer) => void = () => undefined;
  const hear = createExploring(
    {
      tell: (message) => {
        heard.push(message);
        listener(structuredClone(message));
      },
      now: () => {
        clock += 1;
        return clock;
      },
      later: (work) => {
        turns.push(work);
      },
    },
    warmUp,
  );
  const client = createExplorerClient({
    post: (message: ToExplorer) => hear(structuredClone(message)),
    listen: (next) => {
      listener = next;
    },
  });
  /** Lets the worker work until it waits for nothing, or so many slices. */
  const work = (slices = Number.POSITIVE_INFINITY): void => {
    for (let i = 0; i < slices; i++) {
      const turn = turns.shift();
      if (turn === undefined) {
        return;
      }
      turn();
    }
  };
  return { client, heard, work };
}

function recorder() {
  const told: {
    done: Extract<FromExplorer, { kind: 'done' }> | null;
    progress: number;
    problem: string | null;
  } = {
    done: null,
    progress: 0,
    problem: null,
  };
  return {
    told,
    onDone: (done: Extract<FromExplorer, { kind: 'done' }>) => {
      told.done = done;
    },
    onProgress: () => {
      told.progress += 1;
    },
    onRefused: (problem: string) => {
      told.problem = problem;
    },
  };
}

test('X4 a search in slices finds what a search in one go finds, and tells how far it has come on the way', async () => {
  const { client, work } = conversation();
  const heard = recorder();
  const search = client.explore(startOf(['A', 'B', 'C']), options, heard);
  work();
  const whole = explore(startOf(['A', 'B', 'C']), options);
  expect(heard.told.done?.found).toEqual(whole);
  expect(heard.told.done).toMatchObject({ cancelled: false });
  expect(heard.told.done?.graph?.states).toHaveLength(whole.states);
  const [ending] = whole.groups;
  await expect(client.runTo(search, ending?.state ?? 0)).resolves.toHaveLength(ending?.depth ?? 0);
});

test('a cancelled search stops between two slices and keeps what it has found', () => {
  const { client, work } = conversation();
  const heard = recorder();
  const wide = { ...options, queue: [...options.queue, add('C', 'z', 110)] };
  const search = client.explore(startOf(['A', 'B', 'C', 'D']), wide, heard);
  work(3);
  expect(heard.told.done).toBeNull();
  client.cancel(search);
  work();
  expect(heard.told.done).toMatchObject({ cancelled: true, found: { complete: false, stopped: null } });
  expect(heard.told.done?.found.states).toBeGreaterThan(100);
});

test('progress is told a few times a second, not at every slice', () => {
  const { client, heard, work } = conversation();
  const listening = recorder();
  const wide = { ...options, queue: [...options.queue, add('C', 'z', 110)] };
  client.explore(startOf(['A', 'B', 'C']), wide, listening);
  work();
  expect(listening.told.progress).toBeGreaterThan(0);
  expect(heard.filter(({ kind }) => kind === 'progress').length).toBe(listening.told.progress);
});

test('a new search ends the old one: nothing of it is heard any more', async () => {
  const { client, work } = conversation();
  const [first, second] = [recorder(), recorder()];
  const old = client.explore(startOf(['A', 'B', 'C', 'D']), options, first);
  work(2);
  client.explore(startOf(['A', 'B']), options, second);
  work();
  expect(first.told.done).toBeNull();
  expect(second.told.done?.found.complete).toBe(true);
  await expect(client.runTo(old, 1)).rejects.toThrow(/Another search/);
});

test('what cannot be searched is refused with the engine’s sentence', () => {
  const { client, work } = conversation();
  const heard = recorder();
  client.explore(startOf(['A', 'B']), { ...options, queue: [{ kind: 'wait', micros: 5 }] }, heard);
  work();
  expect(heard.told).toMatchObject({ done: null, problem: expect.stringMatching(/cannot be queued/) });
});

function played(timeline: Timeline, command: Command): Timeline {
  const next = append(timeline, command);
  if (!next.ok) {
    throw new Error(next.problem);
  }
  return next.value;
}

test('X14 two things in both orders are asked beside a search, which goes on', async () => {
  const { client, work } = conversation();
  const state = stateAt(played(timelineOf(['A', 'B', 'C']), add('A', 'x', 100)), 1);
  const [a, b] = pendingChoices(state).map(({ command }) => command);
  if (a === undefined || b === undefined) {
    throw new Error('Two pushes are on their way.');
  }
  const heard = recorder();
  const wide = { ...options, queue: [...options.queue, add('C', 'z', 110)] };
  client.explore(startOf(['A', 'B', 'C']), wide, heard);
  work(2);
  const square = await client.ask('square', { core: state.core, commands: [a, b] });
  expect(square).toEqual(squareOf(state.core, a, b));
  expect(heard.told.done).toBeNull();
  work();
  expect(heard.told.done?.found.complete).toBe(true);
});

test('I18 the inevitable step is looked for in the run that is sent, and what cannot be played has a sentence', async () => {
  const { client } = conversation();
  const shown = playShowcase(protectionRun('syncBeforeApply'));
  const timeline = shown.ok ? shown.value : timelineOf(['A']);
  const broken = breakAt(timeline, timeline.steps.length, 'I9');
  if (broken === null) {
    throw new Error('Nothing is broken.');
  }
  const run = toRun(timeline);
  await expect(client.ask('inevitable', { run, broken })).resolves.toEqual(inevitableFrom(timeline, broken));
  const wrong = { ...run, commands: [...run.commands, { kind: 'crash', node: 'Z' } as const] };
  await expect(client.ask('inevitable', { run: wrong, broken })).rejects.toThrow(/Z/);
});

test('a worker warms up slice by slice until the first search begins', () => {
  let slices = 0;
  const { client, work } = conversation(() => {
    slices += 1;
    return true;
  });
  work(5);
  expect(slices).toBe(5);
  const heard = recorder();
  client.explore(startOf(['A', 'B']), options, heard);
  work();
  expect(slices).toBe(5);
  expect(heard.told.done?.found.complete).toBe(true);
});

test('the warm-up is over by itself', () => {
  const warmUp = createWarmUp();
  let slices = 1;
  while (warmUp()) {
    slices += 1;
  }
  expect(slices).toBeGreaterThan(100);
  expect(warmUp()).toBe(false);
});
