// Laws: the order in which messages arrive decides nothing about where schemas end (R2, M7), and the law of the seed (I2):
// with a superior schema first, the order of two mutations does not matter; without, it does.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../plain/canonical.ts';
import type { Command } from '../sim/command.ts';
import { pendingChoices } from '../sim/policy.ts';
import type { Mix, World } from '../sim/random/mix.ts';
import { healAndSettle, play, playCommands, SEED } from '../sim/random/play.ts';
import { setupOf } from '../sim/random/tables.ts';
import type { SimState } from '../sim/state.ts';
import { advance } from '../sim/timeline.ts';
import { protectedBy, worldOf } from './world.test-support.ts';

const scaled = (runs: number) => Math.ceil((runs * (fc.readConfigureGlobal()?.numRuns ?? 100)) / 100);
/** Without bias: small numbers would make most picks the first kind of the mix. */
const pick = fc.noBias(fc.tuple(fc.nat(996), fc.nat(96), fc.nat(96), fc.nat(96)));
const order = fc.array(fc.nat(50), { minLength: 60, maxLength: 60 });

/** DDL of every kind that can meet; each node goes on from what it knew at the time. */
const DDL: Mix = { any: 3, add: 4, drop: 2, type: 1, comment: 1 };
const world = worldOf({ mix: DDL, namesOnce: false, stamps: 'drawn', config: { setup: setupOf(2) } });

function stepOn(state: SimState, command: Command): SimState {
  const step = advance(state, command, SEED);
  if (!step.ok) {
    throw new Error(step.problem);
  }
  return step.value.state;
}

/** Delivers what is pending now, in the given order, then the rest as it comes. Copies are made on the way. */
function deliverAll(start: SimState, choices: readonly number[], copies: boolean): SimState {
  let state = start;
  for (const [i, choice] of choices.entries()) {
    const pending = pendingChoices(state).filter((one) => one.kind === 'message' || one.kind === 'merge');
    const next = pending[choice % Math.max(1, pending.length)];
    if (next === undefined) {
      break;
    }
    if (copies && i % 5 === 0 && next.kind === 'message') {
      state = stepOn(state, { kind: 'duplicate', message: next.id });
    }
    state = stepOn(state, next.command);
  }
  return healAndSettle({ start, steps: [], refused: [], state }).state;
}

/** What must not depend on the order: rows, digests, and of every table the version and the columns. */
function schemasOf(state: SimState): readonly string[] {
  return state.core.nodes.map((node) =>
    canonical({
      rows: node.rows,
      digest: node.digest,
      tables: node.shards.map((shard) =>
        Object.values(shard.tables).map(({ schema }) => ({
          version: schema.version,
          columns: schema.columns,
        })),
      ),
    }),
  );
}

describe('any order of the same messages', () => {
  it('R2: rows, versions and digests end equal on all nodes, whatever the order, copies or not', () => {
    fc.assert(
      fc.property(fc.array(pick, { minLength: 3, maxLength: 14 }), order, order, (drawn, one, other) => {
        const { state } = play(world, drawn);
        const a = schemasOf(deliverAll(state, one, false));
        const b = schemasOf(deliverAll(state, other, true));
        expect(new Set(a).size).toBe(1);
        expect(b).toEqual(a);
      }),
      { numRuns: scaled(120) },
    );
  }, 60_000);

  it('R2: all 720 orders of the six pushes of three concurrent changes end in one schema', () => {
    const start = play(world, []).state;
    const changes: readonly Command[] = ['A', 'B', 'C'].map((node, i) => ({
      kind: 'alter-table',
      id: `s${i}`,
      node,
      timestamp: 100,
      keyspace: 'ks',
      table: 't',
      changes: [
        i === 0 ? { kind: 'drop', name: 'b' } : { kind: 'add', name: 'x', type: i === 1 ? 'int' : 'text' },
      ],
    }));
    const pushed = ['A', 'B', 'C'].reduce(
      (state, node, i) => stepOn(state, { kind: 'merge', node, merge: `ddl s${i}` }),
      changes.reduce(stepOn, start),
    );
    const ends = new Set<string>();
    let orders = 0;
    const visit = (state: SimState) => {
      const pushes = state.core.messages.filter((message) => message.verb === 'DEFINITIONS_UPDATE');
      if (pushes.length === 0) {
        orders += 1;
        for (const schema of schemasOf(state)) {
          ends.add(schema);
        }
      }
      for (const message of pushes) {
        visit(stepOn(state, { kind: 'deliver', message: message.key }));
      }
    };
    visit(pushed);
    expect([orders, ends.size]).toEqual([720, 1]);
  }, 60_000);
});

/** Two writes of different versions meet at B in either order. */
function entriesAfter(protections: World['config']['protections'], reversed: boolean): string {
  const table = { keyspace: 'ks', table: 't' } as const;
  const { config } = worldOf({ config: { setup: setupOf(), nodes: ['A', 'B', 'C'], protections } });
  const add = (node: string, id: string, timestamp: number, name: string): Command => {
    return {
      kind: 'alter-table',
      id,
      node,
      timestamp,
      ...table,
      changes: [{ kind: 'add', name, type: 'int' }],
    };
  };
  const write = (node: string, id: string, timestamp: number, name: string): Command => {
    const key = { pk: 1, ck: 0 };
    return { kind: 'update', id, node, timestamp, ...table, key, values: { [name]: 7 }, consistency: 'ONE' };
  };
  const commands = [
    add('A', 'ddlA', 100, 'x'),
    { kind: 'merge', node: 'A', merge: 'ddl ddlA' },
    add('C', 'ddlC', 105, 'y'),
    { kind: 'merge', node: 'C', merge: 'ddl ddlC' },
    { kind: 'lose', message: 'DEFINITIONS_UPDATE A>B ddlA' },
    { kind: 'lose', message: 'DEFINITIONS_UPDATE C>B ddlC' },
    { kind: 'lose', message: 'DEFINITIONS_UPDATE A>C ddlA' },
    { kind: 'lose', message: 'DEFINITIONS_UPDATE C>A ddlC' },
    write('A', 'writeA', 110, 'x'),
    write('C', 'writeC', 111, 'y'),
  ] as const;
  let { state } = playCommands(config, commands);
  for (const [from, id] of reversed
    ? (['C', 'A'] as const).map((n) => [n, `write${n}`] as const)
    : (['A', 'C'] as const).map((n) => [n, `write${n}`] as const)) {
    const wanted = [
      `MUTATION ${from}>B ${id}`,
      'GET_SCHEMA_VERSION B',
      'SCHEMA_VERSION_REPLY',
      'MIGRATION_REQUEST B',
      'MIGRATION_REPLY',
    ];
    for (const start of wanted) {
      const choice = pendingChoices(state).find((one) => one.id.startsWith(start));
      state = choice === undefined ? state : stepOn(state, choice.command);
    }
  }
  const b = state.core.nodes.find((node) => node.id === 'B');
  return JSON.stringify(
    Object.values(b?.shards[0]?.tables ?? {}).map((one) =>
      Object.values(one.memtable.entries).map((entry) => [
        entry.schema.columns.filter((column) => column.kind === 'regular').map((column) => column.name),
        entry.partition.rows,
      ]),
    ),
  );
}

describe('the law of the seed', () => {
  it('I2: under a schema that is superior to both, two mutations give the same entry in either order', () => {
    const forth = entriesAfter(protectedBy({}), false);
    expect(forth).toContain('"b","d","x","y"');
    expect(forth.match(/"value":"00000007"/g)).toHaveLength(2);
    expect(entriesAfter(protectedBy({}), true)).toBe(forth);
  });

  it('I2: where each mutation brings its own schema instead, the order decides which cell survives', () => {
    const adopting = protectedBy({ syncBeforeApply: 'adoptIncoming', syncedCheck: false });
    expect(entriesAfter(adopting, true)).not.toBe(entriesAfter(adopting, false));
  });

  it('I2: where mutations are converted to a schema that contains neither, both cells are lost in either order', () => {
    const converting = protectedBy({ syncBeforeApply: 'convertToMine', syncedCheck: false });
    expect(entriesAfter(converting, false)).not.toContain('00000007');
    expect(entriesAfter(converting, true)).not.toContain('00000007');
  });
});
