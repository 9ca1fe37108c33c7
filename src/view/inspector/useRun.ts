import { useMemo } from 'react';
import type { Timeline } from '../../engine/index.ts';
import type { SceneOptions } from '../../scene/shape/scene.ts';
import { timelineOf } from '../../store/session.ts';
import type { Playhead } from '../../store/state/playhead.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { usePage, useSlice } from '../session/sessionContext.ts';
import { shownOptions } from '../session/shownOptions.ts';

const whole = (state: SessionState): SessionState => state;

export interface ShownRun {
  readonly timeline: Timeline;
  readonly playhead: Playhead;
  readonly options: SceneOptions;
}

/** The run on the screen, its playhead, and the options it is drawn with; null until the engine has arrived. */
export function useRun(): ShownRun | null {
  const { alive } = usePage();
  const state = useSlice(whole);
  const { branches, current, playhead, selection, tableKey, held, pair } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the projection reads no other part of the state
  return useMemo(
    () => (alive ? { timeline: timelineOf(state), playhead, options: shownOptions(state) } : null),
    [alive, branches, current, playhead, selection, tableKey, held, pair],
  );
}
