// What there is to tell at a knot on a lane: where a client spoke, a version changed, a node fell or rose, a message left
// or came in. A knot's words know only what had happened by then, so that they never change.

import type { NodeId, Operation, SchemaVersion, ShardId, SimEvent, Step } from '../../engine/index.ts';
import { isOfTable } from '../run/identity.ts';
import { isShown, type Moment, stateAt, versionOnShard } from '../run/moment.ts';
import { statementLabel, statementVerb, versionOfChange } from '../run/statementWords.ts';
import { containsVersion } from '../versions/dagOrder.ts';
import { label } from '../words/say.ts';

export interface KnotFact {
  readonly node: NodeId;
  /** The only shard that it is about; null: the whole node. */
  readonly shard: ShardId | null;
  /** 'ADD email'; '' for a mere send or receipt. */
  readonly text: string;
  /** '+email'; '' when there is no shorter way to say it. */
  readonly shortText: string;
  readonly sendsTo: readonly NodeId[];
  readonly hearsFrom: readonly NodeId[];
}

interface Told {
  readonly node: NodeId;
  readonly shard: ShardId | null;
  readonly weight: number;
  readonly text: string;
  readonly shortText: string;
  /** Nodes to whose lanes a line leads in the same row. */
  readonly others?: readonly NodeId[];
}

/** A push is a delta: it need not bring all that the version it made at its sender contains. */
function hasMerged(moment: Moment, id: NodeId, version: SchemaVersion, step: number): boolean {
  const node = stateAt(moment.timeline, step).core.nodes.find((one) => one.id === id);
  const current = node === undefined ? null : versionOnShard(moment, node, 0);
  const [whole, part] = [current, version].map((one) => moment.seen.byVersion.get(one ?? '')?.schema);
  return whole !== undefined && part !== undefined && containsVersion(whole, part);
}

/** Whose schema it is that a node takes in, and that in short: of a change in another table, that table. */
function mergedWhat(
  moment: Moment,
  event: Extract<SimEvent, { kind: 'schema-merged' }>,
  step: number,
): { readonly what: string; readonly short: string } {
  const named = (what: string) => ({ what, short: label('dot-merges-short', { what }) });
  if (event.origin === 'pull') {
    return named(event.from);
  }
  const statement = event.statements[0] ?? null;
  const version = versionOfChange(moment.statements, statement, step);
  // A name of a version means one of the selected table: of another table the change itself is named.
  const shown = version === null ? null : moment.identities.of(version);
  if (
    shown !== null &&
    isOfTable(shown, moment.table) &&
    hasMerged(moment, event.node, shown.version, step)
  ) {
    return named(shown.name);
  }
  const change = moment.words.label(statement);
  return { ...named(event.changes[0]?.table ?? change), what: change };
}

/** With several shards each switches in a row of its own. */
function shardText(moment: Moment, event: Extract<SimEvent, { kind: 'schema-switched' }>): string {
  return moment.timeline.config.shards > 1 ? label('dot-shard', { shard: String(event.shard) }) : '';
}

const told = (node: NodeId, weight: number, text: string, shortText = ''): Told => ({
  node,
  shard: null,
  weight,
  text,
  shortText,
});

function toldOfMerge(
  moment: Moment,
  event: Extract<SimEvent, { kind: 'schema-merged' }>,
  step: number,
): Told {
  const weight = event.changes.length > 0 ? 6 : 2;
  // Its own change is told where it was asked for, one row up; the lane's hue says the rest.
  if (event.origin === 'ddl') {
    return told(event.node, weight, '');
  }
  const { what, short } = mergedWhat(moment, event, step);
  return event.changed
    ? told(event.node, weight, label('dot-merges', { what }), short)
    : told(event.node, weight, label('dot-nothing', { what }));
}

/** What a client waited for in vain; a good answer is told where it is shown. */
function toldOfEnd(moment: Moment, event: Extract<SimEvent, { kind: 'statement-ended' }>): Told | null {
  const { status } = event.result;
  const statement = moment.statements.byId.get(event.statement);
  if (status === 'ok' || statement === undefined) {
    return null;
  }
  const end = label('dot-ends-short', { status });
  return told(event.node, 2, label('dot-ends', { what: statementVerb(statement), end }), end);
}

/** A link has two ends: the words stand at the one that was named first. */
function toldOfLink({ kind, a, b }: Extract<Operation, { kind: 'cut' | 'heal' }>): readonly Told[] {
  const link = label('link-short', { a, b });
  return [
    { ...told(a, 9, label(`dot-${kind}`, { link })), others: [b] },
    { ...told(b, 0, ''), others: [a] },
  ];
}

/** Of several facts about one node in one step the heaviest is told. */
function toldBy(moment: Moment, event: SimEvent, step: number): Told | null {
  switch (event.kind) {
    case 'statement-received': {
      const statement = moment.statements.byId.get(event.statement);
      return statement === undefined
        ? told(event.node, 9, event.label)
        : told(event.node, 9, statementVerb(statement), statementLabel(statement));
    }
    case 'statement-ended':
      return toldOfEnd(moment, event);
    case 'node-aborted':
      return told(event.node, 8, label('dot-aborts', {}));
    case 'merge-failed':
      return told(event.node, 7, label('dot-fails', {}));
    case 'schema-merged':
      return toldOfMerge(moment, event, step);
    case 'mutation-refused':
      return told(event.node, 5, label('dot-refuses', {}));
    case 'version-requested': {
      const version = moment.identities.name(event.version);
      return told(event.node, 4, label('dot-asks', { version }), label('dot-asks-short', { version }));
    }
    case 'ring-pending':
      return event.change === 'join' ? told(event.node, 6, label('dot-pending', {})) : null;
    case 'ring-changed':
      return event.change === 'join' ? told(event.node, 6, label('dot-joined', {})) : null;
    case 'ring-change-failed':
      return told(event.node, 8, label(event.change === 'join' ? 'dot-cannot-join' : 'dot-stays', {}));
    case 'operated':
      if (event.operation.kind === 'add-node' || event.operation.kind === 'remove-node') {
        return told(event.operation.node, 9, label(`dot-${event.operation.kind}`, {}));
      }
      if (event.operation.kind === 'crash' || event.operation.kind === 'restart') {
        return told(event.operation.node, 3, label(`dot-${event.operation.kind}`, {}));
      }
      return null;
    case 'schema-switched':
      return { ...told(event.node, 1, shardText(moment, event)), shard: event.shard };
    case 'message-sent':
      return told(event.from, 0, '');
    case 'message-delivered':
      return told(event.to, 0, '');
    default:
      return null;
  }
}

function allToldBy(moment: Moment, event: SimEvent, step: number): readonly Told[] {
  if (event.kind === 'operated' && (event.operation.kind === 'cut' || event.operation.kind === 'heal')) {
    const { a, b } = event.operation;
    return isShown(moment, { from: a, to: b }) ? toldOfLink(event.operation) : [];
  }
  const one = toldBy(moment, event, step);
  return one === null ? [] : [one];
}

const kept = new WeakMap<Step, { readonly naming: string; readonly knots: readonly KnotFact[] }>();

/** The knots of one step, by lane; a step that is gathered into a run of quiet ones has none. */
export function knotsOfStep(moment: Moment, step: number): readonly KnotFact[] {
  const taken = moment.timeline.steps[step - 1];
  const row = moment.index.rows[moment.index.rowOfStep[step] ?? 0];
  if (taken === undefined || row === undefined || row.local) {
    return [];
  }
  const naming = `${moment.options.naming ?? 'counted'} ${moment.options.known?.length ?? 0} ${moment.tableId} ${moment.nodes.length}`;
  const found = kept.get(taken);
  if (found?.naming === naming) {
    return found.knots;
  }
  const knots = tiedBy(moment, taken, step);
  kept.set(taken, { naming, knots });
  return knots;
}

function tiedBy(moment: Moment, taken: Step, step: number): readonly KnotFact[] {
  const heaviest = new Map<NodeId, Told>();
  for (const one of taken.events.flatMap((event) => allToldBy(moment, event, step))) {
    if (one.weight >= (heaviest.get(one.node)?.weight ?? -1)) {
      heaviest.set(one.node, one);
    }
  }
  return moment.nodes.flatMap((node) => {
    const one = heaviest.get(node);
    if (one === undefined) {
      return [];
    }
    const { shard, text, shortText, others = [] } = one;
    const sendsTo = taken.events.flatMap((event) =>
      event.kind === 'message-sent' && event.from === node && event.to !== node ? event.to : [],
    );
    const hearsFrom = taken.events.flatMap((event) =>
      event.kind === 'message-delivered' && event.to === node && event.from !== node ? event.from : [],
    );
    return {
      node,
      shard,
      text,
      shortText,
      sendsTo: [...sendsTo, ...others],
      hearsFrom: [...hearsFrom, ...others],
    };
  });
}
