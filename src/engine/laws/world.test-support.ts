// For laws only: worlds of random runs.

import type { Config } from '../config/config.ts';
import { configOf } from '../config/config.ts';
import type { Protections } from '../config/protections.ts';
import { PROTECTIONS_2016 } from '../config/protections.ts';
import type { Mix, World } from '../sim/random/mix.ts';
import { setupOf } from '../sim/random/tables.ts';

export function protectedBy(part: Partial<Protections>): Protections {
  return { ...PROTECTIONS_2016, ...part };
}

export function worldOf(part: Partial<Omit<World, 'config'>> & { readonly config?: Partial<Config> }): World {
  return {
    mix: { next: 6, any: 10, add: 2, insert: 3, select: 2 },
    names: ['a', 'c', 'e'],
    stamps: 'rising',
    namesOnce: true,
    losesPulls: false,
    ...part,
    config: configOf({ setup: setupOf(), ...part.config }),
  };
}

/** Nearly everything, for laws that hold whatever happens. */
export const MOST: Mix = {
  next: 4,
  any: 14,
  add: 3,
  drop: 2,
  type: 1,
  comment: 1,
  'create-table': 1,
  'drop-table': 1,
  insert: 4,
  update: 1,
  delete: 2,
  select: 3,
  prepare: 1,
  lose: 2,
  duplicate: 1,
  cut: 1,
  heal: 1,
  crash: 1,
  restart: 2,
  flush: 1,
  compact: 1,
  evict: 1,
  expire: 1,
  'add-node': 1,
  'remove-node': 1,
};
