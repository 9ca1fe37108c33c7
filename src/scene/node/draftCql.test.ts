import { expect, test } from 'vitest';
import { configOf, createTimeline, type StatementDraft } from '../../engine/index.ts';
import { draftCql } from './draftCql.ts';

const setup = [
  { kind: 'create-keyspace', id: 'k', node: 'A', timestamp: 9, keyspace: 'demo' },
  {
    kind: 'create-table',
    id: 't',
    node: 'A',
    timestamp: 10,
    keyspace: 'demo',
    table: 'users',
    columns: [
      { name: 'id', type: 'int', kind: 'partition_key' },
      { name: 'name', type: 'text', kind: 'regular' },
      { name: 'Tags', type: 'set<text>', kind: 'regular' },
    ],
  },
] as const;
const made = createTimeline({ seed: 1, config: configOf({ setup }) });
const at = { node: 'A', keyspace: 'demo', table: 'users', consistency: 'ONE' } as const;

test.each<[StatementDraft, string]>([
  [
    { ...at, kind: 'insert', key: { id: 1 }, values: { name: "O'Hara" } },
    "INSERT INTO demo.users (id, name) VALUES (1, 'O''Hara');",
  ],
  [
    { ...at, kind: 'insert', key: { id: 1 }, values: { name: '42', Tags: ['a'] } },
    `INSERT INTO demo.users (id, name, "Tags") VALUES (1, '42', {'a'});`,
  ],
  [
    { ...at, kind: 'insert', key: { id: 1 }, values: {}, timestamp: 90, usingTimestamp: true },
    'INSERT INTO demo.users (id) VALUES (1) USING TIMESTAMP 90;',
  ],
  [{ ...at, kind: 'select', key: { id: 1 } }, 'SELECT * FROM demo.users WHERE id = 1;'],
  [
    { ...at, kind: 'alter-table', changes: [{ kind: 'add', name: '', type: 'text' }] },
    'ALTER TABLE demo.users ADD … text;',
  ],
  [
    { ...at, kind: 'alter-table', changes: [{ kind: 'drop', name: 'name' }] },
    'ALTER TABLE demo.users DROP name;',
  ],
])('a click is echoed as its console shows it: %#', (draft, cql) => {
  expect(made.ok ? draftCql(made.value, { step: 0, fraction: 0 }, draft) : made.problem).toBe(cql);
});
