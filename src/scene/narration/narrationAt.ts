// The sentence of any step of a run, with what it may refer to.

import type { Step } from '../../engine/index.ts';
import type { Identities } from '../run/identity.ts';
import { type Moment, stateAt } from '../run/moment.ts';
import type { Narration } from '../shape/scene.ts';
import { narrate } from './narration.ts';
import type { NarrationContext } from './narrationContext.ts';

/** What the sentences of the step that led to a state index may refer to. */
export function contextAt(moment: Moment, step: number): NarrationContext {
  const { timeline, identities, seen, statements, table } = moment;
  return {
    step,
    identities,
    seen,
    statements,
    before: stateAt(timeline, step - 1),
    after: stateAt(timeline, step),
    table,
    events: timeline.steps[step - 1]?.events ?? [],
  };
}

interface Kept {
  readonly identities: Identities;
  readonly tableId: string;
  readonly narration: Narration;
}

const narrations = new WeakMap<Step, Kept>();

/** The narration of the step that led to a state index; kept, because the history shows many at once. */
export function narrationAt(moment: Moment, step: number): Narration {
  const { identities, tableId: shown } = moment;
  const taken = moment.timeline.steps[step - 1];
  if (taken === undefined) {
    return narrate(null, contextAt(moment, step));
  }
  const known = narrations.get(taken);
  if (known?.identities === identities && known.tableId === shown) {
    return known.narration;
  }
  const narration = narrate(taken, contextAt(moment, step));
  narrations.set(taken, { identities, tableId: shown, narration });
  return narration;
}
