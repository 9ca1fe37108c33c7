import { expect, test } from 'vitest';
import type { Statement } from '../../engine/index.ts';
import { statementCql } from './statementCql.ts';

const base = { id: 's1', node: 'A', timestamp: 7, keyspace: 'demo', table: 'Users' } as const;

test.each<readonly [Statement, string]>([
  [
    {
      ...base,
      kind: 'create-table',
      columns: [
        { name: 'id', type: 'int', kind: 'partition_key' },
        { name: 'day', type: 'date', kind: 'clustering_key', descending: true },
        { name: 'badge', type: 'text', kind: 'static' },
      ],
    },
    'CREATE TABLE demo."Users" (id int, day date, badge text STATIC, PRIMARY KEY (id, day)) WITH CLUSTERING ORDER BY (day DESC);',
  ],
  [
    { ...base, kind: 'alter-table', changes: [{ kind: 'add', name: 'a"b', type: 'text', isStatic: true }] },
    'ALTER TABLE demo."Users" ADD "a""b" text STATIC;',
  ],
  [
    {
      ...base,
      kind: 'update',
      key: { id: 1 },
      values: { name: "O'Hara", tags: ['a'] },
      consistency: 'ONE',
      usingTimestamp: true,
    },
    `UPDATE demo."Users" USING TIMESTAMP 7 SET name = 'O''Hara', tags = ['a'] WHERE id = 1;`,
  ],
  [
    { ...base, kind: 'delete', key: { id: 1 }, values: {}, consistency: 'ONE' },
    'DELETE FROM demo."Users" WHERE id = 1;',
  ],
  [
    { ...base, kind: 'select', key: { id: 1 }, columns: ['name'], consistency: 'ONE' },
    'SELECT name FROM demo."Users" WHERE id = 1;',
  ],
])('a statement reads as CQL: %#', (statement, cql) => {
  expect(statementCql(statement)).toBe(cql);
});
