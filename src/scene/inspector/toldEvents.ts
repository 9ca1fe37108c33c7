// Every event of a step with its sentence; kept by step, because the log shows many steps and the run only grows.

import type { SimEvent, Step } from '../../engine/index.ts';
import { narrateEvent } from '../narration/narrateEvent.ts';
import { contextAt } from '../narration/narrationAt.ts';
import type { Identities } from '../run/identity.ts';
import type { Moment } from '../run/moment.ts';

export interface ToldEvent {
  readonly event: SimEvent;
  readonly sentence: string;
}

interface Kept {
  readonly identities: Identities;
  readonly tableId: string;
  readonly told: readonly ToldEvent[];
}

const kept = new WeakMap<Step, Kept>();

/** The events of the step that led to a state index; none at the start. */
export function toldEventsAt(moment: Moment, step: number): readonly ToldEvent[] {
  const taken = moment.timeline.steps[step - 1];
  if (taken === undefined) {
    return [];
  }
  const known = kept.get(taken);
  if (known?.identities === moment.identities && known.tableId === moment.tableId) {
    return known.told;
  }
  const context = contextAt(moment, step);
  const told = taken.events.map((event) => ({ event, sentence: narrateEvent(context, event) }));
  kept.set(taken, { identities: moment.identities, tableId: moment.tableId, told });
  return told;
}
