// The page's side of the random runs: a worker that is begun with them and ended with them.

import type { FromRandomRuns, ToRandomRuns } from './randomRunning.ts';

/** Begins random runs; what it returns ends them. */
export type BeginRandomRuns = (asked: ToRandomRuns, heard: (message: FromRandomRuns) => void) => () => void;

export const beginRandomRuns: BeginRandomRuns = (asked, heard) => {
  const worker = new Worker(new URL('./randomRuns.worker.ts', import.meta.url), {
    type: 'module',
    name: 'random runs',
  });
  worker.onmessage = (event: MessageEvent<FromRandomRuns>) => heard(event.data);
  worker.postMessage(asked);
  return () => worker.terminate();
};
