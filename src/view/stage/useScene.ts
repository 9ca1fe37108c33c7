import { useMemo } from 'react';
import type { Scene } from '../../scene/scene.ts';
import type { SessionState } from '../../store/sessionState.ts';
import type { ShownResult } from '../node/latestResult.ts';
import { usePage, useSlice } from '../sessionContext.ts';
import { geometryOf } from './geometry.ts';

const whole = (state: SessionState): SessionState => state;

export interface Shown {
  readonly scene: Scene;
  readonly answer: ShownResult | null;
}

/** What is shown at the session's playhead, made anew only when the log, the playhead or what is picked has changed. */
export function useScene(size: { readonly width: number; readonly height: number }): Shown {
  const page = usePage();
  const state = useSlice(whole);
  const { branches, current, playhead, selection, tableKey, held, pair, theme } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the projection reads no other part of the state
  const scene = useMemo(() => {
    const geometry = geometryOf({ ...size, nodes: page.nodeCount(state), theme });
    return page.project(state, { selection, tableKey, held, pair, geometry, naming: 'lesson' });
  }, [page, branches, current, playhead, selection, tableKey, held, pair, size, theme]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same
  const answer = useMemo(() => page.answer(state), [page, branches, current, playhead]);
  return { scene, answer };
}
