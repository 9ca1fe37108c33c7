// What is compared, for the drawer and for the cards on the stage: computed once for all of them.

import { compareOf } from '../../scene/compare/compareOf.ts';
import type { CompareView } from '../../scene/compare/comparison.ts';
import { firstAsked, sidesOf } from '../../scene/compare/sidesOf.ts';
import type { Comparison, SessionState } from '../../store/state/sessionState.ts';
import { useSlice } from '../session/sessionContext.ts';
import { shownOptions } from '../session/shownOptions.ts';

export interface Compared {
  readonly asked: Comparison;
  readonly view: CompareView | null;
}

const whole = (state: SessionState): SessionState => state;

let memo: { readonly state: SessionState; readonly compared: Compared } | null = null;

/** Whether two states of the session compare the same. */
const isSame = (a: SessionState, b: SessionState): boolean =>
  a.branches === b.branches &&
  a.current === b.current &&
  a.playhead.step === b.playhead.step &&
  a.comparison === b.comparison &&
  a.tableKey === b.tableKey;

function comparedOf(state: SessionState): Compared {
  const { branches, current, playhead, comparison } = state;
  const tree = { branches, current, step: playhead.step };
  // A run that was opened since may lack what was compared.
  const isThere = comparison !== null && sidesOf(comparison, tree) !== null;
  const asked = isThere ? comparison : firstAsked(tree);
  const sides = sidesOf(asked, tree);
  return { asked, view: sides === null ? null : compareOf(sides, shownOptions(state)) };
}

export function useCompared(): Compared {
  const state = useSlice(whole);
  if (memo === null || !isSame(memo.state, state)) {
    memo = { state, compared: comparedOf(state) };
  }
  return memo.compared;
}
