// Knots on the lanes: where a client spoke, a version changed, a node fell or rose, a message left or came in.

import type { NodeId, SimEvent, Step } from '../engine/index.ts';
import { laneX } from './inFlight.ts';
import { rowCentre } from './loomGeometry.ts';
import { type Moment, versionOnShard } from './moment.ts';
import { label } from './say.ts';
import type { Dot } from './scene.ts';
import { statementVerb } from './statementWords.ts';

function mergedText(moment: Moment, event: Extract<SimEvent, { kind: 'schema-merged' }>): string {
  // Its own change is told where it was asked for, one row up; the lane's hue says the rest.
  if (event.origin === 'ddl') {
    return '';
  }
  if (event.origin === 'pull') {
    return label(event.changed ? 'dot-merges' : 'dot-nothing', { what: event.from });
  }
  const statement = event.statements[0] ?? null;
  const version = statement === null ? undefined : moment.statements.versions.get(statement);
  const what = version === undefined ? moment.words.label(statement) : moment.identities.name(version);
  return label(event.changed ? 'dot-merges' : 'dot-nothing', { what });
}

/** With several shards each switches in a row of its own. */
function shardText(moment: Moment, event: Extract<SimEvent, { kind: 'schema-switched' }>): string {
  return moment.timeline.config.shards > 1 ? label('dot-shard', { shard: String(event.shard) }) : '';
}

/** Text of a knot and its weight: of several facts about one node in one step the heaviest is told. */
function factOf(
  moment: Moment,
  event: SimEvent,
): readonly [node: NodeId, weight: number, text: string] | null {
  switch (event.kind) {
    case 'statement-received': {
      const statement = moment.statements.byId.get(event.statement);
      return [event.node, 9, statement === undefined ? event.label : statementVerb(statement)];
    }
    case 'node-aborted':
      return [event.node, 8, label('dot-aborts', {})];
    case 'merge-failed':
      return [event.node, 7, label('dot-fails', {})];
    case 'schema-merged':
      return [event.node, event.changes.length > 0 ? 6 : 2, mergedText(moment, event)];
    case 'mutation-refused':
      return [event.node, 5, label('dot-refuses', {})];
    case 'version-requested':
      return [event.node, 4, label('dot-asks', { version: moment.identities.name(event.version) })];
    case 'operated':
      if (event.operation.kind === 'crash' || event.operation.kind === 'restart') {
        return [event.operation.node, 3, label(`dot-${event.operation.kind}`, {})];
      }
      return null;
    case 'schema-switched':
      return [event.node, 1, shardText(moment, event)];
    case 'message-sent':
      return [event.from, 0, ''];
    case 'message-delivered':
      return [event.to, 0, ''];
    default:
      return null;
  }
}

function dotsOfStep(moment: Moment, step: Step, at: number): Dot[] {
  const facts = new Map<NodeId, readonly [number, string]>();
  for (const event of step.events) {
    const fact = factOf(moment, event);
    if (fact !== null && fact[1] >= (facts.get(fact[0])?.[0] ?? -1)) {
      facts.set(fact[0], [fact[1], fact[2]]);
    }
  }
  const y = rowCentre(moment.geometry, moment.index.rowOfStep[at] ?? 0);
  return step.state.core.nodes.flatMap((node, i) => {
    const fact = facts.get(node.id);
    if (fact === undefined) {
      return [];
    }
    const side = i === 0 ? 'left' : 'right';
    const x = laneX(moment, node.id);
    const reach = moment.geometry.laneWidth / 2 + 10;
    return {
      key: `${node.id}@${at}`,
      node: node.id,
      step: at,
      x,
      y,
      identity: moment.identities.of(versionOnShard(moment, node, 0)),
      text: fact[1],
      side,
      textX: side === 'left' ? x - reach : x + reach,
    };
  });
}

/** The knots of rows `firstRow` to `lastRow`, up to the playhead; gathered local steps have none. */
export function dotsBetween(moment: Moment, firstRow: number, lastRow: number): readonly Dot[] {
  const dots: Dot[] = [];
  for (let row = Math.max(0, firstRow); row <= lastRow; row++) {
    const fact = moment.index.rows[row];
    const step = fact === undefined ? undefined : moment.timeline.steps[fact.firstStep - 1];
    if (fact !== undefined && step !== undefined && !fact.local && fact.firstStep <= moment.step) {
      dots.push(...dotsOfStep(moment, step, fact.firstStep));
    }
  }
  return dots;
}
