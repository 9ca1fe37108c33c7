// What each statement cost (SPEC N7), counted from events. A load or pull is charged to the statement that started it;
// those that joined it pay nothing.

import type { Dict } from '../plain/record.ts';
import { lookup } from '../plain/record.ts';
import type { NodeId, StatementId } from '../plain/scalars.ts';
import type { SimEvent } from './event.ts';
import type { Ledger } from './state.ts';
import type { Timeline } from './timeline.ts';

export const EMPTY_LEDGER: Ledger = {
  loads: 0,
  pulls: 0,
  pushes: 0,
  mutations: 0,
  reads: 0,
  merges: 0,
  emptyMerges: 0,
  schemaFlushes: 0,
  announcements: 0,
  upgrades: 0,
};

/** What every statement up to step `i` has cost by then. Folded from the events anew: costs are no part of any state. */
export function ledgersAt(timeline: Timeline, i: number): Dict<Ledger> {
  const ledgers: Record<string, Ledger> = {};
  for (const { statement, item } of chargesUpTo(timeline, i)) {
    const ledger = lookup(ledgers, statement) ?? EMPTY_LEDGER;
    ledgers[statement] = { ...ledger, [item]: ledger[item] + 1 };
  }
  return ledgers;
}

/** One item of a ledger, with the step and the node that caused it. */
export interface ChargedEvent {
  readonly statement: StatementId;
  readonly item: keyof Ledger;
  readonly step: number;
  readonly node: NodeId;
}

export function chargesUpTo(timeline: Timeline, i: number): readonly ChargedEvent[] {
  const charges: ChargedEvent[] = [];
  for (const [at, { events }] of timeline.steps.slice(0, i).entries()) {
    let merged: readonly StatementId[] = [];
    for (const event of events) {
      merged = event.kind === 'schema-merged' ? event.statements : merged;
      for (const [statement, item] of chargesOf(event, merged)) {
        charges.push({ statement, item, step: at + 1, node: nodeOf(event) });
      }
    }
  }
  return charges;
}

const nodeOf = (event: SimEvent): NodeId =>
  'node' in event ? event.node : 'from' in event ? event.from : '';

type Charge = readonly [statement: StatementId, item: keyof Ledger];

function chargesOf(event: SimEvent, merged: readonly StatementId[]): readonly Charge[] {
  switch (event.kind) {
    case 'message-sent':
      return event.statement === null ? [] : sentCharges(event.statement, event.verb);
    case 'version-requested':
      return [[event.statement, 'loads']];
    case 'schema-requested':
      return event.statement === null ? [] : [[event.statement, 'pulls']];
    case 'schema-merged': {
      const first = event.statements[0];
      if (first === undefined) {
        return [];
      }
      const charges: Charge[] = [[first, 'merges']];
      if (!event.changed) {
        charges.push([first, 'emptyMerges']);
      }
      if (event.flushed) {
        charges.push([first, 'schemaFlushes']);
      }
      return charges;
    }
    case 'digest-announced':
      return merged[0] === undefined ? [] : [[merged[0], 'announcements']];
    case 'stored':
      return event.event.kind === 'entry-upgraded' && event.statement !== null
        ? [[event.statement, 'upgrades']]
        : [];
    default:
      return [];
  }
}

function sentCharges(statement: StatementId, verb: string): readonly Charge[] {
  switch (verb) {
    case 'DEFINITIONS_UPDATE':
      return [[statement, 'pushes']];
    case 'MUTATION':
      return [[statement, 'mutations']];
    case 'READ_DATA':
    case 'READ_DIGEST':
    case 'READ_MUTATION_DATA':
      return [[statement, 'reads']];
    default:
      return [];
  }
}
