// Whoever presses something that goes by it is not sent to the top of the page: the focus goes on with what is left of the place
// where one stood, or at Next. Who moves the focus elsewhere by a press, as a dialog or a drawer does, has done so before.

import { useEffect } from 'react';

export function useHeirs(): void {
  useEffect(() => {
    /** What had the focus last, and all that it stood in. */
    let trail: readonly Element[] = [];
    const came = ({ target }: FocusEvent): void => {
      trail = trailOf(target);
    };
    const look = (): void => {
      if (document.activeElement === document.body && trail[0]?.isConnected === false) {
        heirOf(trail)?.focus({ preventScroll: true });
      }
    };
    // Whoever answers the press may keep it from coming up to here: it is seen on its way down, and answered by then.
    const pressed = (): number => requestAnimationFrame(look);
    document.addEventListener('focusin', came);
    window.addEventListener('click', pressed, true);
    window.addEventListener('keydown', pressed, true);
    return () => {
      document.removeEventListener('focusin', came);
      window.removeEventListener('click', pressed, true);
      window.removeEventListener('keydown', pressed, true);
    };
  }, []);
}

function trailOf(target: EventTarget | null): readonly Element[] {
  const trail: Element[] = [];
  for (let at = target instanceof Element ? target : null; at !== null; at = at.parentElement) trail.push(at);
  return trail;
}

/** Within one of these one goes on nearby. */
const isPlace = (element: Element): boolean =>
  element.matches('.drawer, .popover, dialog, article, [role="toolbar"], [role="radiogroup"]');

const firstStop = (element: Element): HTMLElement | null =>
  element.querySelector<HTMLElement>(
    'button:not([tabindex="-1"]), a[href], input, select, summary, [tabindex="0"]',
  );

/** The first stop in the nearest surroundings that are still there, as far as the place goes. */
function heirOf(trail: readonly Element[]): HTMLElement | null {
  const end = trail.findLastIndex((element) => element.isConnected && isPlace(element));
  const near = trail
    .slice(0, end + 1)
    .filter(({ isConnected }) => isConnected)
    .map(firstStop)
    .find((stop) => stop !== null);
  return near ?? document.getElementById('next');
}
