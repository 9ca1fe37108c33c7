// One thing that the page says by itself, over the stage. It goes by itself, soon after the next step, but not while someone
// is at it.

import { type ReactNode, useEffect, useState } from 'react';
import { pageWords } from '../../scene/words/pageWords.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { Icon } from '../marks/Icon.tsx';
import { useSlice } from '../session/sessionContext.ts';

interface ToastProps {
  readonly ms: number;
  readonly onGone: () => void;
  readonly children: ReactNode;
}

/** Whoever goes on has seen it, and looks at what it lies over. */
const AFTER_STEP_MS = 4_000;

const placeOf = ({ current, playhead }: SessionState): string => `${current} ${playhead.step}`;

export function Toast({ ms, onGone, children }: ToastProps) {
  const [attended, setAttended] = useState(false);
  const place = useSlice(placeOf);
  const [start] = useState(place);
  const left = place === start ? ms : Math.min(ms, AFTER_STEP_MS);
  useEffect(() => {
    if (attended) {
      return;
    }
    const timer = setTimeout(onGone, left);
    return () => clearTimeout(timer);
  }, [attended, left, onGone]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that someone is at it
    <div
      className="toast"
      onPointerEnter={() => setAttended(true)}
      onPointerLeave={() => setAttended(false)}
      onFocus={() => setAttended(true)}
      onBlur={() => setAttended(false)}
    >
      {children}
      <button
        type="button"
        className="button quiet square"
        aria-label={pageWords('dismiss')}
        onClick={onGone}
      >
        <Icon name="cross" />
      </button>
    </div>
  );
}
