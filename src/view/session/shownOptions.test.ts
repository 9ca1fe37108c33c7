import { expect, test } from 'vitest';
import { FIRST_SEED, firstScreen } from '../../store/sandbox/firstScreen.ts';
import { createSession } from '../../store/session.ts';
import { knownVersions } from './shownOptions.ts';

test('a version that Main meets later comes behind those that a branch has met before', () => {
  const session = createSession({ seed: FIRST_SEED, config: firstScreen() });
  const { store } = session;
  const add = (name: string): void => {
    const asked = session.act({
      kind: 'alter-table',
      node: 'A',
      keyspace: 'demo',
      table: 'users',
      changes: [{ kind: 'add', name, type: 'text' }],
    });
    expect(asked.ok).toBe(true);
  };
  add('email');
  session.seek(0);
  add('phone');
  const before = knownVersions(store.getState()).map(({ version }) => version);
  expect(before).toHaveLength(3);
  session.switchBranch(0);
  session.end();
  add('age');
  const after = knownVersions(store.getState()).map(({ version }) => version);
  expect(after.slice(0, 3)).toEqual(before);
  expect(after).toHaveLength(4);
});
