// The tables of random runs (SPEC Z1).

import type { Statement } from '../../cql/statement.ts';

const BASE = { node: 'A', keyspace: 'ks', timestamp: 10 } as const;
/** Keyspace ks with t(pk, ck; s static; b, d regular) and, when asked for, u(pk; v). */
export function setupOf(tables: 1 | 2 = 1): readonly Statement[] {
  const t: Statement = {
    ...BASE,
    id: 'setup2',
    kind: 'create-table',
    table: 't',
    columns: [
      { name: 'pk', type: 'int', kind: 'partition_key' },
      { name: 'ck', type: 'int', kind: 'clustering_key' },
      { name: 's', type: 'int', kind: 'static' },
      { name: 'b', type: 'int', kind: 'regular' },
      { name: 'd', type: 'int', kind: 'regular' },
    ],
  };
  const u: Statement = {
    ...BASE,
    id: 'setup3',
    kind: 'create-table',
    table: 'u',
    columns: [
      { name: 'pk', type: 'int', kind: 'partition_key' },
      { name: 'v', type: 'text', kind: 'regular' },
    ],
  };
  const keyspace: Statement = { ...BASE, id: 'setup1', kind: 'create-keyspace' };
  return tables === 1 ? [keyspace, t] : [keyspace, t, u];
}
