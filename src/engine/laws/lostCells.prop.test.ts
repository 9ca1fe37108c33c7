// What a node lacks of what it confirmed (SPEC I9, E20): found by the latest write at each place, it is what asking after every
// single one finds.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NodeState } from '../cluster/node.ts';
import type { Config } from '../config/config.ts';
import { itemsOf } from '../plain/buckets.ts';
import { lostCells, standing } from '../sim/promises/lostCells.ts';
import type { World } from '../sim/random/mix.ts';
import { play } from '../sim/random/play.ts';
import { setupOf } from '../sim/random/tables.ts';
import { MOST, protectedBy, worldOf } from './world.test-support.ts';

const pick = fc.noBias(fc.tuple(fc.nat(996), fc.nat(96), fc.nat(96), fc.nat(96)));
const picks = fc.array(pick, { minLength: 30, maxLength: 120, size: 'max' });

const many = {
  mix: { ...MOST, insert: 12, update: 6 },
  namesOnce: false,
  losesPulls: true,
  stamps: 'drawn',
} as const;
const WORLDS: Readonly<Record<string, World>> = {
  'two shards, stamps that meet': worldOf({ ...many, config: { setup: setupOf(2), shards: 2 } }),
  'a schema that a crash forgets': worldOf({
    ...many,
    mix: { next: 8, any: 20, add: 3, insert: 10, flush: 4, crash: 3, restart: 6 },
    config: { setup: setupOf(), protections: protectedBy({ schemaFlushedBeforeUse: false }) },
  }),
};

const oneByOne = (config: Config, node: NodeState) =>
  itemsOf(node.confirmations).flatMap((confirmation) =>
    confirmation.cells
      .filter((cell) => standing(config, node, confirmation, cell) === 'gone')
      .map((cell) => ({ confirmation, cell })),
  );

describe('what a node confirmed and lacks', () => {
  it.each(Object.entries(WORLDS))('I9 E20: is found as by asking after each of its cells: %s', (_, world) => {
    const seen = { lost: 0, none: 0 };
    fc.assert(
      fc.property(picks, (drawn) => {
        for (const { state } of play(world, drawn).steps) {
          for (const node of state.core.nodes) {
            const lost = oneByOne(state.core.config, node);
            expect(lostCells(state.core.config, node)).toEqual(lost);
            seen[lost.length > 0 ? 'lost' : 'none'] += 1;
          }
        }
      }),
      { numRuns: 8 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
  });
});
