import { PARTS } from '../lesson.ts';

/** Whoever reads incidents has seen everything. */
export const ALL_PARTS = PARTS;
