// From which step on a broken promise could no longer be kept (SPEC I18). Looked for backwards from the break: from each
// state, is there an order of what was on its way, with the commands that people still gave until the break in their own
// order and with nothing lost, that keeps it? Gossip and timers act when nothing else can. What is proven from later steps
// is remembered for earlier ones; a search that grows too large stops and says so.

import type { Command } from '../command.ts';
import { pendingChoices } from '../policy.ts';
import type { PromiseId } from '../promise.ts';
import { PROMISES } from '../promises/promises.ts';
import type { SimState } from '../state.ts';
import type { Timeline } from '../timeline.ts';
import { advance, stateAt, stateHash } from '../timeline.ts';
import type { Break } from './why.ts';

export interface Inevitable {
  /** The first step after which no way out is left. */
  readonly step: number;
  /** False: before it the search met its limit, so the step may be an earlier one. */
  readonly proven: boolean;
  /** Commands that keep the promise from the state before that step on; null when none are known. */
  readonly wayOut: readonly Command[] | null;
}

/** States looked at for one answer. */
const STATES_MAX = 1_500;
const REST_STEPS_MAX = 80;

interface Search {
  readonly timeline: Timeline;
  readonly promise: PromiseId;
  /** What people gave, with its step; the network's own moves are free. */
  readonly given: readonly { readonly step: number; readonly command: Command }[];
  /** States with the commands still to come, from which no way out is left. */
  readonly lost: Set<string>;
  left: number;
}

const FREE: ReadonlySet<string> = new Set([
  'deliver',
  'lose',
  'duplicate',
  'fire',
  'gossip',
  'merge',
  'publish',
  'wait',
]);

export function inevitableFrom(
  timeline: Timeline,
  broken: Break,
  statesMax: number = STATES_MAX,
): Inevitable {
  const given = timeline.steps
    .slice(0, broken.step)
    .flatMap(({ command }, i) => (FREE.has(command.kind) ? [] : [{ step: i + 1, command }]));
  const search: Search = { timeline, promise: broken.promise, given, lost: new Set(), left: statesMax };
  for (let step = broken.step; step > 0; step--) {
    const next = given.findIndex((one) => one.step >= step);
    const found = wayFrom(search, stateAt(timeline, step - 1), next < 0 ? given.length : next);
    if (found !== null) {
      return { step, proven: true, wayOut: found };
    }
    if (search.left <= 0) {
      return { step, proven: false, wayOut: null };
    }
  }
  return { step: 0, proven: true, wayOut: null };
}

const isKept = ({ promise }: Search, { core }: SimState): boolean =>
  PROMISES.find(({ id }) => id === promise)?.check(core) === null;

/** Commands that keep the promise from `state` to the end of what is given; null when there are none, or none was found. */
function wayFrom(search: Search, state: SimState, next: number): readonly Command[] | null {
  const key = `${next} ${stateHash(state.core)}`;
  if (search.lost.has(key) || search.left <= 0) {
    return null;
  }
  search.left -= 1;
  const moves = pendingChoices(state).filter(({ kind }) => kind !== 'gossip' && kind !== 'timer');
  const given = search.given[next];
  if (moves.length === 0 && given === undefined) {
    return comesToRest(search, state);
  }
  const choices = [
    ...moves.map(({ command }) => ({ command, next })),
    ...(given === undefined ? [] : [{ command: given.command, next: next + 1 }]),
  ];
  for (const choice of choices) {
    const step = advance(state, choice.command, search.timeline.seed);
    // What people gave and what is impossible in this order stays undone.
    const after = step.ok ? step.value.state : choice.next > next ? state : null;
    const rest = after !== null && isKept(search, after) ? wayFrom(search, after, choice.next) : null;
    if (rest !== null) {
      return step.ok ? [choice.command, ...rest] : rest;
    }
  }
  if (search.left > 0) {
    search.lost.add(key);
  }
  return null;
}

/** What is left to gossip and timers, soonest first. */
function comesToRest(search: Search, start: SimState): readonly Command[] | null {
  let state = start;
  const done: Command[] = [];
  for (let i = 0; i < REST_STEPS_MAX; i++) {
    const choice = pendingChoices(state)[0];
    const step = choice === undefined ? null : advance(state, choice.command, search.timeline.seed);
    if (choice === undefined || step === null || !step.ok) {
      return done;
    }
    state = step.value.state;
    done.push(choice.command);
    if (!isKept(search, state)) {
      return null;
    }
  }
  return done;
}
