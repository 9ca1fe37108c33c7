// What each protection prevents, found by the explorer from a small start (SPEC P-table, X10): nobody tells it the order of
// deliveries. With the protection on it looks at every state and finds no promise broken that is made for the run.

import { describe, expect, it } from 'vitest';
import type { Protections } from '../config/protections.ts';
import { createExplorer } from '../explore/explore.ts';
import type { Exploration } from '../explore/report.ts';
import { checkPromises } from '../sim/promises/promises.ts';
import type { ProtectionRow } from '../sim/protectionTable.ts';
import { PROTECTION_TABLE } from '../sim/protectionTable.ts';
import { SEED } from '../sim/random/play.ts';
import { setupOf } from '../sim/random/tables.ts';
import { stepCore } from '../sim/step.ts';
import { createTimeline } from '../sim/timeline.ts';
import { numbered, SEARCHES, searchedIn } from './searches.test-support.ts';
import { protectedBy, worldOf } from './world.test-support.ts';

function searched(row: ProtectionRow, value: unknown): Exploration {
  const search = SEARCHES[row.id];
  if (search === undefined) {
    throw new Error(`No search for ${row.id}.`);
  }
  const protections = protectedBy({ ...row.together, [row.id]: value } as Partial<Protections>);
  const { config } = worldOf({
    config: { setup: setupOf(), ...searchedIn(search, row.cluster), protections },
  });
  const created = createTimeline({ seed: SEED, config });
  const start = created.ok ? created.value.start.core : null;
  const explorer =
    start &&
    createExplorer(start, {
      queue: numbered(search.queue),
      statesMax: 100_000,
      gossipAndTimers: search.gossipAndTimers ?? 'whenQuiet',
      ...(search.faults === undefined ? {} : { faults: search.faults }),
    });
  if (start === null || explorer === null || !explorer.ok) {
    throw new Error(`The search for ${row.id} cannot begin.`);
  }
  while (explorer.value.run(10_000)) {
    // Until it has seen everything.
  }
  const found = explorer.value.report();
  for (const { promise, state, depth } of found.breaks) {
    const commands = explorer.value.commandsTo(state);
    const end = commands.reduce((core, command) => {
      const stepped = stepCore(core, command);
      return stepped.ok ? stepped.value.core : core;
    }, start);
    expect(commands, `X9: the run that breaks ${promise}`).toHaveLength(depth);
    expect(checkPromises(end).find(({ id }) => id === promise)?.held, `X9: ${promise} at its end`).toBe(
      false,
    );
  }
  return found;
}

describe('every order, with each protection off and on', () => {
  for (const row of PROTECTION_TABLE) {
    const { outcome } = row;
    if (outcome.kind === 'cost') {
      continue;
    }
    it(`P2 X10: without ${row.id} the explorer finds ${outcome.promises.join(', ')} broken; with it, no promise that is made`, () => {
      const off = searched(row, row.off);
      const on = searched(row, row.on);
      expect(off.breaks.map(({ promise }) => promise)).toEqual(expect.arrayContaining([...outcome.promises]));
      expect({ complete: on.complete, kept: on.breaks.filter(isPromised) }).toEqual({
        complete: true,
        kept: [],
      });
      const broken = on.breaks.map(({ promise }) => promise);
      expect(
        outcome.promises.filter((promise) => broken.includes(promise)).filter((id) => id !== 'I10'),
      ).toEqual([]);
    });
  }
});

function isPromised({ expected }: Exploration['breaks'][number]): boolean {
  return expected.conditions.length === 0 && expected.protections.length === 0;
}

it('P1 X10: a broken promise that was promised would be told as such', () => {
  const row = PROTECTION_TABLE.find(({ id }) => id === 'versionHash');
  const off = row && searched(row, row.off);
  expect(off?.breaks.filter(({ promise }) => promise === 'I9')[0]?.expected).toEqual({
    conditions: ['one-definition-per-column', 'no-write-after-drop'],
    protections: ['versionHash'],
  });
});
