// Sentences for schema merges: they name what became of what. A merge of somebody's change may give that somebody's
// version, a third one that contains both, or, after a lost push, one that nobody issued: each is said as it is.

import type { SchemaVersion, SimEvent } from '../../engine/index.ts';
import { leqTableRows } from '../../engine/index.ts';
import { versionOfChange } from '../run/statementWords.ts';
import { say } from '../words/say.ts';
import {
  currentSchema,
  elsewhere,
  isElsewhere,
  labelOf,
  type NarrationContext,
  nameInTable,
  nodeIn,
} from './narrationContext.ts';

type Merged = Extract<SimEvent, { kind: 'schema-merged' }>;
type TableChanged = Merged['changes'][number];

/** The version that the incoming change stood for at its sender, when that is known. */
function incomingVersion(context: NarrationContext, event: Merged, cfId: string): SchemaVersion | null {
  if (event.origin === 'push') {
    return versionOfChange(context.statements, event.statements[0] ?? null, context.step);
  }
  return currentSchema(context.before, event.from, cfId)?.version ?? null;
}

/** Whether `whole` contains `part`; false when either is unknown. */
function contains(context: NarrationContext, whole: SchemaVersion, part: SchemaVersion): boolean {
  const a = context.seen.byVersion.get(part);
  const b = context.seen.byVersion.get(whole);
  return a !== undefined && b !== undefined && leqTableRows(a.schema.ghost.rows, b.schema.ghost.rows);
}

/**
 * What the table stood at before. Without the merge lock another merge may have come between: the rows that this one had read
 * are then those of no version that was ever served.
 */
function switchedFrom(context: NarrationContext, node: string, change: TableChanged): SchemaVersion | null {
  const switched = context.events.find(
    (one) => one.kind === 'schema-switched' && one.node === node && one.cfId === change.cfId,
  );
  return switched?.kind === 'schema-switched'
    ? switched.from
    : (currentSchema(context.before, node, change.cfId)?.version ?? change.from);
}

function altered(
  context: NarrationContext,
  event: Merged,
  change: TableChanged & { readonly to: SchemaVersion },
): string {
  const { node, from: peer, origin } = event;
  const was = switchedFrom(context, node, change);
  const [from, to] = [nameInTable(context, was), nameInTable(context, change.to)];
  const wasJoined = nodeIn(context.before, node)?.merges.some(
    ({ key, phase }) => key === event.merge && phase === 'publishing',
  );
  const result = { node, from, to, last: wasJoined === true ? 'yes' : 'no', ...elsewhere(context, change) };
  if (was === change.to) {
    return say('merged-stays', { ...result, peer, origin });
  }
  if (event.origin === 'ddl') {
    return say('merged-own', result);
  }
  const incoming = incomingVersion(context, event, change.cfId);
  const isThird = incoming !== null && incoming !== change.to && incoming !== was;
  if (!isThird) {
    return say(event.origin === 'push' ? 'merged-push' : 'merged-pull', { ...result, peer });
  }
  const other = nameInTable(context, incoming);
  if (contains(context, change.to, incoming)) {
    return say(event.origin === 'push' ? 'merged-push-both' : 'merged-pull-both', { ...result, peer, other });
  }
  if (event.origin === 'pull') {
    return say('merged-pull', { ...result, peer });
  }
  const label = labelOf(context, event.statements[0] ?? null);
  return say('merged-push-only', { ...result, label, peer, other });
}

function tableChanged(context: NarrationContext, event: Merged, change: TableChanged): string {
  const { node } = event;
  const { to, table } = change;
  switch (change.kind) {
    case 'created':
      return say('merged-created', { node, table, to: nameInTable(context, to) });
    case 'dropped':
      return say('merged-dropped', { node, table });
    default:
      return to === null
        ? say('merged-dropped', { node, table })
        : altered(context, event, { ...change, to });
  }
}

/** The sentence of a merge: its result on the table that is shown, or else on the first that changed. */
export function narrateMerge(context: NarrationContext, event: Merged): string {
  const { node, from: peer } = event;
  const change = event.changes.find((one) => !isElsewhere(context, one)) ?? event.changes[0];
  if (change !== undefined) {
    return tableChanged(context, event, change);
  }
  if (event.changed) {
    return say('merged-no-table', { node, peer, origin: event.origin });
  }
  return event.origin === 'ddl' ? say('merged-own-nothing', { node }) : say('merged-nothing', { node, peer });
}
