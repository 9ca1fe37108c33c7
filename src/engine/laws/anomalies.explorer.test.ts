// What 2016 never promised (SPEC P4), found by the explorer from a small start: of all orders of a few commands, one that ends in
// the named outcome, with every protection on. Nobody tells it which.

import { expect, it } from 'vitest';
import { cqlTypeName } from '../cql/type.ts';
import { shortestTo } from '../explore/shortest.ts';
import { lookup, valuesOf } from '../plain/record.ts';
import { NOT_PROMISED_2016 } from '../sim/anomalies.ts';
import type { CommandDraft } from '../sim/command.ts';
import { SEED } from '../sim/random/play.ts';
import { setupOf } from '../sim/random/tables.ts';
import type { Core } from '../sim/state.ts';
import { createTimeline } from '../sim/timeline.ts';
import { add, drop, insert } from './script.test-support.ts';
import { numbered } from './searches.test-support.ts';
import { worldOf } from './world.test-support.ts';

const T = { keyspace: 'ks', table: 't' } as const;
const alter = (node: string, timestamp: number, change: object): CommandDraft =>
  ({ kind: 'alter-table', node, timestamp, ...T, changes: [change] }) as CommandDraft;

/** Everything has been given and has arrived. */
const isOver = (core: Core, statements: number): boolean =>
  core.messages.length === 0 &&
  core.nodes.every(
    ({ merges, handlers, tasks }) => merges.length + Object.keys({ ...handlers, ...tasks }).length === 0,
  ) &&
  core.nodes.reduce((sum, { results }) => sum + Object.keys(results).length, 0) === statements + SETUP;

/** The setup's statements have ended, too. */
const SETUP = 2;

const schemasOf = (core: Core) =>
  core.nodes.map(
    (node) =>
      valuesOf(node.shards[0]?.tables ?? {}).find(({ schema }) => schema.table === 't')?.schema ?? null,
  );
const columnOf = (core: Core, name: string) =>
  schemasOf(core).map((schema) => schema?.columns.find((column) => column.name === name) ?? null);
const everywhere = <V>(values: readonly V[], holds: (value: V) => boolean) => values.every(holds);

const CASES: readonly {
  readonly id: string;
  readonly queue: readonly CommandDraft[];
  readonly shows: (core: Core) => boolean;
}[] = [
  {
    id: 'dropped-column-returns',
    queue: [drop('A', 100, 'd'), add('B', 105, 'y')],
    shows: (core) => everywhere(columnOf(core, 'd'), (column) => column !== null),
  },
  {
    id: 'nobody-asked-for-it',
    queue: [
      add('A', 100, 'c', 'text'),
      alter('B', 100, { kind: 'add', name: 'c', type: 'int', isStatic: true }),
    ],
    shows: (core) =>
      everywhere(
        columnOf(core, 'c'),
        (column) => column?.kind === 'static' && cqlTypeName(column.type) === 'text',
      ),
  },
  {
    id: 'comment-lost',
    queue: [alter('A', 100, { kind: 'comment', comment: 'mine' }), add('B', 105, 'y')],
    shows: (core) =>
      everywhere(
        schemasOf(core),
        (schema) => schema !== null && !JSON.stringify(schema.ghost.rows).includes('mine'),
      ),
  },
  {
    id: 'type-change-lost',
    queue: [alter('A', 100, { kind: 'type', name: 'b', type: 'blob' }), add('B', 105, 'y')],
    shows: (core) =>
      everywhere(columnOf(core, 'b'), (column) => column !== null && cqlTypeName(column.type) === 'int'),
  },
  {
    id: 'two-types-one-column',
    queue: [add('A', 100, 'x', 'int'), add('B', 105, 'x', 'text')],
    shows: (core) =>
      everywhere(columnOf(core, 'x'), (column) => column !== null && cqlTypeName(column.type) === 'text'),
  },
  {
    id: 'table-returns',
    queue: [{ kind: 'drop-table', node: 'A', timestamp: 100, ...T }, add('B', 105, 'y')],
    shows: (core) => everywhere(schemasOf(core), (schema) => schema !== null),
  },
  {
    id: 'change-without-effect',
    queue: [drop('A', 300, 'd'), add('B', 100, 'd')],
    shows: (core) =>
      core.nodes.some(({ results }) => lookup(results, 's2')?.status === 'ok') &&
      everywhere(columnOf(core, 'd'), (column) => column === null),
  },
  {
    id: 'two-key-names',
    queue: [alter('A', 100, { kind: 'rename', from: 'ck', to: 'k2' }), add('B', 105, 'y')],
    shows: (core) =>
      everywhere(columnOf(core, 'k2'), (column) => column !== null) &&
      everywhere(columnOf(core, 'ck'), (column) => column !== null),
  },
  {
    id: 'write-meets-drop',
    queue: [drop('A', 100, 'd'), insert('B', 110, { d: 5 })],
    shows: (core) =>
      core.nodes.some(({ results }) => lookup(results, 's2')?.status === 'ok') &&
      everywhere(columnOf(core, 'd'), (column) => column === null),
  },
];

it.each(CASES)('P4 X12: some order shows $id, and a shortest one is found', ({ id, queue, shows }) => {
  expect(NOT_PROMISED_2016 as readonly string[]).toContain(id);
  const { config } = worldOf({ config: { setup: setupOf(), nodes: ['A', 'B'], replicationFactor: 2 } });
  const created = createTimeline({ seed: SEED, config });
  if (!created.ok) {
    throw new Error(created.problem);
  }
  const found = shortestTo(
    created.value.start.core,
    { queue: numbered(queue), gossipAndTimers: 'never', statesMax: 20_000 },
    (core) => isOver(core, queue.length) && shows(core),
  );
  expect(
    found.ok && found.value.commands !== null,
    `${id} in ${found.ok ? found.value.states : 0} states`,
  ).toBe(true);
});
