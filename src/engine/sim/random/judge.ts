// Judging a whole run (SPEC Z2): the first step at which a promise breaks that is made for this run. Which protections a
// promise needs is left aside, because what a protection is worth is the question; its conditions are not.

import type { Config } from '../../config/config.ts';
import type { Command } from '../command.ts';
import { CONDITIONS } from '../conditions.ts';
import type { PromiseId, Witness } from '../promise.ts';
import { PROMISES } from '../promises/promises.ts';
import { PROMISE_TABLE } from '../promiseTable.ts';
import type { Step } from '../state.ts';

export interface Break {
  readonly promise: PromiseId;
  readonly witness: Witness;
  /** Steps up to and with the one that broke it. */
  readonly steps: number;
}

/** The promises whose conditions a run keeps. */
export function promisesMade(config: Config, commands: readonly Command[]): readonly string[] {
  return PROMISE_TABLE.filter((row) =>
    row.conditions.every((id) => CONDITIONS[id].holds(config, commands)),
  ).map((row) => row.promise);
}

/** The first break of one of `promises`, or null. */
export function firstBreak(steps: readonly Step[], promises: readonly string[]): Break | null {
  const asked = PROMISES.filter(({ id }) => promises.includes(id));
  for (const [i, { state }] of steps.entries()) {
    for (const { id, check } of asked) {
      const witness = check(state.core);
      if (witness !== null) {
        return { promise: id, witness, steps: i + 1 };
      }
    }
  }
  return null;
}
