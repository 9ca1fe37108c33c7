// A stored run on the stage, and beside it the same commands under other protections.

import type { StoreApi } from 'zustand/vanilla';
import type { Result, Timeline } from '../../engine/index.ts';
import { ok } from '../state/outcome.ts';
import type { Exhibit, SessionState } from '../state/sessionState.ts';
import { timelineOf } from '../state/shown.ts';
import { turned } from '../time/turning.ts';
import { firstTable, openRun, withRun } from './openRuns.ts';

/** The stored run stays on the screen; the one under other protections is what it is compared with. */
export function exhibited(store: StoreApi<SessionState>, exhibit: Exhibit): Result<Timeline> {
  const { title, timeline, step, beside } = exhibit;
  const run = { ...openRun(title, timeline, step), tableKey: firstTable(timeline.config) };
  const before = store.getState();
  const opened: SessionState = { ...before, ...withRun(before, run, before.earlier) };
  if (beside === undefined) {
    store.setState(opened);
    return ok(timeline);
  }
  const result = turned(opened, beside);
  if (!result.ok) {
    return result;
  }
  const { state, turn } = result.value;
  const [was, is] = [turn.is, turn.was];
  store.setState({
    ...opened,
    ...state,
    current: is,
    // Told of the stored run: what is new in the other is not new in it.
    turn: { ...turn, was, is, besides: turn.skipped, skipped: turn.besides },
    comparison: { kind: 'branches', a: was, b: is },
    playhead: { step, fraction: 0 },
    notice: opened.notice,
  });
  return ok(timelineOf(store.getState()));
}
