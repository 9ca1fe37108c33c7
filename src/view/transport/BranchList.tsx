// Every branch in words: where it left, where it ends, and with whom it comes to the same state again.

import { useMemo } from 'react';
import { branchList } from '../../scene/branchLanes.ts';
import type { SessionState } from '../../store/sessionState.ts';
import { usePage, useSession, useSlice } from '../sessionContext.ts';

const branchesOf = (state: SessionState) => state.branches;
const currentOf = (state: SessionState): number => state.current;

export function BranchList({ onDone }: { readonly onDone: () => void }) {
  const session = useSession();
  const { rejoins } = usePage();
  const branches = useSlice(branchesOf);
  const current = useSlice(currentOf);
  const all = useMemo(() => {
    const facts = branches.map(({ name, from, timeline }) => ({ name, from, steps: timeline.steps.length }));
    return branchList({ branches: facts, rejoins: rejoins(branches), current });
  }, [branches, rejoins, current]);
  if (all.length < 2) {
    return null;
  }
  const compare = (branch: number): void => {
    session.compare({ kind: 'branches', a: branch, b: current });
    session.openDrawer('compare');
    onDone();
  };
  return (
    <section className="panel-row" aria-label="Branches">
      <h3>Branches</h3>
      <ul className="places">
        {all.map(({ branch, name, sentence, current: here }) => (
          <li key={branch}>
            <button
              type="button"
              className="place"
              aria-current={here || undefined}
              onClick={() => session.switchBranch(branch)}
            >
              <span>{sentence}</span>
            </button>
            {!here && (
              <button
                type="button"
                className="button"
                aria-label={`Compare with ${name}`}
                onClick={() => compare(branch)}
              >
                Compare
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
