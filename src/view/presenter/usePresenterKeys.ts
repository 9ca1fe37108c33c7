// Keys of a slide that the rest of the page does not have. A remote's start key (F5) must not reload the page in front of
// an audience, and a blank screen comes back with any key, which does nothing else.

import { useEffect } from 'react';
import type { Session } from '../../store/state/sessionState.ts';
import { presentingNow, setBlank, stopPresenting } from './presenting.ts';

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock']);

const BLANK = new Set(['.', 'b']);

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, select, textarea, [contenteditable]');

export function usePresenterKeys(session: Session): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { on, blank } = presentingNow();
      if (!on || MODIFIERS.has(event.key)) {
        return;
      }
      if (event.key === 'F5' || blank) {
        event.preventDefault();
        event.stopPropagation();
        setBlank(false);
      } else if (BLANK.has(event.key) && !isWriting(event.target)) {
        // A remote's key, and no letter that could be typed by accident: it works where letters are turned off, too.
        event.preventDefault();
        event.stopPropagation();
        setBlank(true);
      }
    };
    // Escape leaves the whole screen without a key event: whoever leaves it leaves the slide.
    let wasWhole = false;
    const changed = (): void => {
      const isWhole = document.fullscreenElement !== null;
      if (wasWhole && !isWhole) stopPresenting(session);
      wasWhole = isWhole;
    };
    document.addEventListener('keydown', press, { capture: true });
    document.addEventListener('fullscreenchange', changed);
    return () => {
      document.removeEventListener('keydown', press, { capture: true });
      document.removeEventListener('fullscreenchange', changed);
    };
  }, [session]);
}
