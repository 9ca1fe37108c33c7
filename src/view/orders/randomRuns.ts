// Random runs go on while the drawer is closed, and while the stage shows something else: they belong to the page.

import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Protections } from '../../engine/index.ts';
import { type RandomTried, withFind } from '../../scene/orders/randomFinds.ts';
import { type BeginRandomRuns, beginRandomRuns } from '../../workers/randomRunsPort.ts';
import { freshSeed } from '../setup/freshSeed.ts';

export interface RandomRuns extends RandomTried {
  readonly seed: number;
  /** What the runs on show were drawn under; null before any. */
  readonly protections: Protections | null;
}

export interface RandomRunsMoves {
  readonly store: StoreApi<RandomRuns>;
  readonly setSeed: (seed: number) => void;
  readonly start: (protections: Protections) => void;
  readonly stop: () => void;
}

function createRandomRuns(begin: BeginRandomRuns, seed: number): RandomRunsMoves {
  const store = createStore<RandomRuns>(() => ({
    seed,
    protections: null,
    running: false,
    runs: 0,
    steps: 0,
    found: [],
  }));
  let end: (() => void) | null = null;
  const stop = (): void => {
    end?.();
    end = null;
    store.setState({ running: false });
  };
  return {
    store,
    setSeed: (next) => store.setState({ seed: next }),
    stop,
    start: (protections) => {
      stop();
      store.setState({ protections, running: true, runs: 0, steps: 0, found: [] });
      end = begin({ seed: store.getState().seed, protections }, ({ runs, steps, find }) => {
        const { found } = store.getState();
        store.setState({ runs, steps, found: find === null ? found : withFind(found, find) });
      });
    },
  };
}

const ofThisPage = { current: null as RandomRunsMoves | null };

export function useRandomRuns(): readonly [RandomRuns, RandomRunsMoves] {
  ofThisPage.current ??= createRandomRuns(beginRandomRuns, freshSeed());
  return [useStore(ofThisPage.current.store), ofThisPage.current];
}
