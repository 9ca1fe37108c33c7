import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CommandDraft, toRun } from '../../engine/index.ts';
import { FIRST_KEYSPACE, FIRST_SEED, FIRST_TABLE, firstScreen } from '../sandbox/firstScreen.ts';
import { createSession } from '../session.ts';
import type { Session } from '../state/sessionState.ts';
import { shownPending, timelineOf } from '../state/shown.ts';

const addColumn = (node: string, name: string): CommandDraft => ({
  kind: 'alter-table',
  node,
  keyspace: FIRST_KEYSPACE,
  table: FIRST_TABLE,
  changes: [{ kind: 'add', name, type: 'text' }],
});

const opened = (): Session => createSession({ seed: FIRST_SEED, config: firstScreen() });
const spot = (session: Session) => {
  const { current, playhead } = session.store.getState();
  return [current, playhead.step];
};

test('undo goes to before my last command, again to before the one before, and redo comes back; nothing is deleted', () => {
  const session = opened();
  session.act(addColumn('A', 'email'));
  session.next();
  session.act(addColumn('B', 'phone'));
  session.next();
  const recorded = timelineOf(session.store.getState());
  expect(spot(session)).toEqual([0, 6]);
  session.undo();
  expect(spot(session)).toEqual([0, 3]);
  session.undo();
  expect(spot(session)).toEqual([0, 0]);
  const none = session.undo();
  expect(none.ok ? '' : none.problem).toBe(
    'There is nothing to undo: no command of yours came before this step.',
  );
  session.redo();
  expect(spot(session)).toEqual([0, 3]);
  session.redo();
  expect(spot(session)).toEqual([0, 6]);
  expect(session.redo()).toEqual({ ok: false, problem: 'There is nothing to redo.' });
  expect(timelineOf(session.store.getState())).toBe(recorded);
});

test('an edit of the past is undone by going back to the old run, and redone by returning to the new one', () => {
  const session = opened();
  session.act(addColumn('A', 'email'));
  session.settle();
  const before = spot(session);
  session.edit({ kind: 'remove', step: 3 });
  const after = spot(session);
  expect(after[0]).toBe(1);
  session.undo();
  expect(spot(session)).toEqual(before);
  session.redo();
  expect(spot(session)).toEqual(after);
});

test('after a new command there is nothing to redo', () => {
  const session = opened();
  session.act(addColumn('A', 'email'));
  session.undo();
  session.act(addColumn('B', 'phone'));
  expect(session.redo().ok).toBe(false);
});

test('in a run that was loaded, my commands are those that the network does not give by itself', () => {
  const session = opened();
  session.act(addColumn('A', 'email'));
  session.settle();
  session.act({ kind: 'crash', node: 'B' });
  session.settle();
  const crash = timelineOf(session.store.getState()).steps.findIndex(
    ({ command }) => command.kind === 'crash',
  );
  const other = opened();
  other.load(toRun(timelineOf(session.store.getState())));
  other.undo();
  expect(spot(other)).toEqual([0, crash]);
  other.undo();
  expect(spot(other)).toEqual([0, 0]);
});

type Move = (session: Session) => unknown;
const NODES = ['A', 'B', 'C'] as const;
const moves: readonly Move[] = [
  (session) => session.next(),
  (session) => session.back(),
  (session) => session.end(),
  (session) => session.seek(2),
  (session) => session.settle(),
  (session) => session.switchBranch(0),
  (session) => session.edit({ kind: 'remove', step: 3 }),
  (session) => session.edit({ kind: 'move', step: 3, place: 5 }),
  (session) => session.deliver(shownPending(session.store.getState()).at(-1)?.id ?? ''),
  (session) => session.undo(),
  (session) => session.redo(),
  ...NODES.map(
    (node): Move =>
      (session) =>
        session.act(addColumn(node, `c${node.toLowerCase()}`)),
  ),
];

test('wherever one has been, undo then redo is where one was, with the same things left to undo', () => {
  let undone = 0;
  fc.assert(
    fc.property(fc.array(fc.nat(moves.length - 1), { minLength: 3, maxLength: 14 }), (drawn) => {
      const session = opened();
      for (const i of drawn) {
        moves[i]?.(session);
      }
      const { branches, doings } = session.store.getState();
      const here = spot(session);
      if (session.undo().ok) {
        undone += 1;
        expect(session.redo().ok).toBe(true);
        expect(spot(session)).toEqual(here);
        expect(session.store.getState().doings).toEqual(doings);
        expect(session.store.getState().branches).toBe(branches);
      }
    }),
    { seed: 3, numRuns: 40 },
  );
  expect(undone).toBeGreaterThan(20);
});
