// The steps of random runs, for laws of other layers about all that can happen.

import type { Protections } from '../config/protections.ts';
import { play, randomPicks } from '../sim/random/play.ts';
import { swarmOf } from '../sim/random/swarm.ts';
import type { Step } from '../sim/state.ts';

export function randomSteps(seed: number, protections: Protections): readonly Step[] {
  const { world, moves } = swarmOf(seed, { protections });
  return play(world, randomPicks(seed, moves)).steps;
}
