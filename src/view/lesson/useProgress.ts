// Keeps what one has seen and solved of the course, as one goes.

import { useEffect, useSyncExternalStore } from 'react';
import { keepProgress, type Progress, progressed, readProgress } from '../../store/lesson/progress.ts';
import type { Page } from '../session/sessionContext.ts';

const storage = () => window.localStorage;
const listeners = new Set<() => void>();
let progress: Progress | null = null;

// Another tab has gone on with the course, or has cleared what is remembered.
if (typeof window !== 'undefined') {
  window.addEventListener('storage', () => {
    progress = null;
    for (const listener of listeners) listener();
  });
}

export function progressNow(): Progress {
  progress ??= readProgress(storage);
  return progress;
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

export const useProgress = (): Progress => useSyncExternalStore(subscribe, progressNow);

/** Nothing is kept of a figure in another page. */
export function useProgressKept(page: Page, isFigure: boolean): void {
  useEffect(() => {
    if (!page.alive || isFigure) {
      return;
    }
    return page.session.store.subscribe((state, before) => {
      const moved =
        state.lesson !== before.lesson ||
        state.playhead !== before.playhead ||
        state.current !== before.current;
      const shown = moved ? page.lesson(state) : null;
      if (shown === null || shown.mode === 'wandering') {
        return;
      }
      const { id: lesson, beat, isLast, challenge } = shown;
      const solvedIn = challenge?.solved === true ? challenge.moves : null;
      const next = progressed(progressNow(), { lesson, beat, isLast, solvedIn });
      if (next !== progress) {
        progress = next;
        keepProgress(storage, next);
        for (const listener of listeners) listener();
      }
    });
  }, [page, isFigure]);
}
