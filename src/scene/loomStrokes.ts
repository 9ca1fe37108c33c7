// Messages as strokes: from the row of sending to the row of arrival, to the place of loss, or to the envelope on the now
// line. A line leaves a gap at a lane that it only crosses; a second copy branches off the first at 70 % of its way.

import type { Envelope } from './inFlight.ts';
import { laneX, shownVersion } from './inFlight.ts';
import { angleOf, between, cutAtLanes, DOT_RADIUS, PORT_GAP, rowCentre, shortOf } from './loomGeometry.ts';
import type { StrokeFact } from './loomIndex.ts';
import { type Labelling, placeLabels } from './loomLabels.ts';
import type { Moment } from './moment.ts';
import { messageName, pillText } from './narrateMessage.ts';
import { label } from './say.ts';
import type { Point, Stroke, StrokeState } from './scene.ts';

/** A lost message stops at this share of its way; a copy branches off at this one. */
const LOST_AT = 0.45;
const FORK_AT = 0.7;

function startOf(moment: Moment, stroke: StrokeFact): Point {
  const row = moment.index.rowOfStep[stroke.sentStep] ?? 0;
  const y = rowCentre(moment.geometry, row) + stroke.port * PORT_GAP;
  return { x: laneX(moment, stroke.from), y };
}

/** Where an ended message would have arrived: at its receiver, in the row of its end. */
function targetOf(moment: Moment, stroke: StrokeFact): Point {
  const row = moment.index.rowOfStep[stroke.endStep ?? 0] ?? 0;
  return { x: laneX(moment, stroke.to), y: rowCentre(moment.geometry, row) };
}

function stateOf(stroke: StrokeFact, ended: boolean): StrokeState {
  if (!ended) {
    return 'inFlight';
  }
  if (stroke.end === 'lost') {
    return 'lost';
  }
  return stroke.copyOf !== null ? 'duplicate' : stroke.late ? 'late' : 'delivered';
}

function labelText(moment: Moment, stroke: StrokeFact): string {
  const text = pillText(moment.words, stroke);
  const state = stateOf(stroke, true);
  return state === 'delivered' || state === 'inFlight' ? text : label(`pill-${state}`, { text });
}

function labelling(moment: Moment): Labelling {
  return {
    geometry: moment.geometry,
    laneXs: moment.timeline.config.nodes.map((node) => laneX(moment, node)),
    startOf: (stroke) => startOf(moment, stroke),
    endOf: (stroke) => targetOf(moment, stroke),
    textOf: (stroke) => labelText(moment, stroke),
  };
}

/** What places and texts of labels depend on besides the run. */
function labellingKey(moment: Moment): string {
  const { width, rowHeight, laneWidth } = moment.geometry;
  const naming = moment.options.naming ?? 'counted';
  return `${width} ${rowHeight} ${laneWidth} ${naming} ${moment.options.known?.length ?? 0}`;
}

interface Drawing {
  readonly moment: Moment;
  readonly laneXs: readonly number[];
  readonly labels: ReturnType<typeof placeLabels>;
  readonly envelopeOf: ReadonlyMap<number, Point>;
}

function endPoint(drawing: Drawing, stroke: StrokeFact, start: Point, ended: boolean): Point {
  if (!ended) {
    return drawing.envelopeOf.get(stroke.index) ?? start;
  }
  const target = targetOf(drawing.moment, stroke);
  return stroke.end === 'lost' ? between(start, target, LOST_AT) : target;
}

function isEnded(moment: Moment, stroke: StrokeFact): boolean {
  return stroke.endStep !== null && stroke.endStep <= moment.step;
}

function draw(drawing: Drawing, stroke: StrokeFact): Stroke {
  const { moment } = drawing;
  const ended = isEnded(moment, stroke);
  const state = stateOf(stroke, ended);
  const original = stroke.copyOf === null ? undefined : moment.index.strokes[stroke.copyOf];
  const own = startOf(moment, stroke);
  const fork =
    original === undefined
      ? null
      : between(
          startOf(moment, original),
          endPoint(drawing, original, startOf(moment, original), isEnded(moment, original)),
          FORK_AT,
        );
  const start = fork ?? own;
  const end = endPoint(drawing, stroke, start, ended);
  const arrives = ended && stroke.end === 'delivered' && stroke.from !== stroke.to;
  const tip = arrives ? shortOf(start, end, DOT_RADIUS) : end;
  const { selection } = moment.options;
  return {
    key: `${stroke.message}@${stroke.sentStep}#${stroke.index}`,
    message: stroke.message,
    verb: stroke.verb,
    from: stroke.from,
    to: stroke.to,
    state,
    identity: shownVersion(moment, stroke),
    sentStep: stroke.sentStep,
    endStep: ended ? stroke.endStep : null,
    start,
    end,
    pieces: stroke.from === stroke.to ? [] : cutAtLanes(start, tip, drawing.laneXs),
    head: arrives ? { x: tip.x, y: tip.y, angle: angleOf(start, end) } : null,
    cross: state === 'lost' ? end : null,
    fork,
    label: ended ? (drawing.labels.get(stroke.index) ?? null) : null,
    selected: selection?.kind === 'message' && selection.message === stroke.message,
    sentence: label(`stroke-${state}`, { name: messageName(moment.words, stroke) }),
  };
}

/** The strokes that touch the window (upper and lower edge in px), in order of sending. */
export function strokesBetween(
  moment: Moment,
  inFlight: readonly Envelope[],
  window: readonly [number, number],
): readonly Stroke[] {
  const how = labelling(moment);
  const drawing: Drawing = {
    moment,
    laneXs: how.laneXs,
    labels: placeLabels(moment.index, labellingKey(moment), how),
    envelopeOf: new Map(
      inFlight.flatMap(({ item, stroke }) =>
        stroke === null ? [] : [[stroke.index, { x: item.x + item.w / 2, y: item.y + item.h / 2 }]],
      ),
    ),
  };
  const { geometry, index } = moment;
  const touches = (stroke: StrokeFact): boolean => {
    const top = rowCentre(geometry, index.rowOfStep[stroke.sentStep] ?? 0);
    const last = isEnded(moment, stroke) ? (stroke.endStep ?? moment.step) : moment.step;
    const bottom = rowCentre(geometry, index.rowOfStep[last] ?? 0);
    return top <= window[1] && bottom >= window[0];
  };
  return index.strokes
    .filter((stroke) => stroke.sentStep <= moment.step && stroke.from !== stroke.to && touches(stroke))
    .map((stroke) => draw(drawing, stroke));
}
