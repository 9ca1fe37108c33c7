// What a newcomer meets: three nodes with copies of one table, users(id, name), and in it the one row 1 | Ada.
// Everything is explicit, ids and timestamps too, so that this first screen has the same state hash everywhere.

import { type Config, configOf, type Statement } from '../../engine/index.ts';

export const FIRST_KEYSPACE = 'demo';
export const FIRST_TABLE = 'users';
export const FIRST_SEED = 1;

const setup: readonly Statement[] = [
  { kind: 'create-keyspace', id: 'setup-1', node: 'A', timestamp: 1, keyspace: FIRST_KEYSPACE },
  {
    kind: 'create-table',
    id: 'setup-2',
    node: 'A',
    timestamp: 2,
    keyspace: FIRST_KEYSPACE,
    table: FIRST_TABLE,
    columns: [
      { name: 'id', type: 'int', kind: 'partition_key' },
      { name: 'name', type: 'text', kind: 'regular' },
    ],
  },
  {
    kind: 'insert',
    id: 'setup-3',
    node: 'A',
    timestamp: 3,
    keyspace: FIRST_KEYSPACE,
    table: FIRST_TABLE,
    key: { id: 1 },
    values: { name: 'Ada' },
    consistency: 'ALL',
  },
];

/** The configuration of the first screen: nodes A, B and C, every row on all three, the rules of 2016. */
export function firstScreen(): Config {
  return configOf({ nodes: ['A', 'B', 'C'], setup });
}
