// What can be changed in the past (SPEC N12), and the list of commands that each change makes of a run.
//
// A place is a gap between steps, numbered by the steps before it: place 0 is before the first, the last one is now.

import type { Protections } from '../config/protections.ts';
import type { Statement } from '../cql/statement.ts';
import type { Result } from '../plain/result.ts';
import { ok, refuse } from '../plain/result.ts';
import type { Command, CommandDraft } from './command.ts';
import type { Flight, Sighting } from './flight.ts';
import { flightOf } from './flight.ts';
import { isStatement } from './step.ts';
import type { Timeline } from './timeline.ts';
import { complete, stateAt } from './timeline.ts';

export type Edit =
  /**
   * The message ends its way at `place`, whatever the run did with it; or a second copy of it arrives there. `seen` tells
   * which message is meant: a step after which it is on its way (of a delivered one, the step before its delivery).
   */
  | (Sighting & { readonly kind: 'deliver' | 'lose' | 'duplicate'; readonly place: number })
  /** It is not delivered: it stays on its way. */
  | (Sighting & { readonly kind: 'hold' })
  /** Step `step` happens at another place. */
  | { readonly kind: 'move'; readonly step: number; readonly place: number }
  | { readonly kind: 'remove'; readonly step: number }
  /** Another command in place of step `step`; a statement keeps id and timestamp unless it brings its own. */
  | { readonly kind: 'replace'; readonly step: number; readonly command: CommandDraft }
  /** The same commands under other protections, from the start. */
  | { readonly kind: 'protect'; readonly protections: Partial<Protections> };

/** One command to play: `step` is where the old run had it, null when it is new; `edited` marks the change itself. */
export interface Scripted {
  readonly command: Command;
  readonly step: number | null;
  readonly edited: boolean;
}

export type Script = readonly Scripted[];

export function scriptOf(timeline: Timeline, edit: Exclude<Edit, { kind: 'protect' }>): Result<Script> {
  switch (edit.kind) {
    case 'deliver':
    case 'lose':
    case 'duplicate':
    case 'hold':
      return flightScript(timeline, edit);
    case 'move':
      return withStep(timeline, edit.step, (command) =>
        withPlace(timeline, edit.place, () => moved(timeline, edit, command)),
      );
    case 'remove':
      return withStep(timeline, edit.step, () => ok(scriptedOf(timeline, edit.step)));
    case 'replace':
      return withStep(timeline, edit.step, (old) => ok(replaced(timeline, edit.step, old, edit.command)));
  }
}

function flightScript(
  timeline: Timeline,
  edit: Extract<Edit, { kind: 'deliver' | 'lose' | 'duplicate' | 'hold' }>,
): Result<Script> {
  const found = flightOf(timeline, edit);
  if (!found.ok) {
    return found;
  }
  const own = ownEnd(found.value);
  const { message } = found.value;
  if (edit.kind === 'hold') {
    return ok(scriptedOf(timeline, own));
  }
  const { kind, place } = edit;
  return withPlace(timeline, place, () => {
    if (kind === 'duplicate') {
      return ok(doubled(timeline, own, message, place));
    }
    // A message that is where it was told to be stays the very command that the log has.
    const kept = own === null ? undefined : timeline.steps[own - 1]?.command;
    const command = kept?.kind === kind ? kept : ({ kind, message } as const);
    return ok(inserted(scriptedOf(timeline, own), place, [{ command, step: own, edited: true }]));
  });
}

/** The step whose only work it is to end this flight. */
export function ownEnd(flight: Flight): number | null {
  return flight.end === 'broken' ? null : flight.ended;
}

/** The copy is made where it arrives, or, when the message itself arrives earlier, just before that. */
function doubled(timeline: Timeline, own: number | null, message: string, place: number): Script {
  const copy: Scripted = { command: { kind: 'duplicate', message }, step: null, edited: false };
  const arrival: Scripted = { command: { kind: 'deliver', message }, step: null, edited: true };
  const all = scriptedOf(timeline, null);
  if (own === null || place < own) {
    return inserted(all, place, [copy, arrival]);
  }
  return inserted(inserted(all, place, [arrival]), own - 1, [copy]);
}

function moved(
  timeline: Timeline,
  edit: { readonly step: number; readonly place: number },
  command: Command,
): Result<Script> {
  const rest = scriptedOf(timeline, edit.step);
  return ok(inserted(rest, edit.place, [{ command, step: edit.step, edited: true }]));
}

function replaced(timeline: Timeline, step: number, old: Command, draft: CommandDraft): Script {
  const command = isStatement(draft)
    ? complete(
        timeline,
        stateAt(timeline, step - 1),
        isStatement(old) ? { ...stampOf(old), ...draft } : draft,
      )
    : (draft as Command);
  return scriptedOf(timeline, null).with(step - 1, { command, step, edited: true });
}

const stampOf = ({ id, timestamp }: Statement): Pick<Statement, 'id' | 'timestamp'> => ({ id, timestamp });

/** The commands as they are, without one step's. */
function scriptedOf(timeline: Timeline, except: number | null): Script {
  return timeline.steps.flatMap(({ command }, i) =>
    i + 1 === except ? [] : [{ command, step: i + 1, edited: false }],
  );
}

/** Puts commands behind all those that the old run had before `place`. */
function inserted(rest: Script, place: number, more: Script): Script {
  const later = rest.findIndex(({ step }) => step !== null && step > place);
  return rest.toSpliced(later < 0 ? rest.length : later, 0, ...more);
}

function withStep(
  timeline: Timeline,
  step: number,
  then: (command: Command) => Result<Script>,
): Result<Script> {
  const command = Number.isInteger(step) ? timeline.steps[step - 1]?.command : undefined;
  return command === undefined
    ? refuse(`There is no step ${step} to edit: this run has steps 1 to ${timeline.steps.length}.`)
    : then(command);
}

function withPlace(timeline: Timeline, place: number, then: () => Result<Script>): Result<Script> {
  const problem = checkPlace(timeline, place);
  return problem === null ? then() : refuse(problem);
}

export function checkPlace(timeline: Timeline, place: number): string | null {
  const { length } = timeline.steps;
  return Number.isInteger(place) && place >= 0 && place <= length
    ? null
    : `There is no place ${place} in this run: places are 0 to ${length}, the last one is now.`;
}
