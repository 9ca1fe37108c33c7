// The tables of promises and protections are complete, and say only what there is.

import { describe, expect, it } from 'vitest';
import { configOf } from '../config/config.ts';
import { PROTECTIONS_2016, PROTECTIONS_LATER } from '../config/protections.ts';
import { worldOf } from '../laws/world.test-support.ts';
import { NOT_PROMISED_2016 } from './anomalies.ts';
import { checkProtections } from './checkCommand.ts';
import type { Command } from './command.ts';
import { CONDITIONS } from './conditions.ts';
import { PROMISES } from './promises/promises.ts';
import { PROMISE_TABLE } from './promiseTable.ts';
import { PROTECTION_TABLE } from './protectionTable.ts';
import { setupOf } from './random/tables.ts';

const promises = PROMISES.map((promise) => promise.id);

describe('the table of protections', () => {
  it('P-table: has every protection once, in the order of the configuration', () => {
    expect(PROTECTION_TABLE.map((row) => row.id)).toEqual(Object.keys(PROTECTIONS_2016));
  });

  it('P-table: names legal values, two of them, and promises that there are', () => {
    for (const row of PROTECTION_TABLE) {
      expect(checkProtections({ [row.id]: row.on })).toBeNull();
      expect(checkProtections({ [row.id]: row.off, ...row.together })).toBeNull();
      expect(row.on).not.toBe(row.off);
      expect([row.on, row.off]).toContain(PROTECTIONS_2016[row.id]);
      if (row.outcome.kind === 'broken') {
        expect(promises).toEqual(expect.arrayContaining([...row.outcome.promises]));
      }
      expect(row.outcome.kind === 'broken' ? row.outcome.promises : row.outcome.counters).not.toHaveLength(0);
    }
  });

  it('P-table: what came later than 2016 is off in the defaults of 2016, everything else on', () => {
    for (const row of PROTECTION_TABLE) {
      expect([row.id, PROTECTIONS_2016[row.id] === row.on]).toEqual([row.id, row.since === '2016']);
    }
    const fixes = PROTECTION_TABLE.filter((row) => PROTECTIONS_LATER[row.id] !== PROTECTIONS_2016[row.id]);
    expect(fixes.map((row) => PROTECTIONS_LATER[row.id])).toEqual(fixes.map((row) => row.on));
  });
});

describe('the table of promises', () => {
  const { config } = worldOf({ config: { setup: setupOf() } });
  const within = (id: string, commands: readonly object[], part: object = {}) =>
    PROMISE_TABLE.find((row) => row.promise === id)?.within(
      { ...config, ...part },
      commands as readonly Command[],
    );
  const alter = (change: object, timestamp = 100) => ({
    kind: 'alter-table',
    table: 't',
    timestamp,
    changes: [change],
  });
  const write = (timestamp: number) => ({ kind: 'insert', timestamp, values: { b: 1 } });

  it('I-table: has every promise once, in order', () => {
    expect(PROMISE_TABLE.map((row) => row.promise)).toEqual(promises);
  });

  it('I-table: all promises are made for an empty run of the defaults', () => {
    expect(PROMISE_TABLE.filter((row) => !row.within(configOf(), []))).toEqual([]);
  });

  it('I-table: a protection that is switched off on the way ends the promises that need it', () => {
    expect(within('I9', [{ kind: 'protect', protections: { mergeLock: false } }])).toBe(false);
    expect(within('I9', [{ kind: 'protect', protections: { pullDelay: false } }])).toBe(true);
    expect(within('I9', [], { protections: { ...PROTECTIONS_2016, cellwiseMerge: false } })).toBe(false);
  });

  it('I-table: conditions tell the runs apart that they are about', () => {
    expect(within('I2', [], { shards: 2 })).toBe(false);
    expect(within('I2', [], { shards: 2, protections: PROTECTIONS_LATER })).toBe(true);
    expect(within('I2', [], { dataCentres: { A: 'dc1', B: 'dc2', C: 'dc2' } })).toBe(false);
    expect(within('I13', [{ kind: 'crash', node: 'A' }])).toBe(false);
    expect(within('I10', [{ kind: 'fire', timer: 'write-timeout A s1' }])).toBe(false);
    expect(within('I10', [{ kind: 'fire', timer: 'pull A<B' }])).toBe(true);
    expect(within('I6', [{ kind: 'lose', message: 'MIGRATION_REPLY B>A gossip B' }])).toBe(false);
    expect(within('I6', [{ kind: 'lose', message: 'DEFINITIONS_UPDATE B>A s1' }])).toBe(true);
    expect(within('I9', [write(90), alter({ kind: 'drop', name: 'b' })])).toBe(true);
    expect(within('I9', [alter({ kind: 'drop', name: 'b' }), write(110)])).toBe(false);
    expect(within('I15', [alter({ kind: 'drop', name: 'b' }), write(90)])).toBe(false);
    expect(within('I15', [write(90), alter({ kind: 'drop', name: 'b' })])).toBe(true);
    expect(within('I9', [alter({ kind: 'add', name: 'x' }), alter({ kind: 'add', name: 'x' })])).toBe(false);
    expect(within('I9', [alter({ kind: 'type', name: 'b' })])).toBe(false);
    expect(within('I1', [alter({ kind: 'rename', from: 'pk', to: 'k' })])).toBe(false);
    expect(within('I1', [{ kind: 'expire-tombstones', node: 'A' }])).toBe(false);
  });

  it('I-table: every condition is used', () => {
    const used = new Set(PROMISE_TABLE.flatMap((row) => row.conditions));
    expect([...used].sort()).toEqual(Object.keys(CONDITIONS).sort());
  });

  it('P4: anomalies have one id each', () => {
    expect(new Set(NOT_PROMISED_2016).size).toBe(NOT_PROMISED_2016.length);
  });
});
