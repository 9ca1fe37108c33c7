import { expect, test } from 'vitest';
import { type CommandDraft, checkPromises } from '../../engine/index.ts';
import { FIRST_KEYSPACE, FIRST_SEED, FIRST_TABLE, firstScreen } from '../sandbox/firstScreen.ts';
import { createSession } from '../session.ts';
import type { Session, Turn } from '../state/sessionState.ts';
import { shownPending, shownState, timelineOf } from '../state/shown.ts';

const TABLE = { keyspace: FIRST_KEYSPACE, table: FIRST_TABLE } as const;
const ADD: CommandDraft = {
  kind: 'alter-table',
  node: 'A',
  ...TABLE,
  changes: [{ kind: 'add', name: 'email', type: 'text' }],
};
const WRITE: CommandDraft = {
  kind: 'update',
  node: 'A',
  ...TABLE,
  key: { id: 1 },
  values: { email: 'ada@x' },
  consistency: 'ALL',
};

/** A adds email, the pushes are lost, and a write of email goes through A to all. */
function missed(): Session {
  const session = createSession({ seed: FIRST_SEED, config: firstScreen() });
  session.act(ADD);
  for (const { id } of shownPending(session.store.getState()).filter(({ kind }) => kind === 'message')) {
    session.act({ kind: 'lose', message: id });
  }
  session.act(WRITE);
  session.settle();
  return session;
}

const stateOf = (session: Session) => session.store.getState();
function turn(session: Session, protections: Parameters<Session['turn']>[0]): Turn {
  const result = session.turn(protections);
  if (!result.ok) {
    throw new Error(result.problem);
  }
  return result.value;
}
const brokenAtEnd = (session: Session): readonly string[] => {
  session.end();
  return checkPromises(shownState(stateOf(session)).core).flatMap(({ id, held }) => (held ? [] : [id]));
};
const OFF = { syncBeforeApply: 'convertToMine', syncedCheck: false } as const;

test('the run under other protections stands beside the old one, at the first step where they part', () => {
  const session = missed();
  const main = timelineOf(stateOf(session));
  const made = turn(session, OFF);
  const { branches, current, playhead, comparison, notice } = stateOf(session);
  expect([made.was, made.is, current]).toEqual([0, 1, 1]);
  expect(branches[0]?.timeline).toBe(main);
  expect(comparison).toEqual({ kind: 'branches', a: 0, b: 1 });
  expect(playhead.step).toBe(made.parting);
  const events = timelineOf(stateOf(session)).steps[playhead.step - 1]?.events ?? [];
  expect(events.map(({ kind }) => kind)).toContain('mutation-applied');
  expect(notice?.sentence).toBe('The old run is kept: Main.');
  expect(brokenAtEnd(session)).toEqual(['I2', 'I9']);
});

test('a second switch plays the commands of the first run again, and switching all back goes to it', () => {
  const session = missed();
  turn(session, { syncBeforeApply: 'convertToMine' });
  const both = turn(session, { syncedCheck: false });
  expect([both.was, both.is]).toEqual([1, 2]);
  expect(brokenAtEnd(session)).toEqual(['I2', 'I9']);
  const back = turn(session, { syncBeforeApply: 'on', syncedCheck: true });
  expect([back.was, back.is, stateOf(session).current]).toEqual([2, 0, 0]);
  expect(brokenAtEnd(session)).toEqual([]);
  // The same switches again lead to the branch that is there.
  expect(turn(session, OFF).is).toBe(2);
  expect(stateOf(session).branches.length).toBe(3);
});

test('what nothing in the run needs gives the same run, and says so', () => {
  const session = missed();
  const { step } = stateOf(session).playhead;
  const made = turn(session, { droppedAt: false });
  expect([made.parting, made.besides, made.skipped]).toEqual([null, 0, 0]);
  expect(stateOf(session).playhead.step).toBe(step);
  session.undo();
  expect(stateOf(session).current).toBe(0);
});

test('a run that went on after the switch is played again as it is', () => {
  const session = missed();
  turn(session, OFF);
  session.end();
  session.act({ kind: 'wait', micros: 5 });
  const length = timelineOf(stateOf(session)).steps.length;
  const made = turn(session, { droppedAt: false });
  expect(made.was).toBe(1);
  expect(timelineOf(stateOf(session)).steps.length).toBe(length);
});
