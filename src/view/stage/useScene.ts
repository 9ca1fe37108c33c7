import { useMemo } from 'react';
import { ARRIVAL } from '../../scene/shape/arrival.ts';
import type { Scene } from '../../scene/shape/scene.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import type { ShownResult } from '../node/latestResult.ts';
import { usePage, useSlice } from '../session/sessionContext.ts';
import { geometryOf } from './geometry.ts';
import type { LoomView } from './useLoomView.ts';

const whole = (state: SessionState): SessionState => state;

export interface Shown {
  readonly scene: Scene;
  readonly answer: ShownResult | null;
  /** Between two recorded steps: what has arrived there, and where the way ends; the same for all shares of it. */
  readonly between: Between | null;
  /** A step's picture with what arrives in the next one next to where it arrives. */
  readonly arriving: (earlier: Scene) => Scene;
}

export interface Between {
  readonly arrival: Scene;
  readonly upper: Scene;
}

/** What is shown at the session's playhead, made anew only when the log, the playhead or what is picked has changed. */
export function useScene(
  size: { readonly width: number; readonly height: number },
  { zoom, whole: all, scroll }: LoomView,
): Shown {
  const page = usePage();
  const state = useSlice(whole);
  const { branches, current, playhead, selection, tableKey, held, pair, theme, drawer } = state;
  const folded = drawer !== 'node';
  const hidden = page.hidden(state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the projection reads no other part of the state
  const options = useMemo(() => {
    const geometry = geometryOf({ ...size, nodes: page.nodeCount(state), theme, zoom });
    return {
      selection,
      tableKey,
      held,
      pair,
      folded,
      hidden,
      geometry,
      scroll,
      whole: all,
      naming: 'lesson',
    } as const;
  }, [
    page,
    branches,
    current,
    selection,
    tableKey,
    held,
    pair,
    folded,
    hidden,
    size,
    theme,
    zoom,
    all,
    scroll,
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same
  const scene = useMemo(() => page.project(state, options), [page, branches, current, playhead, options]);
  const after = (at: number): Scene =>
    page.project({ ...state, playhead: { step: at + 1, fraction: 0 } }, options);
  const arriving = (earlier: Scene): Scene => page.projectOn(state, options, earlier, ARRIVAL);
  const { step, fraction } = playhead;
  const isBetween = fraction > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: not of the fraction
  const between = useMemo(
    () => (isBetween ? { arrival: arriving(scene), upper: after(step) } : null),
    [page, branches, current, step, isBetween, options],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same
  const answer = useMemo(() => page.answer(state), [page, branches, current, playhead]);
  return { scene, answer, between, arriving };
}
