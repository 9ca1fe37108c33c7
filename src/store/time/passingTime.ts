// Letting time pass: what falls due meanwhile happens, in its order, as when the run plays by itself; what is held does not.

import {
  append,
  type PendingChoice,
  pendingChoices,
  playedCommand,
  type Result,
  stateAt,
  type Timeline,
} from '../../engine/index.ts';
import { ok, refuse } from '../state/outcome.ts';
import type { Passed } from '../state/sessionState.ts';
import { timeWords } from '../words/messagesOfTime.en.ts';

/** Steps that one passage of time takes at most, so that a run that never comes to rest still comes back. */
const STEPS_AT_ONCE = 2_000;

/** What comes first of all that nobody holds back. */
export const dueOf = (
  choices: readonly PendingChoice[],
  held: readonly string[],
): PendingChoice | undefined =>
  choices.find(({ message }) => message === null || !held.includes(message.key));

const nowOf = (timeline: Timeline): number => stateAt(timeline, timeline.steps.length).notes.now;

const choicesAt = (timeline: Timeline): readonly PendingChoice[] =>
  pendingChoices(stateAt(timeline, timeline.steps.length));

/** By `until` microseconds, or until the timer that runs out first has fired. */
export function passedTime(
  start: Timeline,
  held: readonly string[],
  until: number | 'timer',
): Result<Timeline> {
  const timer = until === 'timer' ? choicesAt(start).find(({ kind }) => kind === 'timer') : undefined;
  if (until === 'timer' && timer === undefined) {
    return refuse(timeWords('no-timer'));
  }
  const end = timer === undefined ? nowOf(start) + Number(until) : Math.max(nowOf(start), timer.due);
  let timeline = start;
  for (let i = 0; i < STEPS_AT_ONCE; i++) {
    const due = dueOf(choicesAt(timeline), held);
    if (due === undefined || due.due > end) {
      return waited(timeline, end);
    }
    const appended = append(timeline, playedCommand(timeline, due));
    if (!appended.ok || due.id === timer?.id) {
      return appended;
    }
    timeline = appended.value;
  }
  return refuse(timeWords('too-much-happens', { steps: String(STEPS_AT_ONCE) }));
}

/** What is left of the time passes with nothing happening. */
function waited(timeline: Timeline, end: number): Result<Timeline> {
  const micros = end - nowOf(timeline);
  return micros > 0 ? append(timeline, { kind: 'wait', micros }) : ok(timeline);
}

/** What is told of a passage of time that began after `from` steps. */
export const passageOf = (timeline: Timeline, from: number, last: Passed | null): Passed => ({
  timeline,
  from,
  to: timeline.steps.length,
  count: (last?.count ?? 0) + 1,
});
