// The message that is selected, on its way or over: what may be done with it depends on which, and so does where its
// actions stand. Geometry and words are those of the scene.

import type { MessageItem, Point, Scene, Stroke } from '../../scene/shape/scene.ts';

export interface ChosenMessage {
  /** 'Push +email, A to B' */
  readonly label: string;
  /** Null when its way has ended. */
  readonly item: MessageItem | null;
  readonly stroke: Stroke | null;
  /** Its envelope's upper edge or its head, in the window of the loom. */
  readonly at: Point;
  /** The upper edge of all envelopes: what stands over one of them leaves the others to be chosen. */
  readonly top: number;
}

/** Of equal copies the one whose way ends at the present step. */
export function chosenMessage({ loom, inFlight: items, position }: Scene): ChosenMessage | null {
  const item = items.find(({ selected }) => selected) ?? null;
  const strokes = loom.strokes.filter(({ selected }) => selected);
  const stroke =
    (item === null ? strokes.find(({ endStep }) => endStep === position.step) : undefined) ??
    strokes.find(({ endStep }) => (item === null) === (endStep !== null)) ??
    null;
  const top = Math.min(...items.map(({ y }) => y)) - loom.viewport.y;
  if (item !== null) {
    const at = { x: item.x + item.w / 2, y: item.y - loom.viewport.y };
    return { label: item.label, item, stroke, at, top };
  }
  if (stroke === null) {
    return null;
  }
  const at = { x: stroke.end.x, y: stroke.end.y - loom.viewport.y };
  return { label: stroke.sentence, item, stroke, at, top };
}
