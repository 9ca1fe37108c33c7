/** How long a step takes to slide in, in seconds of the film. */
export const GLIDE_S = 0.9;
