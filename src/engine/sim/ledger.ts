// What each statement cost (SPEC N7), counted from events. A load or pull is charged to the statement that started it;
// those that joined it pay nothing.

import type { StatementId } from '../cluster/nodeId.ts';
import type { Dict } from '../plain/record.ts';
import { lookup, withKey } from '../plain/record.ts';
import type { SimEvent } from './event.ts';
import type { Ledger } from './state.ts';

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

export function chargeEvents(ledgers: Dict<Ledger>, events: readonly SimEvent[]): Dict<Ledger> {
  let result = ledgers;
  let merged: readonly StatementId[] = [];
  for (const event of events) {
    if (event.kind === 'schema-merged') {
      merged = event.statements;
    }
    for (const [statement, item] of chargesOf(event, merged)) {
      const ledger = lookup(result, statement) ?? EMPTY_LEDGER;
      result = withKey(result, statement, { ...ledger, [item]: ledger[item] + 1 });
    }
  }
  return result;
}

type Charge = readonly [statement: StatementId, item: keyof Ledger];

function chargesOf(event: SimEvent, merged: readonly StatementId[]): readonly Charge[] {
  switch (event.kind) {
    case 'statement-received':
      return [];
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
