// For every protection a run that lacks it (SPEC P2, P3): a promise of its row in the table breaks, or what the row names
// costs more; the same commands with it on keep it, or cost less. The runs were found by search and cut down.

import type { Config } from '../../config/config.ts';
import type { Protections } from '../../config/protections.ts';
import { PROTECTIONS_2016 } from '../../config/protections.ts';
import type { CommandDraft } from '../command.ts';
import { PROTECTION_TABLE } from '../protectionTable.ts';
import type { Script } from './script.ts';
import { add, alter, drop, insert, select, usersConfig } from './script.ts';
import type { Showcase } from './showcase.ts';

const TWO = { nodes: ['A', 'B'] } as const;

/** A write with everything that its replica has to catch up for, and none of the timers. */
const CATCH_UP: Script = [
  'MUTATION A>B',
  'GET_SCHEMA_VERSION B',
  'SCHEMA_VERSION_REPLY A>B',
  'MIGRATION_REQUEST B',
  'MIGRATION_REPLY A>B',
  'MUTATION_DONE B>A',
];

/** The news of email is lost, and a write of it reaches B first. */
const BEHIND: Script = [
  add('A', 'email'),
  'merge A',
  'lose DEFINITIONS_UPDATE A>B',
  insert('A', { email: 'ada@x' }),
  ...CATCH_UP,
];

const PREPARE: CommandDraft = { kind: 'prepare', node: 'A', keyspace: 'demo', table: 'users', name: 'p' };
const COMMENT = alter('A', { kind: 'comment', comment: 'people' });
const prepared = (id: number): CommandDraft => insert('A', { name: 'Bob' }, { id1: id, prepared: 'p' });

interface Parts {
  readonly config?: Partial<Config>;
  readonly columns?: readonly string[];
  readonly row?: Parameters<typeof usersConfig>[2];
  readonly script: Script;
}

const RUNS: Readonly<Record<keyof Protections, Parts>> = {
  versionTags: { script: [add('A', 'email'), 'merge A', 'DEFINITIONS_UPDATE A>B', select('B')] },
  syncBeforeApply: { script: BEHIND },
  syncedCheck: { script: BEHIND },
  rememberSynced: {
    script: [
      PREPARE,
      prepared(3),
      'MUTATION A>B',
      'MUTATION_DONE B>A',
      COMMENT,
      'settle',
      prepared(1),
      ...CATCH_UP,
      prepared(2),
      ...CATCH_UP,
    ],
  },
  versionHash: {
    script: [
      add('A', 'nick'),
      'merge A',
      'DEFINITIONS_UPDATE A>B',
      insert('B', { name: 'Bob' }, { id1: 2, consistency: 'ONE' }),
      drop('A', 'nick'),
      'merge A',
      'DEFINITIONS_UPDATE A>B s3',
      add('A', 'nick'),
      'merge A',
      'lose DEFINITIONS_UPDATE A>B s4',
      insert('A', { nick: 'ada' }),
      'MUTATION A>B s5',
      'GET_SCHEMA_VERSION B',
      'SCHEMA_VERSION_REPLY A>B',
      'MIGRATION_REQUEST B',
      'MIGRATION_REPLY A>B',
      'MUTATION_DONE B>A s5',
    ],
  },
  tombstonesOutOfHash: {
    columns: ['name text', 'phone text'],
    row: null,
    script: [
      drop('A', 'phone'),
      'merge A',
      'DEFINITIONS_UPDATE A>B',
      { kind: 'expire-tombstones', node: 'A' },
    ],
  },
  droppedAt: {
    columns: ['name text', 'phone text'],
    row: { name: 'Ada', phone: '555' },
    script: [
      drop('A', 'phone'),
      'merge A',
      'DEFINITIONS_UPDATE A>B',
      add('A', 'phone'),
      'merge A',
      'DEFINITIONS_UPDATE A>B',
      select('A'),
    ],
  },
  deterministicTieBreak: {
    script: [
      add('A', 'badge', 'text', { timestamp: 100 }),
      add('B', 'badge', 'int', { timestamp: 100 }),
      'merge A',
      'merge B',
      'lose DEFINITIONS_UPDATE A>B',
      'lose DEFINITIONS_UPDATE B>A',
      insert('A', { badge: 'nine' }),
      ...CATCH_UP,
    ],
  },
  coordinatorHoldsSchema: {
    script: [
      add('A', 'email'),
      'merge A',
      'lose DEFINITIONS_UPDATE A>B',
      insert('A', { email: 'ada@x' }),
      add('A', 'phone'),
      'merge A',
      'lose DEFINITIONS_UPDATE A>B',
      select('A'),
      'MUTATION A>B',
      'GET_SCHEMA_VERSION B',
    ],
  },
  registryGrace: {
    script: [
      PREPARE,
      COMMENT,
      'settle',
      { kind: 'crash', node: 'B' },
      { kind: 'restart', node: 'B' },
      'settle',
      prepared(1),
      ...CATCH_UP,
      prepared(2),
      ...CATCH_UP,
    ],
  },
  mergeLock: {
    script: [
      add('A', 'email'),
      add('A', 'phone'),
      'merge A ddl s1',
      'merge A ddl s1',
      'merge A ddl s2',
      'merge A ddl s2',
      'publish A.0 ddl s2',
      select('A'),
      'publish A.0 ddl s1',
    ],
  },
  cellwiseMerge: {
    script: [
      add('A', 'email'),
      'merge A',
      insert('A', { email: 'ada@x' }, { consistency: 'ONE' }),
      add('B', 'phone'),
      'DEFINITIONS_UPDATE B>A',
      select('A'),
    ],
  },
  lazyUpgrade: {
    script: [
      insert('A', { name: 'Bob' }, { id1: 2, consistency: 'ONE' }),
      insert('A', { name: 'Cy' }, { id1: 3, consistency: 'ONE' }),
      add('A', 'email'),
      'merge A',
      select('A'),
    ],
  },
  schemaFlushedBeforeUse: {
    script: [
      add('A', 'email'),
      'merge A',
      insert('A', { email: 'ada@x' }, { consistency: 'ONE' }),
      { kind: 'crash', node: 'A' },
      { kind: 'restart', node: 'A' },
    ],
  },
  syncSource: {
    config: { nodes: ['A', 'B', 'C'], dataCentres: { A: 'dc1', B: 'dc2', C: 'dc2' } },
    script: [
      add('A', 'email'),
      'merge A',
      'lose DEFINITIONS_UPDATE A>B',
      'lose DEFINITIONS_UPDATE A>C',
      insert('A', { email: 'ada@x' }, { consistency: 'ONE' }),
      'MUTATION A>B',
      'GET_SCHEMA_VERSION B',
      'SCHEMA_VERSION_REPLY A>B',
      'MUTATION B>C',
      'GET_SCHEMA_VERSION C',
      'SCHEMA_VERSION_REPLY',
      'MIGRATION_REQUEST C',
      'MIGRATION_REPLY',
    ],
  },
  publishToAllShards: {
    config: { nodes: ['A'], shards: 2 },
    script: [
      add('A', 'email'),
      'merge A',
      'publish A.0',
      ...[1, 2, 3, 4].map((id) => insert('A', { email: `${id}@x` }, { id1: id })),
    ],
  },
  gossipPull: { script: [add('A', 'email'), 'merge A', 'lose DEFINITIONS_UPDATE A>B', 'settle'] },
  pullDelay: {
    config: { nodes: ['A', 'B', 'C'] },
    script: [add('A', 'email'), 'merge A', 'gossip A>B', 'DEFINITIONS_UPDATE A>B', 'settle'],
  },
  readsSync: {
    script: [
      {
        kind: 'create-table',
        node: 'A',
        keyspace: 'demo',
        table: 'visits',
        columns: [{ name: 'id', type: 'int', kind: 'partition_key' }],
      },
      'merge A',
      'lose DEFINITIONS_UPDATE A>B',
      { kind: 'select', node: 'A', keyspace: 'demo', table: 'visits', key: { id: 1 }, consistency: 'ALL' },
      'READ_DIGEST A>B',
      'GET_SCHEMA_VERSION B',
      'SCHEMA_VERSION_REPLY A>B',
      'MIGRATION_REQUEST B',
      'MIGRATION_REPLY A>B',
      'READ_REPLY B>A',
    ],
  },
  alterWritesOnlyChanges: {
    script: [
      alter('A', { kind: 'type', name: 'name', type: 'blob' }),
      'merge A',
      insert('A', { name: '0xff00' }, { consistency: 'ONE' }),
      add('B', 'phone'),
      'DEFINITIONS_UPDATE B>A',
      'lose MUTATION A>B',
      select('A'),
    ],
  },
  containedVersionsSynced: {
    script: [
      add('A', 'email'),
      add('B', 'phone'),
      'merge A',
      'merge B',
      'DEFINITIONS_UPDATE A>B',
      insert('A', { email: 'ada@x' }),
      ...CATCH_UP,
    ],
  },
};

/** The run that needs this protection, with it off. */
export function protectionRun(id: keyof Protections): Showcase {
  const { config = TWO, columns, row, script } = RUNS[id];
  const told = PROTECTION_TABLE.find((one) => one.id === id);
  const protections = { ...PROTECTIONS_2016, ...told?.together, [id]: told?.off } as Protections;
  return { config: usersConfig({ ...config, protections }, columns, row), script };
}
