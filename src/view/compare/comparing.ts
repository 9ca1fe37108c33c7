// When the stage itself shows a comparison: while its drawer is open; lanes also while a run under other protections stands
// beside the old one.

import type { SessionState } from '../../store/state/sessionState.ts';

export function isTurned({ turn, current }: SessionState): boolean {
  return turn !== null && (current === turn.is || current === turn.was);
}

const isShown = (state: SessionState): boolean => state.drawer === 'compare' || isTurned(state);

/** Lanes are split: the other branch along their left side. */
export const hasSplitLanes = (state: SessionState): boolean =>
  isShown(state) && state.comparison?.kind === 'branches';

/** Cards show what was and what is, beside the list of all that differs; without it they show what is. */
export const hasComparedCards = ({ drawer, comparison }: SessionState): boolean =>
  drawer === 'compare' && comparison !== null && comparison.kind !== 'nodes';
