// For what 2016 did not promise a run that shows it, with every protection of 2016 on (SPEC P4). The last step shows the
// outcome.

import type { Config } from '../../config/config.ts';
import type { AnomalyId } from '../anomalies.ts';
import type { CommandDraft } from '../command.ts';
import type { Script } from './script.ts';
import { add, alter, drop, insert, select, usersConfig } from './script.ts';
import type { Showcase } from './showcase.ts';

const TWO = { nodes: ['A', 'B'] } as const;
const PHONE = ['name text', 'phone text'] as const;
const comment = (node: string, text: string): CommandDraft => alter(node, { kind: 'comment', comment: text });
const dropTable = (node: string): CommandDraft => ({
  kind: 'drop-table',
  node,
  keyspace: 'demo',
  table: 'users',
});
const createTable = (node: string, columns: readonly string[] = ['name']): CommandDraft => ({
  kind: 'create-table',
  node,
  keyspace: 'demo',
  table: 'users',
  columns: [
    { name: 'id', type: 'int', kind: 'partition_key' },
    ...columns.map((name) => ({ name, type: 'text', kind: 'regular' }) as const),
  ],
});

/** Both tell each other of their change. */
const MEET: Script = ['DEFINITIONS_UPDATE A>B', 'DEFINITIONS_UPDATE B>A'];

interface Parts {
  readonly config?: Partial<Config>;
  readonly columns?: readonly string[];
  readonly row?: Parameters<typeof usersConfig>[2];
  readonly script: Script;
}

const RUNS: Readonly<Record<AnomalyId, Parts>> = {
  'dropped-column-returns': {
    columns: PHONE,
    row: { name: 'Ada', phone: '555' },
    script: [drop('A', 'phone'), 'merge A', add('B', 'email'), 'merge B', ...MEET, select('A')],
  },
  'nobody-asked-for-it': {
    columns: ['day int clustering'],
    row: null,
    script: [
      alter('A', { kind: 'add', name: 'badge', type: 'int', isStatic: true }, { timestamp: 100 }),
      'merge A',
      add('B', 'badge', 'text', { timestamp: 100 }),
      'merge B',
      ...MEET,
    ],
  },
  'drop-time-goes-down': {
    columns: PHONE,
    script: [
      drop('A', 'phone'),
      'merge A',
      'DEFINITIONS_UPDATE A>B',
      add('A', 'phone'),
      'merge A',
      'DEFINITIONS_UPDATE A>B',
      insert('A', { phone: '555' }),
      'MUTATION A>B',
      'MUTATION_DONE B>A',
      drop('B', 'phone'),
      'merge B',
      comment('A', 'people'),
      'merge A',
      ...MEET,
      select('A'),
    ],
  },
  'keyspace-returns': {
    script: [
      { kind: 'drop-keyspace', node: 'A', keyspace: 'demo' },
      'merge A',
      add('B', 'email'),
      'merge B',
      ...MEET,
    ],
  },
  'orphan-column': {
    script: [
      add('B', 'email'),
      'merge B',
      dropTable('A'),
      'merge A',
      ...MEET,
      createTable('A'),
      'merge A',
      'DEFINITIONS_UPDATE A>B',
    ],
  },
  'comment-lost': {
    script: [comment('A', 'people'), 'merge A', add('B', 'email'), 'merge B', ...MEET],
  },
  'type-change-lost': {
    script: [
      alter('A', { kind: 'type', name: 'name', type: 'blob' }),
      'merge A',
      insert('A', { name: '0xff00' }, { consistency: 'ONE' }),
      add('B', 'email'),
      'merge B',
      'lose MUTATION A>B',
      ...MEET,
      select('A'),
    ],
  },
  'two-types-one-column': {
    script: [
      add('A', 'badge', 'int'),
      'merge A',
      insert('A', { badge: 7 }, { consistency: 'ONE' }),
      add('B', 'badge', 'text'),
      'merge B',
      'lose MUTATION A>B',
      ...MEET,
      select('A'),
    ],
  },
  'table-returns': {
    script: [
      dropTable('A'),
      'merge A',
      add('B', 'email'),
      'merge B',
      'DEFINITIONS_UPDATE B>A',
      'DEFINITIONS_UPDATE A>B',
    ],
  },
  'version-nobody-issued': {
    columns: PHONE,
    script: [
      drop('A', 'phone'),
      'merge A',
      'lose DEFINITIONS_UPDATE A>B',
      add('A', 'email'),
      'merge A',
      'DEFINITIONS_UPDATE A>B',
    ],
  },
  'change-without-effect': {
    columns: PHONE,
    script: [
      { kind: 'skew', node: 'B', micros: -60_000_000 },
      drop('A', 'phone', { timestamp: 30_000_000 }),
      'merge A',
      'DEFINITIONS_UPDATE A>B',
      add('B', 'phone', 'text', { timestamp: 20_000_000 }),
      'merge B',
      'DEFINITIONS_UPDATE B>A',
    ],
  },
  'two-tables-one-name': {
    config: TWO,
    row: null,
    script: [
      dropTable('A'),
      'merge A',
      'lose DEFINITIONS_UPDATE A>B',
      createTable('A'),
      'merge A',
      'DEFINITIONS_UPDATE A>B',
    ],
  },
  'agreement-reported': {
    row: null,
    script: [
      dropTable('A'),
      'merge A',
      createTable('A'),
      'merge A',
      'lose DEFINITIONS_UPDATE A>B',
      'lose DEFINITIONS_UPDATE A>B',
      'settle',
      { kind: 'cut', a: 'A', b: 'B' },
      { kind: 'heal', a: 'A', b: 'B' },
      'settle',
    ],
  },
  'two-key-names': {
    row: null,
    script: [
      alter('A', { kind: 'rename', from: 'id', to: 'number' }),
      'merge A',
      add('B', 'email'),
      'merge B',
      ...MEET,
    ],
  },
  'write-meets-drop': {
    columns: PHONE,
    script: [
      drop('A', 'phone', { timestamp: 1_000 }),
      'merge A',
      insert('B', { phone: '555' }, { consistency: 'ONE', timestamp: 500_000 }),
      'lose MUTATION B>A',
      'DEFINITIONS_UPDATE A>B',
      select('B'),
    ],
  },
  'replicas-differ-after-re-add': {
    columns: PHONE,
    script: [
      drop('A', 'phone'),
      'merge A',
      insert('B', { phone: '555' }, { consistency: 'ALL' }),
      'MUTATION B>A',
      'MUTATION_DONE A>B',
      add('A', 'phone'),
      'merge A',
      'DEFINITIONS_UPDATE A>B',
      'DEFINITIONS_UPDATE A>B',
      select('A'),
      select('B'),
    ],
  },
  'stamp-before-drop': {
    columns: PHONE,
    script: [
      drop('A', 'phone', { timestamp: 1_000 }),
      'merge A',
      'DEFINITIONS_UPDATE A>B',
      add('A', 'phone', 'text', { timestamp: 2_000 }),
      'merge A',
      'DEFINITIONS_UPDATE A>B',
      insert('A', { phone: '555' }, { timestamp: 500, usingTimestamp: true, consistency: 'ONE' }),
      select('A'),
    ],
  },
  'pull-not-repeated': {
    script: [
      add('A', 'email'),
      'merge A',
      'lose DEFINITIONS_UPDATE A>B',
      'gossip A>B',
      'timer pull B<A',
      'lose MIGRATION_REQUEST B>A',
      'settle',
    ],
  },
  'late-copy-of-a-write': {
    script: [
      add('A', 'email'),
      'merge A',
      'lose DEFINITIONS_UPDATE A>B',
      insert('A', { email: 'ada@x' }),
      'timer write-timeout A',
      add('A', 'phone'),
      'merge A',
      'lose DEFINITIONS_UPDATE A>B',
      select('A'),
      'MUTATION A>B',
      'GET_SCHEMA_VERSION B',
    ],
  },
  'expired-tombstone': {
    columns: PHONE,
    row: null,
    script: [
      comment('B', 'people'),
      'merge B',
      drop('A', 'phone'),
      'merge A',
      { kind: 'expire-tombstones', node: 'A' },
      'DEFINITIONS_UPDATE B>A',
    ],
  },
};

export function anomalyRun(id: AnomalyId): Showcase {
  const { config = TWO, columns, row, script } = RUNS[id];
  return { config: usersConfig(config, columns, row), script };
}
