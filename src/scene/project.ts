// The projection: what is on the screen is a pure function of the log and the playhead, and of what is selected.

import type { Timeline } from '../engine/index.ts';
import { pairOf, projectColumnIds } from './ids/columnIds.ts';
import { nowBand } from './loom/inFlight.ts';
import { projectLoom } from './loom/loom.ts';
import { contextAt, narrationAt } from './narration/narrationAt.ts';
import { projectCard } from './node/nodeCard.ts';
import { type Moment, momentAt, nodesOf, versionOnShard } from './run/moment.ts';
import { tableId } from './run/seenVersions.ts';
import { commandSteps, versionTicks } from './run/timeTicks.ts';
import { promisesAt } from './run/verdict.ts';
import { widestStrip } from './run/widestStrip.ts';
import { lanePlace } from './shape/loomGeometry.ts';
import type {
  Agreement,
  Narration,
  NodeCard,
  Playhead,
  Position,
  PromisesView,
  Scene,
  SceneOptions,
} from './shape/scene.ts';
import { agreementSentence } from './text/describe.ts';
import { nextItem } from './transport/nextItem.ts';
import { brokenMarks, NO_MARKS } from './verdict/marks.ts';
import { promiseTitle, witnessSentence } from './verdict/promiseWords.ts';
import { rulesOf } from './verdict/rules.ts';
import { projectDag } from './versions/dagKept.ts';
import { timeText } from './words/microsWords.ts';
import { label, say } from './words/say.ts';

function promises(moment: Moment, cards: readonly NodeCard[]): PromisesView {
  const now = promisesAt(moment.state);
  // The step before is judged only when there is something to tell apart: judging costs the most of a far jump.
  const before = moment.last === null || now.every((one) => one.held) ? [] : promisesAt(moment.before);
  const items = now.map((status) => ({
    id: status.id,
    title: promiseTitle(status.id),
    held: status.held,
    changed: !status.held && before.some((one) => one.id === status.id && one.held),
    sentence:
      status.witness === null
        ? promiseTitle(status.id)
        : witnessSentence(contextAt(moment, moment.step), status.witness),
    witness: status.witness,
  }));
  const broken = items.filter((item) => !item.held);
  const [first] = broken;
  if (first === undefined) {
    return { allHold: true, sentence: label('promises-hold', {}), items, marks: NO_MARKS };
  }
  const sentence =
    broken.length === 1
      ? label('promises-broken', { title: first.title })
      : label('promises-broken-n', { count: broken.length });
  return { allHold: false, sentence, items, marks: brokenMarks(moment, now, cards) };
}

/** A promise that breaks in this step outranks every other sentence. */
function narration(moment: Moment, verdict: PromisesView): Narration {
  const told = narrationAt(moment, moment.step);
  const broken = verdict.items.find((item) => item.changed);
  return broken === undefined
    ? told
    : { sentence: say('promise-broken', { title: broken.title }), more: [broken.sentence, ...told.more] };
}

function agreement(moment: Moment): Agreement {
  const tiles = nodesOf(moment).map((node) => {
    const versions = node.shards.map((_shard, shard) => versionOnShard(moment, node, shard));
    return {
      node: node.id,
      up: node.up,
      identity: moment.identities.of(versions[0] ?? null),
      mixed: versions.some((version) => version !== versions[0]),
    };
  });
  const living = tiles.filter((tile) => tile.up);
  const agreed =
    living.length > 0 &&
    living.every((tile) => !tile.mixed && tile.identity !== null && tile.identity === living[0]?.identity);
  return { tiles, agreed, sentence: agreementSentence(tiles) };
}

function position(moment: Moment, sentence: string): Position {
  const { step, fraction, timeline, state } = moment;
  const steps = timeline.steps.length;
  const now = state.notes.now;
  const later = timeline.steps[step]?.state.notes.now ?? now;
  const micros = now + (later - now) * fraction;
  const counts = { step: String(step), steps: String(steps), sentence };
  return {
    step,
    steps,
    fraction,
    micros,
    time: timeText(micros),
    valueText: step === 0 ? label('value-start', { steps: counts.steps }) : label('value-text', counts),
    ticks: versionTicks(moment),
    commands: commandSteps(moment.timeline),
  };
}

function tables(moment: Moment): Scene['tables'] {
  const found = new Map<string, Scene['tables'][number]>();
  for (const { keyspace, table } of moment.identities.list) {
    const key = tableId({ keyspace, table });
    if (!found.has(key)) {
      found.set(key, { keyspace, table, key, selected: key === moment.tableId });
    }
  }
  return [...found.values()];
}

/** What a scene shows apart from motion: it stays the same object while only the fraction changes. */
type Still = Omit<Scene, 'position' | 'loom' | 'inFlight'>;

function still(moment: Moment): Still {
  const cards = nodesOf(moment).map((node) => projectCard(moment, node));
  const verdict = promises(moment, cards);
  const pair = pairOf(moment);
  return {
    table: moment.table,
    tables: tables(moment),
    identities: moment.identities.ofTable(moment.table),
    widestStrip: widestStrip(moment.timeline, moment.tableId),
    agreement: agreement(moment),
    nodes: cards,
    left: leftNodes(moment),
    dag: projectDag(moment, pair),
    ids: projectColumnIds(moment, pair),
    narration: narration(moment, verdict),
    next: nextItem(moment),
    promises: verdict,
    rules: rulesOf(moment.state.core.config.protections),
  };
}

function leftNodes(moment: Moment): Scene['left'] {
  const { nodes, geometry } = moment;
  return (moment.state.core.departed ?? []).map(({ id: node }) => {
    const { cardX: x, cardW: w } = lanePlace(geometry, nodes.indexOf(node), nodes.length);
    return { node, x, w, sentence: label('node-left', { node }), word: label('node-left-short', {}) };
  });
}

interface Kept {
  readonly step: number;
  readonly options: SceneOptions;
  readonly still: Still;
}

const kept = new WeakMap<Timeline, Kept>();

function sameGeometry(a: SceneOptions['geometry'], b: SceneOptions['geometry']): boolean {
  return (
    a === b ||
    (a !== undefined &&
      b !== undefined &&
      a.width === b.width &&
      a.height === b.height &&
      a.rowHeight === b.rowHeight &&
      a.laneWidth === b.laneWidth &&
      a.gap === b.gap)
  );
}

const sameList = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a === b || (a.length === b.length && a.every((one, i) => one === b[i]));

function sameOptions(a: SceneOptions, b: SceneOptions): boolean {
  return (
    a === b ||
    (a.selection === b.selection &&
      a.tableKey === b.tableKey &&
      a.pair === b.pair &&
      sameGeometry(a.geometry, b.geometry) &&
      a.naming === b.naming &&
      a.known === b.known &&
      a.folded === b.folded &&
      sameList(a.hidden, b.hidden) &&
      a.held === b.held)
  );
}

function stillAt(moment: Moment): Still {
  const { timeline, step, options } = moment;
  const known = kept.get(timeline);
  if (known?.step === step && sameOptions(known.options, options)) {
    return known.still;
  }
  const fresh = still(moment);
  kept.set(timeline, { step, options, still: fresh });
  return fresh;
}

function moving(moment: Moment, sentence: string): Omit<Scene, keyof Still> {
  const now = nowBand(moment);
  return {
    position: position(moment, sentence),
    loom: projectLoom(moment, now),
    inFlight: now.envelopes.map((one) => one.item),
  };
}

/** Everything that is drawn and said at one moment of a run. A playhead outside the run is brought to its nearer end. */
export function project(timeline: Timeline, playhead: Playhead, options: SceneOptions): Scene {
  const moment = momentAt(timeline, playhead, options);
  const shown = stillAt(moment);
  return { ...shown, ...moving(moment, shown.narration.sentence) };
}

/** The picture of a step at this share of the way to the next one: all that stands still is taken from it. */
export function projectOn(
  timeline: Timeline,
  earlier: Scene,
  fraction: number,
  options: SceneOptions,
): Scene {
  const moment = momentAt(timeline, { step: earlier.position.step, fraction }, options);
  return { ...earlier, ...moving(moment, earlier.narration.sentence) };
}
