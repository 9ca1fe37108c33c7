// What a challenge asks for, as a question to the engine. A goal sees where a run stands, and of the way there what it
// kept of it step by step: nothing else, since the explorer that proves a par takes two runs for one where both are equal.

import type {
  CommandDraft,
  FewestMoves,
  Monitor,
  Plain,
  Result,
  Standing,
  Timeline,
} from '../engine/index.ts';
import { fewestMoves, NO_MONITOR, standingAt, stateAt } from '../engine/index.ts';
import { type Lens, lensOf } from './lens.ts';

export interface GoalLens extends Lens {
  /** Where the challenge began. */
  readonly start: Lens;
}

/** `next` gives null where the goal cannot be met any more: nothing is searched behind that. */
export interface Goal extends Monitor<Plain> {
  isMet(lens: GoalLens, seen: Plain): boolean;
}

/** A goal that asks how things stand. */
export const stands = (isMet: (lens: GoalLens) => boolean): Goal => ({ ...NO_MONITOR, isMet });

/** A goal that also asks how one came there. */
export const standsAfter = <Seen extends Plain>(
  goal: Monitor<Seen> & { isMet(lens: GoalLens, seen: Seen): boolean },
): Goal => goal;

/** A goal, and what may be used on the way to it. */
export interface Aim {
  readonly goal: Goal;
  /** Apart from what is on its way: the explorer, which proves the par, tries all of it at any moment. */
  readonly may: readonly CommandDraft[];
  /** Whether messages may be lost. */
  readonly mayLose?: boolean;
}

/** Met, still to be met, or out of reach for good. */
export type GoalState = 'met' | 'open' | 'lost';

/** How the goal of a run that is tried since step `from` stands after `step` steps. */
export function goalAt({ goal }: Aim, timeline: Timeline, from: number, step: number): GoalState {
  const standing = standingAt(timeline, { from, step, monitor: goal });
  if (standing === null) {
    return 'lost';
  }
  return isMetAt(goal, timeline, from)(standing) ? 'met' : 'open';
}

/** Upper bound of a search: the largest of the course takes an eighth of it. */
const STATES_MAX = 200_000;

/** From where such a run stands, a way to the goal with the fewest moves. */
export function shortestWay(
  { goal, may, mayLose = false }: Aim,
  timeline: Timeline,
  from: number,
  statesMax = STATES_MAX,
): Result<FewestMoves> {
  const isMet = isMetAt(goal, timeline, from);
  return fewestMoves(timeline, { from, may, mayLose, monitor: goal, goal: isMet, statesMax });
}

function isMetAt(goal: Goal, timeline: Timeline, from: number): (standing: Standing<Plain>) => boolean {
  const start = lensOf(stateAt(timeline, from).core);
  return ({ core, seen }) => goal.isMet({ ...lensOf(core), start }, seen);
}
