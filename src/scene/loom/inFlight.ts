// Messages in flight: envelopes on the now line, each as far from its sender as it is through its latency. Between two
// steps, first one that arrives slides into its receiver's lane, then time goes on and the others drift. Those that would
// lie on each other hang in layers, for which the band above the now line grows.

import { easeCubicInOut } from 'd3';
import type { Message, SimState } from '../../engine/index.ts';
import { factsOf, type MessageFacts, messageName, pillText } from '../narration/narrateMessage.ts';
import { type StrokeFact, strokesIn } from '../run/loomIndex.ts';
import type { Moment } from '../run/moment.ts';
import { isShown, stateAt } from '../run/moment.ts';
import { ARRIVAL } from '../shape/arrival.ts';
import { BAND_LAYER, layersMax, PILL_HEIGHT, PILL_TYPE, rowCentre, rowFloor } from '../shape/loomGeometry.ts';
import type { MessageItem, Point } from '../shape/scene.ts';
import { pillWords } from './loomLabels.ts';
import { laneX } from './loomLines.ts';
import { textWidth } from './loomText.ts';
import { hasTile, shownVersion } from './loomWords.ts';

/** An envelope's borders, paddings and its sign, an arrow or a pause; its tile; one that has only a sign, in px. */
const FRAME_WIDTH = 28;
const TILE_WIDTH = 20;
const ARROW_WIDTH = 26;
const LANE_AIR = 6;
/** Air between envelopes that would lie on each other, and above the now line, in px. */
const AIR = 4;
/** Pills hang in so many layers at most, and in one more while they are few; what is more has only an arrow and a tile. */
const PILL_LAYERS = 2;
const FEW = 6;
/** One that arrives goes over another within so many px, and is down again in the last part of its way. */
const HOP_WAY = 12;
const HOP_END = 4;

export interface Envelope {
  readonly item: MessageItem;
  /** The stroke behind it; null when the index does not know it. */
  readonly stroke: StrokeFact | null;
}

export interface NowBand {
  readonly envelopes: readonly Envelope[];
  /** The now line, and how far it is below the last row. */
  readonly nowY: number;
  readonly height: number;
}

interface Waiting {
  readonly key: string;
  readonly message: Message;
  readonly copy: number;
  readonly progress: number;
  readonly held: boolean;
  readonly due: number;
  readonly choice: string;
  readonly text: string;
  readonly facts: MessageFacts;
}

interface Shape {
  readonly shape: MessageItem['shape'];
  readonly x: number;
  readonly w: number;
  readonly layer: number;
}

type Hung = Waiting & Shape;
type Placed = Hung & { readonly y: number };

interface Layers {
  readonly placed: readonly Placed[];
  readonly nowY: number;
  readonly height: number;
}

interface Timing {
  readonly id: string;
  readonly due: number;
  readonly since: number;
}

function timings(moment: Moment, step: number): ReadonlyMap<string, Timing> {
  const choices = step === moment.step ? moment.choices : moment.choicesAt(step);
  return new Map(choices.map((one) => [one.id, one]));
}

function progressOf(timing: Timing | undefined, state: SimState): number {
  if (timing === undefined || timing.due <= timing.since) {
    return 0.5;
  }
  const done = (state.notes.now - timing.since) / (timing.due - timing.since);
  return Math.min(1, Math.max(0, done));
}

/** Where an envelope of width `w` is that has done its share of the way: it never lies on its own two lanes. */
function envelopeX(moment: Moment, { message, progress }: Waiting, w: number): number {
  const [from, to] = [laneX(moment, message.from), laneX(moment, message.to)];
  const clear = moment.geometry.laneWidth / 2 + w / 2 + LANE_AIR;
  const room = Math.abs(to - from) - 2 * clear;
  const x = room <= 0 ? (from + to) / 2 : from + Math.sign(to - from) * (clear + room * progress);
  return Math.min(moment.geometry.width - w / 2 - AIR, Math.max(w / 2 + AIR, x));
}

function fitsBetweenLanes(moment: Moment, { message }: Waiting, w: number): boolean {
  const way = Math.abs(laneX(moment, message.to) - laneX(moment, message.from));
  return way === 0 || w + LANE_AIR <= way - moment.geometry.laneWidth;
}

/** Hangs envelopes in layers so that none lies on another; those that come first in order keep their place. */
function hung(moment: Moment, waiting: readonly Waiting[]): Hung[] {
  const done: Hung[] = [];
  const layers = layersMax(moment.options.whole === true);
  const clash = (x: number, w: number, layer: number): boolean =>
    done.some((other) => other.layer === layer && Math.abs(other.x - x) < (other.w + w) / 2 + AIR);
  const freeLayer = (x: number, w: number, bound: number): number => {
    let layer = 0;
    while (layer < bound && clash(x, w, layer)) {
      layer++;
    }
    return layer;
  };
  const pillLayers = Math.min(layers, waiting.length <= FEW ? PILL_LAYERS + 1 : PILL_LAYERS);
  for (const one of waiting) {
    const tile = hasTile(one.facts) ? TILE_WIDTH : 0;
    const words = FRAME_WIDTH + textWidth(one.text, PILL_TYPE);
    const w = Math.ceil(words + tile);
    const x = envelopeX(moment, one, w);
    const layer = freeLayer(x, w, pillLayers);
    if (layer < pillLayers && fitsBetweenLanes(moment, one, w)) {
      done.push({ ...one, shape: 'pill', x, w, layer });
    } else {
      const narrow = ARROW_WIDTH + (tile > 0 ? TILE_WIDTH - 4 : 0);
      const at = envelopeX(moment, one, narrow);
      const free = Math.min(layers - 1, freeLayer(at, narrow, layers));
      done.push({ ...one, shape: 'glyph', x: at, w: narrow, layer: free });
    }
  }
  return done;
}

function waitingAt(moment: Moment, step: number): Waiting[] {
  const state = stateAt(moment.timeline, step);
  const times = timings(moment, step);
  const copies = new Map<string, number>();
  const { held = [] } = moment.options;
  const seen = state.core.messages.filter((message) => isShown(moment, message));
  return seen.map((message): Waiting => {
    const copy = copies.get(message.key) ?? 0;
    copies.set(message.key, copy + 1);
    const timing = times.get(copy === 0 ? message.key : `${message.key}~${copy + 1}`);
    const facts = factsOf(message);
    return {
      key: `${message.key}#${copy}`,
      message,
      copy,
      progress: progressOf(timing, state),
      held: held.includes(message.key),
      due: timing?.due ?? state.notes.now,
      choice: timing?.id ?? '',
      text: pillWords(pillText(moment.words, facts)),
      facts,
    };
  });
}

const kept = new WeakMap<SimState, { readonly layout: string; readonly layers: Layers }>();

/** The same at every frame between two steps. */
function layersAt(moment: Moment, step: number): Layers {
  const state = stateAt(moment.timeline, step);
  const { width, rowHeight, laneWidth } = moment.geometry;
  const { naming = 'counted', known = [], held = [], whole = false } = moment.options;
  const layout = [
    // Two runs that have come together may have come to this state over different numbers of rows.
    moment.index.rowOfStep[step],
    width,
    rowHeight,
    laneWidth,
    whole,
    naming,
    known.length,
    moment.nodes.length,
    ...held,
  ].join(' ');
  const found = kept.get(state);
  if (found?.layout === layout) {
    return found.layers;
  }
  const layers = hangAt(moment, step);
  kept.set(state, { layout, layers });
  return layers;
}

/** The envelopes at a state, in the order of the messages, and the now line that they hang from. */
function hangAt(moment: Moment, step: number): Layers {
  const items = hung(moment, waitingAt(moment, step));
  const layers = Math.max(1, ...items.map((one) => one.layer + 1));
  const height = layers * BAND_LAYER;
  const nowY = rowFloor(moment.geometry, moment.index.rowOfStep[step] ?? 0) + height;
  const placed = items.map((one) => ({
    ...one,
    y: nowY - AIR - PILL_HEIGHT / 2 - one.layer * BAND_LAYER,
  }));
  return { placed, nowY, height };
}

function arrival(moment: Moment, stroke: StrokeFact | null, step: number): Point | null {
  if (stroke?.endStep !== step || stroke.end !== 'delivered') {
    return null;
  }
  return { x: laneX(moment, stroke.to), y: rowCentre(moment.geometry, moment.index.rowOfStep[step] ?? 0) };
}

function strokesInFlight(moment: Moment): ReadonlyMap<string, readonly StrokeFact[]> {
  const open = new Map<string, StrokeFact[]>();
  const row = moment.index.rowOfStep[moment.step] ?? 0;
  for (const stroke of strokesIn(moment.index, row, row)) {
    if (stroke.sentStep <= moment.step && (stroke.endStep === null || stroke.endStep > moment.step)) {
      open.set(stroke.message, [...(open.get(stroke.message) ?? []), stroke]);
    }
  }
  return open;
}

function itemOf(moment: Moment, one: Placed, at: Point): MessageItem {
  const { selection } = moment.options;
  return {
    key: one.key,
    message: one.message.key,
    choice: one.choice,
    verb: one.message.verb,
    from: one.message.from,
    to: one.message.to,
    identity: shownVersion(moment, one.facts),
    text: one.text,
    label: messageName(moment.words, one.facts),
    progress: one.progress,
    copy: one.copy,
    shape: one.shape,
    held: one.held,
    next: one.choice !== '' && moment.next?.id === one.choice,
    selected: selection?.kind === 'message' && selection.message === one.message.key,
    due: one.due,
    x: at.x - one.w / 2,
    y: at.y - PILL_HEIGHT / 2,
    w: one.w,
    h: PILL_HEIGHT,
  };
}

const glide = (a: number, b: number, share: number): number => a + (b - a) * share;

/** How far up one that arrives is, in px, as it goes over those on its way: nothing hides what it passes. */
function hop(here: Layers, one: Placed, x: number): number {
  const near = here.placed.map((other) =>
    other === one || other.layer !== one.layer ? 0 : (other.w + one.w) / 2 + AIR - Math.abs(other.x - x),
  );
  return Math.min(1, Math.max(0, ...near) / HOP_WAY) * BAND_LAYER;
}

/** The now line of a moment with the envelopes on it and their strokes. */
export function nowBand(moment: Moment): NowBand {
  const open = strokesInFlight(moment);
  const landing = easeCubicInOut(Math.min(1, moment.fraction / ARRIVAL));
  const passing = easeCubicInOut(Math.max(0, (moment.fraction - ARRIVAL) / (1 - ARRIVAL)));
  const here = layersAt(moment, moment.step);
  const there = moment.fraction > 0 ? layersAt(moment, moment.step + 1) : here;
  const later = new Map(there.placed.map((one) => [one.key, one]));
  const envelopes = here.placed.map((one) => {
    const stroke = open.get(one.message.key)?.[one.copy] ?? null;
    const lane = arrival(moment, stroke, moment.step + 1);
    const target = lane ?? later.get(one.key) ?? one;
    const at = {
      x: glide(one.x, target.x, lane === null ? passing : landing),
      y: glide(one.y, target.y, passing),
    };
    if (lane !== null && passing === 0) {
      at.y -= hop(here, one, at.x) * Math.min(1, HOP_END * (1 - landing));
    }
    return { item: itemOf(moment, one, at), stroke };
  });
  return {
    envelopes,
    nowY: glide(here.nowY, there.nowY, passing),
    height: glide(here.height, there.height, passing),
  };
}
