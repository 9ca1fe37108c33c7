import { useMemo } from 'react';
import type { BranchTree } from '../../scene/transport/branchLanes.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { useSession, useSlice } from '../session/sessionContext.ts';

const branchesOf = (state: SessionState) => state.branches;
const currentOf = (state: SessionState): number => state.current;

/** The run tree as the scene's lanes need it; the same object until a branch or the place in it changes. */
export function useBranchTree(): BranchTree {
  const { relations } = useSession();
  const branches = useSlice(branchesOf);
  const current = useSlice(currentOf);
  return useMemo(() => {
    const rejoins = relations().flatMap(({ branch, parent, rejoin }) =>
      parent === null || rejoin === null ? [] : [{ branch, step: rejoin.a, other: parent, at: rejoin.b }],
    );
    const facts = branches.map(({ name, about, from, timeline }) => ({
      name,
      about,
      from,
      steps: timeline.steps.length,
    }));
    return { branches: facts, rejoins, current };
  }, [relations, branches, current]);
}
