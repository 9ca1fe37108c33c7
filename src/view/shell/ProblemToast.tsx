import { useEffect } from 'react';
import type { SessionState } from '../../store/sessionState.ts';
import { Icon } from '../marks/Icon.tsx';
import { useSession, useSlice } from '../sessionContext.ts';

const problemOf = (state: SessionState) => state.problem;
const SHOWN_MS = 8_000;

/** A refusal in words. Nothing was changed, so it is not red and goes by itself. */
export function ProblemToast() {
  const session = useSession();
  const problem = useSlice(problemOf);
  useEffect(() => {
    if (problem === null) {
      return;
    }
    const timer = setTimeout(session.dismissProblem, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [problem, session]);
  return (
    <div className="toast-place" role="alert">
      {problem !== null && (
        <div className="toast" key={problem.count}>
          <p>{problem.sentence}</p>
          <button
            type="button"
            className="button quiet square"
            aria-label="Dismiss"
            onClick={session.dismissProblem}
          >
            <Icon name="cross" />
          </button>
        </div>
      )}
    </div>
  );
}
