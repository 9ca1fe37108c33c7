// What a run cost as a whole (SPEC N7, P-table): the ledgers of its statements added up, and what no statement pays for.

import { entriesOf, valuesOf } from '../plain/record.ts';
import { EMPTY_LEDGER, ledgersAt } from './ledger.ts';
import type { Ledger } from './state.ts';
import type { Timeline } from './timeline.ts';

export type CostCounter =
  | keyof Ledger
  /** Pulls because of gossip: no statement asked for them. */
  | 'gossipPulls'
  /** Entries rewritten because the schema changed, not because somebody accessed them. */
  | 'upgradesAtMerge'
  /** Reads that a replica failed. */
  | 'failedReads';

export type Costs = Readonly<Record<CostCounter, number>>;

/** All costs of a run so far. */
export function costsOf(timeline: Timeline): Costs {
  const { steps } = timeline;
  const total: Record<string, number> = {
    ...EMPTY_LEDGER,
    gossipPulls: 0,
    upgradesAtMerge: 0,
    failedReads: 0,
  };
  const count = (counter: string, by: number) => {
    total[counter] = (total[counter] ?? 0) + by;
  };
  for (const ledger of valuesOf(ledgersAt(timeline, steps.length))) {
    for (const [item, times] of entriesOf<number>({ ...ledger })) {
      count(item, times);
    }
  }
  for (const event of steps.flatMap((step) => step.events)) {
    if (event.kind === 'schema-requested' && event.version === null) {
      count('gossipPulls', 1);
    } else if (event.kind === 'stored' && event.event.kind === 'entry-upgraded') {
      count('upgradesAtMerge', event.statement === null ? 1 : 0);
    } else if (event.kind === 'statement-ended' && event.result.status === 'failed') {
      count('failedReads', event.result.problem.startsWith('The read failed') ? 1 : 0);
    }
  }
  return total as Costs;
}
