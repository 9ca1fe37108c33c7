// Letting time pass, several commands as one action, and a network that loses messages, as a session sees them.

import { describe, expect, it } from 'vitest';
import { configOf } from '../../engine/index.ts';
import { createSession, timelineOf } from '../session.ts';
import type { Session } from '../state/sessionState.ts';
import { shownPending, shownState } from '../state/shown.ts';

const users = {
  kind: 'create-table',
  id: 'setup-2',
  timestamp: 2,
  node: 'A',
  keyspace: 'demo',
  table: 'users',
  columns: [
    { name: 'id', type: 'int', kind: 'partition_key' },
    { name: 'name', type: 'text', kind: 'regular' },
  ],
} as const;
const setup = [
  { kind: 'create-keyspace', id: 'setup-1', timestamp: 1, node: 'A', keyspace: 'demo' } as const,
  users,
];

const sessionWith = (loss = 0): Session => createSession({ seed: 7, config: configOf({ setup, loss }) });
const addEmail = {
  kind: 'alter-table',
  node: 'A',
  keyspace: 'demo',
  table: 'users',
  changes: [{ kind: 'add', name: 'email', type: 'text' }],
} as const;
const stepsOf = (session: Session) => timelineOf(session.store.getState()).steps;
const kindsOf = (session: Session) => stepsOf(session).map(({ command }) => command.kind);
const nowOf = (session: Session) => shownState(session.store.getState()).notes.now;

describe('letting time pass', () => {
  it('makes everything happen that falls due, and waits for the rest of the time', () => {
    const session = sessionWith();
    session.act(addEmail);
    const before = nowOf(session);
    expect(session.pass(15_000).ok).toBe(true);
    expect(nowOf(session)).toBe(before + 15_000);
    expect(shownPending(session.store.getState()).every(({ due }) => due > before + 15_000)).toBe(true);
    expect(session.store.getState().passed).toMatchObject({ from: 2, to: stepsOf(session).length });
    session.pass(10_000_000);
    expect(kindsOf(session).filter((kind) => kind === 'deliver')).toHaveLength(2);
    expect(kindsOf(session).at(-1)).toBe('wait');
    expect(shownPending(session.store.getState())).toEqual([]);
  });

  it('leaves what is held on its way', () => {
    const session = sessionWith();
    session.act(addEmail);
    const [push] = shownPending(session.store.getState()).filter(({ kind }) => kind === 'message');
    session.hold(push?.id ?? '');
    session.pass(60_000_000);
    expect(shownPending(session.store.getState()).map(({ id }) => id)).toContain(push?.id);
  });

  it('stops when the first timer has fired, and says when none is running', () => {
    const session = sessionWith();
    expect(session.pass('timer')).toMatchObject({ ok: false, problem: expect.stringMatching(/^No timer/) });
    session.act(addEmail);
    for (const { id, kind } of shownPending(session.store.getState())) {
      if (kind === 'message') session.act({ kind: 'lose', message: id });
    }
    while (!shownPending(session.store.getState()).some(({ kind }) => kind === 'timer')) {
      session.next();
    }
    session.pass('timer');
    expect(kindsOf(session).at(-1)).toBe('fire');
  });

  it('tells of the run as it was then, wherever one goes afterwards', () => {
    const session = sessionWith();
    session.act(addEmail);
    session.pass(60_000_000);
    const { passed } = session.store.getState();
    session.undo();
    session.act({ kind: 'crash', node: 'C' });
    expect(session.store.getState().passed).toBe(passed);
    expect(passed?.timeline.steps).toHaveLength(passed?.to ?? 0);
    session.dismissPassed();
    expect(session.store.getState().passed).toBe(null);
  });

  it('is one command: one undo goes back to before it', () => {
    const session = sessionWith();
    session.act(addEmail);
    session.pass(60_000_000);
    session.undo();
    expect(session.store.getState().playhead.step).toBe(2);
  });
});

describe('several commands as one action', () => {
  it('plays all of them, and one undo goes back to before them', () => {
    const session = sessionWith();
    session.actAll([
      { kind: 'cut', a: 'A', b: 'C' },
      { kind: 'cut', a: 'B', b: 'C' },
    ]);
    expect(shownState(session.store.getState()).core.cuts).toEqual(['A|C', 'B|C']);
    session.undo();
    expect(session.store.getState().playhead.step).toBe(0);
  });

  it('plays none when one is refused, or when there is none', () => {
    const session = sessionWith();
    const refused = session.actAll([
      { kind: 'cut', a: 'A', b: 'C' },
      { kind: 'heal', a: 'A', b: 'B' },
    ]);
    expect(refused).toMatchObject({ ok: false, problem: 'The link between A and B is not cut.' });
    expect(stepsOf(session)).toEqual([]);
    expect(session.actAll([]).ok).toBe(false);
  });
});

describe('a network that loses messages', () => {
  it('F9 lets Next lose what is fated, and a hand deliver it', () => {
    const session = sessionWith(1_000);
    session.act(addEmail);
    const messages = shownPending(session.store.getState()).filter(({ kind }) => kind === 'message');
    session.deliver(messages[0]?.id ?? '');
    expect(kindsOf(session).at(-1)).toBe('deliver');
    session.settle();
    expect(kindsOf(session)).toContain('lose');
    expect(kindsOf(session).filter((kind) => kind === 'deliver')).toHaveLength(1);
  });
});
