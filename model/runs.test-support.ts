// For tests only: small runs around one table t(pk, a), and statements about it.

import type { Config, Protections, Statement, Timeline } from '../src/engine/index.ts';
import { configOf, createTimeline, PROTECTIONS_2016 } from '../src/engine/index.ts';

const TABLE = { keyspace: 'demo', table: 't' } as const;

const SETUP: readonly Statement[] = [
  { id: 'k', kind: 'create-keyspace', node: 'A', timestamp: 10, keyspace: 'demo' },
  {
    id: 't',
    kind: 'create-table',
    node: 'A',
    timestamp: 10,
    ...TABLE,
    columns: [
      { name: 'pk', type: 'int', kind: 'partition_key' },
      { name: 'a', type: 'int', kind: 'regular' },
    ],
  },
];

export function begun(
  nodes: string,
  protections: Partial<Protections> = {},
  part: Partial<Config> = {},
): Timeline {
  const config = configOf({
    nodes: [...nodes],
    setup: SETUP,
    protections: { ...PROTECTIONS_2016, ...protections },
    ...part,
  });
  const created = createTimeline({ seed: 1, config });
  if (!created.ok) {
    throw new Error(created.problem);
  }
  return created.value;
}

export function add(node: string, timestamp: number, name: string): Statement {
  const changes = [{ kind: 'add', name, type: 'int' }] as const;
  return { id: `s${timestamp}`, kind: 'alter-table', node, timestamp, ...TABLE, changes };
}

export function drop(node: string, timestamp: number, name: string): Statement {
  const changes = [{ kind: 'drop', name }] as const;
  return { id: `s${timestamp}`, kind: 'alter-table', node, timestamp, ...TABLE, changes };
}

export function write(node: string, timestamp: number, name: string, pk = 1): Statement {
  const row = { key: { pk }, values: { [name]: 7 }, consistency: 'ONE' } as const;
  return { id: `s${timestamp}`, kind: 'insert', node, timestamp, ...TABLE, ...row };
}
