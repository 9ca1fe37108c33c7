/** A node's name: one capital letter. */
export type NodeId = string;
/** A shard's number within its node, from 0. */
export type ShardId = number;
/** A statement's id, unique within a run tree; given when it is queued and kept when a run is edited (N4). */
export type StatementId = string;
