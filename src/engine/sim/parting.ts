// Where two runs of one tree part, and where they come together again (SPEC N14). Only what decides is compared: nodes,
// messages, links, and for coming together the rules too.

import { isSameData } from '../plain/same.ts';
import type { Core, SimState } from './state.ts';
import type { Timeline } from './timeline.ts';
import { stateAt } from './timeline.ts';

/** Equal in all but the rules that they are under. */
function looksAlike(a: Core, b: Core): boolean {
  return (
    isSameData(a.messages, b.messages) &&
    isSameData(a.cuts, b.cuts) &&
    isSameData(a.config.ring, b.config.ring) &&
    isSameData(a.nodes, b.nodes)
  );
}

/** Equal in all that decides what can happen. What tells most states apart is asked first. */
function isEqual(a: Core, b: Core): boolean {
  return a.messages.length === b.messages.length && looksAlike(a, b) && isSameData(a.config, b.config);
}

/** Equal also in what plays no part but time. */
export function isSameMoment(a: SimState, b: SimState): boolean {
  return a === b || (a.notes.now === b.notes.now && isEqual(a.core, b.core) && isSameData(a.notes, b.notes));
}

/** The last step up to which two runs look alike, their rules aside. */
export function firstParting(a: Timeline, b: Timeline): number {
  const length = Math.min(a.steps.length, b.steps.length);
  for (let i = 0; i <= length; i++) {
    if (!looksAlike(stateAt(a, i).core, stateAt(b, i).core)) {
      return Math.max(0, i - 1);
    }
  }
  return length;
}

const VERSION = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu;

/** What each step tells, with versions and digests numbered as they come up: under another hash they have other names. */
function tellerOf({ steps }: Timeline): (i: number) => string {
  const numbers = new Map<string, number>();
  return (i) => {
    const { command, events } = steps[i] ?? {};
    return JSON.stringify([command, events]).replace(VERSION, (version) => {
      const number = numbers.get(version) ?? numbers.size;
      numbers.set(version, number);
      return `#${number}`;
    });
  };
}

/**
 * The first step of two runs, counted from 1, in which not the same happens in both (one may have ended there); null when
 * they are the same run, step for step, whatever rules they are under (N15).
 */
export function firstToldApart(a: Timeline, b: Timeline): number | null {
  const [tellA, tellB] = [tellerOf(a), tellerOf(b)];
  const length = Math.min(a.steps.length, b.steps.length);
  for (let i = 0; i < length; i++) {
    if (a.steps[i] !== b.steps[i] && tellA(i) !== tellB(i)) {
      return i + 1;
    }
  }
  return a.steps.length === b.steps.length ? null : length + 1;
}

/** The first steps of either run from which both stay equal to the end of the shorter rest. */
export interface Rejoining {
  readonly a: number;
  readonly b: number;
}

/**
 * Where two runs that share their first `shared` steps come to the same state again and do not part any more; null when
 * they do not. Looked for from the ends backwards: the end of either may lie in the middle of the other.
 */
export function rejoiningOf(a: Timeline, b: Timeline, shared: number): Rejoining | null {
  const ends = meetingEnds(a, b, shared);
  if (ends === null) {
    return null;
  }
  let { a: i, b: j } = ends;
  while (i - 1 > shared && j - 1 > shared && isEqual(stateAt(a, i - 1).core, stateAt(b, j - 1).core)) {
    i -= 1;
    j -= 1;
  }
  return { a: i, b: j };
}

/** The end of one run and the last place of the other that is equal to it; both beyond what they share. */
function meetingEnds(a: Timeline, b: Timeline, shared: number): Rejoining | null {
  const inB = lastEqual(b, stateAt(a, a.steps.length).core, shared);
  if (inB !== null && a.steps.length > shared) {
    return { a: a.steps.length, b: inB };
  }
  const inA = lastEqual(a, stateAt(b, b.steps.length).core, shared);
  return inA !== null && b.steps.length > shared ? { a: inA, b: b.steps.length } : null;
}

function lastEqual(timeline: Timeline, core: Core, shared: number): number | null {
  for (let i = timeline.steps.length; i > shared; i--) {
    if (isEqual(stateAt(timeline, i).core, core)) {
      return i;
    }
  }
  return null;
}
