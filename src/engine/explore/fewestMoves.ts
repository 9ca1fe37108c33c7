// The fewest moves from where a run stands to a goal (SPEC X16-X18): what proves the par of a challenge.

import type { Result } from '../plain/result.ts';
import { ok } from '../plain/result.ts';
import type { CommandDraft } from '../sim/command.ts';
import type { Cause } from '../sim/countedMoves.ts';
import { causeAfter, movesIn } from '../sim/countedMoves.ts';
import type { Monitor, Plain, Standing } from '../sim/monitor.ts';
import { standingAt } from '../sim/monitor.ts';
import type { Core } from '../sim/state.ts';
import type { Timeline } from '../sim/timeline.ts';
import { idsIn, stateAt } from '../sim/timeline.ts';
import type { ExploreOptions, Goal } from './explore.ts';
import { ANY_NUMBER } from './faults.ts';
import type { PastOptions } from './pasts.ts';
import type { Shortest } from './shortest.ts';
import { shortestTo } from './shortest.ts';

/** What a challenge asks of a run. */
export interface MovesQuestion<Seen extends Plain> {
  /** The monitor begins after so many steps. */
  readonly from: number;
  /** Commands that may be given at any moment, any number of times, beside all that happens by itself. */
  readonly may: readonly CommandDraft[];
  readonly mayLose: boolean;
  readonly monitor: Monitor<Seen>;
  goal(standing: Standing<Seen>): boolean;
  readonly statesMax: number;
}

export interface FewestMoves extends Shortest {
  /** Moves from where the run stands; null when no run was found. */
  readonly moves: number | null;
}

/** From where a run stands, a way to a goal with the fewest moves. */
export function fewestMoves<Seen extends Plain>(
  timeline: Timeline,
  question: MovesQuestion<Seen>,
): Result<FewestMoves> {
  const asked = searchOf(timeline, question);
  if (asked === null) {
    return ok({ commands: null, moves: null, states: 0, complete: true });
  }
  const found = shortestTo(asked.core, asked.options, asked.goal);
  if (!found.ok) {
    return found;
  }
  const { commands } = found.value;
  const moves = commands === null ? null : movesIn(commands, asked.options.past.cause);
  return ok({ ...found.value, moves });
}

export interface MovesSearch {
  readonly core: Core;
  readonly options: ExploreOptions & { readonly past: PastOptions };
  readonly goal: Goal;
}

/** What the explorer is asked; null where the goal is out of reach already. */
export function searchOf<Seen extends Plain>(
  timeline: Timeline,
  question: MovesQuestion<Seen>,
): MovesSearch | null {
  const { from, may, mayLose, monitor, statesMax } = question;
  const step = timeline.steps.length;
  const standing = standingAt(timeline, { from, step, monitor });
  if (standing === null) {
    return null;
  }
  // What a monitor has seen is only ever given back to it and to its goal.
  const { monitor: own, goal }: Pick<MovesQuestion<Plain>, 'monitor' | 'goal'> = question;
  const past: PastOptions = {
    seed: timeline.seed,
    notes: stateAt(timeline, step).notes,
    began: stateAt(timeline, from).notes.now,
    cause: timeline.steps.slice(from).reduce<Cause>((cause, { command }) => causeAfter(cause, command), null),
    taken: idsIn(timeline),
    free: may,
    monitor: { first: standing.seen, next: (seen, next) => own.next(seen, next) },
  };
  return {
    core: standing.core,
    options: {
      queue: [],
      gossipAndTimers: 'always',
      faults: { losses: mayLose ? ANY_NUMBER : 0 },
      judges: false,
      statesMax,
      past,
    },
    goal: (core, way) => way !== null && goal({ core, ...way }),
  };
}
