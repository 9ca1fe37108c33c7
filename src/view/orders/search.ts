// The search of the drawer: what was asked, from where, and how far it has come. It outlives the drawer, so that what was found
// is there when one comes back from a run.

import { useSyncExternalStore } from 'react';
import { createStore } from 'zustand/vanilla';
import type { Exploration, ExploreOptions, StateGraph } from '../../engine/index.ts';
import type { Session, Spot } from '../../store/state/sessionState.ts';
import { shownState, timelineOf } from '../../store/state/shown.ts';
import { explorerOfPage } from '../../workers/explorerClient.ts';

export interface Search {
  readonly running: boolean;
  readonly cancelled: boolean;
  readonly problem: string | null;
  readonly found: Exploration | null;
  readonly ms: number;
  readonly statesMax: number;
  readonly graph: StateGraph | null;
  /** Where it began. */
  readonly from: Spot;
  /** The first branch of the run it was asked of: it is gone when another run is open. */
  readonly run: object | null;
  /** State of the search that the stage has been sent to last, and where that is. */
  readonly shown: { readonly state: number; readonly spot: Spot } | null;
}

const NOTHING: Search = {
  running: false,
  cancelled: false,
  problem: null,
  found: null,
  ms: 0,
  statesMax: 0,
  graph: null,
  from: { branch: 0, step: 0 },
  run: null,
  shown: null,
};

const store = createStore<Search>()(() => NOTHING);
let current = 0;

export function useSearch(): Search {
  return useSyncExternalStore(store.subscribe, store.getState);
}

export type Ask = Omit<ExploreOptions, 'before'>;

export function beginSearch(session: Session, options: Ask): void {
  const state = session.store.getState();
  const from: Spot = { branch: state.current, step: state.playhead.step };
  store.setState({
    ...NOTHING,
    running: true,
    from,
    run: state.branches[0]?.timeline.start ?? null,
    statesMax: options.statesMax,
    shown: { state: 0, spot: from },
  });
  const before = timelineOf(state).steps.slice(0, from.step);
  current = explorerOfPage().explore(
    shownState(state).core,
    { ...options, before: before.map(({ command }) => command) },
    {
      onProgress: ({ found, ms }) => store.setState({ found, ms }),
      onDone: ({ found, ms, graph, cancelled }) =>
        store.setState({ found, ms, graph, cancelled, running: false }),
      onRefused: (problem) => store.setState({ problem, running: false }),
    },
  );
}

export function cancelSearch(): void {
  explorerOfPage().cancel(current);
}

/** Takes the stage to a state of the search, on a branch that plays the way there. */
export async function openState(session: Session, state: number, about: string): Promise<void> {
  const { from } = store.getState();
  const commands = await explorerOfPage().runTo(current, state);
  const went = session.follow(from, commands, about);
  if (went.ok) {
    const { current: branch, playhead } = session.store.getState();
    store.setState({ shown: { state, spot: { branch, step: playhead.step } } });
  }
}
