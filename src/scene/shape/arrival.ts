/**
 * The share of the way between two steps at which what arrives has arrived: cause comes before effect. Up to here a picture
 * shows the earlier step, and only the arriving envelope moves.
 */
export const ARRIVAL = 0.5;
