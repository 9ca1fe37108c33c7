import { startTransition, useEffect, useState } from 'react';
import { preloadDialogs } from './lazyDialogs.tsx';
import { whenIdle } from './whenIdle.ts';

/**
 * Fetches the dialogs once there is an engine for them and the page has nothing better to do, and says whether they are
 * there. Before, no dialog could do anything, and their code would only hold up the engine.
 */
export function usePreloadedDialogs(alive: boolean): boolean {
  const [here, setHere] = useState(false);
  useEffect(() => {
    if (!alive) {
      return;
    }
    let gone = false;
    const fetchThem = async (): Promise<void> => {
      await preloadDialogs();
      if (!gone) startTransition(() => setHere(true));
    };
    const cancel = whenIdle(() => void fetchThem());
    return () => {
      gone = true;
      cancel();
    };
  }, [alive]);
  return here;
}
