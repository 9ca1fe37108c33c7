// Sentences for the two ends of a client's statement: how it comes in and what its coordinator answers.

import type { SimEvent, StatementResult } from '../../engine/index.ts';
import { lookup, unreachable } from '../../engine/index.ts';
import { keyText } from '../run/statementWords.ts';
import { clause, clip, enumerated, label, listed, say } from '../words/say.ts';
import { labelOf, type NarrationContext, nodeIn, versionName } from './narrationContext.ts';
import { problemText } from './problemWords.ts';

type Of<K extends SimEvent['kind']> = Extract<SimEvent, { kind: K }>;

/** What a client asks of its coordinator; a schema change names whom it is told to. */
export function narrateReceived(context: NarrationContext, event: Of<'statement-received'>): string {
  const { node } = event;
  const statement = context.statements.byId.get(event.statement);
  switch (statement?.kind) {
    case 'insert':
    case 'update':
    case 'delete':
    case 'select': {
      const row = keyText(statement.key);
      const handler = lookup(nodeIn(context.after, node)?.handlers ?? {}, statement.id);
      const version = handler === undefined ? '' : versionName(context, handler.schema.version);
      const asked = statement.kind === 'select' ? 'statement-read' : 'statement-write';
      return version === '' ? say(`${asked}-plain`, { node, row }) : say(asked, { node, row, version });
    }
    case 'prepare':
      return say('statement-prepare', { node, name: statement.name });
    case undefined:
      return say('statement-other', { node, label: event.label });
    default: {
      const label = labelOf(context, event.statement);
      const peers = context.events.flatMap((sent) =>
        sent.kind === 'message-sent' && sent.verb === 'DEFINITIONS_UPDATE' ? [sent.to] : [],
      );
      return peers.length === 0
        ? say('statement-schema', { node, label })
        : say('statement-schema-told', { node, label, peers: listed(peers) });
    }
  }
}

export function resultText(result: StatementResult): string {
  const set = result.rows;
  const rows = (set?.rows ?? []).map((row) =>
    enumerated(
      row.map((cell, i) =>
        label('cell', { column: set?.columns[i] ?? '', value: clip(cell.text ?? '–', 16) }),
      ),
    ),
  );
  return rows.reduce((all, row) => (all === '' ? row : label('list-rows', { first: all, second: row })), '');
}

function writeDone(context: NarrationContext, event: Of<'statement-ended'>): string {
  const { node } = event;
  const handler = lookup(nodeIn(context.before, node)?.handlers ?? {}, event.statement);
  const last = context.events.findLast(
    (one) => one.kind === 'write-acknowledged' && one.statement === event.statement,
  );
  if (handler?.kind !== 'write' || last?.kind !== 'write-acknowledged') {
    return say('write-done-plain', { node });
  }
  return say('write-done', { node, acks: String(last.acks), targets: handler.targets.length });
}

/** A node that stops or leaves answers nobody. */
function failed(context: NarrationContext, node: string, problem: string): string {
  const coordinator = nodeIn(context.after, node);
  return coordinator?.up === true
    ? say('statement-failed', { node, problem: clause(problemText(context.identities, problem)) })
    : say('statement-cut', { node, left: coordinator === undefined ? 'yes' : 'no' });
}

/** What a coordinator answers: an answer claims only what it is. */
export function narrateEnded(context: NarrationContext, event: Of<'statement-ended'>): string {
  const { node, result } = event;
  switch (result.status) {
    case 'timeout': {
      const handler = lookup(nodeIn(context.before, node)?.handlers ?? {}, event.statement);
      const isRepairing = handler?.kind === 'read' && handler.phase === 'repair';
      return say(isRepairing ? 'statement-timeout-repair' : 'statement-timeout', { node });
    }
    case 'unavailable':
      return say('statement-unavailable', { node });
    case 'failed':
      return failed(context, node, result.problem);
    case 'ok':
      break;
    default:
      return unreachable(result.status);
  }
  switch (context.statements.byId.get(event.statement)?.kind) {
    case 'select': {
      const values = resultText(result);
      return values === '' ? say('read-done-empty', { node }) : say('read-done', { node, values });
    }
    case 'insert':
    case 'update':
    case 'delete':
      return writeDone(context, event);
    case 'prepare':
      return say('prepare-done', { node });
    default:
      return say('schema-done', { node });
  }
}
