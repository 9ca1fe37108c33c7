import { useEffect, useMemo, useState } from 'react';
import type { SessionState } from '../../store/state/sessionState.ts';
import { usePage, useSlice } from '../session/sessionContext.ts';

const branchesOf = (state: SessionState) => state.branches;
const currentOf = (state: SessionState): number => state.current;

/** States judged while a picture is drawn: what a person or a lesson adds at once. */
const AT_ONCE = 40;
/** States judged in one go while nothing else happens, and how much of the lull has to be left for the next go. */
const IN_THE_LULL = 2;
const LULL_LEFT_MS = 6;

/** Steps at which a promise breaks. A run that was opened whole is judged bit by bit, when the page has nothing to do. */
export function useBreaks(): readonly number[] {
  const page = usePage();
  const branches = useSlice(branchesOf);
  const current = useSlice(currentOf);
  const timeline = branches[current]?.timeline;
  const [finished, setFinished] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run asks anew, and so does the end of the judging
  const found = useMemo(
    () => page.breaks(page.session.store.getState(), AT_ONCE),
    [page, timeline, finished],
  );
  const { complete } = found;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run is judged anew
  useEffect(() => {
    if (complete) {
      return;
    }
    return inTheLull(() => {
      const done = page.breaks(page.session.store.getState(), IN_THE_LULL).complete;
      if (done) setFinished((count) => count + 1);
      return done;
    });
  }, [complete, page, timeline]);
  return found.steps;
}

/** Calls `work` again and again while the browser is idle, until it returns true; what it returns stops it. */
function inTheLull(work: () => boolean): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setInterval(() => {
      if (work()) clearInterval(timer);
    }, 50);
    return () => clearInterval(timer);
  }
  let handle = 0;
  const go = (deadline: IdleDeadline): void => {
    let done = work();
    while (!done && deadline.timeRemaining() > LULL_LEFT_MS) done = work();
    if (!done) handle = requestIdleCallback(go);
  };
  handle = requestIdleCallback(go);
  return () => cancelIdleCallback(handle);
}
