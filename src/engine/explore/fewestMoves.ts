// The fewest moves from where a run stands to a goal (SPEC X16-X18): what proves the par of a challenge.

import type { Result } from '../plain/result.ts';
import { ok } from '../plain/result.ts';
import type { CommandDraft } from '../sim/command.ts';
import type { Cause } from '../sim/countedMoves.ts';
import { causeAfter, movesIn } from '../sim/countedMoves.ts';
import type { Monitor, Plain, Standing } from '../sim/monitor.ts';
import { standingAt } from '../sim/monitor.ts';
import type { Timeline } from '../sim/timeline.ts';
import { idsIn, stateAt } from '../sim/timeline.ts';
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

/** From where a run stands, a way to a goal with the fewest moves (X16-X18). */
export function fewestMoves<Seen extends Plain>(
  timeline: Timeline,
  question: MovesQuestion<Seen>,
): Result<FewestMoves> {
  const { from, may, mayLose, monitor, statesMax } = question;
  const step = timeline.steps.length;
  const standing = standingAt(timeline, { from, step, monitor });
  if (standing === null) {
    return ok({ commands: null, moves: null, states: 0, complete: true });
  }
  const asked: Pick<MovesQuestion<Plain>, 'monitor' | 'goal'> = question;
  const past: PastOptions = {
    seed: timeline.seed,
    notes: stateAt(timeline, step).notes,
    cause: timeline.steps.slice(from).reduce<Cause>((cause, { command }) => causeAfter(cause, command), null),
    taken: idsIn(timeline),
    free: may,
    monitor: { first: standing.seen, next: (seen, next) => asked.monitor.next(seen, next) },
  };
  const options = {
    queue: [],
    gossipAndTimers: 'always',
    faults: { losses: mayLose ? ANY_NUMBER : 0 },
    statesMax,
    past,
  } as const;
  const found = shortestTo(standing.core, options, (_core, at) => at !== null && asked.goal(at));
  if (!found.ok) {
    return found;
  }
  const { commands } = found.value;
  return ok({ ...found.value, moves: commands === null ? null : movesIn(commands, past.cause) });
}
