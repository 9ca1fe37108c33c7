// The clock of a run (SPEC N4, N10): when a command happens, what it leaves of the notes, and what a statement is stamped with
// when it is queued.

import { lookup, withKey } from '../plain/record.ts';
import type { NodeId, StatementId } from '../plain/scalars.ts';
import type { Command, StatementDraft } from './command.ts';
import { choiceId, schedule } from './policy.ts';
import type { Core, Notes, SimState } from './state.ts';
import { isStatement } from './step.ts';

/** Virtual time between two statements that a person gives without letting anything else happen, in microseconds. */
const STATEMENT_GAP = 1_000;

/** The notes after a command that led to `core`. */
export function notesAfter(notes: Notes, command: Command, core: Core, seed: number): Notes {
  const now = timeOf(notes, command);
  const skew = command.kind === 'skew' ? withKey(notes.skew, command.node, command.micros) : notes.skew;
  return { now, skew, ...schedule(core, notes, now, seed) };
}

/** Virtual time never runs backwards; what is made to happen early happens now. */
function timeOf(notes: Notes, command: Command): number {
  if (isStatement(command)) {
    const given = 'usingTimestamp' in command && command.usingTimestamp === true;
    const at = given ? notes.now : command.timestamp - (lookup(notes.skew, command.node) ?? 0);
    return Math.max(notes.now, at);
  }
  switch (command.kind) {
    case 'deliver':
    case 'fire':
    case 'gossip':
    case 'merge':
    case 'publish':
    case 'ring':
      return Math.max(notes.now, lookup(notes.due, choiceId(command)) ?? notes.now);
    case 'wait':
      return notes.now + command.micros;
    default:
      return notes.now;
  }
}

/** The time that a node's clock shows. */
export function clockOf({ notes }: Pick<SimState, 'notes'>, node: NodeId): number {
  return notes.now + (lookup(notes.skew, node) ?? 0);
}

/** A statement with the id and the timestamp that it has from now on; `taken` are the ids that are in use. */
export function stamped(draft: StatementDraft, notes: Notes, taken: readonly StatementId[]): Command {
  const id = draft.id ?? freshId(taken);
  const timestamp = draft.timestamp ?? clockOf({ notes }, draft.node) + STATEMENT_GAP;
  return { ...draft, id, timestamp } as Command;
}

function freshId(taken: readonly StatementId[]): StatementId {
  const used = new Set(taken);
  for (let n = 1; ; n++) {
    if (!used.has(`s${n}`)) {
      return `s${n}`;
    }
  }
}
