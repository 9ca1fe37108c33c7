import type { Witness } from '../promise.ts';

/** A witness with everything that is not named left out. */
export function witness(sentence: string, part: Partial<Witness> = {}): Witness {
  return {
    sentence,
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
