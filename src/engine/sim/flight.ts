// One way of one message through a run (SPEC N13): from the step that sends it to the step that ends it. A key alone does
// not name it: the same question may be asked again later, and then has the same key (N5).

import type { Message } from '../cluster/message.ts';
import type { Result } from '../plain/result.ts';
import { ok, refuse } from '../plain/result.ts';
import type { NodeId } from '../plain/scalars.ts';
import type { Command } from './command.ts';
import { findMessage } from './network.ts';
import type { SimState } from './state.ts';
import type { Timeline } from './timeline.ts';
import { stateAt } from './timeline.ts';

export interface Flight {
  /** The key of the message: of equal copies any one (N5). */
  readonly message: string;
  readonly from: NodeId;
  readonly to: NodeId;
  /** The step that sends it: from the state after it on, the message is on its way. */
  readonly sent: number;
  /** The step that ends its way; null while the run ends before that. */
  readonly ended: number | null;
  /** How it ends: 'broken' is a crash or a cut, which ends many at once. */
  readonly end: 'delivered' | 'lost' | 'broken' | null;
}

/** A message that is on its way after `seen` steps. */
export interface Sighting {
  readonly message: string;
  readonly seen: number;
}

export function messageAt(state: SimState, handle: string): Message | null {
  return state.core.messages[findMessage(state.core.messages, handle)] ?? null;
}

const carries = (state: SimState, key: string): boolean =>
  state.core.messages.some((message) => message.key === key);

/** The flight of a message that is on its way after `seen` steps; of equal copies the one that ends first. */
export function flightOf(timeline: Timeline, { message: handle, seen }: Sighting): Result<Flight> {
  const { length } = timeline.steps;
  if (!Number.isInteger(seen) || seen < 0 || seen > length) {
    return refuse(`There is no step ${seen}: this run has steps 0 to ${length}.`);
  }
  const message = messageAt(stateAt(timeline, seen), handle);
  if (message === null) {
    return refuse(`No message ${handle} is on its way at step ${seen}: pick one that is.`);
  }
  const { key, from, to } = message;
  let sent = seen;
  while (sent > 0 && carries(stateAt(timeline, sent - 1), key)) {
    sent -= 1;
  }
  return ok({ message: key, from, to, sent, ...endOf(timeline, key, seen) });
}

function endOf(timeline: Timeline, key: string, seen: number): Pick<Flight, 'ended' | 'end'> {
  for (let step = seen + 1; step <= timeline.steps.length; step++) {
    const command = timeline.steps[step - 1]?.command;
    const before = stateAt(timeline, step - 1);
    if (command !== undefined && ends(before, command, key)) {
      return { ended: step, end: command.kind === 'lose' ? 'lost' : 'delivered' };
    }
    if (!carries(stateAt(timeline, step), key)) {
      return { ended: step, end: 'broken' };
    }
  }
  return { ended: null, end: null };
}

function ends(before: SimState, command: Command, key: string): boolean {
  return (
    (command.kind === 'deliver' || command.kind === 'lose') && messageAt(before, command.message)?.key === key
  );
}
