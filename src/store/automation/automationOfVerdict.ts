// The part of `window.schemerge` about promises and protections: which are broken and why, and the same commands under
// other rules beside the run on the screen. Sentences stand on the page; a script gets the facts.

import {
  breakAt,
  checkPromises,
  type Inevitable,
  inevitableFrom,
  type PromiseId,
  type Protections,
  type Reason,
  shapeOfCommand,
  stateAt,
  type Timeline,
  type Witness,
  whyBroken,
} from '../../engine/index.ts';
import type { Session } from '../state/sessionState.ts';
import { timelineOf } from '../state/shown.ts';
import type { Outcome } from './outcomeOfCall.ts';

/** Two runs of the same commands under two sets of rules. */
export interface ProtectOutcome extends Outcome {
  /** The branch that was on the screen. */
  readonly beside: number;
  /** The first step that is not the same in both; null when they are the same, step for step. */
  readonly parting: number | null;
}

export interface BrokenVerdict {
  readonly promise: PromiseId;
  /** The step that broke it. */
  readonly step: number;
  readonly witness: Witness;
  readonly why: readonly Reason[];
  readonly inevitable: Inevitable;
}

export interface VerdictAutomation {
  /** Plays the same commands under other protections, beside the run on the screen, and goes to where they part. */
  readonly protect: (protections: Partial<Protections>) => ProtectOutcome;
  /** Every promise that is broken at the playhead: since when, why, and from which step on nothing could keep it. */
  readonly verdict: () => readonly BrokenVerdict[];
}

export function verdictAutomation(session: Session, outcome: () => Outcome): VerdictAutomation {
  return {
    protect: (protections) => {
      const problem = shapeOfCommand({ kind: 'protect', protections }, true);
      if (problem !== null) {
        throw new Error(`These protections are refused: ${problem}`);
      }
      const turned = session.turn(protections);
      if (!turned.ok) {
        throw new Error(turned.problem);
      }
      const { was: beside, parting } = turned.value;
      return { ...outcome(), beside, parting };
    },
    verdict: () => {
      const state = session.store.getState();
      return verdictAt(timelineOf(state), state.playhead.step);
    },
  };
}

function verdictAt(timeline: Timeline, step: number): readonly BrokenVerdict[] {
  return checkPromises(stateAt(timeline, step).core).flatMap(({ id }) => {
    const broken = breakAt(timeline, step, id);
    return broken === null
      ? []
      : [{ ...broken, why: whyBroken(timeline, broken), inevitable: inevitableFrom(timeline, broken) }];
  });
}
