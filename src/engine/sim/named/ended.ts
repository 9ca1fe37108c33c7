// A run that has come to its end, as the names of outcomes look at it (SPEC P5): what was acknowledged, in the order in which it
// was given, and what each running node serves now.

import type { NodeState } from '../../cluster/node.ts';
import type { Config } from '../../config/config.ts';
import type { SchemaStatement, Statement, TableChange, WriteStatement } from '../../cql/statement.ts';
import { lookup, valuesOf } from '../../plain/record.ts';
import type { ColumnDefinition } from '../../schema/schema.ts';
import { columnByName } from '../../schema/schema.ts';
import type { TableState } from '../../storage/partition.ts';
import type { Command } from '../command.ts';
import type { Core } from '../state.ts';
import { isStatement } from '../step.ts';

/** A statement that its client saw succeed; `at` is its place in the run, and the setup's come first. */
export interface Acknowledged<S> {
  readonly at: number;
  readonly statement: S;
}

export interface Altered extends Acknowledged<Extract<SchemaStatement, { kind: 'alter-table' }>> {
  readonly change: TableChange;
}

type Created = Acknowledged<Extract<SchemaStatement, { kind: 'create-table' }>>;

export interface Ended {
  readonly core: Core;
  readonly commands: readonly Command[];
  readonly running: readonly NodeState[];
  readonly statements: readonly Acknowledged<Statement>[];
}

export function endedRun(config: Config, commands: readonly Command[], core: Core): Ended {
  const given: readonly (Command | Statement)[] = [...config.setup, ...commands];
  const statements = given.flatMap((command, at) =>
    isStatement(command as Command) && isAcknowledged(core, command as Statement)
      ? [{ at, statement: command as Statement }]
      : [],
  );
  return { core, commands, running: core.nodes.filter(({ up }) => up), statements };
}

function isAcknowledged(core: Core, { id, node }: Statement): boolean {
  const coordinator = core.nodes.find((one) => one.id === node);
  return lookup(coordinator?.results ?? {}, id)?.status === 'ok';
}

/** One table name of a run: what was asked of it, and what is served under it. */
export interface NamedTable {
  readonly ended: Ended;
  readonly creates: readonly Created[];
  readonly drops: readonly Acknowledged<Statement>[];
  readonly changes: readonly Altered[];
  readonly writes: readonly Acknowledged<WriteStatement>[];
  /** The table on each running node; null where there is none of this name. */
  readonly served: readonly { readonly node: NodeState; readonly table: TableState | null }[];
}

export function namedTables(ended: Ended): readonly NamedTable[] {
  const creates = ended.statements.filter((one): one is Created => one.statement.kind === 'create-table');
  const first = creates.filter(
    (one, i) => creates.findIndex((other) => isOf(other.statement, one.statement)) === i,
  );
  return first.map(({ statement: name }) => {
    const mine = ended.statements.filter(({ statement }) => isOf(statement, name));
    return {
      ended,
      creates: creates.filter(({ statement }) => isOf(statement, name)),
      drops: mine.filter(({ statement }) => statement.kind.startsWith('drop-')),
      changes: mine.flatMap(({ at, statement }) =>
        statement.kind === 'alter-table'
          ? statement.changes.map((change) => ({ at, statement, change }))
          : [],
      ),
      writes: mine.filter((one): one is Acknowledged<WriteStatement> =>
        ['insert', 'update'].includes(one.statement.kind),
      ),
      served: ended.running.map((node) => ({ node, table: tableOn(node, name) })),
    };
  });
}

interface TableName {
  readonly keyspace: string;
  readonly table: string;
}

/** Of this table, or of the whole keyspace. */
function isOf(statement: Statement, { keyspace, table }: TableName): boolean {
  return (
    'keyspace' in statement &&
    statement.keyspace === keyspace &&
    (!('table' in statement) || statement.table === table)
  );
}

const tableOn = (node: NodeState, { keyspace, table }: TableName): TableState | null =>
  valuesOf(node.shards[0]?.tables ?? {}).find(
    ({ schema }) => schema.keyspace === keyspace && schema.table === table,
  ) ?? null;

/** A column on every running node; null where it is not there. */
export const columnsCalled = ({ served }: NamedTable, name: string): readonly (ColumnDefinition | null)[] =>
  served.map(({ table }) => (table === null ? null : (columnByName(table.schema, name) ?? null)));

export const isEverywhere = <V>(values: readonly V[], holds: (value: V) => boolean): boolean =>
  values.length > 0 && values.every(holds);

type Changed<K extends TableChange['kind']> = Altered & {
  readonly change: Extract<TableChange, { kind: K }>;
};

export function changesOf<K extends TableChange['kind']>(
  { changes }: NamedTable,
  kind: K,
): readonly Changed<K>[] {
  return changes.filter((one): one is Changed<K> => one.change.kind === kind);
}
