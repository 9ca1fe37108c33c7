// Where the scrubber goes: a hand may stop between two steps, keys and screen readers go by whole ones.

import type { Position } from '../shape/scene.ts';

type Place = Pick<Position, 'step' | 'steps' | 'fraction'>;

/** Where steps are nearer to each other than this there is nothing to see between them. */
const ROOM_BETWEEN_PX = 24;
/** This near to a step is at it, in pixels. */
const CATCH_PX = 8;

/** A hand may stop between two steps, where a message is half-way; near a step it is caught by it. */
export function dragged(value: number, pixelsPerStep: number): readonly [step: number, fraction: number] {
  const nearest = Math.round(value);
  const isNear = Math.abs(value - nearest) * pixelsPerStep < CATCH_PX;
  if (isNear || pixelsPerStep < ROOM_BETWEEN_PX) {
    return [nearest, 0];
  }
  const step = Math.floor(value);
  return [step, value - step];
}

/** Whatever else moves the slider, as a screen reader does, goes by whole steps and by one at least. */
export function stepped(value: number, from: number): readonly [step: number, fraction: number] {
  const isLater = value > from;
  const target = isLater ? Math.max(Math.round(value), Math.floor(from) + 1) : Math.round(value);
  return [value < from ? Math.min(target, Math.ceil(from) - 1) : target, 0];
}

/** A tenth of the way for the large keys. */
const LARGE_SHARE = 10;

/** Where a key of a slider leads, by whole steps; null when it is none. */
export function keyed(key: string, { step, steps, fraction }: Place): number | null {
  const large = Math.max(1, Math.round(steps / LARGE_SHARE));
  const back = fraction > 0 ? step : step - 1;
  const targets: Readonly<Record<string, number>> = {
    ArrowRight: step + 1,
    ArrowUp: step + 1,
    ArrowLeft: back,
    ArrowDown: back,
    PageUp: step + large,
    PageDown: step - large,
    Home: 0,
    End: steps,
  };
  const target = targets[key];
  return target === undefined ? null : Math.min(steps, Math.max(0, target));
}
