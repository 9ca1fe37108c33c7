// The pointer over the history: it shows what would be hit, and a click on a message, a knot or a lane selects it. Rows
// of the history lie under all of this and keep the clicks that hit nothing else. Nothing per move goes through React.

import { type PointerEvent, type MouseEvent as ReactMouseEvent, useRef } from 'react';
import { type LoomHit, pickAt } from '../../scene/loomPick.ts';
import type { Loom, Point } from '../../scene/scene.ts';
import { useSession } from '../sessionContext.ts';
import { selectionOf, titleOf } from './selectHit.ts';

/** Half of the smallest target, in px of the screen: 24 for a mouse, 44 for a finger. */
const REACH = 12;
const REACH_TOUCH = 22;

export interface LoomPointer {
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onClickCapture: (event: ReactMouseEvent<HTMLElement>) => void;
}

export function useLoomPointer(loom: Loom, scale: number): LoomPointer {
  const session = useSession();
  const shown = useRef('');
  const hitOf = (event: PointerEvent<HTMLElement> | ReactMouseEvent<HTMLElement>): LoomHit | null => {
    const touch = 'pointerType' in event.nativeEvent && event.nativeEvent.pointerType === 'touch';
    return pickAt(loom, pointIn(loom, event, scale), (touch ? REACH_TOUCH : REACH) / scale);
  };
  return {
    onPointerMove: (event) => {
      const hit = isOverTape(event.target) ? hitOf(event) : null;
      const title = titleOf(hit);
      const frame = event.currentTarget;
      frame.dataset['hit'] = hit?.kind ?? 'none';
      if (shown.current !== title) {
        shown.current = title;
        frame.title = title;
      }
    },
    onClickCapture: (event) => {
      const hit = isOverTape(event.target) ? hitOf(event) : null;
      if (hit !== null) {
        event.stopPropagation();
        session.select(selectionOf(hit));
      }
    },
  };
}

/** Envelopes and buttons over the tape answer for themselves. */
const isOverTape = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('.history') !== null;

/** A pointer's place in the loom's own coordinates. */
function pointIn(
  loom: Loom,
  event: { readonly clientX: number; readonly clientY: number; readonly currentTarget: Element },
  scale: number,
): Point {
  const box = event.currentTarget.getBoundingClientRect();
  return {
    x: (event.clientX - box.left) / scale + loom.viewport.x,
    y: (event.clientY - box.top) / scale + loom.viewport.y,
  };
}
