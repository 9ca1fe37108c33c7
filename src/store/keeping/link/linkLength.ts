/** No link that anybody means is longer. */
export const LINK_LENGTH_MAX = 100_000;
