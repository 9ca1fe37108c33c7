// Where two runs of one tree part, and where they come together again (SPEC N14). Only what decides is compared: nodes,
// messages and links. Identities are kept per object, so that a step costs as much as what changed in it.

import { canonical } from '../plain/canonical.ts';
import type { Core } from './state.ts';
import type { Timeline } from './timeline.ts';
import { stateAt } from './timeline.ts';

/** Equal in all but the rules that they are under. */
function looksAlike(a: Core, b: Core): boolean {
  return (
    a === b ||
    (canonical(a.nodes) === canonical(b.nodes) &&
      canonical(a.messages) === canonical(b.messages) &&
      canonical(a.cuts) === canonical(b.cuts))
  );
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

// What tells most states apart is asked first: identities of whole nodes cost more than a glance.
function isEqual(a: Core, b: Core): boolean {
  return (
    a === b ||
    (a.messages.length === b.messages.length &&
      a.nodes.every((node, i) => isGlance(node, b.nodes[i])) &&
      canonical(a.messages) === canonical(b.messages) &&
      canonical(a) === canonical(b))
  );
}

function isGlance(a: Core['nodes'][number], b: Core['nodes'][number] | undefined): boolean {
  return a === b || (b !== undefined && a.up === b.up && a.digest === b.digest);
}
