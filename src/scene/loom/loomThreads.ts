// The threads: where rows are too low, or messages too many, to draw each message, what crossed the gap between two
// neighbouring lanes at about one time is one line, the darker the more there were. Nothing is left out, only summed up.

import type { LoomIndex, StrokeFact } from '../run/loomIndex.ts';
import type { Moment } from '../run/moment.ts';
import { lanePlace } from '../shape/loomGeometry.ts';
import type { Identity, Thread } from '../shape/scene.ts';
import { LOST_AT, portOf, targetOf } from './loomLines.ts';
import { shownVersion } from './loomWords.ts';

/** So many threads are drawn at most. */
const THREADS_MAX = 480;
const GRAIN_MIN = 3;
/** Air between a thread and the lanes, in px. */
const LANE_AIR = 2;

/** How many weights an eye can tell apart. */
const WEIGHTS = 6;

interface Bundle {
  count: number;
  readonly shown: Map<Identity | null, number>;
}

function mostOf(shown: ReadonlyMap<Identity | null, number>): Identity | null {
  let best: readonly [Identity | null, number] = [null, 0];
  for (const one of shown) {
    best = one[1] > best[1] ? one : best;
  }
  return best[0];
}

/** Height of the layer in which messages are summed up. */
function grainOf(moment: Moment): number {
  const gaps = Math.max(1, moment.nodes.length - 1);
  return Math.max(GRAIN_MIN, Math.ceil((moment.geometry.height * gaps) / THREADS_MAX));
}

/** By layer and gap, as one number. */
type Bundles = ReadonlyMap<number, Bundle>;

function bundlesOf(moment: Moment, messages: readonly StrokeFact[], grain: number): Bundles {
  const { nodes } = moment;
  const bundles = new Map<number, Bundle>();
  for (const stroke of messages) {
    const [start, end] = [portOf(moment, stroke), targetOf(moment, stroke)];
    const [from, to] = [nodes.indexOf(stroke.from), nodes.indexOf(stroke.to)];
    const [left, right] = [Math.min(from, to), Math.max(from, to)];
    const identity = shownVersion(moment, stroke);
    for (let gap = left; gap < right; gap++) {
      const middle = Math.abs(gap + 0.5 - from);
      // A lost one crosses only the gaps that it has entered.
      if (stroke.end === 'delivered' || (middle - 0.5) / (right - left) < LOST_AT) {
        const share = middle / (right - left);
        const key = Math.floor((start.y + (end.y - start.y) * share) / grain) * nodes.length + gap;
        const bundle = bundles.get(key) ?? { count: 0, shown: new Map() };
        bundle.count += 1;
        bundle.shown.set(identity, (bundle.shown.get(identity) ?? 0) + 1);
        bundles.set(key, bundle);
      }
    }
  }
  return bundles;
}

interface Kept {
  readonly messages: readonly StrokeFact[];
  readonly identities: Moment['identities'];
  readonly geometry: string;
  readonly threads: readonly Thread[];
}

const kept = new WeakMap<LoomIndex, Kept>();

const sameMessages = (a: readonly StrokeFact[], b: readonly StrokeFact[]): boolean =>
  a.length === b.length && a.every((stroke, i) => stroke === b[i]);

/** The threads of messages that have ended; summed up once for all frames between two steps. */
export function threadsOf(moment: Moment, messages: readonly StrokeFact[]): readonly Thread[] {
  const { width, height, rowHeight, laneWidth } = moment.geometry;
  const geometry = `${width} ${height} ${rowHeight} ${laneWidth} ${moment.nodes.length}`;
  const found = kept.get(moment.index);
  if (
    found?.geometry === geometry &&
    found.identities === moment.identities &&
    sameMessages(found.messages, messages)
  ) {
    return found.threads;
  }
  const threads = spun(moment, messages);
  kept.set(moment.index, { messages, identities: moment.identities, geometry, threads });
  return threads;
}

function spun(moment: Moment, messages: readonly StrokeFact[]): readonly Thread[] {
  const { geometry, nodes } = moment;
  const grain = grainOf(moment);
  const bundles = [...bundlesOf(moment, messages, grain)];
  const most = bundles.reduce((max, [, { count }]) => Math.max(max, count), 1);
  const reach = geometry.laneWidth / 2 + LANE_AIR;
  return bundles.map(([key, { count, shown }]) => {
    const gap = key % nodes.length;
    const layer = Math.floor(key / nodes.length);
    return {
      key: `${gap}@${layer}`,
      x1: lanePlace(geometry, gap, nodes.length).x + reach,
      x2: lanePlace(geometry, gap + 1, nodes.length).x - reach,
      y: (layer + 0.5) * grain,
      count,
      weight: Math.round(Math.sqrt(count / most) * WEIGHTS) / WEIGHTS,
      identity: mostOf(shown),
    };
  });
}
