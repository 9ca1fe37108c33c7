// The small words of the field that everything else is told in.

/** A node's name: one capital letter. */
export type NodeId = string;
/** A shard's number within its node, from 0. */
export type ShardId = number;
/** A statement's id, unique within a run tree; given when it is queued and kept when a run is edited (N4). */
export type StatementId = string;

/** Microseconds since the start of the run; a safe integer. */
export type Timestamp = number;

/** Lower-case hex of a serialized value, two digits a byte: comparing it as text compares the bytes, unsigned. */
export type Hex = string;

/** Full class name of a type, e.g. `org.apache.cassandra.db.marshal.UTF8Type`. Ties order by it, not by the CQL name. */
export type MarshalType = string;

/** A version is a UUID made from a hash. It can be compared for equality only: there is no order on it (V1). */
export type SchemaVersion = string;
