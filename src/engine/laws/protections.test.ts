// One run for every protection (SPEC P-table): with it off the promise breaks, with it on the same commands keep it. The
// runs were found by search and cut down to what they need.

import { describe, expect, it } from 'vitest';
import type { Protections } from '../config/protections.ts';
import type { CommandDraft } from '../sim/command.ts';
import { checkPromises } from '../sim/promises/promises.ts';
import { PROTECTION_TABLE } from '../sim/protectionTable.ts';
import { setupOf } from '../sim/random/tables.ts';
import type { Script } from './script.test-support.ts';
import { add, drop, insert, playScript, select } from './script.test-support.ts';
import { protectedBy, worldOf } from './world.test-support.ts';

const BEHIND: Script = [
  add('A', 100, 'x'),
  'merge A',
  'lose DEFINITIONS_UPDATE A>B',
  insert('A', 110, { b: 1, x: 9 }),
  'MUTATION A>B',
  'GET_SCHEMA_VERSION B',
  'SCHEMA_VERSION_REPLY A>B',
  'MIGRATION_REQUEST B',
  'MIGRATION_REPLY A>B',
];

const ALTER_TYPE: CommandDraft = {
  kind: 'alter-table',
  node: 'A',
  timestamp: 100,
  keyspace: 'ks',
  table: 't',
  changes: [{ kind: 'type', name: 'b', type: 'blob' }],
};
const INSERT_BLOB: CommandDraft = {
  kind: 'insert',
  node: 'A',
  timestamp: 120,
  keyspace: 'ks',
  table: 't',
  key: { pk: 1, ck: 0 },
  values: { b: '0x0102' },
  consistency: 'ONE',
};

/** By protection: the run, the sentence of each break that the table names, and a delivery that has to wait for it. */
const RUNS: Partial<
  Record<
    keyof Protections,
    {
      readonly script: Script;
      readonly breaks: Readonly<Record<string, RegExp>>;
      readonly notYet?: Readonly<Record<string, string>>;
    }
  >
> = {
  versionTags: {
    script: [insert('A', 90, { b: 7 }), add('A', 100, 'a'), 'merge A', select('A', 110)],
    breaks: { I14: /showed a = 7, which was written for b/ },
  },
  syncBeforeApply: {
    script: BEHIND,
    breaks: { I2: /B applied s2 under a version without x/, I9: /B confirmed x/ },
  },
  syncedCheck: {
    script: BEHIND,
    breaks: { I2: /B applied s2 under a version without x/, I9: /B confirmed x/ },
  },
  versionHash: {
    script: [
      add('A', 100, 'x'),
      'merge A',
      'DEFINITIONS_UPDATE A>B',
      insert('B', 110, { b: 1 }, 2),
      drop('A', 200, 'x'),
      'merge A',
      'DEFINITIONS_UPDATE A>B s3',
      add('A', 300, 'x'),
      'merge A',
      'lose DEFINITIONS_UPDATE A>B s4',
      insert('A', 310, { x: 9 }),
      'MUTATION A>B s5',
      'GET_SCHEMA_VERSION B',
      'SCHEMA_VERSION_REPLY A>B',
      'MIGRATION_REQUEST B',
      'MIGRATION_REPLY A>B',
    ],
    breaks: { I8: /stands for different schema changes/, I9: /B confirmed x/, I16: /met version .* again/ },
  },
  tombstonesOutOfHash: {
    script: [
      drop('A', 100, 'd'),
      'merge A',
      'DEFINITIONS_UPDATE A>B',
      { kind: 'expire-tombstones', node: 'A' },
    ],
    breaks: { I5: /equal rows, but versions/ },
  },
  droppedAt: {
    script: [
      insert('A', 50, { b: 1, d: 2 }),
      drop('A', 100, 'd'),
      'merge A',
      add('A', 120, 'd'),
      'merge A',
      select('A', 130),
    ],
    breaks: { I15: /showed d = 2, written @50; d was dropped @100/ },
  },
  deterministicTieBreak: {
    script: [
      add('A', 100, 'x', 'text'),
      add('B', 100, 'x', 'int'),
      'merge A',
      'merge B',
      'lose DEFINITIONS_UPDATE A>B',
      'lose DEFINITIONS_UPDATE B>A',
      insert('A', 110, { x: 'nine' }),
      'MUTATION A>B',
      'GET_SCHEMA_VERSION B',
      'SCHEMA_VERSION_REPLY A>B',
      'MIGRATION_REQUEST B',
      'MIGRATION_REPLY A>B',
    ],
    breaks: { I2: /B applied s3/ },
  },
  coordinatorHoldsSchema: {
    script: [
      add('A', 100, 'x'),
      'merge A',
      'lose DEFINITIONS_UPDATE A>B',
      insert('A', 110, { x: 9 }),
      add('A', 120, 'y'),
      'merge A',
      'lose DEFINITIONS_UPDATE A>B',
      select('A', 130),
      'MUTATION A>B',
      'GET_SCHEMA_VERSION B',
    ],
    breaks: {
      I7: /A coordinates s2 under .* but its registry has forgotten it/,
      I10: /A was asked for version/,
    },
  },
  mergeLock: {
    script: [
      insert('A', 50, { b: 1 }),
      add('A', 100, 'x'),
      add('A', 110, 'y'),
      'merge A ddl s2',
      'merge A ddl s2',
      'merge A ddl s3',
      'merge A ddl s3',
      'publish A.0 ddl s3',
      select('A', 120),
      'publish A.0 ddl s2',
    ],
    breaks: { I3: /On A an entry is stored at/ },
  },
  cellwiseMerge: {
    script: [
      add('A', 100, 'x'),
      'merge A',
      insert('A', 110, { x: 9 }),
      add('B', 105, 'y'),
      'DEFINITIONS_UPDATE B>A',
      select('A', 120),
    ],
    breaks: { I1: /A has marked .* synced/, I9: /A confirmed x/ },
  },
  schemaFlushedBeforeUse: {
    script: [
      add('A', 100, 'x'),
      'merge A',
      insert('A', 110, { x: 9 }),
      { kind: 'crash', node: 'A' },
      { kind: 'restart', node: 'A' },
    ],
    breaks: { I9: /A confirmed x/ },
  },
  syncSource: {
    script: [
      add('A', 100, 'x'),
      'merge A',
      'lose DEFINITIONS_UPDATE A>B',
      'lose DEFINITIONS_UPDATE A>C',
      insert('A', 110, { x: 9 }),
      'MUTATION A>B',
      'GET_SCHEMA_VERSION B',
      'SCHEMA_VERSION_REPLY A>B',
      'MUTATION B>C',
      'GET_SCHEMA_VERSION C',
      'SCHEMA_VERSION_REPLY',
      'MIGRATION_REQUEST C',
      'MIGRATION_REPLY',
    ],
    breaks: {
      I2: /C applied s2 under a version without x/,
      I9: /C confirmed x/,
      I10: /B was asked for version/,
    },
    notYet: { I10: 'SCHEMA_VERSION_REPLY A>B' },
  },
  publishToAllShards: {
    script: [
      add('A', 100, 'x'),
      'merge A',
      'publish A.0',
      ...[1, 2, 3, 4].map((pk) => insert('A', 110 + pk, { x: 9 }, pk)),
    ],
    breaks: { I2: /A applied .* under a version without x/, I9: /A confirmed x/ },
  },
  gossipPull: {
    script: [add('A', 100, 'x'), 'lose DEFINITIONS_UPDATE A>B', 'settle'],
    breaks: { I6: /A and B have different schemas/ },
  },
  alterWritesOnlyChanges: {
    script: [
      ALTER_TYPE,
      'merge A',
      INSERT_BLOB,
      add('B', 105, 'y'),
      'DEFINITIONS_UPDATE B>A',
      'lose MUTATION A>B',
      'lose MUTATION A>C',
      select('A', 130),
    ],
    breaks: { I9: /A confirmed b/, I13: /b is stored \(statement s2\); no node has it/ },
  },
};

function brokenIn(
  script: Script,
  cluster: object,
  protections: Partial<Protections>,
): Readonly<Record<string, string>> {
  const { config } = worldOf({
    config: { setup: setupOf(), ...cluster, protections: protectedBy(protections) },
  });
  const broken: Record<string, string> = {};
  for (const { state } of playScript(config, script).steps) {
    for (const { id, witness } of checkPromises(state.core)) {
      if (witness !== null) {
        broken[id] ??= witness.sentence;
      }
    }
  }
  return broken;
}

describe('each protection on, and off', () => {
  for (const row of PROTECTION_TABLE) {
    const { outcome } = row;
    if (outcome.kind === 'cost') {
      continue;
    }
    for (const promise of outcome.promises) {
      it(`P2: without ${row.id} the promise ${promise} breaks, with it the same commands keep it`, () => {
        const run = RUNS[row.id];
        const skipped = run?.notYet?.[promise];
        const script = (run?.script ?? []).filter((line) => line !== skipped);
        const off = brokenIn(script, row.cluster, { ...row.together, [row.id]: row.off });
        const on = brokenIn(script, row.cluster, { ...row.together, [row.id]: row.on });
        expect(off[promise] ?? 'held').toMatch(run?.breaks[promise] ?? /no run for it/);
        expect(on[promise] ?? 'held').toBe('held');
      });
    }
  }
});
