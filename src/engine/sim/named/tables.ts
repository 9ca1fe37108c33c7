// Tables, comments and agreement that did not end as they were asked to, or as they are told (SPEC P5).

import type { NamedTable } from './ended.ts';
import { changesOf, columnsCalled, isEverywhere } from './ended.ts';

type Sign = (table: NamedTable) => boolean;

const isServed = ({ table }: NamedTable['served'][number]): boolean => table !== null;

const returns =
  (kind: 'drop-table' | 'drop-keyspace'): Sign =>
  ({ drops, creates, served }) =>
    drops.some(
      ({ at, statement }) =>
        statement.kind === kind &&
        !creates.some((create) => create.at > at) &&
        isEverywhere(served, isServed),
    );

export const tableReturns: Sign = returns('drop-table');
export const keyspaceReturns: Sign = returns('drop-keyspace');

/** A column of the table before, in the table that was created after it. */
export const orphanColumn: Sign = (table) => {
  const create = table.creates.at(-1);
  const isDroppedBefore = table.drops.some(({ at }) => at < (create?.at ?? 0));
  const own = new Set(create?.statement.columns.map(({ name }) => name));
  return (
    create !== undefined &&
    isDroppedBefore &&
    changesOf(table, 'add').some(
      ({ at, change: { name } }) =>
        at < create.at &&
        !own.has(name) &&
        !changesOf(table, 'add').some((other) => other.at > create.at && other.change.name === name) &&
        isEverywhere(columnsCalled(table, name), (column) => column !== null),
    )
  );
};

export const commentLost: Sign = (table) =>
  changesOf(table, 'comment').some(
    ({ at, change: { comment } }) =>
      !changesOf(table, 'comment').some((other) => other.at > at) &&
      isEverywhere(table.served, ({ table: served }) => served !== null && served.schema.comment !== comment),
  );

export const twoTablesOneName: Sign = ({ served }) =>
  new Set(served.flatMap(({ table }) => (table === null ? [] : [table.schema.cfId]))).size > 1;

/** Every digest is the same, what is served is not. */
export const agreementReported: Sign = ({ served }) =>
  served.length > 1 &&
  new Set(served.map(({ node }) => node.digest)).size === 1 &&
  new Set(served.map(({ table }) => table?.schema.version ?? '')).size > 1;
