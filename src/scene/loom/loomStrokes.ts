// Messages as strokes: from the row of sending to the row of arrival, to the place of loss, or to the envelope on the now
// line. A line leaves a gap at a lane that it only crosses; a second copy branches off the first at 70 % of its way.

import { messageName } from '../narration/narrateMessage.ts';
import { type StrokeFact, strokesIn } from '../run/loomIndex.ts';
import { isShown, type Moment } from '../run/moment.ts';
import { angleOf, between, cutAtLanes, knotRadius, shortOf } from '../shape/loomGeometry.ts';
import type { Line, Point, Stroke } from '../shape/scene.ts';
import { label } from '../words/say.ts';
import type { Envelope } from './inFlight.ts';
import { FORK_AT, isEndedAt, LOST_AT, laneX, originalOf, portOf, targetOf } from './loomLines.ts';
import type { Places } from './loomPlaces.ts';
import { shownVersion, strokeState } from './loomWords.ts';

interface Drawing {
  readonly moment: Moment;
  readonly laneXs: readonly number[];
  readonly places: Places | null;
  readonly envelopeOf: ReadonlyMap<number, Point>;
}

function endPoint(drawing: Drawing, stroke: StrokeFact, start: Point): Point {
  const { moment } = drawing;
  if (!isEndedAt(stroke, moment.step)) {
    return drawing.envelopeOf.get(stroke.index) ?? start;
  }
  const target = targetOf(moment, stroke);
  return stroke.end === 'lost' ? between(start, target, LOST_AT) : target;
}

function forkOf(drawing: Drawing, stroke: StrokeFact): Point | null {
  const { moment } = drawing;
  const original = originalOf(moment, stroke, moment.step);
  if (original === undefined) {
    return null;
  }
  const start = portOf(moment, original);
  return between(start, endPoint(drawing, original, start), FORK_AT);
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

function pathOf(pieces: readonly Line[]): string {
  return pieces
    .map((line) => `M${rounded(line.x1)} ${rounded(line.y1)}L${rounded(line.x2)} ${rounded(line.y2)}`)
    .join('');
}

function draw(drawing: Drawing, stroke: StrokeFact): Stroke {
  const { moment } = drawing;
  const ended = isEndedAt(stroke, moment.step);
  const state = strokeState(stroke, moment.step);
  const fork = forkOf(drawing, stroke);
  const start = fork ?? portOf(moment, stroke);
  const end = endPoint(drawing, stroke, start);
  const arrives = ended && stroke.end === 'delivered';
  const tip = arrives ? shortOf(start, end, knotRadius(moment.geometry)) : end;
  const pieces = cutAtLanes(start, tip, drawing.laneXs);
  const { selection, held = [] } = moment.options;
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
    pieces,
    path: pathOf(pieces),
    head: arrives ? { x: tip.x, y: tip.y, angle: angleOf(start, end) } : null,
    cross: state === 'lost' ? end : null,
    fork,
    label: ended ? (drawing.places?.labels.get(stroke.index) ?? null) : null,
    selected: selection?.kind === 'message' && selection.message === stroke.message,
    held: !ended && held.includes(stroke.message),
    fresh: moment.step > 0 && (stroke.sentStep === moment.step || (ended && stroke.endStep === moment.step)),
    sentence: label(`stroke-${state}`, { name: messageName(moment.words, stroke) }),
  };
}

/** The messages between two nodes that touch these rows, in order of sending. */
export function messagesIn(moment: Moment, rows: readonly [first: number, last: number]): StrokeFact[] {
  return strokesIn(moment.index, rows[0], rows[1]).filter(
    (stroke) => stroke.sentStep <= moment.step && stroke.from !== stroke.to && isShown(moment, stroke),
  );
}

/** The strokes of these messages, drawn. */
export function strokesOf(
  moment: Moment,
  messages: readonly StrokeFact[],
  { flying, places }: { readonly flying: readonly Envelope[]; readonly places: Places | null },
): readonly Stroke[] {
  const drawing: Drawing = {
    moment,
    laneXs: moment.nodes.map((node) => laneX(moment, node)),
    places,
    envelopeOf: new Map(
      flying.flatMap(({ item, stroke }) =>
        stroke === null ? [] : [[stroke.index, { x: item.x + item.w / 2, y: item.y + item.h / 2 }]],
      ),
    ),
  };
  return messages.map((stroke) => draw(drawing, stroke));
}
