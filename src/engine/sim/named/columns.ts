// Columns that did not end as they were asked to (SPEC P5).

import { cqlTypeName, marshalOf, parseCqlType, withoutReversed } from '../../cql/type.ts';
import type { ColumnDefinition } from '../../schema/schema.ts';
import { leqTableRows } from '../../schema/tableRows.ts';
import type { NamedTable } from './ended.ts';
import { changesOf, columnsCalled, isEverywhere } from './ended.ts';

type Sign = (table: NamedTable) => boolean;

const isThere = (column: ColumnDefinition | null): column is ColumnDefinition => column !== null;
const typeName = (text: string): string => {
  const type = parseCqlType(text);
  return type.ok ? cqlTypeName(marshalOf(type.value)) : text;
};
const typeOf = ({ type }: ColumnDefinition): string => cqlTypeName(withoutReversed(type));

/** DROPs of columns that nobody asked for again. */
function lastDrops(table: NamedTable) {
  return changesOf(table, 'drop').filter(
    ({ at, change: { name } }) =>
      ![...changesOf(table, 'add'), ...changesOf(table, 'drop')].some(
        (other) => other.at > at && other.change.name === name,
      ) && !table.creates.some((create) => create.at > at),
  );
}

/** A later stamp than a DROP's: whoever gave it had not heard of the DROP, or it would not bring the column back. */
const isRewrittenAfter = ({ changes }: NamedTable, drop: number): boolean =>
  changes.some(({ statement }) => statement.timestamp > drop);

export const droppedColumnReturns: Sign = (table) =>
  lastDrops(table).some(
    ({ statement: { timestamp }, change: { name } }) =>
      isRewrittenAfter(table, timestamp) &&
      isEverywhere(
        columnsCalled(table, name),
        (column) => isThere(column) && (column.droppedAt ?? timestamp) >= timestamp,
      ),
  );

export const dropTimeGoesDown: Sign = (table) =>
  changesOf(table, 'drop').some(({ statement: { timestamp }, change: { name } }) =>
    isEverywhere(
      columnsCalled(table, name),
      (column) => isThere(column) && column.droppedAt !== null && column.droppedAt < timestamp,
    ),
  );

/** The node that has let its tombstones expire hears of an older change, which writes the column once more. */
export const expiredTombstone: Sign = (table) => {
  const { commands } = table.ended;
  const expired = commands.flatMap((one) => (one.kind === 'expire-tombstones' ? [one.node] : []));
  return lastDrops(table).some(
    ({ statement: { timestamp }, change: { name } }) =>
      !isRewrittenAfter(table, timestamp) &&
      table.served.some(
        ({ node }, i) =>
          expired.includes(node.id) && (columnsCalled(table, name)[i]?.droppedAt ?? -1) >= timestamp,
      ),
  );
};

/** Half of what its sender knows: the drop time of a column that is still there, in a version that the sender's contains. */
export const versionNobodyIssued: Sign = (table) =>
  !table.ended.commands.some(({ kind }) => kind === 'expire-tombstones') &&
  lastDrops(table).some(({ statement: { timestamp }, change: { name } }) =>
    table.served.some(({ table: half }, i) => {
      const column = columnsCalled(table, name)[i] ?? null;
      return (
        half !== null &&
        column?.droppedAt === timestamp &&
        table.served.some(
          ({ table: whole }, j) =>
            whole !== null &&
            columnsCalled(table, name)[j] === null &&
            leqTableRows(half.schema.ghost.rows, whole.schema.ghost.rows),
        )
      );
    }),
  );

export const changeWithoutEffect: Sign = (table) =>
  changesOf(table, 'add').some(({ at, statement: { timestamp }, change: { name } }) => {
    const drops = changesOf(table, 'drop').filter(({ change }) => change.name === name);
    return (
      drops.length > 0 &&
      drops.every((drop) => drop.at < at) &&
      drops.some((drop) => drop.statement.timestamp >= timestamp) &&
      isEverywhere(table.served, ({ table: served }) => served !== null) &&
      isEverywhere(columnsCalled(table, name), (column) => column === null)
    );
  });

/** Kinds and types that were asked for, each pair by one statement. */
function askedOf(table: NamedTable, name: string): readonly (readonly [kind: string, type: string])[] {
  return [
    ...table.creates.flatMap(({ statement }) =>
      statement.columns
        .filter((column) => column.name === name)
        .map((column) => [column.kind, typeName(column.type)] as const),
    ),
    ...changesOf(table, 'add')
      .filter(({ change }) => change.name === name)
      .map(({ change }) => [change.isStatic === true ? 'static' : 'regular', typeName(change.type)] as const),
  ];
}

export const nobodyAskedForIt: Sign = (table) =>
  (table.served[0]?.table?.schema.columns ?? []).some(({ name }) => {
    const asked = askedOf(table, name);
    const isMixed = (column: ColumnDefinition | null): boolean =>
      isThere(column) &&
      asked.some(([kind]) => kind === column.kind) &&
      asked.some(([, type]) => type === typeOf(column)) &&
      !changesOf(table, 'type').some(({ change }) => change.name === name) &&
      !asked.some(([kind, type]) => kind === column.kind && type === typeOf(column));
    return isEverywhere(columnsCalled(table, name), isMixed);
  });

export const typeChangeLost: Sign = (table) =>
  changesOf(table, 'type').some(
    ({ at, change: { name, type } }) =>
      !table.changes.some(
        ({ at: later, change }) => later > at && 'name' in change && change.name === name,
      ) &&
      isEverywhere(
        columnsCalled(table, name),
        (column) => isThere(column) && typeOf(column) !== typeName(type),
      ),
  );

export const twoTypesOneColumn: Sign = (table) =>
  changesOf(table, 'add').some(({ change: { name, type } }) => {
    const others = changesOf(table, 'add').filter(({ change }) => change.name === name);
    return (
      others.some(({ change }) => typeName(change.type) !== typeName(type)) &&
      !changesOf(table, 'drop').some(({ change }) => change.name === name) &&
      isEverywhere(columnsCalled(table, name), isThere)
    );
  });

export const twoKeyNames: Sign = (table) =>
  changesOf(table, 'rename').some(
    ({ change: { from, to } }) =>
      !changesOf(table, 'rename').some(({ change }) => change.to === from) &&
      [from, to].every((name) =>
        isEverywhere(columnsCalled(table, name), (column) => column?.kind.endsWith('_key') === true),
      ),
  );
