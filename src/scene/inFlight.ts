// Messages in flight: envelopes on the now line, each as far from its sender as it is through its latency. Between two
// steps one that arrives slides into its receiver's lane, the others drift on.

import { easeCubicInOut } from 'd3';
import type { Message, SimState } from '../engine/index.ts';
import { messageStatement, messageVersion } from '../engine/index.ts';
import { lanePlace, nowAt, PILL_HEIGHT, pillWidth, rowCentre } from './loomGeometry.ts';
import type { StrokeFact } from './loomIndex.ts';
import type { Moment } from './moment.ts';
import { stateAt } from './moment.ts';
import { type MessageFacts, messageName, pillText } from './narrateMessage.ts';
import type { Identity, MessageItem, Point } from './scene.ts';

/** An envelope is a pill with an arrow at its end; it keeps this much air from either lane, in px. */
const ARROW_WIDTH = 16;
const LANE_AIR = 6;
/** Air between envelopes that would lie on each other, and above the now line, in px. */
const AIR = 4;

export interface Envelope {
  readonly item: MessageItem;
  /** The stroke behind it; null when the index does not know it. */
  readonly stroke: StrokeFact | null;
}

export function laneX(moment: Moment, node: string): number {
  const { nodes } = moment.timeline.config;
  return lanePlace(moment.geometry, Math.max(0, nodes.indexOf(node)), nodes.length).x;
}

/** The version that a message shows: what it carries, or what its sender got from the change that it pushes. */
export function shownVersion(
  moment: Moment,
  facts: Pick<MessageFacts, 'version' | 'statement'>,
): Identity | null {
  const pushed = facts.statement === null ? undefined : moment.statements.versions.get(facts.statement);
  return moment.identities.of(facts.version ?? pushed ?? null);
}

interface Placed {
  readonly key: string;
  readonly message: Message;
  readonly copy: number;
  readonly progress: number;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly due: number;
  readonly choice: string;
  readonly text: string;
  readonly facts: MessageFacts;
}

function factsOf(message: Message): MessageFacts {
  const { verb, from, to } = message;
  return { verb, from, to, version: messageVersion(message), statement: messageStatement(message) };
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

/** Where an envelope of width `w` is that has done this share of its way: it never lies on its own two lanes. */
function envelopeX(
  moment: Moment,
  ends: { readonly from: number; readonly to: number },
  w: number,
  progress: number,
): number {
  const { from, to } = ends;
  const clear = moment.geometry.laneWidth / 2 + w / 2 + LANE_AIR;
  const room = Math.abs(to - from) - 2 * clear;
  return room <= 0 ? (from + to) / 2 : from + Math.sign(to - from) * (clear + room * progress);
}

/** Raises envelopes that would lie on one another; those that come first in order keep their place. */
function stacked(placed: readonly Placed[], floor: number): Placed[] {
  const done: Placed[] = [];
  for (const one of placed) {
    let level = 0;
    const clash = (at: number): boolean =>
      done.some(
        (other) =>
          other.y === floor - at * (PILL_HEIGHT + AIR) &&
          Math.abs(other.x - one.x) < (other.w + one.w) / 2 + AIR,
      );
    while (clash(level)) {
      level++;
    }
    done.push({ ...one, y: floor - level * (PILL_HEIGHT + AIR) });
  }
  return done;
}

/** Centres of the envelopes at a state, in the order of the messages. */
function placedAt(moment: Moment, step: number): Placed[] {
  const state = stateAt(moment.timeline, step);
  const times = timings(moment, step);
  const copies = new Map<string, number>();
  const floor = nowAt(moment.geometry, moment.index, step) - PILL_HEIGHT / 2 - AIR;
  const placed = state.core.messages.map((message): Placed => {
    const copy = copies.get(message.key) ?? 0;
    copies.set(message.key, copy + 1);
    const timing = times.get(copy === 0 ? message.key : `${message.key}~${copy + 1}`);
    const progress = progressOf(timing, state);
    const ends = { from: laneX(moment, message.from), to: laneX(moment, message.to) };
    const facts = factsOf(message);
    const text = pillText(moment.words, facts);
    const w = pillWidth(text) + ARROW_WIDTH;
    return {
      key: `${message.key}#${copy}`,
      message,
      copy,
      progress,
      x: envelopeX(moment, ends, w, progress),
      y: floor,
      w,
      due: timing?.due ?? state.notes.now,
      choice: timing?.id ?? '',
      text,
      facts,
    };
  });
  return stacked(placed, floor);
}

function arrival(moment: Moment, stroke: StrokeFact | null, step: number): Point | null {
  if (stroke?.endStep !== step || stroke.end !== 'delivered') {
    return null;
  }
  return { x: laneX(moment, stroke.to), y: rowCentre(moment.geometry, moment.index.rowOfStep[step] ?? 0) };
}

function strokesInFlight(moment: Moment): ReadonlyMap<string, readonly StrokeFact[]> {
  const open = new Map<string, StrokeFact[]>();
  for (const stroke of moment.index.strokes) {
    if (stroke.sentStep <= moment.step && (stroke.endStep === null || stroke.endStep > moment.step)) {
      open.set(stroke.message, [...(open.get(stroke.message) ?? []), stroke]);
    }
  }
  return open;
}

/** The envelopes of a moment with their strokes. */
export function envelopes(moment: Moment): readonly Envelope[] {
  const open = strokesInFlight(moment);
  const ease = easeCubicInOut(moment.fraction);
  const later = new Map(
    moment.fraction > 0 ? placedAt(moment, moment.step + 1).map((one) => [one.key, one]) : [],
  );
  const { selection, held = [] } = moment.options;
  return placedAt(moment, moment.step).map((one) => {
    const stroke = open.get(one.message.key)?.[one.copy] ?? null;
    const target = arrival(moment, stroke, moment.step + 1) ?? later.get(one.key) ?? one;
    const at = { x: one.x + (target.x - one.x) * ease, y: one.y + (target.y - one.y) * ease };
    const item: MessageItem = {
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
      held: held.includes(one.message.key),
      next: one.choice !== '' && moment.next?.id === one.choice,
      selected: selection?.kind === 'message' && selection.message === one.message.key,
      due: one.due,
      x: at.x - one.w / 2,
      y: at.y - PILL_HEIGHT / 2,
      w: one.w,
      h: PILL_HEIGHT,
    };
    return { item, stroke };
  });
}
