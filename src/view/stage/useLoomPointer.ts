// The pointer over the history. It shows what would be hit; a click on a message, a knot or a lane selects it, a press on
// a head or an envelope takes hold of the message, and a press on anything else takes hold of the tape. Rows of the history
// lie under all of this and keep the clicks that hit nothing else. Nothing per move goes through React.

import type { MouseEvent, PointerEvent } from 'react';
import { type LoomHit, pickAt } from '../../scene/loom/loomPick.ts';
import type { Loom, MessageItem, Point } from '../../scene/shape/scene.ts';
import { useSession } from '../session/sessionContext.ts';
import type { Place } from './followPointer.ts';
import { type Grabbed, grabItem, grabStroke } from './grabMessage.ts';
import { selectionOf, titleOf } from './selectHit.ts';

/** Half of the smallest target, in px of the screen: 24 for a mouse, 44 for a finger. */
const REACH = 12;
const REACH_TOUCH = 22;

interface Given {
  readonly loom: Loom;
  readonly items: readonly MessageItem[];
  readonly step: number;
  readonly scale: number;
  /** A message is chosen. */
  readonly hasChosen: boolean;
  /** A place of the window in the loom's coordinates. */
  readonly pointOf: (at: Place) => Point;
  readonly grabMessage: (event: PointerEvent<HTMLElement>, grabbed: Grabbed) => void;
  readonly grabTape: (event: PointerEvent<HTMLElement>) => void;
}

export interface LoomPointer {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onClickCapture: (event: MouseEvent<HTMLElement>) => void;
}

export function useLoomPointer(given: Given): LoomPointer {
  const { loom, items, step, scale, hasChosen, pointOf, grabMessage, grabTape } = given;
  const session = useSession();
  const hitOf = (event: PointerEvent | MouseEvent): LoomHit | null => {
    if (!isOverTape(event.target)) {
      return null;
    }
    const touch = 'pointerType' in event.nativeEvent && event.nativeEvent.pointerType === 'touch';
    return pickAt(loom, pointOf(event), (touch ? REACH_TOUCH : REACH) / scale);
  };
  const grabbedBy = (event: PointerEvent): Grabbed | null => {
    const envelope = event.target instanceof Element ? event.target.closest<HTMLElement>('.envelope') : null;
    if (envelope !== null) {
      const item = items.find(({ key }) => key === envelope.dataset['move']);
      return item === undefined ? null : grabItem(loom, item, step);
    }
    const hit = hitOf(event);
    return hit?.kind === 'head' ? grabStroke(loom, hit.stroke) : null;
  };
  return {
    onPointerDown: (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      const grabbed = grabbedBy(event);
      if (grabbed !== null) grabMessage(event, grabbed);
      else if (isOverTape(event.target)) grabTape(event);
    },
    onPointerMove: (event) => {
      const hit = event.buttons === 0 ? hitOf(event) : null;
      const frame = event.currentTarget;
      frame.dataset['hit'] = hit?.kind ?? 'none';
      const title = titleOf(hit);
      if (frame.title !== title) frame.title = title;
    },
    onClickCapture: (event) => {
      const hit = hitOf(event);
      // Beside everything: a chosen message is let go first; the next click goes to the row.
      const lettingGo = hit === null && isOverTape(event.target) && hasChosen;
      if (hit !== null || lettingGo) {
        event.stopPropagation();
        session.select(hit === null ? null : selectionOf(hit));
      }
    },
  };
}

/** Envelopes and buttons over the tape answer for themselves. */
const isOverTape = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('.history') !== null;
