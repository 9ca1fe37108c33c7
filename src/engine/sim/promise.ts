// A promise is data (SPEC I-table): an id, a check over a state, and the smallest witness of a break. What is said about it
// stands in the catalogues of the scene.

import type { BreachFault } from '../cluster/node.ts';
import type { NodeId, SchemaVersion, ShardId, StatementId } from '../plain/scalars.ts';
import type { Core } from './state.ts';

export type PromiseId =
  | 'I1'
  | 'I2'
  | 'I3'
  | 'I4'
  | 'I5'
  | 'I6'
  | 'I7'
  | 'I8'
  | 'I9'
  | 'I10'
  | 'I11'
  | 'I12'
  | 'I13'
  | 'I14'
  | 'I15'
  | 'I16';

/** What is wrong, as a plain fact; where it is wrong, the witness names. */
export type Fault =
  | BreachFault
  | {
      readonly kind:
        | 'synced-not-contained'
        | 'stored-not-contained'
        | 'one-version-two-schemas'
        | 'digests-differ'
        | 'versions-differ'
        | 'current-unknown'
        | 'held-forgotten'
        | 'coordinated-forgotten'
        | 'version-reused'
        | 'confirmed-missing'
        | 'sources-differ'
        | 'acknowledged-missing';
    }
  | { readonly kind: 'two-versions-one-schema'; readonly other: SchemaVersion };

export interface Witness {
  readonly fault: Fault;
  readonly nodes: readonly NodeId[];
  readonly shard: ShardId | null;
  readonly keyspace: string | null;
  readonly table: string | null;
  readonly key: string | null;
  readonly column: string | null;
  readonly version: SchemaVersion | null;
  readonly statement: StatementId | null;
}

export interface ProtocolPromise {
  readonly id: PromiseId;
  /** Null when it holds. */
  readonly check: (core: Core) => Witness | null;
}

export interface PromiseStatus {
  readonly id: PromiseId;
  readonly held: boolean;
  readonly witness: Witness | null;
}
