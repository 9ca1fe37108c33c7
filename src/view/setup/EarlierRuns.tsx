import { dialogWords } from '../../scene/words/dialogWords.ts';
import type { OpenRun, SessionState } from '../../store/state/sessionState.ts';
import { useSession, useSlice } from '../session/sessionContext.ts';

const earlierOf = (state: SessionState): readonly OpenRun[] => state.earlier;

/** Runs that were open before, the last one first; going back to one keeps the present one here. */
export function EarlierRuns() {
  const session = useSession();
  const earlier = useSlice(earlierOf);
  if (earlier.length === 0) {
    return null;
  }
  const reopen = (index: number): void => {
    if (session.reopen(index).ok) session.openDrawer(null);
  };
  return (
    <section className="setup-part" aria-labelledby="earlier-title">
      <h3 id="earlier-title">{dialogWords('runs-before')}</h3>
      <ul className="earlier-runs">
        {earlier
          .map((run, index) => ({ run, index }))
          .reverse()
          .map(({ run, index }) => (
            <li key={index}>
              <button type="button" className="button" onClick={() => reopen(index)}>
                {dialogWords('back-to-title', { title: run.title })}
              </button>
              <span className="caption">{placeOf(run)}</span>
            </li>
          ))}
      </ul>
    </section>
  );
}

function placeOf({ branches, current, playhead }: OpenRun): string {
  const steps = branches[current]?.timeline.steps.length ?? 0;
  const at = dialogWords('step-step-of-steps', { step: playhead.step, steps });
  return branches.length > 1 ? dialogWords('at-length-branches', { at, length: branches.length }) : at;
}
