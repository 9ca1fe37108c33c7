import { type RefObject, useEffect, useState } from 'react';

/** Coarse steps, in px: what is drawn reaches farther than what is seen, so that not every pixel draws anew. */
const STEP = 48;

/** How far an element is scrolled down, in coarse steps. */
export function useScrolled(target: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useEffect(() => {
    const element = target.current;
    if (element === null) {
      return;
    }
    const scrolled = (): void => setTop(Math.round(element.scrollTop / STEP) * STEP);
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => element.removeEventListener('scroll', scrolled);
  }, [target]);
  return top;
}
