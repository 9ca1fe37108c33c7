// A search that nobody asked for, from the moment a worker begins until somebody does ask: the browser compiles the engine while
// a form is being filled in, and not during the first search, which took three times as long as the third (measured).

import { configOf, createExplorer, createTimeline, type Explorer, type Statement } from '../engine/index.ts';

const TABLE = { keyspace: 'warm', table: 'up' } as const;
const NODES = ['A', 'B', 'C'] as const;
const STATES_AT_ONCE = 64;
/** Several, because what is compiled for the functions of one search is not used for the next, only from the third on. */
const SEARCHES = 4;
const STATES_MAX = 17_000;

/** What is done in one slice; false when it is over. */
export function createWarmUp(): () => boolean {
  const setup: readonly Statement[] = [
    { id: 'keyspace', kind: 'create-keyspace', node: 'A', timestamp: 1, keyspace: TABLE.keyspace },
    {
      id: 'table',
      kind: 'create-table',
      node: 'A',
      timestamp: 2,
      ...TABLE,
      columns: [
        { name: 'pk', type: 'int', kind: 'partition_key' },
        { name: 'a', type: 'int', kind: 'regular' },
      ],
    },
  ];
  const queue = NODES.map(
    (node, i): Statement => ({
      id: `add ${i}`,
      kind: 'alter-table',
      node,
      timestamp: 10 + i,
      ...TABLE,
      changes: [{ kind: 'add', name: `x${i}`, type: 'int' }],
    }),
  );
  const begin = (): Explorer | null => {
    const timeline = createTimeline({ seed: 1, config: configOf({ nodes: NODES, setup }) });
    const options = {
      queue,
      statesMax: STATES_MAX,
      gossipAndTimers: 'whenQuiet',
    } as const;
    // Cloned as what the page sends is: to the compiler the objects of a clone are not those that the engine makes.
    const created = timeline.ok
      ? createExplorer(structuredClone(timeline.value.start.core), structuredClone(options))
      : timeline;
    return created.ok ? created.value : null;
  };
  let searches = 0;
  let explorer: Explorer | null = null;
  return () => {
    if (explorer?.run(STATES_AT_ONCE) === true) {
      return true;
    }
    explorer?.report();
    searches += 1;
    explorer = searches <= SEARCHES ? begin() : null;
    return explorer !== null;
  };
}
