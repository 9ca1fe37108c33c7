// A console on one node (SPEC Q6): CQL as read, bound to what that node knows now. It answers with what to ask of the
// cluster, or with text of its own; what the schema forbids is refused later, by the node itself, in its own words.

import type { NodeState } from '../cluster/node.ts';
import { currentSchema } from '../cluster/schemaStatement.ts';
import type { Literal } from '../cql/statement.ts';
import type { Assignment, CqlStatement, DataText, SchemaText, Term } from '../cql/text/ast.ts';
import { nameText, tableText } from '../cql/text/print.ts';
import { lookup, withKey } from '../plain/record.ts';
import { ok, type Refusal, type Result, refuse } from '../plain/result.ts';
import type { NodeId } from '../plain/scalars.ts';
import { keyspacesOf } from '../schema/rows.ts';
import {
  type Console,
  type ConsoleSession,
  dataDraft,
  keyspaceOf,
  knownKeyspace,
  schemaDraft,
  schemaOf,
  tablesOf,
} from './bindCql.ts';
import type { CommandDraft } from './command.ts';
import { CONSOLE_HELP } from './consoleHelp.ts';
import { describeTable } from './describeTable.ts';
import type { Core } from './state.ts';

export type { ConsoleSession } from './bindCql.ts';

export const NEW_CONSOLE: ConsoleSession = {
  keyspace: null,
  consistency: 'ONE',
  tracing: false,
  prepared: {},
};

/** What a statement comes to: something to ask of the cluster, or an answer of the console itself. */
export interface ConsoleAnswer {
  readonly session: ConsoleSession;
  readonly command: CommandDraft | null;
  readonly text: string | null;
}

/** Binds a statement on `node`; a refusal is a sentence with the remedy and changes nothing. */
export function answerStatement(
  core: Core,
  node: NodeId,
  session: ConsoleSession,
  statement: CqlStatement,
): Result<ConsoleAnswer> {
  const state = core.nodes.find(({ id }) => id === node);
  if (state === undefined) {
    return refuse(`There is no node ${node}; there are ${core.config.nodes.join(', ')}.`);
  }
  const console = { node: state, session };
  switch (statement.kind) {
    case 'use': {
      const known = knownKeyspace(console, statement.keyspace);
      return known.ok ? ok(setting(console, statement)) : known;
    }
    case 'consistency':
    case 'tracing':
      return ok(setting(console, statement));
    case 'help':
      return ok(said(session, CONSOLE_HELP));
    case 'clear':
      return ok({ session, command: null, text: null });
    case 'describe-tables':
    case 'describe-keyspaces':
    case 'describe-table':
    case 'describe-schema':
      return describe(console, statement);
    case 'prepare':
      return prepare(console, statement);
    case 'execute':
      return execute(console, statement);
    case 'insert':
    case 'update':
    case 'delete':
    case 'select':
      return asked(session, dataDraft(console, statement));
    default:
      return schemaAnswer(console, statement);
  }
}

const said = (session: ConsoleSession, text: string): ConsoleAnswer => ({ session, command: null, text });

const asked = (session: ConsoleSession, draft: Result<CommandDraft>): Result<ConsoleAnswer> =>
  draft.ok ? ok({ session, command: draft.value, text: null }) : draft;

function setting(
  { session }: Console,
  statement: Extract<CqlStatement, { kind: 'use' | 'consistency' | 'tracing' }>,
): ConsoleAnswer {
  switch (statement.kind) {
    case 'use':
      return said(
        { ...session, keyspace: statement.keyspace },
        `Keyspace ${nameText(statement.keyspace)} is in use.`,
      );
    case 'consistency': {
      const consistency = statement.level ?? session.consistency;
      const verb = statement.level === null ? 'Current consistency level is' : 'Consistency level set to';
      return said({ ...session, consistency }, `${verb} ${consistency}.`);
    }
    case 'tracing': {
      const tracing = statement.on ?? session.tracing;
      return said({ ...session, tracing }, `Tracing is ${tracing ? 'on' : 'off'}.`);
    }
  }
}

function prepare(
  console: Console,
  statement: Extract<CqlStatement, { kind: 'prepare' }>,
): Result<ConsoleAnswer> {
  const schema = schemaOf(console, statement.text.name);
  if (!schema.ok) {
    return schema;
  }
  const { keyspace, table } = schema.value;
  const { text, markers } = statement;
  const prepared = withKey(console.session.prepared, statement.statement, { text, markers });
  return ok({
    session: { ...console.session, prepared },
    command: { kind: 'prepare', node: console.node.id, name: statement.statement, keyspace, table },
    text: null,
  });
}

function execute(
  console: Console,
  statement: Extract<CqlStatement, { kind: 'execute' }>,
): Result<ConsoleAnswer> {
  const found = lookup(console.session.prepared, statement.statement);
  if (found === undefined) {
    const names = Object.keys(console.session.prepared);
    return refuse(
      `No statement ${statement.statement} has been prepared on node ${console.node.id}${names.length > 0 ? `; there are ${names.join(', ')}` : ''}. PREPARE it first.`,
      'statement',
      statement.statement,
    );
  }
  const given = statement.terms.length;
  if (found.markers !== given) {
    const told = `Invalid amount of bind variables: ${statement.statement} takes ${found.markers}, one value for each '?', and ${given} ${given === 1 ? 'is' : 'are'} given.`;
    return given > found.markers
      ? refuse(told, 'marker', String(found.markers))
      : refuse(told, 'statement', statement.statement);
  }
  const badTime = timeProblem(found.text, statement.terms);
  if (badTime !== null) {
    return badTime;
  }
  return asked(console.session, dataDraft(console, filled(found.text, statement.terms), statement.statement));
}

/** USING TIMESTAMP ? takes what USING TIMESTAMP takes. */
function timeProblem(text: DataText, terms: readonly Literal[]): Refusal | null {
  const term = 'usingTimestamp' in text ? text.usingTimestamp : null;
  const value = term !== null && 'marker' in term ? terms[term.marker] : 0;
  return term === null || !('marker' in term) || Number.isSafeInteger(value)
    ? null
    : refuse('a timestamp is a whole number of microseconds.', 'marker', String(term.marker));
}

/** The statement with values in place of its question marks. */
function filled(text: DataText, terms: readonly Literal[]): DataText {
  const term = (given: Term): Term => ('marker' in given ? { literal: terms[given.marker] ?? null } : given);
  const all = (list: readonly Assignment[]): readonly Assignment[] =>
    list.map((one) => ({ column: one.column, term: term(one.term) }));
  switch (text.kind) {
    case 'insert':
      return {
        ...text,
        values: all(text.values),
        usingTimestamp: text.usingTimestamp && term(text.usingTimestamp),
      };
    case 'update':
      return {
        ...text,
        values: all(text.values),
        where: all(text.where),
        usingTimestamp: text.usingTimestamp && term(text.usingTimestamp),
      };
    case 'delete':
      return {
        ...text,
        where: all(text.where),
        usingTimestamp: text.usingTimestamp && term(text.usingTimestamp),
      };
    case 'select':
      return { ...text, where: all(text.where) };
  }
}

type Describe = Extract<CqlStatement, { kind: `describe-${string}` }>;

function describe(console: Console, statement: Describe): Result<ConsoleAnswer> {
  switch (statement.kind) {
    case 'describe-keyspaces': {
      const names = keyspacesOf(console.node.rows).map(nameText);
      return ok(said(console.session, names.length === 0 ? 'There is no keyspace yet.' : names.join('\n')));
    }
    case 'describe-tables': {
      const tables = tablesOf(console.node).map((schema) => tableText(schema));
      return ok(said(console.session, tables.length === 0 ? 'There is no table yet.' : tables.join('\n')));
    }
    case 'describe-schema': {
      const known = statement.keyspace === null ? ok('') : knownKeyspace(console, statement.keyspace);
      return known.ok ? ok(said(console.session, describeSchema(console.node, statement.keyspace))) : known;
    }
    case 'describe-table': {
      const schema = schemaOf(console, statement.name);
      return schema.ok ? ok(said(console.session, describeTable(schema.value))) : schema;
    }
  }
}

function describeSchema(node: NodeState, only: string | null): string {
  const keyspaces = keyspacesOf(node.rows).filter((keyspace) => only === null || keyspace === only);
  const made = keyspaces.flatMap((keyspace) => [
    `CREATE KEYSPACE ${nameText(keyspace)};`,
    ...tablesOf(node)
      .filter((schema) => schema.keyspace === keyspace)
      .map(describeTable),
  ]);
  return made.length === 0 ? 'There is no keyspace yet.' : made.join('\n\n');
}

function schemaAnswer(console: Console, statement: SchemaText): Result<ConsoleAnswer> {
  const { session, node } = console;
  const base = { node: node.id };
  if (statement.kind === 'create-keyspace' || statement.kind === 'drop-keyspace') {
    const { kind, keyspace } = statement;
    const isThere = keyspacesOf(node.rows).includes(keyspace);
    if (kind === 'create-keyspace' && statement.ifNotExists && isThere) {
      return ok(said(session, `Keyspace ${nameText(keyspace)} is there already: nothing to do.`));
    }
    if (kind === 'drop-keyspace' && statement.ifExists && !isThere) {
      return ok(
        said(session, `There is no keyspace ${nameText(keyspace)} on node ${node.id}: nothing to do.`),
      );
    }
    const durable = kind === 'create-keyspace' && !statement.durableWrites ? { durableWrites: false } : {};
    return ok({ session, command: { ...base, kind, keyspace, ...durable }, text: null });
  }
  const keyspace = keyspaceOf(console, statement.name);
  if (!keyspace.ok) {
    return keyspace;
  }
  const place = { ...base, keyspace: keyspace.value, table: statement.name.table };
  const exists = currentSchema(node, 0, place.keyspace, place.table) !== null;
  if (statement.kind === 'create-table' && statement.ifNotExists && exists) {
    return ok(said(session, `${place.table} is there already: nothing to do.`));
  }
  if (statement.kind === 'drop-table' && statement.ifExists && !exists) {
    return ok(said(session, `There is no ${place.table} on node ${node.id}: nothing to do.`));
  }
  return asked(session, schemaDraft(place, statement));
}
