import { expect, test } from 'vitest';
import { configOf, stateHash } from '../../engine/index.ts';
import { FIRST_SEED, firstScreen } from '../sandbox/firstScreen.ts';
import { partingOf } from '../sandbox/surprise.ts';
import { createSession } from '../session.ts';
import type { Session } from '../state/sessionState.ts';
import { shownState, timelineOf } from '../state/shown.ts';

const opened = (): Session => createSession({ seed: FIRST_SEED, config: firstScreen() });
const told = (session: Session) => {
  const { title, playhead, branches, earlier, notice } = session.store.getState();
  return {
    title,
    step: playhead.step,
    branches: branches.length,
    earlier: earlier.map((run) => run.title),
    notice: notice?.sentence ?? null,
  };
};
const hashOf = (session: Session): string => stateHash(shownState(session.store.getState()).core);

test('opening another run keeps the present one with its branches and its playhead, and going back swaps the two', () => {
  const session = opened();
  session.act({ kind: 'crash', node: 'A' });
  session.seek(0);
  session.act({ kind: 'crash', node: 'B' });
  const hash = hashOf(session);
  expect(session.open({ seed: 7, config: configOf({ nodes: ['A', 'B'] }) }).ok).toBe(true);
  expect(told(session)).toEqual({
    title: 'Sandbox of 2 nodes, seed 7',
    step: 0,
    branches: 1,
    earlier: ['First screen'],
    notice: 'The run before is kept: First screen.',
  });
  expect(session.reopen().ok).toBe(true);
  expect(told(session)).toMatchObject({
    title: 'First screen',
    step: 1,
    branches: 2,
    earlier: ['Sandbox of 2 nodes, seed 7'],
  });
  expect(hashOf(session)).toBe(hash);
  session.reopen();
  expect(told(session).title).toBe('Sandbox of 2 nodes, seed 7');
});

test('a surprise opens where its versions first part, with its future recorded', () => {
  const session = opened();
  expect(session.surprise(11).ok).toBe(true);
  const run = timelineOf(session.store.getState());
  const { title, step } = told(session);
  expect(title).toBe('Surprise 11');
  expect(step).toBe(partingOf(run, 0));
  expect(step).toBeLessThan(run.steps.length);
});

test('what cannot be opened changes nothing: a wrong configuration, a wrong run, a run that was never there', () => {
  const session = opened();
  const before = told(session);
  expect(session.open({ seed: 1, config: configOf({ nodes: [] }) }).ok).toBe(false);
  expect(session.load({ format: 99 }).ok).toBe(false);
  expect(session.reopen().ok).toBe(false);
  expect(session.reopen(3).ok).toBe(false);
  expect(told(session)).toEqual(before);
  expect(session.store.getState().problem?.sentence).toMatch(/nothing to go back to/);
});

test('a run that is opened shows the table that its setup made first', () => {
  const session = opened();
  const create = (id: string, table: string, timestamp: number) =>
    ({
      kind: 'create-table',
      id,
      node: 'A',
      timestamp,
      keyspace: 'demo',
      table,
      columns: [{ name: 'id', type: 'int', kind: 'partition_key' }],
    }) as const;
  const keyspace = { kind: 'create-keyspace', id: 'k', node: 'A', timestamp: 1, keyspace: 'demo' } as const;
  for (const names of [
    ['a', 'b'],
    ['b', 'a'],
  ]) {
    const setup = [keyspace, ...names.map((name, i) => create(name, name, i + 2))];
    session.open({ seed: 1, config: configOf({ setup }) });
    expect(session.store.getState().tableKey).toEqual({ keyspace: 'demo', table: names[0] });
  }
});

test('any of the earlier runs can be opened again; the others stay in their order', () => {
  const session = opened();
  session.surprise(1);
  session.surprise(2);
  session.reopen(0);
  expect(told(session)).toMatchObject({ title: 'First screen', earlier: ['Surprise 1', 'Surprise 2'] });
});
