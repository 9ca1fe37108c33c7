// Where the strokes of messages begin and end: at a port in the row of sending, in the row of arrival at the receiver's
// lane. A second copy branches off the first at 70 % of its way; a lost message stops at 45 %.

import type { StrokeFact } from '../run/loomIndex.ts';
import type { Moment } from '../run/moment.ts';
import { between, lanePlace, portOffset, rowCentre } from '../shape/loomGeometry.ts';
import type { Point } from '../shape/scene.ts';

export const LOST_AT = 0.45;
export const FORK_AT = 0.7;

/** The middle of a node's lane. */
export function laneX(moment: Moment, node: string): number {
  const { nodes } = moment;
  return lanePlace(moment.geometry, Math.max(0, nodes.indexOf(node)), nodes.length).x;
}

/** The port at its sender's lane, in the row of sending: a copy was sent when the message was. */
export function portOf(moment: Moment, stroke: StrokeFact): Point {
  const { from, sentStep, port } = moment.index.strokes[stroke.copyOf ?? stroke.index] ?? stroke;
  const row = moment.index.rowOfStep[sentStep] ?? 0;
  const y = rowCentre(moment.geometry, row) + portOffset(moment.geometry, port);
  return { x: laneX(moment, from), y };
}

/** Where an ended message would have arrived: at its receiver, in the row of its end. */
export function targetOf(moment: Moment, stroke: StrokeFact): Point {
  const row = moment.index.rowOfStep[stroke.endStep ?? 0] ?? 0;
  return { x: laneX(moment, stroke.to), y: rowCentre(moment.geometry, row) };
}

export function isEndedAt(stroke: StrokeFact, step: number): boolean {
  return stroke.endStep !== null && stroke.endStep <= step;
}

/** What a stroke forks from: a copy that is lost while the other is still on its way goes its own. */
export function originalOf(moment: Moment, stroke: StrokeFact, step: number): StrokeFact | undefined {
  const original = stroke.copyOf === null ? undefined : moment.index.strokes[stroke.copyOf];
  const isLost = stroke.end === 'lost' && isEndedAt(stroke, step);
  return isLost && original !== undefined && !isEndedAt(original, stroke.endStep ?? step)
    ? undefined
    : original;
}

/** Where an ended stroke begins at a step: a copy of one that ended before it begins at the fork. */
export function startOf(moment: Moment, stroke: StrokeFact, step: number): Point {
  const original = originalOf(moment, stroke, step);
  return original !== undefined && isEndedAt(original, step)
    ? between(portOf(moment, original), targetOf(moment, original), FORK_AT)
    : portOf(moment, stroke);
}
