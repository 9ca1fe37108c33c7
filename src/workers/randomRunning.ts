// Random runs one after the other, in slices of one run, so that a word from the page gets through between them.

import { nthSeed, type RandomFind, type RandomSettings, randomRun } from '../engine/index.ts';

export interface RandomRunsAsk extends RandomSettings {
  /** Where the seeds begin: the nth run has the nth seed of it. */
  readonly seed: number;
}

export interface FromRandomRuns {
  /** Runs and steps since the beginning. */
  readonly runs: number;
  readonly steps: number;
  readonly find: RandomFind | null;
}

export interface Surroundings {
  readonly tell: (message: FromRandomRuns) => void;
  /** Gives the turn back, and goes on after that. */
  readonly later: (work: () => void) => void;
}

/** What the worker does when it is told to begin; it goes on until it is ended. */
export function createRandomRunning({ tell, later }: Surroundings): (asked: RandomRunsAsk) => void {
  return ({ seed, protections }) => {
    let runs = 0;
    let steps = 0;
    const goOn = (): void => {
      const outcome = randomRun(nthSeed(seed, runs), { protections });
      runs += 1;
      steps += outcome.steps;
      tell({ runs, steps, find: outcome.find });
      later(goOn);
    };
    goOn();
  };
}
