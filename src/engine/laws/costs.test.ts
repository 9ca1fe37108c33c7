// What runs cost (SPEC N7): repeated pulls without a grace period, a write that a replica has to catch up for, and pulls
// without end. The cost of each protection is in sim/showcase.

import { describe, expect, it } from 'vitest';
import type { CommandDraft } from '../sim/command.ts';
import type { Costs } from '../sim/costs.ts';
import { costsOf } from '../sim/costs.ts';
import { ledgersAt } from '../sim/ledger.ts';
import { setupOf } from '../sim/random/tables.ts';
import type { Script } from './script.test-support.ts';
import { add, insert, playScript } from './script.test-support.ts';
import { protectedBy, worldOf } from './world.test-support.ts';

const TABLE = { keyspace: 'ks', table: 't' } as const;
const COMMENT: CommandDraft = {
  kind: 'alter-table',
  node: 'A',
  timestamp: 100,
  ...TABLE,
  changes: [{ kind: 'comment', comment: 'new' }],
};
const PREPARE: CommandDraft = { kind: 'prepare', node: 'A', timestamp: 90, ...TABLE, name: 'p' };
function prepared(timestamp: number, pk: number): CommandDraft {
  const key = { pk, ck: 0 };
  return {
    kind: 'insert',
    node: 'A',
    timestamp,
    ...TABLE,
    key,
    values: { b: 1 },
    consistency: 'ALL',
    prepared: 'p',
  };
}
/** A write with everything that it needs, and none of the timers. */
const CATCH_UP: Script = [
  'MUTATION A>B',
  'GET_SCHEMA_VERSION B',
  'SCHEMA_VERSION_REPLY A>B',
  'MIGRATION_REQUEST B',
  'MIGRATION_REPLY A>B',
];
/** A restarted B knows only the newest version; the prepared statement keeps the one before. */
const OLD_STATEMENT: Script = [
  PREPARE,
  COMMENT,
  'settle',
  { kind: 'crash', node: 'B' },
  { kind: 'restart', node: 'B' },
  'settle',
];
const GRACE: Script = [...OLD_STATEMENT, prepared(210, 1), ...CATCH_UP, prepared(220, 2), ...CATCH_UP];

function costs(registryGrace: boolean): Costs {
  const { config } = worldOf({ config: { setup: setupOf(), protections: protectedBy({ registryGrace }) } });
  return costsOf(playScript(config, GRACE));
}

describe('what a run costs', () => {
  it('G6: in 2016 each write under an older version loads and pulls again; with the grace period only the first does', () => {
    expect(costs(false)).toMatchObject({ loads: 2, pulls: 2, emptyMerges: 2 });
    expect(costs(true)).toMatchObject({ loads: 1, pulls: 1, emptyMerges: 1 });
  });

  it('N7: a write that a replica has to catch up for costs one load and one pull, charged to that write', () => {
    const { config } = worldOf({ config: { setup: setupOf() } });
    const script = [
      add('A', 100, 'x'),
      'merge A',
      'lose DEFINITIONS_UPDATE A>B',
      insert('A', 110, { x: 9 }),
      ...CATCH_UP,
    ];
    const timeline = playScript(config, script);
    const ledger = ledgersAt(timeline, timeline.steps.length)['s2'];
    expect(ledger).toMatchObject({
      loads: 1,
      pulls: 1,
      merges: 1,
      emptyMerges: 0,
      schemaFlushes: 1,
      mutations: 2,
    });
  });

  it('R1: while ties are not broken the same way everywhere, the nodes pull from each other for ever', () => {
    const tie: Script = [
      add('A', 100, 'x', 'text'),
      add('B', 100, 'x', 'int'),
      'merge A',
      'merge B',
      'lose DEFINITIONS_UPDATE A>B',
      'lose DEFINITIONS_UPDATE B>A',
      'settle',
    ];
    const pulls = (deterministicTieBreak: boolean) => {
      const protections = protectedBy({ deterministicTieBreak });
      return costsOf(playScript(worldOf({ config: { setup: setupOf(), protections } }).config, tie))
        .gossipPulls;
    };
    expect(pulls(true)).toBeLessThan(10);
    expect(pulls(false)).toBeGreaterThan(20);
  });
});
