// Scrolling into the past by wheel, finger or mouse without moving the playhead. Whole rows go through the scene; what is
// left of a row is a shift of the drawn tape by hand, so that nothing per frame goes through React.

import { type PointerEvent, type RefObject, useLayoutEffect, useRef, type WheelEvent } from 'react';
import type { Loom } from '../../scene/shape/scene.ts';
import { followPointer, type Place } from './followPointer.ts';
import type { LoomViewControl } from './useLoomView.ts';

/** A wheel that counts in lines or pages, in px. */
const WHEEL_PX = [1, 16, 240] as const;

export interface TapeScroll {
  readonly onWheel: (event: WheelEvent<HTMLElement>) => void;
  /** Back in time by so many px of the loom. */
  readonly scrollBy: (px: number) => void;
  readonly grab: (event: PointerEvent<HTMLElement>) => void;
}

interface Given {
  readonly tape: RefObject<HTMLElement | null>;
  readonly loom: Loom;
  readonly view: LoomViewControl;
  readonly scale: number;
}

export function useTapeScroll({ tape, loom, view, scale }: Given): TapeScroll {
  /** How far from now one has scrolled, in the loom's px. */
  const offset = useRef(0);
  const { rowHeight } = loom.geometry;
  const { at, max } = loom.scroll;
  // A drag outlives the drawing in which it began.
  const now = useRef({ at, max, rowHeight });
  useLayoutEffect(() => {
    now.current = { at, max, rowHeight };
    // Someone else has moved the tape (back to now, another zoom): what was left of a row is gone.
    if (Math.floor(offset.current / rowHeight) !== at) {
      offset.current = at * rowHeight;
    }
    pull(tape.current, offset.current - at * rowHeight);
  }, [tape, at, max, rowHeight]);
  const scrollBy = (px: number): void => {
    const drawn = now.current;
    offset.current = Math.min(drawn.max * drawn.rowHeight, Math.max(0, offset.current + px));
    const rows = Math.floor(offset.current / drawn.rowHeight);
    if (rows === drawn.at) pull(tape.current, offset.current - rows * drawn.rowHeight);
    else view.scrollTo(rows);
  };
  return {
    scrollBy,
    onWheel: (event) => {
      if (!event.ctrlKey && event.deltaY !== 0) {
        scrollBy((-event.deltaY * (WHEEL_PX[event.deltaMode as 0 | 1 | 2] ?? 1)) / scale);
      }
    },
    grab: (event) => {
      let last: Place = event;
      const element = event.currentTarget;
      const ended = (): void => {
        element.removeAttribute('data-grabbed');
      };
      followPointer(event, {
        begin: () => {
          if (now.current.max === 0) return false;
          element.setAttribute('data-grabbed', '');
          return true;
        },
        move: (at) => {
          scrollBy((at.clientY - last.clientY) / scale);
          last = at;
        },
        drop: ended,
        cancel: ended,
      });
    },
  };
}

function pull(tape: HTMLElement | null, px: number): void {
  tape?.style.setProperty('--pull', `${Math.round(px)}px`);
}
