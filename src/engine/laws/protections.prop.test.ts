// Searches (SPEC P-table): random runs with one protection off find its break by themselves, and the same commands with it on
// keep the promise. The shortest such runs are spelled out in protections.test.ts.

import { describe, expect, it } from 'vitest';
import type { Config } from '../config/config.ts';
import type { Protections } from '../config/protections.ts';
import type { Command } from '../sim/command.ts';
import { PROMISES } from '../sim/promises/promises.ts';
import type { ProtectionRow } from '../sim/protectionTable.ts';
import { PROTECTION_TABLE } from '../sim/protectionTable.ts';
import type { Mix, World } from '../sim/random/mix.ts';
import type { Played } from '../sim/random/play.ts';
import { healAndSettle, play, playCommands, randomPicks } from '../sim/random/play.ts';
import { protectedBy, worldOf } from './world.test-support.ts';

const SEARCHES_MAX = 250;
const PICKS = 100;
const SETTLED = 400;

const NET: Mix = { next: 8, any: 20, lose: 2 };
const USUAL: Mix = { ...NET, add: 3, insert: 6, update: 2, select: 4, flush: 1, evict: 1 };

/** What has to happen more often for a break to be likely. */
const MIXES: Partial<Record<keyof Protections, Mix>> = {
  droppedAt: { next: 8, any: 30, add: 3, drop: 3, insert: 4, select: 6 },
  tombstonesOutOfHash: { ...NET, add: 3, drop: 3, expire: 3 },
  schemaFlushedBeforeUse: { ...USUAL, crash: 2, restart: 3 },
  alterWritesOnlyChanges: { ...NET, add: 3, type: 3, insert: 6, select: 3 },
  versionHash: { ...NET, add: 3, drop: 3, insert: 3 },
  deterministicTieBreak: { next: 8, any: 20, lose: 1, add: 4, insert: 5 },
  gossipPull: { next: 6, any: 4, lose: 6, add: 4 },
  mergeLock: { next: 4, any: 30, add: 5, insert: 6, select: 3 },
};
/** Breaks that need so many things in order that only a run by hand shows them. */
const BY_HAND: readonly string[] = ['versionHash I9', 'syncSource I2', 'syncSource I9'];

function worldFor(row: ProtectionRow, value: unknown): World {
  const meets = row.id === 'versionHash' || row.id === 'droppedAt' || row.id === 'tombstonesOutOfHash';
  const ties = row.id === 'deterministicTieBreak';
  return worldOf({
    mix: MIXES[row.id] ?? USUAL,
    names: meets || ties ? ['a', 'c'] : ['a', 'c', 'e', 'f', 'g'],
    namesOnce: !meets && !ties,
    stamps: ties ? 'drawn' : 'rising',
    config: { ...row.cluster, protections: protectedBy({ ...row.together, [row.id]: value }) },
  });
}

function breaks(played: Played, promise: string): boolean {
  const check = PROMISES.find((one) => one.id === promise)?.check;
  // I6 speaks of a cluster at rest.
  const whole = promise === 'I6' ? healAndSettle(played, undefined, SETTLED) : played;
  return whole.steps.some(({ state }) => (check?.(state.core) ?? null) !== null);
}

/** The commands of a run that breaks the promise without the protection and keeps it with it; null when none was found. */
function search(row: ProtectionRow, promise: string): readonly Command[] | null {
  const off = worldFor(row, row.off);
  const on: Config = worldFor(row, row.on).config;
  for (let seed = 0; seed < SEARCHES_MAX; seed++) {
    const played = play(off, randomPicks(seed, PICKS));
    if (breaks(played, promise)) {
      const commands = played.steps.map((step) => step.command);
      if (!breaks(playCommands(on, commands), promise)) {
        return commands;
      }
    }
  }
  return null;
}

describe('a random run finds what a protection prevents', () => {
  for (const row of PROTECTION_TABLE) {
    for (const promise of row.outcome.kind === 'broken' ? row.outcome.promises : []) {
      if (!BY_HAND.includes(`${row.id} ${promise}`)) {
        it(`P2: ${promise} without ${row.id}`, () => {
          expect(search(row, promise)?.length ?? 'nothing found').toEqual(expect.any(Number));
        }, 60_000);
      }
    }
  }
});
