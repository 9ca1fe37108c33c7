// The promises of the protocol as data (SPEC I-table). Within its precondition (protectionTable.ts) each holds in every
// run; a break is shown with the smallest witness.

import type { PromiseId, PromiseStatus, ProtocolPromise, Witness } from '../promise.ts';
import type { Core } from '../state.ts';
import { acknowledgedCellsExist, confirmedCellsAreKept } from './dataPromises.ts';
import {
  entriesAreContained,
  equalRowsEqualVersions,
  heldIsKnown,
  quietClusterAgrees,
  sourcesAgree,
  syncedIsContained,
  versionsAreNotReused,
} from './schemaPromises.ts';
import { witness } from './witness.ts';

/** A promise that a step breaks without trace in the state: the node keeps a record of it (I0). */
function recorded(promise: PromiseId): (core: Core) => Witness | null {
  return (core) => {
    for (const node of core.nodes) {
      const broken = node.breaches.find((one) => one.promise === promise);
      if (broken !== undefined) {
        const { fault, version, statement } = broken;
        const column = fault.kind === 'applied-not-contained' ? (fault.lost[0] ?? null) : null;
        return witness(fault, { nodes: [node.id], version, statement, column });
      }
    }
    return null;
  };
}

export const PROMISES: readonly ProtocolPromise[] = [
  { id: 'I1', check: syncedIsContained },
  { id: 'I2', check: recorded('I2') },
  { id: 'I3', check: entriesAreContained },
  { id: 'I4', check: recorded('I4') },
  { id: 'I5', check: equalRowsEqualVersions },
  { id: 'I6', check: quietClusterAgrees },
  { id: 'I7', check: heldIsKnown },
  { id: 'I8', check: versionsAreNotReused },
  { id: 'I9', check: confirmedCellsAreKept },
  { id: 'I10', check: recorded('I10') },
  { id: 'I11', check: sourcesAgree },
  { id: 'I12', check: recorded('I12') },
  { id: 'I13', check: acknowledgedCellsExist },
  { id: 'I14', check: recorded('I14') },
  { id: 'I15', check: recorded('I15') },
  { id: 'I16', check: recorded('I16') },
];

const judged = new WeakMap<Core, readonly PromiseStatus[]>();

/** Every promise, held or broken, in the order of the table. Remembered: a state is looked at more often than made. */
export function checkPromises(core: Core): readonly PromiseStatus[] {
  const known = judged.get(core);
  if (known !== undefined) {
    return known;
  }
  const statuses = PROMISES.map(({ id, check }) => {
    const broken = check(core);
    return { id, held: broken === null, witness: broken };
  });
  judged.set(core, statuses);
  return statuses;
}
