import { expect, test } from 'vitest';
import { FIRST_KEYSPACE, FIRST_SEED, FIRST_TABLE, firstScreen } from '../../store/sandbox/firstScreen.ts';
import { createSession } from '../../store/session.ts';
import { timelineOf } from '../../store/state/shown.ts';
import { pageOf } from '../session/sessionPage.ts';
import { latestResult } from './latestResult.ts';

const table = { keyspace: FIRST_KEYSPACE, table: FIRST_TABLE };

test('an answer stays until the next statement is given, and the past shows the answer of its own moment', () => {
  const session = createSession({ seed: FIRST_SEED, config: firstScreen() });
  const shown = () => {
    const state = session.store.getState();
    return latestResult(timelineOf(state).steps, state.playhead.step);
  };
  expect(shown()).toBeNull();
  session.act({ kind: 'select', node: 'B', ...table, key: { id: 1 }, consistency: 'QUORUM' });
  session.settle();
  expect(shown()?.node).toBe('B');
  expect(shown()?.table).toEqual(table);
  expect(shown()?.result?.rows.map((row) => row.map(({ text }) => text))).toEqual([['1', 'Ada']]);
  const answered = session.store.getState().playhead.step;
  session.act({
    kind: 'alter-table',
    node: 'A',
    ...table,
    changes: [{ kind: 'add', name: 'email', type: 'text' }],
  });
  expect(shown()).toBeNull();
  session.seek(answered);
  expect(shown()?.node).toBe('B');
  session.seek(1);
  expect(shown()).toBeNull();
});

test('a statement that came to nothing leaves what its client was told, until the next one is given', () => {
  const session = createSession({ seed: FIRST_SEED, config: firstScreen() });
  const shown = () => {
    const state = session.store.getState();
    return latestResult(timelineOf(state).steps, state.playhead.step);
  };
  const write = {
    kind: 'insert',
    ...table,
    key: { id: 1 },
    values: { name: 'Eve' },
    consistency: 'ALL',
  } as const;
  session.act({ ...write, node: 'B' });
  for (const { key } of timelineOf(session.store.getState()).steps.at(-1)?.state.core.messages ?? []) {
    session.act({ kind: 'lose', message: key });
  }
  expect(shown()).toBeNull();
  session.settle();
  expect(shown()).toMatchObject({
    node: 'B',
    result: null,
    problem: 'Timed out: 1 of 3 replicas confirmed.',
  });
  // On the card it stands in the words of the page.
  expect(pageOf(session).answer(session.store.getState())?.problem).toBe(
    'Timed out, with 1 of 3 needed confirmations.',
  );
  session.act({ kind: 'crash', node: 'C' });
  session.act({ ...write, node: 'A' });
  expect(shown()).toMatchObject({ node: 'A', result: null });
  session.act({ ...write, node: 'A', consistency: 'ONE' });
  expect(shown()).toBeNull();
});
