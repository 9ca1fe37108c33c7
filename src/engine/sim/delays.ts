// How long things take, in microseconds of virtual time (SPEC N10): the original's own delays, and round figures for the rest.

export const PULL_DELAY = 60_000_000;
export const UPTIME_SHORT = 60_000_000;
export const WRITE_TIMEOUT = 2_000_000;
export const READ_TIMEOUT = 5_000_000;
export const REGISTRY_GRACE = 1_000_000;
export const GOSSIP_INTERVAL = 1_000_000;
export const MERGE_TIME = 200;
/** How often a node that joins looks whether it has everybody's schema. */
export const BOOTSTRAP_POLL = 1_000_000;
/** How long writes go to the owners to come before data does. */
export const RING_DELAY = 30_000_000;
