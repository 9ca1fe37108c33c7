// Jumps over what is recorded: to the next or previous change of version, broken promise, or message to a node.

import {
  checkPromises,
  type Result,
  type SimState,
  type Step,
  stateAt,
  type Timeline,
} from '../../engine/index.ts';
import { ok, refuse } from '../state/outcome.ts';
import type { Jump, SessionState } from '../state/sessionState.ts';
import { type TimeWord, timeWords } from '../words/messagesOfTime.en.ts';

type TableKey = NonNullable<SessionState['tableKey']>;

// Judging a state reads all of it, and states grow with the run: of a long run that nobody has judged yet, one jump looks
// at what takes about half a second, and the next one goes on from there.
const JUDGING = 40;
const EFFORT_MAX = 100_000;
const judged = new WeakSet<SimState>();

/** The step to go to from `step`; a sentence when nothing of that kind is recorded there. */
export function jumpTarget(
  timeline: Timeline,
  step: number,
  jump: Jump,
  table: TableKey | null,
): Result<number> {
  const { length } = timeline.steps;
  let effort = 0;
  for (let at = step + jump.direction; at >= 1 && at <= length; at += jump.direction) {
    if (isIt(timeline, at, jump, table)) {
      return ok(at);
    }
    if (jump.to === 'broken-promise') {
      effort += judged.has(stateAt(timeline, at)) ? 0 : JUDGING + at;
      judged.add(stateAt(timeline, at));
      if (effort > EFFORT_MAX && at > 1 && at < length) {
        return refuse(timeWords('none-broken-so-far', { step: String(at) }));
      }
    }
  }
  return refuse(timeWords(nothingFound(jump), { node: jump.to === 'message' ? jump.node : '' }));
}

function isIt(timeline: Timeline, at: number, jump: Jump, table: TableKey | null): boolean {
  const step = timeline.steps[at - 1];
  if (step === undefined) {
    return false;
  }
  switch (jump.to) {
    case 'message':
      return step.events.some(
        (event) => event.kind === 'message-delivered' && event.to === jump.node && event.from !== event.to,
      );
    case 'version-change':
      return changesVersion(step, table);
    case 'broken-promise':
      return breaks(stateAt(timeline, at - 1), step.state);
  }
}

function changesVersion({ events }: Step, table: TableKey | null): boolean {
  return events.some(
    (event) =>
      event.kind === 'schema-switched' &&
      (table === null || (event.keyspace === table.keyspace && event.table === table.table)),
  );
}

/** Ids of the promises that a state breaks; the engine remembers what it has judged. */
const brokenAt = (state: SimState): readonly string[] =>
  checkPromises(state.core).flatMap(({ id, held }) => (held ? [] : [id]));

function breaks(before: SimState, after: SimState): boolean {
  const old = brokenAt(before);
  return brokenAt(after).some((id) => !old.includes(id));
}

function nothingFound({ to, direction }: Jump): TimeWord {
  const isNext = direction === 1;
  switch (to) {
    case 'message':
      return isNext ? 'no-next-message' : 'no-earlier-message';
    case 'version-change':
      return isNext ? 'no-next-version' : 'no-earlier-version';
    case 'broken-promise':
      return isNext ? 'no-next-broken' : 'no-earlier-broken';
  }
}
