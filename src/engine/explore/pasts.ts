// What a search carries beside a core where it asks about runs as people make them (SPEC X16-X18): the clock, the ids that are
// in use, the statement whose merge still belongs to its move, and what a monitor has seen. It is numbered by content and is
// part of the state, so that states are one only where every run goes on from them alike.

import { TIME_MAX } from '../plain/limits.ts';
import type { StatementId } from '../plain/scalars.ts';
import { checkCommand } from '../sim/checkCommand.ts';
import { notesAfter, stamped } from '../sim/clock.ts';
import type { Command, CommandDraft, StatementDraft } from '../sim/command.ts';
import type { Cause } from '../sim/countedMoves.ts';
import { causeAfter, isOwnMerge, ownMergeKey } from '../sim/countedMoves.ts';
import type { Monitor, Plain } from '../sim/monitor.ts';
import type { Core, Notes } from '../sim/state.ts';
import { isStatement } from '../sim/step.ts';
import { commandOf } from './choice.ts';
import type { Draft } from './draft.ts';
import type { Interned } from './interned.ts';
import type { Lane } from './lanes.ts';
import type { NumberTable } from './numberTable.ts';
import { createNumberTable, valueAt } from './numberTable.ts';

/** The clock: when what is pending came up decides nothing. */
type Clock = Omit<Notes, 'since'>;

export interface Past extends Clock {
  /** Of the statements that were given, in the order of bytes. */
  readonly ids: readonly StatementId[];
  readonly cause: Cause;
  readonly seen: Plain;
}

export interface PastOptions {
  readonly seed: number;
  /** Where the search begins. */
  readonly notes: Notes;
  /** When its monitor began. */
  readonly began: number;
  readonly cause: Cause;
  /** Ids that are in use there. */
  readonly taken: readonly StatementId[];
  /** Commands that may be given at any moment, any number of times; statements are stamped as a run stamps them. */
  readonly free: readonly CommandDraft[];
  readonly monitor: Monitor<Plain>;
}

export interface Pasts {
  readonly first: number;
  readonly at: (past: number) => Past;
  /** Stands at the state that the draft holds: what follows is asked from there. */
  readonly stand: () => void;
  /** Gives the draft the past after a choice; false where that way is out of the goal's reach, or of the clock's. */
  readonly follow: (choice: number) => boolean;
  /** The same where the choice is still part of the last move; false where it is another. */
  readonly followForNothing: (choice: number) => boolean;
  /** The free commands as they would be given here, by number; -1 where one is refused. */
  readonly offered: () => readonly number[];
  /** Free commands by number. */
  readonly given: NumberTable<Command>;
  readonly bytes: () => number;
}

const PAST_MARK = 10;
const GIVEN_MARK = 11;
/** What a past takes, roughly (measured). */
const PAST_BYTES = 600;
const NO_SINCE = {};

export function createPasts(
  start: Core,
  options: PastOptions,
  search: { readonly interned: Interned; readonly draft: Draft; readonly lanes: readonly Lane[] },
): Pasts {
  const { seed, began, monitor, free } = options;
  const { interned, draft } = search;
  const pasts: NumberTable<Past> = createNumberTable(interned.contentNumber, PAST_MARK);
  const given: NumberTable<Command> = createNumberTable(interned.contentNumber, GIVEN_MARK);
  const lanes = withGiven(search.lanes, given);
  let core = start;
  let past = firstPast(options);
  const commandAt = (choice: number): Command => commandOf(choice, interned, lanes, core);
  const go = (command: Command): boolean => {
    const after = draft.unpack(start);
    const notes = notesAfter({ ...past, since: NO_SINCE }, command, after, seed);
    const seen = monitor.next(past.seen, { command, core: after, elapsed: notes.now - began });
    if (seen === null || notes.now > TIME_MAX) {
      return false;
    }
    const { now, due, skew } = notes;
    const ids = isStatement(command) ? [...past.ids, command.id].sort() : past.ids;
    draft.set(
      draft.pastAt,
      pasts.numberOf({ now, due, skew, ids, cause: openCause(past, command, after), seen }),
    );
    return true;
  };
  return {
    first: pasts.numberOf(past),
    at: (number) => valueAt(pasts, number),
    stand: () => {
      core = draft.unpack(start);
      past = valueAt(pasts, draft.cells()[draft.pastAt] as number);
    },
    follow: (choice) => go(commandAt(choice)),
    followForNothing: (choice) => {
      const command = commandAt(choice);
      return isOwnMerge(past.cause, command) && go(command);
    },
    offered: () =>
      free.map((one) => {
        const command = isStatement(one)
          ? stamped(one as StatementDraft, { ...past, since: NO_SINCE }, [...options.taken, ...past.ids])
          : (one as Command);
        return checkCommand(core, command) === null ? given.numberOf(command) : -1;
      }),
    given,
    bytes: () => PAST_BYTES * pasts.values.length,
  };
}

function firstPast({ notes, cause, monitor }: PastOptions): Past {
  const { now, due, skew } = notes;
  return { now, due, skew, ids: [], cause, seen: monitor.first };
}

/** The lanes, and behind them what was given freely. */
export function withGiven(lanes: readonly Lane[], given: NumberTable<Command>): readonly Lane[] {
  return [...lanes, given.values];
}

/** The statement whose own merge may still follow: none where no node has it before itself any more. */
function openCause({ cause }: Past, command: Command, { nodes }: Core): Cause {
  const next = causeAfter(cause, command);
  return next !== null && nodes.some(({ merges }) => merges.some(({ key }) => key === ownMergeKey(next)))
    ? next
    : null;
}
