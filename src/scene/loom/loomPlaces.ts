// The places of all words in the history: of each step first the words at its knots, then the pills of the messages that
// end in it, each avoiding what was put down before. Kept with the run's index and grown with it.

import type { LoomIndex } from '../run/loomIndex.ts';
import { isShown, type Moment } from '../run/moment.ts';
import { around, between, detailOf, KNOT_TYPE, lanePlace, rowCentre } from '../shape/loomGeometry.ts';
import type { Box, Dot, StrokeLabel } from '../shape/scene.ts';
import { label } from '../words/say.ts';
import { knotsOfStep } from './loomKnots.ts';
import { type KnotWords, placeWords } from './loomKnotWords.ts';
import { placeLabel } from './loomLabels.ts';
import { LOST_AT, laneX, startOf, targetOf } from './loomLines.ts';
import { emptyRoom, isFree, occupy, type Room } from './loomRoom.ts';
import { textWidth } from './loomText.ts';
import { hasTile, labelText } from './loomWords.ts';

export interface Places {
  /** By the index of the stroke. */
  readonly labels: ReadonlyMap<number, StrokeLabel>;
  /** By step and node. */
  readonly words: ReadonlyMap<string, KnotWords>;
  /** By row: where the count of its quiet steps stands, and in which of its two forms. */
  readonly notes: ReadonlyMap<number, NotePlace>;
}

export interface NotePlace {
  readonly form: 'long' | 'short';
  readonly box: Box;
}

interface Growing extends Places {
  readonly room: Room;
  readonly labels: Map<number, StrokeLabel>;
  readonly words: Map<string, KnotWords>;
  readonly notes: Map<number, NotePlace>;
  steps: number;
  ended: number;
}

/** A count of quiet steps grows while its row is the last one: its place is made for this many. */
const WIDEST_COUNT = 888;
const NOTE_HEIGHT = 16;
const NOTE_AIR = 10;
/** The cross at which a lost message ends, in px. */
const CROSS_SIZE = 14;

export const wordsKey = (node: string, step: number): string => `${node}@${step}`;

function takeKnots(growing: Growing, moment: Moment, step: number): void {
  for (const knot of knotsOfStep(moment, step)) {
    if (knot.text !== '') {
      const x = laneX(moment, knot.node);
      const sides = (nodes: readonly string[]): Dot['side'][] =>
        nodes.map((node) => (laneX(moment, node) < x ? 'left' : 'right'));
      const words = placeWords(growing.room, {
        x,
        y: rowCentre(moment.geometry, moment.index.rowOfStep[step] ?? 0),
        texts: [knot.text, knot.shortText].filter((text) => text !== ''),
        side: knot.node === moment.nodes[0] ? 'left' : 'right',
        leaving: sides(knot.sendsTo),
        arriving: sides(knot.hearsFrom),
      });
      growing.words.set(wordsKey(knot.node, step), words);
    }
  }
}

function takeLabels(growing: Growing, moment: Moment, step: number): void {
  const { ended } = moment.index;
  for (; growing.ended < ended.length; growing.ended++) {
    const stroke = ended[growing.ended];
    if (stroke === undefined || (stroke.endStep ?? 0) > step) {
      return;
    }
    if (stroke.from !== stroke.to && isShown(moment, stroke)) {
      if (stroke.end === 'lost') {
        const cross = between(startOf(moment, stroke, step), targetOf(moment, stroke), LOST_AT);
        occupy(growing.room, around(cross, CROSS_SIZE, CROSS_SIZE));
      }
      const placed = placeLabel(
        growing.room,
        {
          start: startOf(moment, stroke, step),
          end: targetOf(moment, stroke),
          text: labelText(moment, stroke),
          tile: hasTile(stroke),
          lost: stroke.end === 'lost',
        },
        detailOf(moment.geometry.rowHeight) === 'full',
      );
      if (placed !== null) {
        growing.labels.set(stroke.index, placed);
      }
    }
  }
}

/** The count of a run of quiet steps stands at the left edge, or between two lanes. */
function takeNote(growing: Growing, moment: Moment, step: number): void {
  const row = moment.index.rowOfStep[step] ?? 0;
  const fact = moment.index.rows[row];
  if (fact?.local !== true || fact.firstStep !== step) {
    return;
  }
  const { room } = growing;
  const y = rowCentre(moment.geometry, row) - NOTE_HEIGHT / 2;
  const half = room.geometry.laneWidth / 2 + NOTE_AIR;
  for (const form of ['long', 'short'] as const) {
    const w = textWidth(noteText(form, WIDEST_COUNT), KNOT_TYPE);
    const [first = 0] = room.laneXs;
    for (const x of [first - half - w, ...room.laneXs.map((lane) => lane + half)]) {
      const box = { x, y, w, h: NOTE_HEIGHT };
      if (isFree(room, box)) {
        occupy(room, box);
        growing.notes.set(row, { form, box });
        return;
      }
    }
  }
}

export function noteText(form: NotePlace['form'], count: number): string {
  return label(form === 'long' ? 'row-quiet' : 'row-quiet-short', { count });
}

const kept = new WeakMap<LoomIndex, Map<string, Growing>>();
/** Layouts remembered for one run: a window that is being resized makes many. */
const LAYOUTS_MAX = 3;

/** What places and texts depend on besides the run. */
function layoutOf(moment: Moment): string {
  const { width, rowHeight, laneWidth } = moment.geometry;
  const naming = moment.options.naming ?? 'counted';
  return `${width} ${rowHeight} ${laneWidth} ${naming} ${moment.options.known?.length ?? 0} ${moment.tableId} ${moment.nodes.length}`;
}

function growingOf(moment: Moment): Growing {
  const layouts = kept.get(moment.index) ?? new Map<string, Growing>();
  kept.set(moment.index, layouts);
  const layout = layoutOf(moment);
  const known = layouts.get(layout);
  if (known !== undefined) {
    return known;
  }
  const { nodes } = moment;
  const laneXs = nodes.map((_, i) => lanePlace(moment.geometry, i, nodes.length).x);
  const room = emptyRoom(moment.geometry, laneXs);
  const fresh = { room, labels: new Map(), words: new Map(), notes: new Map(), steps: 0, ended: 0 };
  const [oldest] = layouts.keys();
  if (layouts.size >= LAYOUTS_MAX && oldest !== undefined) {
    layouts.delete(oldest);
  }
  layouts.set(layout, fresh);
  return fresh;
}

/** The places of all words of the run, also of those that the playhead has not reached. */
export function placesOf(moment: Moment): Places {
  const growing = growingOf(moment);
  const steps = moment.timeline.steps.length;
  for (let step = growing.steps + 1; step <= steps; step++) {
    takeKnots(growing, moment, step);
    takeNote(growing, moment, step);
    takeLabels(growing, moment, step);
  }
  growing.steps = steps;
  return growing;
}
