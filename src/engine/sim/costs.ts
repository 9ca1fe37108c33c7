// What a run cost as a whole (SPEC N7, P-table): the ledgers of its statements added up, and what no statement pays for.

import { keysOf, valuesOf } from '../plain/record.ts';
import { EMPTY_LEDGER } from './ledger.ts';
import type { Ledger, SimState, Step } from './state.ts';

export type CostCounter =
  | keyof Ledger
  /** Pulls because of gossip: no statement asked for them. */
  | 'gossipPulls'
  /** Entries rewritten because the schema changed, not because somebody accessed them. */
  | 'upgradesAtMerge'
  /** Reads that a replica failed. */
  | 'failedReads';

export type Costs = Readonly<Record<CostCounter, number>>;

/** All costs of some steps; `state` is the state after the last of them. */
export function costsOf(steps: readonly Step[], state: SimState): Costs {
  const total: Record<CostCounter, number> = {
    ...EMPTY_LEDGER,
    gossipPulls: 0,
    upgradesAtMerge: 0,
    failedReads: 0,
  };
  for (const ledger of valuesOf(state.notes.ledgers)) {
    for (const item of keysOf({ ...ledger }) as (keyof Ledger)[]) {
      total[item] += ledger[item];
    }
  }
  for (const { events } of steps) {
    for (const event of events) {
      if (event.kind === 'schema-requested' && event.version === null) {
        total.gossipPulls += 1;
      } else if (event.kind === 'stored' && event.event.kind === 'entry-upgraded') {
        total.upgradesAtMerge += event.statement === null ? 1 : 0;
      } else if (event.kind === 'statement-ended' && event.result.status === 'failed') {
        total.failedReads += event.result.problem.startsWith('The read failed') ? 1 : 0;
      }
    }
  }
  return total;
}
