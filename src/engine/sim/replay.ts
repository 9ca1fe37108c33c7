// Replaying a run (SPEC N8): the same commands give the same states. A run that does not end in the hash it carries, or
// whose command is refused, says where.

import type { Result } from '../plain/result.ts';
import { ok, refuse } from '../plain/result.ts';
import { checkRunShape } from './checkRun.ts';
import type { Run } from './run.ts';
import type { Step } from './state.ts';
import type { Timeline } from './timeline.ts';
import { advance, createTimeline, stateAt, stateHash, trailOf, trailStride } from './timeline.ts';

/** Rebuilds the timeline of a run that came from outside. The problem names the first step that differs. */
export function replay(outside: unknown): Result<Timeline> {
  const shaped = checkRunShape(outside);
  if (!shaped.ok) {
    return shaped;
  }
  const run = shaped.value;
  const played = replayLenient(run);
  if (!played.ok) {
    return played;
  }
  const { timeline, problem } = played.value;
  return problem === null ? ok(timeline) : refuse(problem);
}

/** As `replay`, but keeps what could be played beside the sentence of what could not. */
export function replayLenient(
  run: Run,
): Result<{ readonly timeline: Timeline; readonly problem: string | null }> {
  const created = createTimeline({ seed: run.seed, config: run.config });
  if (!created.ok) {
    return created;
  }
  return ok(replayOn(created.value, run));
}

/** Plays the commands of a run that come after those of `base`, which are its first. */
export function replayOn(
  base: Timeline,
  run: Run,
): { readonly timeline: Timeline; readonly problem: string | null } {
  const steps: Step[] = [...base.steps];
  let state = stateAt(base, steps.length);
  for (const command of run.commands.slice(steps.length)) {
    const step = advance(state, command, base.seed);
    if (!step.ok) {
      const problem = `Step ${steps.length + 1} of ${run.commands.length} (${command.kind}) cannot be played: ${step.problem}`;
      return { timeline: { ...base, steps }, problem };
    }
    steps.push(step.value);
    state = step.value.state;
  }
  const timeline = { ...base, steps };
  return { timeline, problem: differenceFrom(run, timeline) };
}

/** Where a replayed run differs from what it was, or null when it ends in the hash it carries. */
function differenceFrom(run: Run, timeline: Timeline): string | null {
  const { length } = timeline.steps;
  const hash = stateHash(stateAt(timeline, length).core);
  if (run.hash === undefined || run.hash === hash) {
    return null;
  }
  const cause = 'it was made by another version of the rules, or changed by hand';
  const first = firstMark(run.trail ?? '', trailOf(timeline));
  if (first === null) {
    return `The run played to its end, but its state is ${hash.slice(0, 8)} instead of ${run.hash.slice(0, 8)}: ${cause}.`;
  }
  const stride = trailStride(length);
  const step = first * stride;
  const kind = run.commands[step - 1]?.kind ?? '';
  const where =
    first === 0
      ? 'from its start on'
      : stride === 1
        ? `from step ${step} of ${length} (${kind}) on`
        : `from one of the steps ${step - stride + 1} to ${step} of ${length} on`;
  return `The run plays to its end, but differs ${where}: ${cause}.`;
}

/** The first mark that two trails do not share; null when the first trail has none that differs. */
function firstMark(a: string, b: string): number | null {
  for (let i = 0; 2 * i < Math.min(a.length, b.length); i++) {
    if (a.slice(2 * i, 2 * i + 2) !== b.slice(2 * i, 2 * i + 2)) {
      return i;
    }
  }
  return null;
}

/** The first step at which two timelines differ in state, or null when one goes on where the other ends. */
export function firstDifference(a: Timeline, b: Timeline): number | null {
  const length = Math.min(a.steps.length, b.steps.length);
  for (let i = 0; i <= length; i++) {
    if (stateHash(stateAt(a, i).core) !== stateHash(stateAt(b, i).core)) {
      return i;
    }
  }
  return null;
}
