// Client statements in short words: '+email' on an envelope, 'ADD email' beside a knot in the loom, 'write' in a wait
// chain. A DDL's delta carries no version, so the version that a push stands for is the one its sender got from it.

import type {
  Literal,
  NodeId,
  SchemaVersion,
  Statement,
  StatementId,
  TableChange,
  Timeline,
} from '../../engine/index.ts';
import { changeLabel, isStatement, unreachable } from '../../engine/index.ts';
import { enumerated, label } from '../words/say.ts';
import type { Identities } from './identity.ts';
import { prefixFold } from './prefixFold.ts';

/** What names versions and statements in words about messages. */
export interface MessageWords {
  readonly version: (version: SchemaVersion | null) => string;
  readonly label: (statement: StatementId | null) => string;
  readonly isRead: (statement: StatementId | null) => boolean;
}

export interface StatementIndex {
  readonly byId: Map<StatementId, Statement>;
  /** DDL statement -> version of the altered table at its coordinator after its own merge. */
  readonly versions: Map<StatementId, SchemaVersion>;
  /** The step that told that version. */
  readonly learnedAt: Map<StatementId, number>;
  /** By `madeKey`: the statements from which their own coordinator got a version; it may come back. */
  readonly makers: Map<string, readonly Statement[]>;
}

export const madeKey = (node: NodeId, version: SchemaVersion): string => `${node} ${version}`;

/** All statements of the run and of its setup, by id. */
export const statementsOf: (timeline: Timeline) => StatementIndex = prefixFold({
  begin: (_start, timeline) => ({
    byId: new Map(timeline.config.setup.map((statement) => [statement.id, statement])),
    versions: new Map(),
    learnedAt: new Map(),
    makers: new Map(),
  }),
  extend: (kept, step, _before, index) => {
    if (isStatement(step.command)) {
      kept.byId.set(step.command.id, step.command);
    }
    for (const event of step.events) {
      if (event.kind === 'schema-merged' && event.origin === 'ddl') {
        const to = event.changes.find((change) => change.to !== null)?.to;
        for (const id of to === null || to === undefined ? [] : event.statements) {
          kept.versions.set(id, to ?? '');
          kept.learnedAt.set(id, index);
          const statement = kept.byId.get(id);
          if (statement?.node === event.node) {
            const key = madeKey(event.node, to ?? '');
            kept.makers.set(key, [...(kept.makers.get(key) ?? []), statement]);
          }
        }
      }
    }
  },
});

export function messageWords({ name }: Pick<Identities, 'name'>, { byId }: StatementIndex): MessageWords {
  const given = (statement: StatementId | null) => (statement === null ? undefined : byId.get(statement));
  return {
    version: name,
    label: (statement) => labelOfId(byId, statement),
    isRead: (statement) => given(statement)?.kind === 'select',
  };
}

/** The version that a change stands for, if it was known by that step. */
export function versionOfChange(
  { versions, learnedAt }: StatementIndex,
  statement: StatementId | null,
  step: number,
): SchemaVersion | null {
  const known = statement !== null && (learnedAt.get(statement) ?? Number.POSITIVE_INFINITY) <= step;
  return known ? (versions.get(statement) ?? null) : null;
}

/** 'write s3': a statement among others of its kind. */
export const statementName = (what: string, statement: StatementId): string =>
  label('inspect-statement', { what, statement });

/** A change of a type reads as on an edge of the DAG, a comment has no name. */
function changeText(change: TableChange): string {
  switch (change.kind) {
    case 'type':
      return label('edge-type', change);
    case 'comment':
      return label('word-comment', {});
    default:
      return changeLabel(change);
  }
}

/** Whether an id stands where a statement's would, for a row that moves to its owner to come: 'join D' (SPEC O5). */
export const isMove = (id: StatementId): boolean => /^(?:join|leave|remove) /.test(id);

/** The label of a statement by its id. One that a search asks for is in no run, and just a change. */
export function labelOfId(byId: ReadonlyMap<StatementId, Statement>, id: StatementId | null): string {
  const statement = id === null ? undefined : byId.get(id);
  if (statement !== undefined) {
    return statementLabel(statement);
  }
  return label(id !== null && isMove(id) ? 'word-moving-row' : 'word-change', {});
}

/** '+email', '−phone', '+table users', 'write', 'read': what an envelope says. */
export function statementLabel(statement: Statement): string {
  switch (statement.kind) {
    case 'alter-table':
      return enumerated(statement.changes.map(changeText));
    case 'create-table':
      return `+${label('word-table', { name: statement.table })}`;
    case 'drop-table':
      return `−${label('word-table', { name: statement.table })}`;
    case 'create-keyspace':
      return `+${label('word-keyspace', { name: statement.keyspace })}`;
    case 'drop-keyspace':
      return `−${label('word-keyspace', { name: statement.keyspace })}`;
    case 'insert':
    case 'update':
    case 'delete':
      return label('word-write', {});
    case 'select':
      return label('word-read', {});
    case 'prepare':
      return label('word-prepare', {});
    default:
      return unreachable(statement);
  }
}

function changeVerb(change: TableChange): string {
  switch (change.kind) {
    case 'add':
      return `ADD ${change.name}`;
    case 'drop':
      return `DROP ${change.name}`;
    case 'type':
      return `TYPE ${change.name}`;
    case 'rename':
      return `RENAME ${change.from}`;
    case 'comment':
      return 'COMMENT';
    default:
      return unreachable(change);
  }
}

/** 'ADD email', 'CREATE users', 'INSERT 1': what stands beside a knot. */
export function statementVerb(statement: Statement): string {
  switch (statement.kind) {
    case 'alter-table':
      return statement.changes.map(changeVerb).join(', ');
    case 'create-table':
      return `CREATE ${statement.table}`;
    case 'drop-table':
      return `DROP ${statement.table}`;
    case 'create-keyspace':
      return `CREATE ${statement.keyspace}`;
    case 'drop-keyspace':
      return `DROP ${statement.keyspace}`;
    case 'insert':
    case 'update':
    case 'delete':
    case 'select':
      return `${statement.kind.toUpperCase()} ${keyText(statement.key)}`;
    case 'prepare':
      return `PREPARE ${statement.name}`;
    default:
      return unreachable(statement);
  }
}

/** A literal as one writes it. */
function literalText(value: Literal): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The key values of a row: '1' or '1, 2016'. */
export function keyText(key: Readonly<Record<string, Literal>>): string {
  return Object.values(key).map(literalText).join(', ');
}

/** The value that a statement wrote into a column, as one writes it; null when that is not known. */
export function writtenValue(statement: Statement | undefined, column: string): string | null {
  if (statement?.kind !== 'insert' && statement?.kind !== 'update') {
    return null;
  }
  const value = Object.hasOwn(statement.values, column) ? statement.values[column] : undefined;
  return value === undefined ? null : literalText(value);
}
