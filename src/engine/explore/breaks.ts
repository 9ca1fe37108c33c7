// Promises that a search has seen broken (SPEC X10): of each the first state in breadth-first order, so that no run breaks it in
// fewer steps; and apart from it the first one where all that the promise is conditional on was met.

import type { Command } from '../sim/command.ts';
import type { PromiseId, Witness } from '../sim/promise.ts';
import { PROMISES } from '../sim/promises/promises.ts';
import type { Core } from '../sim/state.ts';
import type { Draft } from './draft.ts';
import { maskOf, promisesOf } from './judge.ts';
import type { Expectation } from './promised.ts';
import { expectationOf } from './promised.ts';

export interface Break {
  readonly promise: PromiseId;
  readonly state: number;
  readonly witness: Witness | null;
  /** What the promise is conditional on and this run does not meet; both empty where it was promised. */
  readonly expected: Expectation;
}

export interface Breaks {
  /** Returns the promises whose breaks were noted, nearly always none. */
  readonly see: (state: number, broken: number, draft: Draft) => readonly string[];
  readonly found: () => readonly Break[];
  /** States in which a promise is broken that was not at the start. */
  readonly states: () => number;
  readonly atStart: () => readonly string[];
}

interface Circumstances {
  readonly core: Core;
  /** Commands of the run that led to the start. */
  readonly before: readonly Command[];
  /** What leads from the start to a state, as the search knows it. */
  readonly runTo: (state: number) => readonly Command[];
}

const NONE: readonly string[] = [];
/** Runs looked at for a break that was promised not to happen, after the first break of a promise that was not. */
const LOOKS_MAX = 1_000;

export function createBreaks({ core, before, runTo }: Circumstances): Breaks {
  const found: Break[] = [];
  const looks = new Map<string, number>();
  let atStart = 0;
  /** Promises that no state has broken yet, and those that none has broken that they were made for. */
  let unseen = ~0;
  let unmet = ~0;
  let count = 0;

  const note = (promise: string, state: number, draft: Draft): boolean => {
    const bit = maskOf([promise]);
    const expected = expectationOf(promise, core.config, [...before, ...runTo(state)]);
    const isMet = expected.conditions.length === 0;
    const isNoted = (unseen & bit) !== 0 || isMet;
    if (isNoted) {
      const row = PROMISES.find(({ id }) => id === promise);
      if (row !== undefined) {
        found.push({ promise: row.id, state, witness: row.check(draft.unpack(core)), expected });
      }
      unseen &= ~bit;
    }
    const looked = (looks.get(promise) ?? 0) + 1;
    looks.set(promise, looked);
    unmet &= isMet || looked >= LOOKS_MAX ? ~bit : ~0;
    return isNoted;
  };
  return {
    see: (state, broken, draft) => {
      if (state === 0) {
        atStart = broken;
        return NONE;
      }
      const fresh = broken & ~atStart;
      count += fresh === 0 ? 0 : 1;
      const asked = fresh & (unseen | unmet);
      return asked === 0 ? NONE : promisesOf(asked).filter((promise) => note(promise, state, draft));
    },
    found: () => found,
    states: () => count,
    atStart: () => promisesOf(atStart),
  };
}
