// The shortest run to a goal (SPEC X12): of all orders of given commands, deliveries and faults, one with the fewest steps. What
// a challenge calls par is the length of such a run.

import type { Result } from '../plain/result.ts';
import { ok } from '../plain/result.ts';
import type { Command } from '../sim/command.ts';
import type { Core } from '../sim/state.ts';
import type { ExploreOptions, Goal } from './explore.ts';
import { createExplorer } from './explore.ts';

export interface Shortest {
  /** A run to the goal that no other is shorter than; null when none was found. */
  readonly commands: readonly Command[] | null;
  readonly states: number;
  /** Whether a run would have been found if there were one: false when a bound was met first. */
  readonly complete: boolean;
}

const SLICE = 1 << 12;

export function shortestTo(
  core: Core,
  options: Omit<ExploreOptions, 'stopAt' | 'before' | 'judges'>,
  goal: Goal,
): Result<Shortest> {
  const created = createExplorer(core, { ...options, judges: false }, goal);
  if (!created.ok) {
    return created;
  }
  const explorer = created.value;
  while (explorer.run(SLICE)) {
    // Goes on until it is over.
  }
  const reached = explorer.reached();
  const { states, complete } = explorer.report();
  return ok({
    commands: reached === null ? null : explorer.commandsTo(reached),
    states,
    complete: complete || reached !== null,
  });
}
