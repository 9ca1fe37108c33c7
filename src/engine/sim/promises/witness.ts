import type { Fault, Witness } from '../promise.ts';

/** A witness with everything that is not named left out. */
export function witness(fault: Fault, part: Partial<Witness> = {}): Witness {
  return {
    fault,
    nodes: [],
    shard: null,
    keyspace: null,
    table: null,
    key: null,
    column: null,
    version: null,
    statement: null,
    ...part,
  };
}
