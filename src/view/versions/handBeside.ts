// A hand beside the versions: a click lets the chosen one go, and a mouse takes hold of the whole diagram. A finger scrolls by
// itself, and keys have ways of their own.

import type { MouseEvent, PointerEvent } from 'react';
import { followPointer } from '../stage/followPointer.ts';

interface HandBeside {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
}

export const handBeside = (letGo: () => void): HandBeside => ({
  onPointerDown: pan,
  onClick: ({ target }) => {
    if (isBeside(target)) letGo();
  },
});

/** Neither a version nor an edge, which is a shape. */
const isBeside = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, path') === null;

function pan(event: PointerEvent<HTMLElement>): void {
  const { currentTarget: element, pointerType, button, target } = event;
  if (pointerType !== 'mouse' || button !== 0 || !isBeside(target)) return;
  let last = event.clientY;
  const ended = (): void => undefined;
  followPointer(event, {
    begin: () => element.scrollHeight > element.clientHeight,
    move: ({ clientY }) => {
      element.scrollTop += last - clientY;
      last = clientY;
    },
    drop: ended,
    cancel: ended,
  });
}
