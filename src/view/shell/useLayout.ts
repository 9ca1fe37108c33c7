import { useSyncExternalStore } from 'react';
import type { Theme } from '../../store/theme.ts';

/**
 * `full`: the whole stage. `middle`: history and cards together, the two side panels by tab; a projector has this at any
 * width, because its type is large. `narrow`: one pane at a time, cards stacked.
 */
export type Layout = 'full' | 'middle' | 'narrow';

const FULL = '(min-width: 1100px)';
const MIDDLE = '(min-width: 700px)';

function subscribe(changed: () => void): () => void {
  const queries = [matchMedia(FULL), matchMedia(MIDDLE)];
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
  };
}

const fits = (): Layout =>
  matchMedia(FULL).matches ? 'full' : matchMedia(MIDDLE).matches ? 'middle' : 'narrow';

export function useLayout(theme: Theme): Layout {
  const layout = useSyncExternalStore(subscribe, fits);
  return theme === 'projector' && layout === 'full' ? 'middle' : layout;
}
