// Writes that did not end as they were confirmed, and pulls that nobody repeats (SPEC P5).

import type { Confirmation, NodeState } from '../../cluster/node.ts';
import { shardOfKey } from '../../cluster/placement.ts';
import { itemsOf } from '../../plain/buckets.ts';
import { lookup } from '../../plain/record.ts';
import { cellStanding } from '../../storage/presence.ts';
import type { Ended, NamedTable } from './ended.ts';
import { changesOf, columnsCalled, isEverywhere } from './ended.ts';

type Sign = (table: NamedTable) => boolean;

export const writeMeetsDrop: Sign = (table) =>
  table.writes.some(({ statement: { timestamp, values } }) =>
    changesOf(table, 'drop').some(
      ({ statement: drop, change: { name } }) =>
        (lookup(values, name) ?? null) !== null &&
        drop.timestamp < timestamp &&
        isEverywhere(table.served, ({ table: served }) => served !== null) &&
        isEverywhere(columnsCalled(table, name), (column) => column === null),
    ),
  );

interface StandingCell {
  readonly node: NodeState;
  readonly confirmation: Confirmation;
  readonly cell: Confirmation['cells'][number];
  readonly droppedAt: number;
  readonly standing: ReturnType<typeof cellStanding>;
}

/** Cells of columns that are there and have been dropped once, on each replica that confirmed them. */
function cellsOfDropped({ served, ended: { core } }: NamedTable): readonly StandingCell[] {
  return served.flatMap(({ node, table }) =>
    itemsOf(node.confirmations).flatMap((confirmation) =>
      confirmation.cells.flatMap((cell) => {
        const shard = node.shards[shardOfKey(confirmation.key, core.config.shards)];
        const mine = lookup(shard?.tables ?? {}, confirmation.cfId);
        const column = mine?.schema.columns.find(({ name }) => name === cell.column);
        const droppedAt = column?.droppedAt ?? null;
        if (
          mine === undefined ||
          mine.schema.cfId !== table?.schema.cfId ||
          droppedAt === null ||
          cell.dead
        ) {
          return [];
        }
        const standing = cellStanding(mine, { ...cell, key: confirmation.key });
        return [{ node, confirmation, cell, droppedAt, standing }];
      }),
    ),
  );
}

export const replicasDifferAfterReAdd: Sign = (table) => {
  const later = cellsOfDropped(table).filter(({ cell, droppedAt }) => cell.ts > droppedAt);
  return later.some(
    ({ standing, confirmation, cell }) =>
      standing === 'present' &&
      later.some(
        (other) =>
          other.standing === 'gone' &&
          other.confirmation.statement === confirmation.statement &&
          other.cell.column === cell.column,
      ),
  );
};

export const stampBeforeDrop: Sign = (table) =>
  cellsOfDropped(table).some(
    ({ standing, confirmation, cell, droppedAt }) =>
      standing === 'present' &&
      cell.ts <= droppedAt &&
      table.writes.some(
        ({ at, statement }) =>
          statement.id === confirmation.statement &&
          statement.usingTimestamp === true &&
          changesOf(table, 'add').some(({ at: added, change }) => added < at && change.name === cell.column),
      ),
  );

/** A request for a schema or its answer was lost, nothing waits, and the nodes differ. */
export const pullNotRepeated = ({ commands, core, running }: Ended): boolean =>
  commands.some((one) => one.kind === 'lose' && one.message.startsWith('MIGRATION')) &&
  core.messages.length + core.cuts.length === 0 &&
  running.every(({ announceTo, pullTimers, pulls }) =>
    [announceTo, pullTimers, Object.keys(pulls)].every(({ length }) => length === 0),
  ) &&
  new Set(running.map(({ digest }) => digest)).size > 1;

/** A write has timed out, and somebody was asked for a version that was forgotten. */
export const lateCopyOfAWrite = ({ commands, core }: Ended): boolean =>
  commands.some((one) => one.kind === 'fire' && one.timer.startsWith('write-timeout ')) &&
  core.nodes.some(({ breaches }) => breaches.some(({ promise }) => promise === 'I10'));
