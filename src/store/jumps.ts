// Jumps over what is recorded: to the next or previous change of version, broken promise, or message to a node.

import {
  checkPromises,
  type Result,
  type SimState,
  type Step,
  stateAt,
  type Timeline,
} from '../engine/index.ts';
import { type TimeWord, timeWords } from './messagesOfTime.en.ts';
import { ok, refuse } from './outcome.ts';
import type { Jump, SessionState } from './sessionState.ts';

type TableKey = NonNullable<SessionState['tableKey']>;

/** The step to go to from `step`; a sentence when nothing of that kind is recorded there. */
export function jumpTarget(
  timeline: Timeline,
  step: number,
  jump: Jump,
  table: TableKey | null,
): Result<number> {
  const { length } = timeline.steps;
  for (let at = step + jump.direction; at >= 1 && at <= length; at += jump.direction) {
    if (isIt(timeline, at, jump, table)) {
      return ok(at);
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

const brokenIn = new WeakMap<SimState, ReadonlySet<string>>();

/** Ids of the promises that a state breaks. */
function brokenAt(state: SimState): ReadonlySet<string> {
  const known = brokenIn.get(state);
  if (known !== undefined) {
    return known;
  }
  const broken = new Set(
    checkPromises(state.core)
      .filter(({ held }) => !held)
      .map(({ id }) => id),
  );
  brokenIn.set(state, broken);
  return broken;
}

const breaks = (before: SimState, after: SimState): boolean => {
  const old = brokenAt(before);
  return [...brokenAt(after)].some((id) => !old.has(id));
};

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
