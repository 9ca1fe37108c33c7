import { useEffect, useState } from 'react';
import type { SessionState } from '../../store/sessionState.ts';
import { usePage, useSlice } from '../sessionContext.ts';

const branchesOf = (state: SessionState) => state.branches;
const currentOf = (state: SessionState): number => state.current;

/** States judged while a picture is drawn: what a person or a lesson adds at once. */
const AT_ONCE = 120;
/** States judged in one go while nothing else happens. */
const IN_THE_LULL = 12;
const LULL_MS = 30;

/** Steps at which a promise breaks. A run that was opened whole is judged bit by bit, when the page has nothing to do. */
export function useBreaks(): readonly number[] {
  const page = usePage();
  const branches = useSlice(branchesOf);
  const current = useSlice(currentOf);
  const timeline = branches[current]?.timeline;
  const [, setJudged] = useState(0);
  const found = page.breaks(page.session.store.getState(), AT_ONCE);
  const { complete } = found;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run asks anew
  useEffect(() => {
    if (complete) {
      return;
    }
    const timer = setInterval(() => {
      if (page.breaks(page.session.store.getState(), IN_THE_LULL).complete) {
        clearInterval(timer);
        setJudged((count) => count + 1);
      }
    }, LULL_MS);
    return () => clearInterval(timer);
  }, [complete, page, timeline]);
  return found.steps;
}
