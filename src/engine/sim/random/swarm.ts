// The world of one random run, drawn from its seed (SPEC Z1). As in swarm testing, each run leaves out some kinds of moves and
// does others often: what every run did a little would hide what only many drops, or no reads at all, can show.

import type { Config } from '../../config/config.ts';
import { configOf } from '../../config/config.ts';
import type { Protections } from '../../config/protections.ts';
import { draw } from '../draw.ts';
import type { What, World } from './mix.ts';
import { setupOf } from './tables.ts';

export interface RandomSettings {
  readonly protections: Protections;
}

/** Kinds that a run may lack, each with its weight where it is there. Delivering is always there. */
const OPTIONAL: Readonly<Partial<Record<What, number>>> = {
  add: 3,
  drop: 2,
  insert: 5,
  update: 2,
  delete: 1,
  select: 4,
  prepare: 1,
  comment: 1,
  type: 1,
  lose: 2,
  duplicate: 1,
  cut: 1,
  crash: 1,
  flush: 1,
  compact: 1,
  evict: 1,
  expire: 1,
  skew: 1,
  wait: 1,
};
/** What undoes a fault comes with it. */
const WITH: Partial<Record<What, readonly [What, number]>> = { cut: ['heal', 1], crash: ['restart', 2] };
/** Faults and rarities are left out more often: they end the conditions of many promises. */
const RARE: readonly What[] = ['crash', 'expire', 'skew', 'type', 'duplicate', 'cut', 'comment', 'prepare'];

const NAMES = ['a', 'c', 'e', 'f', 'g', 'h'];

export interface Swarm {
  readonly world: World;
  /** How many moves, before everything heals and comes to rest. */
  readonly moves: number;
}

export function swarmOf(seed: number, { protections }: RandomSettings): Swarm {
  const drawn = (what: string, below: number): number => draw(seed, `random run ${what}`, below);
  const mix: Partial<Record<What, number>> = { next: 4 + drawn('next', 10), any: 4 + drawn('any', 24) };
  for (const [what, weight] of Object.entries(OPTIONAL) as [What, number][]) {
    const isThere = drawn(`has ${what}`, 8) < (RARE.includes(what) ? 2 : 5);
    if (isThere) {
      mix[what] = weight * (1 + drawn(`weight ${what}`, 3));
      const [undoing, often] = WITH[what] ?? ['next', 0];
      mix[undoing] = (mix[undoing] ?? 0) + often;
    }
  }
  const few = drawn('names', 3) === 0;
  const world: World = {
    mix,
    names: few ? NAMES.slice(0, 2) : NAMES,
    namesOnce: drawn('names once', 3) > 0,
    stamps: drawn('stamps', 4) === 0 ? 'drawn' : 'rising',
    losesPulls: drawn('loses pulls', 3) === 0,
    config: clusterOf(drawn, protections),
  };
  return { world, moves: 20 + drawn('moves', 120) };
}

function clusterOf(drawn: (what: string, below: number) => number, protections: Protections): Config {
  const nodes = [...'ABCD'].slice(0, [2, 3, 3, 3, 3, 4][drawn('nodes', 6)]);
  const parts = drawn('centres', 5) === 0 ? 2 : 1;
  return configOf({
    nodes,
    shards: drawn('shards', 4) === 0 ? 2 : 1,
    replicationFactor: drawn('replicas', 5) === 0 ? 1 : nodes.length,
    dataCentres: Object.fromEntries(nodes.map((node, i) => [node, parts === 2 && i > 0 ? 'dc2' : 'dc1'])),
    protections,
    setup: setupOf(drawn('tables', 5) === 0 ? 2 : 1),
  });
}
