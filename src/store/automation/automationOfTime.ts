// The part of `window.schemerge` that moves in time: editing the past, places for a message, jumps, undo, branches, and
// what is picked out on the page. As in the rest of it, every refusal is thrown and has then changed nothing.

import {
  type Edit,
  type Place,
  type PlacesQuery,
  type Preview,
  type Result,
  type Skipped,
  shapeOfEdit,
  type Timeline,
} from '../../engine/index.ts';
import type {
  Bookmark,
  BranchRelation,
  Jump,
  Pair,
  Selection,
  Session,
  Speed,
} from '../state/sessionState.ts';
import { timelineOf } from '../state/shown.ts';
import type { Outcome } from './outcomeOfCall.ts';

/** An edit as a script gives it: a message is looked for at the playhead unless `seen` tells where. */
export type EditDraft = Edit extends infer E
  ? E extends { readonly seen: number }
    ? Omit<E, 'seen'> & { readonly seen?: number }
    : E
  : never;

export interface EditOutcome extends Outcome {
  /** Commands that have become impossible, with the step that they had and why. */
  readonly skipped: readonly Skipped[];
}

type PlacesDraft = Pick<PlacesQuery, 'message'> & Partial<Omit<PlacesQuery, 'message'>>;

export interface TimeAutomation {
  /** Next passes the message over until it is released; where the run goes on to deliver it, this edits the past. */
  readonly hold: (message: string) => Outcome;
  readonly release: (message: string) => Outcome;
  /** Plays the same commands again with one thing changed, on a sibling branch; one that changes nothing makes none. */
  readonly edit: (edit: EditDraft) => EditOutcome;
  /** Where the message could end its way instead: each place, from 0 (before the first step) to now, or why not. */
  readonly places: (query: PlacesDraft) => readonly Place[];
  /** What it would give at one of them. */
  readonly preview: (query: PlacesDraft & { readonly place: number }) => Preview;
  readonly undo: () => Outcome;
  readonly redo: () => Outcome;
  /** To the next (`direction` 1) or previous (-1) change of version, message to a node, or broken promise. */
  readonly jump: (jump: Jump) => Outcome;
  /** Every branch with its parent, where it left it and where both are in the same state again. */
  readonly branches: () => readonly BranchRelation[];
  readonly switchBranch: (branch: number) => Outcome;
  /** Remembers the playhead. */
  readonly bookmark: (note: string) => Bookmark;
  readonly select: (selection: Selection | null) => void;
  /** Two versions between which the column ids are shown; null follows the latest change. */
  readonly pick: (pair: Pair | null) => void;
  readonly speed: (speed: Speed) => void;
}

const SPEED_VALUES: readonly Speed[] = [0.125, 0.25, 0.5, 1, 2, 4, 8, 'instant'];

/** What each kind of selection names, and by what. */
const SELECTIONS: Readonly<Record<Selection['kind'], Readonly<Record<string, 'string' | 'number'>>>> = {
  node: { node: 'string' },
  version: { version: 'string' },
  message: { message: 'string' },
  column: { column: 'string' },
  entry: { entry: 'string' },
  cell: { entry: 'string', row: 'string', column: 'string' },
  registry: { node: 'string', shard: 'number', version: 'string' },
  statement: { statement: 'string' },
  step: { step: 'number' },
};

export function timeAutomation(
  session: Session,
  after: (result: Result<Timeline>) => Outcome,
): TimeAutomation {
  const { store } = session;
  const here = (): Result<Timeline> => ({ ok: true, value: timelineOf(store.getState()) });
  const completed = ({ message, seen, mode, from, to }: PlacesDraft): PlacesQuery => {
    const { playhead } = store.getState();
    const { length } = timelineOf(store.getState()).steps;
    return {
      message: String(message),
      seen: seen ?? playhead.step,
      mode: mode ?? 'move',
      from: from ?? 0,
      to: to ?? length,
    };
  };
  return {
    hold: (message) => after(session.hold(String(message))),
    release: (message) => {
      if (!store.getState().held.includes(message)) {
        throw new Error(`The message ${String(message)} is not held: hold(message) holds it.`);
      }
      session.release(message);
      return after(here());
    },
    edit: (draft) => {
      const edit = sighted(draft, store.getState().playhead.step);
      const problem = shapeOfEdit(edit);
      if (problem !== null) {
        throw new Error(`This edit is refused: ${problem}`);
      }
      const branches = store.getState().branches.length;
      const outcome = after(session.edit(edit));
      const { report } = store.getState();
      return { ...outcome, skipped: report?.branch === branches ? report.skipped : [] };
    },
    places: (query) => answerOf(session.placesFor(completed(query))),
    preview: (query) =>
      answerOf(
        session.previewOf({
          ...completed(query),
          place: typeof query.place === 'number' ? query.place : Number.NaN,
        }),
      ),
    undo: () => after(session.undo()),
    redo: () => after(session.redo()),
    jump: (jump) => {
      checkJump(jump);
      return after(session.jump(jump));
    },
    branches: () => session.relations(),
    switchBranch: (branch) => {
      const { length } = store.getState().branches;
      if (!Number.isInteger(branch) || branch < 0 || branch >= length) {
        throw new Error(`There is no branch ${String(branch)}: branches() lists them, 0 to ${length - 1}.`);
      }
      session.switchBranch(branch);
      return after(here());
    },
    bookmark: (note) => {
      session.bookmark(String(note));
      return store.getState().bookmarks.at(-1) as Bookmark;
    },
    select: (selection) => {
      checkSelection(selection);
      session.select(selection);
    },
    pick: (pair) => {
      if (pair !== null && (typeof pair?.from !== 'string' || typeof pair.to !== 'string')) {
        throw new Error('A pair names two versions, {from, to}; null follows the latest change.');
      }
      session.pick(pair);
    },
    speed: (speed) => {
      if (!SPEED_VALUES.includes(speed)) {
        throw new Error(`There is no speed ${String(speed)}; there are ${SPEED_VALUES.join(', ')}.`);
      }
      session.setSpeed(speed);
    },
  };
}

function sighted(draft: EditDraft, step: number): Edit {
  return (
    typeof draft === 'object' && draft !== null && 'message' in draft ? { seen: step, ...draft } : draft
  ) as Edit;
}

function answerOf<T>(result: Result<T>): T {
  if (!result.ok) {
    throw new Error(result.problem);
  }
  return result.value;
}

function checkJump(jump: Jump): void {
  const { to, direction, node }: Partial<Record<keyof Jump | 'node', unknown>> = jump ?? {};
  if (
    !['version-change', 'broken-promise', 'message'].includes(String(to)) ||
    (direction !== 1 && direction !== -1) ||
    (node !== undefined && typeof node !== 'string')
  ) {
    throw new Error(
      "A jump is {to: 'version-change' | 'broken-promise' | 'message', direction: 1 | -1}, with a node for a message.",
    );
  }
}

function checkSelection(selection: Selection | null): void {
  if (selection === null) {
    return;
  }
  const fields = Object.hasOwn(SELECTIONS, selection?.kind ?? '') ? SELECTIONS[selection.kind] : undefined;
  if (fields === undefined) {
    throw new Error(`One selects one of ${Object.keys(SELECTIONS).join(', ')}, by its kind.`);
  }
  const wrong = Object.entries(fields).find(
    ([name, type]) => typeof (selection as unknown as Readonly<Record<string, unknown>>)[name] !== type,
  );
  if (wrong !== undefined) {
    throw new Error(`To select a ${selection.kind} takes ${wrong[0]}, a ${wrong[1]}.`);
  }
}
