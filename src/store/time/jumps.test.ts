import { expect, test } from 'vitest';
import type { CommandDraft } from '../../engine/index.ts';
import { FIRST_KEYSPACE, FIRST_SEED, FIRST_TABLE, firstScreen } from '../sandbox/firstScreen.ts';
import { createSession } from '../session.ts';
import type { Jump, Session } from '../state/sessionState.ts';
import { timelineOf } from '../state/shown.ts';

const table = { keyspace: FIRST_KEYSPACE, table: FIRST_TABLE };
const addColumn = (node: string, name: string): CommandDraft => ({
  kind: 'alter-table',
  node,
  ...table,
  changes: [{ kind: 'add', name, type: 'text' }],
});

function settled(): Session {
  const session = createSession({ seed: FIRST_SEED, config: firstScreen() });
  session.act(addColumn('A', 'email'));
  session.act(addColumn('B', 'phone'));
  session.settle();
  return session;
}

const stepOf = (session: Session): number => session.store.getState().playhead.step;

/** Every step that a jump stops at on its way through the run, and the sentence at its end. */
function stops(session: Session, jump: Jump): { readonly at: readonly number[]; readonly end: string } {
  const at: number[] = [];
  for (;;) {
    const jumped = session.jump(jump);
    if (!jumped.ok) {
      return { at, end: jumped.problem };
    }
    at.push(stepOf(session));
  }
}

const stepsWith = (session: Session, is: (kinds: readonly string[]) => boolean): readonly number[] =>
  timelineOf(session.store.getState()).steps.flatMap(({ events }, i) =>
    is(events.map(({ kind }) => kind)) ? [i + 1] : [],
  );

test('jumps stop at every change of a version, forwards and backwards, and say when there is none left', () => {
  const session = settled();
  const switches = stepsWith(session, (kinds) => kinds.includes('schema-switched'));
  expect(switches).toHaveLength(6);
  session.seek(0);
  expect(stops(session, { to: 'version-change', direction: 1 })).toEqual({
    at: switches,
    end: 'No node changes its version after this step. Press Next, or change something.',
  });
  session.end();
  expect(stops(session, { to: 'version-change', direction: -1 })).toEqual({
    at: [...switches].reverse().filter((step) => step < timelineOf(session.store.getState()).steps.length),
    end: 'No node changed its version before this step.',
  });
});

test('jumps stop where a message reaches the node that was asked for, and nowhere else', () => {
  const session = settled();
  session.seek(0);
  const { at, end } = stops(session, { to: 'message', node: 'C', direction: 1 });
  const { steps } = timelineOf(session.store.getState());
  expect(at.map((step) => steps[step - 1]?.command)).toEqual([
    { kind: 'deliver', message: 'DEFINITIONS_UPDATE A>C s1' },
    { kind: 'deliver', message: 'DEFINITIONS_UPDATE B>C s2' },
  ]);
  expect(end).toBe('No recorded message reaches C after this step.');
});

test('a jump finds the step that breaks a promise, and a run that breaks none says so without moving', () => {
  const session = settled();
  session.seek(1);
  const none = session.jump({ to: 'broken-promise', direction: 1 });
  expect(none.ok ? '' : none.problem).toBe('No promise breaks after this step in what is recorded.');
  expect(stepOf(session)).toBe(1);

  session.end();
  session.act({ kind: 'protect', protections: { versionTags: false } });
  session.act(addColumn('A', 'aka'));
  session.settle();
  session.act({ kind: 'select', node: 'A', ...table, key: { id: 1 }, consistency: 'ONE' });
  session.settle();
  const length = timelineOf(session.store.getState()).steps.length;
  session.seek(0);
  expect(session.jump({ to: 'broken-promise', direction: 1 }).ok).toBe(true);
  const broken = stepOf(session);
  expect(broken).toBeGreaterThan(1);
  session.seek(length);
  stops(session, { to: 'broken-promise', direction: -1 });
  expect(stepOf(session)).toBe(broken);
});
