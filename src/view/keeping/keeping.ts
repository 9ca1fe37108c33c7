// What the page knows of kept runs, for the components that show it: the run that is offered after a reload, whether a file
// is being dragged over the page, and the list. Outside React, because keeping goes on whatever is drawn.

import { useSyncExternalStore } from 'react';
import type { KeptRun } from '../../store/keeping/keptRuns.ts';

export interface Keeping {
  /** The last run of a page that is gone; null when there is none, or it was answered. */
  readonly offer: KeptRun | null;
  readonly dragged: boolean;
  readonly left: readonly KeptRun[];
  readonly goOn: (run: KeptRun) => void;
  readonly forget: (run: KeptRun) => void;
}

const nothing = (): void => undefined;
let keeping: Keeping = { offer: null, dragged: false, left: [], goOn: nothing, forget: nothing };
const listeners = new Set<() => void>();

export function changeKeeping(part: Partial<Keeping>): void {
  keeping = { ...keeping, ...part };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useKeeping = (): Keeping => useSyncExternalStore(subscribe, () => keeping);
