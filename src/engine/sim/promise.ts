// A promise is data (SPEC I-table): an id, one sentence, a check over a state, and the smallest witness of a break.

import type { NodeId, SchemaVersion, ShardId, StatementId } from '../plain/scalars.ts';
import type { Core } from './state.ts';

export interface Witness {
  /** One sentence naming what is broken and where. */
  readonly sentence: string;
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
  readonly id: string;
  readonly title: string;
  /** Null when it holds. */
  readonly check: (core: Core) => Witness | null;
}

export interface PromiseStatus {
  readonly id: string;
  readonly title: string;
  readonly held: boolean;
  readonly witness: Witness | null;
}
