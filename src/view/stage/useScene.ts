import { useMemo } from 'react';
import type { Scene } from '../../scene/scene.ts';
import type { SessionState } from '../../store/sessionState.ts';
import type { ShownResult } from '../node/latestResult.ts';
import { usePage, useSlice } from '../sessionContext.ts';
import { geometryOf } from './geometry.ts';
import type { LoomView } from './useLoomView.ts';

const whole = (state: SessionState): SessionState => state;

export interface Shown {
  readonly scene: Scene;
  readonly answer: ShownResult | null;
}

/** What is shown at the session's playhead, made anew only when the log, the playhead or what is picked has changed. */
export function useScene(
  size: { readonly width: number; readonly height: number },
  { zoom, whole: all, scroll }: LoomView,
): Shown {
  const page = usePage();
  const state = useSlice(whole);
  const { branches, current, playhead, selection, tableKey, held, pair, theme } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the projection reads no other part of the state
  const scene = useMemo(() => {
    const geometry = geometryOf({ ...size, nodes: page.nodeCount(state), theme, zoom });
    const options = {
      selection,
      tableKey,
      held,
      pair,
      geometry,
      scroll,
      whole: all,
      naming: 'lesson',
    } as const;
    return page.project(state, options);
  }, [page, branches, current, playhead, selection, tableKey, held, pair, size, theme, zoom, all, scroll]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same
  const answer = useMemo(() => page.answer(state), [page, branches, current, playhead]);
  return { scene, answer };
}
