// The page's side of the random runs: a worker that is begun with them and ended with them.

import { openWorker } from './openWorker.ts';
import type { FromRandomRuns, RandomRunsAsk } from './randomRunning.ts';

/** Begins random runs; what it returns ends them. */
export type BeginRandomRuns = (asked: RandomRunsAsk, heard: (message: FromRandomRuns) => void) => () => void;

export const beginRandomRuns: BeginRandomRuns = (asked, heard) => {
  const worker = openWorker('random runs', heard);
  worker.post({ kind: 'random-runs', ...asked });
  return worker.end;
};
