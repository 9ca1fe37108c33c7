// The promises of the protocol as data (SPEC I-table). Within its precondition (protectionTable.ts) each holds in every
// run; a break is shown with the smallest witness.

import type { Breach } from '../../cluster/node.ts';
import type { PromiseStatus, ProtocolPromise, Witness } from '../promise.ts';
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
function recorded(
  promise: string,
  sentence: (broken: Breach, node: string) => string,
): (core: Core) => Witness | null {
  return (core) => {
    for (const node of core.nodes) {
      const broken = node.breaches.find((one) => one.promise === promise);
      if (broken !== undefined) {
        return witness(sentence(broken, node.id), { nodes: [node.id], statement: broken.statement });
      }
    }
    return null;
  };
}

export const PROMISES: readonly ProtocolPromise[] = [
  { id: 'I1', title: 'A version marked synced is contained in the node’s schema.', check: syncedIsContained },
  {
    id: 'I2',
    title: 'A mutation is applied only where the current version contains its version.',
    check: recorded('I2', ({ statement, witness: lost }, node) =>
      lost === ''
        ? `${node} applied ${statement} although its current version does not contain the write’s version.`
        : `${node} applied ${statement} under a version without ${lost}, and dropped it.`,
    ),
  },
  {
    id: 'I3',
    title: 'Entries are stored at versions that the table’s current version contains.',
    check: entriesAreContained,
  },
  {
    id: 'I4',
    title: 'A result has exactly the columns of the version that was asked for.',
    check: recorded(
      'I4',
      ({ statement }, node) => `The result of ${statement} on ${node} has other columns than its version.`,
    ),
  },
  {
    id: 'I5',
    title: 'Equal schemas have equal versions, and only equal ones.',
    check: equalRowsEqualVersions,
  },
  { id: 'I6', title: 'When everything has arrived, all nodes agree.', check: quietClusterAgrees },
  {
    id: 'I7',
    title: 'A version that somebody holds is known; the current one is synced.',
    check: heldIsKnown,
  },
  { id: 'I8', title: 'A version never stands for two different schemas.', check: versionsAreNotReused },
  { id: 'I9', title: 'A replica keeps what it has confirmed.', check: confirmedCellsAreKept },
  {
    id: 'I10',
    title: 'Whoever sends a version can say what it is.',
    check: recorded(
      'I10',
      ({ witness: version }, node) =>
        `${node} was asked for version ${version.slice(0, 4)}, which it sent, and no longer knew it.`,
    ),
  },
  {
    id: 'I11',
    title: 'Memtable, cache and table of a shard agree on the current version.',
    check: sourcesAgree,
  },
  {
    id: 'I12',
    title: 'A node pulls at most once for a version that it remembers.',
    check: recorded(
      'I12',
      ({ witness: version }, node) => `${node} pulled again for version ${version.slice(0, 4)}.`,
    ),
  },
  { id: 'I13', title: 'An acknowledged value is not lost.', check: acknowledgedCellsExist },
  {
    id: 'I14',
    title: 'A value never appears under another column’s name.',
    check: recorded('I14', ({ witness: cell }, node) => `A read through ${node} showed ${cell}.`),
  },
  {
    id: 'I15',
    title: 'A cell stamped at or before the recorded drop time is never shown.',
    check: recorded('I15', ({ witness: cell }, node) => `A read through ${node} showed ${cell}.`),
  },
  {
    id: 'I16',
    title: 'A version that was left behind never returns.',
    check: recorded(
      'I16',
      ({ witness: version }, node) => `${node} met version ${version.slice(0, 4)} again after other changes.`,
    ),
  },
];

const judged = new WeakMap<Core, readonly PromiseStatus[]>();

/** Every promise, held or broken, in the order of the table. Remembered: a state is looked at more often than made. */
export function checkPromises(core: Core): readonly PromiseStatus[] {
  const known = judged.get(core);
  if (known !== undefined) {
    return known;
  }
  const statuses = PROMISES.map(({ id, title, check }) => {
    const broken = check(core);
    return { id, title, held: broken === null, witness: broken };
  });
  judged.set(core, statuses);
  return statuses;
}
