// The one script that every worker of the page runs: the engine is in it once, whatever the worker is begun for.

import { createExploring } from './exploring.ts';
import type { ToWorker } from './protocol.ts';
import { createRandomRunning } from './randomRunning.ts';
import { createWarmUp } from './warmUp.ts';

// A channel to itself gives the turn back to whatever was said meanwhile, without the four milliseconds of a timer.
const turns = new MessageChannel();
let next: (() => void) | null = null;
turns.port1.onmessage = () => {
  const work = next;
  next = null;
  work?.();
};
const surroundings = {
  tell: (message: unknown) => postMessage(message),
  now: () => performance.now(),
  later: (work: () => void) => {
    next = work;
    turns.port2.postMessage(null);
  },
};
const exploring = createExploring(surroundings, createWarmUp());
const beginRandomRuns = createRandomRunning(surroundings);

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'random-runs') {
    beginRandomRuns(data);
  } else {
    exploring(data);
  }
});
