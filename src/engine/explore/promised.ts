// Whether a promise is made for a run (SPEC P-table): by its conditions, and by the protections that it needs.

import type { Config } from '../config/config.ts';
import type { Protections } from '../config/protections.ts';
import { keysOf, lookup } from '../plain/record.ts';
import type { Command } from '../sim/command.ts';
import type { ConditionId } from '../sim/conditions.ts';
import { CONDITIONS, protectionsKept } from '../sim/conditions.ts';
import { PROMISE_TABLE } from '../sim/promiseTable.ts';

/** Why a break was to be expected: conditions of the promise that the run does not meet, and protections that were off. */
export interface Expectation {
  readonly conditions: readonly ConditionId[];
  readonly protections: readonly (keyof Protections)[];
}

export function expectationOf(promise: string, config: Config, run: readonly Command[]): Expectation {
  const row = PROMISE_TABLE.find((one) => one.promise === promise);
  if (row === undefined) {
    return { conditions: [], protections: [] };
  }
  const needs: Readonly<Record<string, unknown>> = row.needs;
  return {
    conditions: row.conditions.filter((id) => !CONDITIONS[id].holds(config, run)),
    protections: keysOf(needs).filter(
      (name) => !protectionsKept({ protections: config.protections }, run, { [name]: lookup(needs, name) }),
    ) as (keyof Protections)[],
  };
}
