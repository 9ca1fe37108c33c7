// What there may be at most (SPEC N1). A limit is met with a sentence wherever something is added.

export const NODES_MAX = 9;
export const SHARDS_MAX = 4;
export const KEYSPACES_MAX = 8;
export const TABLES_MAX = 32;
export const COLUMNS_MAX = 64;
/** Partitions in one table. */
export const ROWS_MAX = 1_000;
export const MESSAGES_MAX = 2_000;
/** A `loss` of all messages: it is counted out of a thousand. */
export const LOSS_MAX = 1_000;
/** Steps in one run. */
export const STEPS_MAX = 10_000;
/** Nesting of a command or a configuration that comes from outside. */
export const DEPTH_MAX = 16;
/** Statements that a run may be set up with. */
export const SETUP_MAX = 200;
/** The last microsecond of a run's clock: some 142 years. */
export const TIME_MAX: number = 2 ** 52;
export const NAME_LENGTH_MAX = 48;
/** Length of one literal in a statement, in characters. */
export const VALUE_LENGTH_MAX = 4_096;
