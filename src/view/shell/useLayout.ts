import { useSyncExternalStore } from 'react';
import type { Theme } from '../../store/state/theme.ts';
import { FULL, fits, type Layout, MIDDLE, withTheme } from './layoutOf.ts';

function subscribe(changed: () => void): () => void {
  const queries = [matchMedia(FULL), matchMedia(MIDDLE)];
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
  };
}

/** The page's first picture is drawn when it is built, for the whole stage. */
const drawnAhead = (): Layout => 'full';

export const useLayout = (theme: Theme): Layout =>
  withTheme(useSyncExternalStore(subscribe, fits, drawnAhead), theme);
