import { useMemo } from 'react';
import type { Scene } from '../../scene/scene.ts';
import type { SessionState } from '../../store/session.ts';
import { timelineOf } from '../../store/session.ts';
import { usePage, useSlice } from '../sessionContext.ts';
import { geometryOf } from './geometry.ts';

const whole = (state: SessionState): SessionState => state;

/** The scene at the session's playhead, made anew only when the log, the playhead or what is picked has changed. */
export function useScene(size: { readonly width: number; readonly height: number }): Scene {
  const { project } = usePage();
  const state = useSlice(whole);
  const { playhead, selection, pair, theme } = state;
  const timeline = timelineOf(state);
  const nodes = timeline.config.nodes.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the projection reads no other part of the state
  return useMemo(
    () =>
      project(state, {
        selection,
        tableKey: null,
        pair,
        geometry: geometryOf({ ...size, nodes, theme }),
        naming: 'lesson',
      }),
    [project, timeline, playhead, selection, pair, size, nodes, theme],
  );
}
