// CQL as read, bound to the schema that one node has now (SPEC Q6): names become keys and values, and a statement becomes
// what is asked of the cluster.

import type { NodeState } from '../cluster/node.ts';
import { currentSchema, tablesOn } from '../cluster/schemaStatement.ts';
import { keyNames, placeOf } from '../cluster/statementKey.ts';
import type { Consistency, Literal } from '../cql/statement.ts';
import type { Assignment, DataText, SchemaText, TableName, Term } from '../cql/text/ast.ts';
import { ok, type Result, refuse } from '../plain/result.ts';
import type { NodeId } from '../plain/scalars.ts';
import { keyspacesOf } from '../schema/rows.ts';
import { columnByName, type Schema } from '../schema/schema.ts';
import { unconfiguredTable, undefinedColumn, unknownKeyspace } from '../schema/unknownName.ts';
import type { StatementDraft } from './command.ts';

/** What a console remembers between two statements; plain data, one a node. */
export interface ConsoleSession {
  readonly keyspace: string | null;
  readonly consistency: Consistency;
  readonly tracing: boolean;
  /** The texts behind prepared statements, by name. */
  readonly prepared: Readonly<Record<string, { readonly text: DataText; readonly markers: number }>>;
}

/** A console and the node that it stands on. */
export interface Console {
  readonly node: NodeState;
  readonly session: ConsoleSession;
}

/** The keyspace that a name means: its own, the one in use, or the only one whose tables this node has. */
export function keyspaceOf({ node, session }: Console, { keyspace, table }: TableName): Result<string> {
  const inUse = keyspace ?? session.keyspace;
  if (inUse !== null) {
    return ok(inUse);
  }
  const known = [...new Set(tablesOf(node).map((schema) => schema.keyspace))];
  const [only] = known;
  return only !== undefined && known.length === 1
    ? ok(only)
    : refuse(`No keyspace has been specified. USE a keyspace, or write keyspace.${table}.`, 'table', table);
}

export const tablesOf = (node: NodeState): readonly Schema[] => tablesOn(node, 0);

/** Keyspaces that only a real cluster has as tables to read. */
const SYSTEM = /^system(?:_\w+)?$/u;

/** Refuses a keyspace that the node does not know. */
export function knownKeyspace({ node }: Console, keyspace: string): Result<string> {
  const known = keyspacesOf(node.rows);
  if (known.includes(keyspace)) {
    return ok(keyspace);
  }
  return SYSTEM.test(keyspace)
    ? refuse(
        `Keyspace '${keyspace}' cannot be asked in CQL here: DESCRIBE tells the schema, and the Inspector of node ${node.id} shows its system rows.`,
        'keyspace',
        keyspace,
      )
    : unknownKeyspace(node.id, keyspace, known);
}

export function schemaOf(console: Console, name: TableName): Result<Schema> {
  const keyspace = keyspaceOf(console, name);
  if (!keyspace.ok) {
    return keyspace;
  }
  const schema = currentSchema(console.node, 0, keyspace.value, name.table);
  if (schema !== null) {
    return ok(schema);
  }
  const known = knownKeyspace(console, keyspace.value);
  return known.ok
    ? unconfiguredTable(
        console.node.id,
        { keyspace: keyspace.value, table: name.table },
        tablesOf(console.node),
      )
    : known;
}

type Values = Readonly<Record<string, Literal>>;

function literalsOf(assignments: readonly Assignment[]): Result<Values> {
  const open = assignments.find(({ term }) => 'marker' in term);
  return open === undefined
    ? ok(Object.fromEntries(assignments.map(({ column, term }) => [column, literalOf(term)])))
    : refuse(
        `${open.column} has no value yet: PREPARE the statement, then EXECUTE it with values.`,
        'value',
        open.column,
      );
}

const literalOf = (term: Term): Literal => ('literal' in term ? term.literal : null);

/** Key columns apart from the others, by the schema that this node has. */
function split(schema: Schema, values: Values): { readonly key: Values; readonly rest: Values } {
  const isKey = (name: string): boolean =>
    schema.columns.some(
      (column) =>
        column.name === name && (column.kind === 'partition_key' || column.kind === 'clustering_key'),
    );
  const entries = Object.entries(values);
  return {
    key: Object.fromEntries(entries.filter(([name]) => isKey(name))),
    rest: Object.fromEntries(entries.filter(([name]) => !isKey(name))),
  };
}

export function dataDraft(console: Console, statement: DataText, prepared?: string): Result<StatementDraft> {
  const schema = schemaOf(console, statement.name);
  if (!schema.ok) {
    return schema;
  }
  const { keyspace, table } = schema.value;
  const base = {
    node: console.node.id,
    keyspace,
    table,
    consistency: console.session.consistency,
    ...(prepared === undefined ? {} : { prepared }),
  };
  if (statement.kind === 'select') {
    const key = whereKey(console.node.id, schema.value, statement.where);
    return key.ok
      ? ok({
          ...base,
          kind: 'select',
          key: key.value,
          ...(statement.columns === null ? {} : { columns: statement.columns }),
        })
      : key;
  }
  const timing = timingOf(statement.usingTimestamp);
  if (statement.kind === 'insert') {
    const values = literalsOf(statement.values);
    if (!values.ok) {
      return values;
    }
    const { key, rest } = split(schema.value, values.value);
    return ok({ ...base, ...timing, kind: 'insert', key, values: rest });
  }
  const key = whereKey(console.node.id, schema.value, statement.where);
  const values =
    statement.kind === 'update'
      ? literalsOf(statement.values)
      : ok(Object.fromEntries(statement.columns.map((name): [string, Literal] => [name, null])));
  if (!key.ok || !values.ok) {
    return key.ok ? (values as Result<never>) : key;
  }
  return ok({ ...base, ...timing, kind: statement.kind, key: key.value, values: values.value });
}

function timingOf(term: Term | null): { readonly timestamp?: number; readonly usingTimestamp?: boolean } {
  const given = term === null ? null : literalOf(term);
  return typeof given === 'number' ? { timestamp: given, usingTimestamp: true } : {};
}

function whereKey(node: NodeId, schema: Schema, where: readonly Assignment[]): Result<Values> {
  const values = literalsOf(where);
  if (!values.ok) {
    return values;
  }
  const { key, rest } = split(schema, values.value);
  const [other] = Object.keys(rest);
  if (other === undefined) {
    return ok(key);
  }
  return columnByName(schema, other) === undefined
    ? undefinedColumn({ node, schema }, other, 'condition')
    : refuse(
        `Non PRIMARY KEY ${other} found in where clause: name columns of the key of ${placeOf(schema)}, ${keyNames(schema)}.`,
        'condition',
        other,
      );
}

type OnTable = Extract<SchemaText, { readonly name: TableName }>;

export function schemaDraft(
  place: { readonly node: NodeId; readonly keyspace: string; readonly table: string },
  statement: OnTable,
): Result<StatementDraft> {
  switch (statement.kind) {
    case 'alter-table':
      return ok({ ...place, kind: 'alter-table', changes: statement.changes });
    case 'drop-table':
      return ok({ ...place, kind: 'drop-table' });
    case 'create-table': {
      const { columns, partitionKey, clusteringKey, descending, comment } = statement;
      const key = [...partitionKey, ...clusteringKey];
      const missing = key.find((name) => !columns.some((column) => column.name === name));
      if (missing !== undefined) {
        return refuse(
          `Unknown definition ${missing} referenced in PRIMARY KEY: add a column ${missing}, or leave it out of the key.`,
          'key',
          missing,
        );
      }
      const twice = key.find((name, i) => key.indexOf(name) !== i);
      if (twice !== undefined) {
        return refuse(`The column ${twice} stands twice in PRIMARY KEY: name it once.`, 'key', twice);
      }
      const shared = columns.find(({ name, isStatic }) => isStatic && key.includes(name));
      if (shared !== undefined) {
        return refuse(
          `Static column ${shared.name} cannot be part of the PRIMARY KEY: leave out STATIC, or take it out of the key.`,
          'column',
          shared.name,
        );
      }
      const typeOf = (name: string): string => columns.find((column) => column.name === name)?.type ?? '';
      const others = columns.filter(({ name }) => !key.includes(name));
      const drafts = [
        ...partitionKey.map((name) => ({ name, type: typeOf(name), kind: 'partition_key' as const })),
        ...clusteringKey.map((name) => ({
          name,
          type: typeOf(name),
          kind: 'clustering_key' as const,
          ...(descending.includes(name) ? { descending: true } : {}),
        })),
        ...others.map(({ name, type, isStatic }) => ({
          name,
          type,
          kind: isStatic ? ('static' as const) : ('regular' as const),
        })),
      ];
      return ok({
        ...place,
        kind: 'create-table',
        columns: drafts,
        ...(comment === null ? {} : { comment }),
      });
    }
  }
}
