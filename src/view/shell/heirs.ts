// Whoever stands on something that goes is not sent to the top of the page: when it has gone, the focus is at its heir.

import { type RefObject, useLayoutEffect, useRef } from 'react';

type Heir = () => HTMLElement | null | undefined;

/** Where one goes on when nothing is nearer. */
export const goOn: Heir = () => document.getElementById('next');

/** When `frame` goes with the focus in it: once all that goes with it is gone, the focus is at what there is then. */
export function useHeir(frame: RefObject<HTMLElement | null>, heir: Heir = goOn): void {
  const latest = useRef(heir);
  useLayoutEffect(() => {
    latest.current = heir;
  });
  useLayoutEffect(() => {
    const element = frame.current;
    return () => {
      if (element?.contains(document.activeElement)) queueMicrotask(() => inherit(latest.current));
    };
  }, [frame]);
}

/** To be called before what has the focus may go: when it has gone, the focus is at its heir. */
export function inherit(heir: Heir): void {
  if (document.activeElement === document.body) heir()?.focus({ preventScroll: true });
}
