// The history of a run as the loom needs it: which row each step stands in, when each message was sent and how it ended,
// and how each lane's version changed. It grows with the run; whoever draws an earlier moment skips what came later.

import type {
  Message,
  NodeId,
  SchemaVersion,
  SimEvent,
  SimState,
  StatementId,
  Step,
  Verb,
} from '../../engine/index.ts';
import { entriesOf, valuesOf } from '../../engine/index.ts';
import { showsOnLoom } from './loomQuiet.ts';
import { prefixFold } from './prefixFold.ts';
import { tableId } from './seenVersions.ts';

export interface StrokeFact {
  /** Place in the list of strokes. */
  readonly index: number;
  readonly message: string;
  readonly verb: Verb;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly version: SchemaVersion | null;
  readonly statement: StatementId | null;
  readonly sentStep: number;
  /** How many messages the same event sent before it: ports lie beside each other. */
  readonly port: number;
  /** The stroke that it is a second copy of, or null. */
  readonly copyOf: number | null;
  endStep: number | null;
  end: 'delivered' | 'lost' | null;
  /** A message of the same verb, sent later on the same link, arrived before it. */
  late: boolean;
  /** False: an answer that the version is not known. */
  readonly found: boolean;
}

/** What a lane shows from a step on: per shard, the version of each table by `tableId`. */
export interface LaneFact {
  readonly step: number;
  readonly up: boolean;
  /** It has left: its lane ends here. */
  readonly gone: boolean;
  readonly shards: readonly Readonly<Record<string, SchemaVersion>>[];
}

export interface RowFact {
  readonly firstStep: number;
  lastStep: number;
  /** Its steps are purely local: they are gathered into a count. */
  readonly local: boolean;
}

/** One node heard another's digest. */
export interface GossipFact {
  readonly step: number;
  readonly row: number;
  /** How many were heard in that row before. */
  readonly place: number;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly same: boolean;
}

/** Which links are cut, and which nodes there are, from a step on. */
export interface LinkFact {
  readonly step: number;
  readonly cuts: readonly string[];
  readonly nodes: readonly NodeId[];
}

export interface LoomIndex {
  /** Row of each state index: row 0 is the start. */
  readonly rowOfStep: number[];
  readonly rows: RowFact[];
  readonly strokes: StrokeFact[];
  /** By row: how many strokes began before it. */
  readonly strokesBefore: number[];
  /** Every CHECKPOINT_ROWS rows: the strokes that were open when the row began, oldest first. */
  readonly openAt: (readonly StrokeFact[])[];
  readonly gossips: GossipFact[];
  readonly links: LinkFact[];
  /** Strokes in the order of their ends: labels are placed in this order. */
  readonly ended: StrokeFact[];
  /** Open strokes by message key, oldest first. */
  readonly open: Map<string, StrokeFact[]>;
  openCount: number;
  /** Last sending step, by link and verb, of what has arrived. */
  readonly arrived: Map<string, number>;
  readonly lanes: Map<NodeId, LaneFact[]>;
}

const CHECKPOINT_ROWS = 32;

type MessageEvent = Extract<SimEvent, { verb: Verb; message: string }>;

function laneFact(step: number, node: SimState['core']['nodes'][number]): LaneFact {
  const shards = node.shards.map((shard) =>
    Object.fromEntries(valuesOf(shard.tables).map(({ schema }) => [tableId(schema), schema.version])),
  );
  return { step, up: node.up, gone: false, shards };
}

function sameLane(a: LaneFact, b: LaneFact): boolean {
  return (
    a.up === b.up &&
    a.shards.every((shard, i) => {
      const other = b.shards[i] ?? {};
      const entries = entriesOf(shard);
      return (
        entries.length === Object.keys(other).length &&
        entries.every(([table, version]) => other[table] === version)
      );
    })
  );
}

interface Beginning extends Pick<StrokeFact, 'copyOf' | 'found'> {
  readonly step: number;
}

/** Whoever is asked for a definition says in the same step that there is none. */
const isUnknown = (sent: MessageEvent, events: readonly SimEvent[]): boolean =>
  sent.verb === 'SCHEMA_VERSION_REPLY' &&
  events.some(
    (one) => one.kind === 'version-not-found' && one.to === sent.to && one.version === sent.version,
  );

function beginCopy(kept: LoomIndex, event: MessageEvent, step: number): void {
  const first = kept.open.get(event.message)?.[0];
  beginStroke(kept, event, { step, copyOf: first?.index ?? null, found: first?.found ?? true });
}

function beginStroke(kept: LoomIndex, event: MessageEvent, { step, copyOf, found }: Beginning): void {
  let port = 0;
  for (let at = kept.strokes.length - 1; at >= 0 && kept.strokes[at]?.sentStep === step; at--) {
    port += kept.strokes[at]?.from === event.from ? 1 : 0;
  }
  const stroke: StrokeFact = {
    index: kept.strokes.length,
    message: event.message,
    verb: event.verb,
    from: event.from,
    to: event.to,
    version: event.version,
    statement: event.statement,
    sentStep: step,
    port,
    copyOf,
    endStep: null,
    end: null,
    late: false,
    found,
  };
  kept.strokes.push(stroke);
  kept.openCount += 1;
  kept.open.set(event.message, [...(kept.open.get(event.message) ?? []), stroke]);
}

interface End {
  readonly message: string;
  readonly step: number;
  readonly end: 'delivered' | 'lost';
}

/** Of equal copies nobody can tell which one it was: the first arrives first, and what arrives after it arrives again. */
function endStroke(kept: LoomIndex, { message, step, end }: End): void {
  const copies = kept.open.get(message) ?? [];
  const stroke = end === 'lost' ? copies.at(-1) : copies[0];
  if (stroke === undefined) {
    return;
  }
  const others = copies.filter((one) => one !== stroke);
  if (others.length === 0) {
    kept.open.delete(message);
  } else {
    kept.open.set(message, others);
  }
  kept.openCount -= 1;
  stroke.endStep = step;
  stroke.end = end;
  kept.ended.push(stroke);
  if (end === 'delivered') {
    const link = `${stroke.from}>${stroke.to} ${stroke.verb}`;
    const last = kept.arrived.get(link) ?? -1;
    stroke.late = stroke.copyOf === null && last > stroke.sentStep;
    kept.arrived.set(link, Math.max(last, stroke.sentStep));
  }
}

/** A message may go without an event of its own (its receiver crashed): then it counts as lost in that step. */
function endVanished(kept: LoomIndex, messages: readonly Message[], step: number): void {
  const left = new Map<string, number>();
  for (const message of messages) {
    left.set(message.key, (left.get(message.key) ?? 0) + 1);
  }
  for (const [key, strokes] of [...kept.open]) {
    for (let surplus = strokes.length - (left.get(key) ?? 0); surplus > 0; surplus--) {
      endStroke(kept, { message: key, step, end: 'lost' });
    }
  }
}

function takeMessages(kept: LoomIndex, step: Step, index: number): void {
  for (const event of step.events) {
    switch (event.kind) {
      case 'message-sent':
        beginStroke(kept, event, { step: index, copyOf: null, found: !isUnknown(event, step.events) });
        break;
      case 'message-duplicated':
        beginCopy(kept, event, index);
        break;
      case 'message-delivered':
      case 'message-lost':
        endStroke(kept, {
          message: event.message,
          step: index,
          end: event.kind === 'message-lost' ? 'lost' : 'delivered',
        });
        break;
      default:
        break;
    }
  }
  if (step.state.core.messages.length < kept.openCount) {
    endVanished(kept, step.state.core.messages, index);
  }
}

function takeRow(kept: LoomIndex, events: readonly SimEvent[], index: number): void {
  const local = !showsOnLoom(events);
  const last = kept.rows.at(-1);
  if (local && last?.local === true) {
    last.lastStep = index;
  } else {
    if (kept.rows.length % CHECKPOINT_ROWS === 0) {
      kept.openAt.push([...kept.open.values()].flat().sort((a, b) => a.index - b.index));
    }
    kept.strokesBefore.push(kept.strokes.length);
    kept.rows.push({ firstStep: index, lastStep: index, local });
  }
  kept.rowOfStep.push(kept.rows.length - 1);
}

function takeGossip(kept: LoomIndex, events: readonly SimEvent[], step: number): void {
  for (const event of events) {
    if (event.kind === 'digest-heard') {
      const row = kept.rows.length - 1;
      const last = kept.gossips.at(-1);
      const place = last?.row === row ? last.place + 1 : 0;
      kept.gossips.push({ step, row, place, from: event.from, to: event.node, same: event.same });
    }
  }
}

const linkFact = (step: number, { core }: SimState): LinkFact => ({
  step,
  cuts: core.cuts,
  nodes: core.nodes.map(({ id }) => id),
});

function takeLinks(kept: LoomIndex, { state }: Step, before: SimState, index: number): void {
  const isOther = state.core.nodes.length !== before.core.nodes.length && state.core.cuts.length > 0;
  if (isOther || state.core.cuts !== before.core.cuts) {
    kept.links.push(linkFact(index, state));
  }
}

/** The strokes that touch the rows `first` to `last`, in order of sending; ends after the playhead count as open. */
export function strokesIn(index: LoomIndex, first: number, last: number): readonly StrokeFact[] {
  const from = Math.max(0, first);
  const checkpoint = Math.floor(from / CHECKPOINT_ROWS);
  const began = index.strokesBefore[checkpoint * CHECKPOINT_ROWS] ?? index.strokes.length;
  const ended = index.strokesBefore[last + 1] ?? index.strokes.length;
  return [...(index.openAt[checkpoint] ?? []), ...index.strokes.slice(began, ended)].filter(
    (stroke) => stroke.endStep === null || (index.rowOfStep[stroke.endStep] ?? 0) >= from,
  );
}

function takeLanes(kept: LoomIndex, step: Step, before: SimState, index: number): void {
  for (const [i, node] of step.state.core.nodes.entries()) {
    if (node !== before.core.nodes[i]) {
      const facts = kept.lanes.get(node.id) ?? [];
      const fact = laneFact(index, node);
      const last = facts.at(-1);
      if (last === undefined || !sameLane(last, fact)) {
        facts.push(fact);
        kept.lanes.set(node.id, facts);
      }
    }
  }
  const { departed = [] } = step.state.core;
  for (const { id } of departed.slice(before.core.departed?.length ?? 0)) {
    kept.lanes.get(id)?.push({ step: index, up: false, gone: true, shards: [] });
  }
}

/** The loom's index over a whole run. Rows, strokes and lanes of steps after the playhead are in it too. */
export const loomIndexOf = prefixFold<LoomIndex>({
  begin: (start) => ({
    rowOfStep: [0],
    rows: [{ firstStep: 0, lastStep: 0, local: false }],
    strokes: [],
    strokesBefore: [0],
    openAt: [[]],
    gossips: [],
    links: [linkFact(0, start)],
    ended: [],
    open: new Map(),
    openCount: 0,
    arrived: new Map(),
    lanes: new Map(start.core.nodes.map((node) => [node.id, [laneFact(0, node)]])),
  }),
  extend: (kept, step, before, index) => {
    takeRow(kept, step.events, index);
    takeGossip(kept, step.events, index);
    takeMessages(kept, step, index);
    takeLanes(kept, step, before, index);
    takeLinks(kept, step, before, index);
  },
});
