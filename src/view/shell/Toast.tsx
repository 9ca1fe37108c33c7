// One thing that the page says by itself, at the lower edge of the stage. It goes by itself, but not while someone is at it.

import { type ReactNode, useEffect, useState } from 'react';
import { pageWords } from '../../scene/pageWords.ts';
import { Icon } from '../marks/Icon.tsx';

interface ToastProps {
  readonly ms: number;
  readonly onGone: () => void;
  readonly children: ReactNode;
}

export function Toast({ ms, onGone, children }: ToastProps) {
  const [attended, setAttended] = useState(false);
  useEffect(() => {
    if (attended) {
      return;
    }
    const timer = setTimeout(onGone, ms);
    return () => clearTimeout(timer);
  }, [attended, ms, onGone]);
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
