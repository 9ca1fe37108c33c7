// What a person, a lesson or a script asks for (SPEC N3). Commands are the truth of a run: plain, small, replayable.

import type { RingChange } from '../config/config.ts';
import type { Protections } from '../config/protections.ts';
import type { Literal, Statement } from '../cql/statement.ts';
import type { NodeId, ShardId, StatementId, Timestamp } from '../plain/scalars.ts';

/** What the network and the nodes themselves do next; `pending` lists the legal ones. */
export type Delivery =
  | { readonly kind: 'deliver' | 'lose' | 'duplicate'; readonly message: string }
  | { readonly kind: 'fire'; readonly timer: string }
  | { readonly kind: 'gossip'; readonly from: NodeId; readonly to: NodeId }
  /** The next phase of a queued schema merge (M2). */
  | { readonly kind: 'merge'; readonly node: NodeId; readonly merge: string }
  /** One shard switches to the merged schema (M6); only with two or more shards. */
  | { readonly kind: 'publish'; readonly node: NodeId; readonly merge: string; readonly shard: ShardId }
  /** The change of the ring that is under way goes on (O3-O6). */
  | { readonly kind: 'ring'; readonly node: NodeId; readonly phase: RingChange['phase'] };

/** What an operator does. */
export type Operation =
  | {
      readonly kind: 'flush' | 'compact';
      readonly node: NodeId;
      readonly keyspace: string;
      readonly table: string;
    }
  | {
      readonly kind: 'evict';
      readonly node: NodeId;
      readonly keyspace: string;
      readonly table: string;
      readonly key?: Readonly<Record<string, Literal>>;
    }
  | { readonly kind: 'crash' | 'restart'; readonly node: NodeId }
  /** A new node joins; a running node leaves, or one that is down is taken out (O1, O6). */
  | { readonly kind: 'add-node' | 'remove-node'; readonly node: NodeId }
  /** Schema tombstones older than the grace period are compacted away (E1). */
  | { readonly kind: 'expire-tombstones'; readonly node: NodeId }
  | { readonly kind: 'cut' | 'heal'; readonly a: NodeId; readonly b: NodeId }
  /** The node's clock from now on differs from true time by `micros`. */
  | { readonly kind: 'skew'; readonly node: NodeId; readonly micros: number }
  | { readonly kind: 'wait'; readonly micros: number }
  | { readonly kind: 'protect'; readonly protections: Partial<Protections> };

export type Command = Statement | Delivery | Operation;

type Draft<S> = S extends Statement
  ? Omit<S, 'id' | 'timestamp'> & { readonly id?: StatementId; readonly timestamp?: Timestamp }
  : never;
/** A statement as a person gives it: the timeline adds id and timestamp when it queues it. */
export type StatementDraft = Draft<Statement>;
/** What can be asked of a timeline. */
export type CommandDraft = StatementDraft | Delivery | Operation;
