// What has come of a statement by the playhead: told by the run itself, so that going back tells what was so then.

import type { Handler, NodeState, SimEvent, Statement, StatementResult } from '../../engine/index.ts';
import { entriesOf, lookup } from '../../engine/index.ts';
import { problemText } from '../narration/problemWords.ts';
import type { Moment } from '../run/moment.ts';
import { label } from '../words/say.ts';
import { type ConsoleOutcome, type ConsoleRows, NO_OUTCOME } from './consoleView.ts';

const outcome = (kind: ConsoleOutcome['kind'], text: string): ConsoleOutcome => ({
  kind,
  text,
  identity: null,
});

export function outcomeOf(moment: Moment, node: NodeState, statement: Statement): ConsoleOutcome {
  const result = lookup(node.results, statement.id);
  if (result !== undefined && result.status !== 'ok') {
    return outcome('refused', problemText(moment.identities, result.problem));
  }
  switch (statement.kind) {
    case 'prepare':
      return preparedOutcome(moment, node, statement.name);
    case 'insert':
    case 'update':
    case 'delete':
    case 'select':
      return dataOutcome(moment, node, statement, result);
    default:
      return result === undefined
        ? outcome('waiting', label('console-merge-open', { node: node.id }))
        : mergedOutcome(moment, statement);
  }
}

function preparedOutcome(moment: Moment, node: NodeState, name: string): ConsoleOutcome {
  const prepared = lookup(node.prepared, name);
  if (prepared?.schema === null) {
    return outcome('done', label('console-prepared-gone', { name }));
  }
  const version = prepared?.schema.version ?? null;
  return prepared === undefined
    ? outcome('done', label('console-done', {}))
    : {
        kind: 'done',
        text: label('console-prepared', { name, version: moment.identities.name(version) }),
        identity: moment.identities.of(version),
      };
}

function dataOutcome(
  moment: Moment,
  node: NodeState,
  statement: Statement,
  result: StatementResult | undefined,
): ConsoleOutcome {
  if (result !== undefined) {
    return result.rows === null
      ? outcome('done', writtenText(moment, statement.id))
      : // The rows speak for themselves.
        NO_OUTCOME;
  }
  const handler = lookup(node.handlers, statement.id);
  return handler === undefined ? NO_OUTCOME : outcome('waiting', waitText(node.id, handler));
}

function waitText(node: string, handler: Handler): string {
  const needed = handler.needed;
  if (handler.kind === 'write') {
    return label('console-wait-write', { node, left: String(needed - handler.acks.length), needed });
  }
  if (handler.phase === 'digests') {
    const left = String(Math.max(0, needed - entriesOf(handler.replies).length));
    return label('console-wait-read', { node, left, needed });
  }
  return handler.phase === 'reconcile'
    ? label('console-wait-reconcile', { node })
    : label('console-wait-repair', { node, left: handler.repairing.length });
}

function eventOf<K extends SimEvent['kind']>(
  moment: Moment,
  kind: K,
  isAbout: (event: Extract<SimEvent, { kind: K }>) => boolean,
): Extract<SimEvent, { kind: K }> | undefined {
  const is = (event: SimEvent): event is Extract<SimEvent, { kind: K }> => event.kind === kind;
  for (let step = moment.step; step > 0; step--) {
    const events = moment.timeline.steps[step - 1]?.events ?? [];
    const found = events.filter(is).findLast(isAbout);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function writtenText(moment: Moment, statement: string): string {
  const acknowledged = eventOf(moment, 'write-acknowledged', (event) => event.statement === statement);
  return acknowledged === undefined
    ? label('console-done', {})
    : label('console-written', { needed: acknowledged.needed });
}

/** The merge of its own node gave the table this version. */
function mergedOutcome(moment: Moment, statement: Statement): ConsoleOutcome {
  const merged = eventOf(
    moment,
    'schema-merged',
    (event) => event.node === statement.node && event.statements.includes(statement.id),
  );
  const change = merged?.changes.find(({ to }) => to !== null);
  if (change === undefined) {
    const changed = merged?.changed === true;
    return outcome('done', label(changed ? 'console-done' : 'console-merged-same', { node: statement.node }));
  }
  const identity = moment.identities.of(change.to);
  return {
    kind: 'done',
    // The table is named already.
    text: label('console-merged', {
      table: change.table,
      node: statement.node,
      version: identity?.name ?? moment.identities.name(change.to),
    }),
    identity,
  };
}

/** The answer to a read, by the playhead. */
export function rowsOf(moment: Moment, node: NodeState, statement: Statement): ConsoleRows | null {
  const set = lookup(node.results, statement.id)?.rows ?? null;
  if (set === null) {
    return null;
  }
  const identity = moment.identities.of(set.version);
  const version = moment.identities.name(set.version);
  return {
    caption: label('console-rows-caption', { statement: moment.words.label(statement.id), version }),
    count: label('console-rows', { count: set.rows.length }),
    version: identity === null ? version : `${identity.name} ${identity.hex}`,
    identity,
    columns: set.columns,
    rows: set.rows.map((row) => row.map(({ text }) => text)),
  };
}
