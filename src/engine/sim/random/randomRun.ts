// One random run from a seed (SPEC Z1-Z3): played, healed and settled, judged, and, when it breaks a promise that is made for
// it, shrunk to the smallest run that still does.

import { draw } from '../draw.ts';
import type { PromiseId, Witness } from '../promise.ts';
import type { Run } from '../run.ts';
import type { Timeline } from '../timeline.ts';
import { createTimeline, toRun } from '../timeline.ts';
import { firstBreak, promisesMade } from './judge.ts';
import { healAndSettle, play, playCommands, randomPicks, SEED } from './play.ts';
import type { BrokenRun } from './shrink.ts';
import { brokenRun, shrinkRun } from './shrink.ts';
import type { RandomSettings } from './swarm.ts';
import { swarmOf } from './swarm.ts';

export interface RandomFind {
  readonly seed: number;
  readonly promise: PromiseId;
  readonly witness: Witness;
  /** Steps of the run as it was found, up to the break. */
  readonly stepsFound: number;
  /** The smallest run that breaks the promise, in its last step. */
  readonly run: Run;
}

export interface RandomOutcome {
  readonly steps: number;
  readonly find: RandomFind | null;
}

/** Steps in which everything comes to rest, or never does: nodes that cannot agree pull from each other for ever. */
const SETTLE_MAX = 400;

/** Seeds of one session: the nth run of a seed, so that any run can be had again by itself. */
export function nthSeed(seed: number, n: number): number {
  return draw(seed, `random run ${n}`, 2 ** 31);
}

export function randomRun(seed: number, settings: RandomSettings): RandomOutcome {
  const { world, moves } = swarmOf(seed, settings);
  const played = healAndSettle(play(world, randomPicks(seed, moves)), SEED, SETTLE_MAX);
  const commands = played.steps.map(({ command }) => command);
  const found = foundIn(world.config, played.steps, commands);
  const { length } = played.steps;
  return { steps: length, find: found === null ? null : findOf(seed, found) };
}

/** The first break of a promise that the whole run is within, or that its beginning is. */
function foundIn(
  config: BrokenRun['config'],
  steps: Parameters<typeof firstBreak>[0],
  commands: BrokenRun['commands'],
): BrokenRun | null {
  let left = promisesMade(config, []);
  for (;;) {
    const broken = firstBreak(steps, left);
    if (broken === null) {
      return null;
    }
    const begun = commands.slice(0, broken.steps);
    if (promisesMade(config, begun).includes(broken.promise)) {
      return { config, commands: begun, broken };
    }
    left = left.filter((promise) => promise !== broken.promise);
  }
}

function findOf(seed: number, found: BrokenRun): RandomFind {
  const { config, commands, broken } = shrinkRun(
    brokenRun(found.config, found.commands, found.broken.promise) ?? found,
  );
  return {
    seed,
    promise: broken.promise,
    witness: broken.witness,
    stepsFound: found.commands.length,
    run: toRun(timelineOf({ config, commands })),
  };
}

function timelineOf({ config, commands }: Pick<BrokenRun, 'config' | 'commands'>): Timeline {
  const created = createTimeline({ seed: SEED, config });
  if (!created.ok) {
    throw new Error(created.problem);
  }
  return { ...created.value, steps: playCommands(config, commands).steps };
}
