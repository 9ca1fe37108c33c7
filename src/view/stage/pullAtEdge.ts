// Whoever holds something against the upper or lower edge of the history pulls the tape along, as long as it is held there.

import type { Place } from './followPointer.ts';

/** So near to the edge it begins, in px. */
const EDGE = 14;
/** Of the distance beyond it, in a frame. */
const SHARE = 0.25;
const FRAME_MAX = 12;

export interface EdgePull {
  readonly at: (place: Place, box: DOMRect) => void;
  readonly end: () => void;
}

export function pullAtEdge(pull: (px: number) => void): EdgePull {
  let request = 0;
  let speed = 0;
  const tick = (): void => {
    pull(speed);
    request = speed === 0 ? 0 : requestAnimationFrame(tick);
  };
  return {
    at: ({ clientY }, { top, bottom }) => {
      const beyond = Math.max(0, top + EDGE - clientY) - Math.max(0, clientY - bottom);
      speed = Math.max(-FRAME_MAX, Math.min(FRAME_MAX, beyond * SHARE));
      if (speed !== 0 && request === 0) request = requestAnimationFrame(tick);
    },
    end: () => {
      speed = 0;
      cancelAnimationFrame(request);
    },
  };
}
