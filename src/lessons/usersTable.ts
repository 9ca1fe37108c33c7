// What nearly every lesson begins with, and the sandbox too: nodes with copies of one table, users(id, name), and in it the
// one row 1 | Ada. Ids and timestamps are explicit, so that the start has the same state hash everywhere.

import { type ColumnDraft, type Config, configOf, type Literal, type Statement } from '../engine/index.ts';
import { statementsOf } from './moves.ts';

export const KEYSPACE = 'demo';
export const USERS = 'users';

export const users = statementsOf(KEYSPACE, USERS, 'id');

interface Table {
  readonly name?: string;
  readonly columns: readonly ColumnDraft[];
  /** Rows that every node has from the start. */
  readonly rows: readonly {
    readonly key: Readonly<Record<string, Literal>>;
    readonly values: Readonly<Record<string, Literal>>;
  }[];
}

const ID: ColumnDraft = { name: 'id', type: 'int', kind: 'partition_key' };

export const column = (name: string, type = 'text', kind: ColumnDraft['kind'] = 'regular'): ColumnDraft => ({
  name,
  type,
  kind,
});

export const USERS_TABLE: Table = {
  columns: [ID, column('name')],
  rows: [{ key: { id: 1 }, values: { name: 'Ada' } }],
};

/** The users table with these columns beside its key. */
export const usersWith = (columns: readonly ColumnDraft[], rows: Table['rows'] = []): Table => ({
  columns: [ID, ...columns],
  rows,
});

function setupOf({ name = USERS, columns, rows }: Table): readonly Statement[] {
  return [
    { kind: 'create-keyspace', id: 'setup-1', node: 'A', timestamp: 1, keyspace: KEYSPACE },
    {
      kind: 'create-table',
      id: 'setup-2',
      node: 'A',
      timestamp: 2,
      keyspace: KEYSPACE,
      table: name,
      columns,
    },
    ...rows.map(
      ({ key, values }, i): Statement => ({
        kind: 'insert',
        id: `setup-${3 + i}`,
        node: 'A',
        timestamp: 3 + i,
        keyspace: KEYSPACE,
        table: name,
        key,
        values,
        consistency: 'ALL',
      }),
    ),
  ];
}

/** A cluster that begins with a table; the rules of 2016 unless said. */
export const clusterWith = (table: Table, part: Partial<Config> = {}): Config =>
  configOf({ nodes: ['A', 'B', 'C'], ...part, setup: setupOf(table) });
