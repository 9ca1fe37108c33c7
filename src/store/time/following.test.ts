import { expect, test } from 'vitest';
import { type Command, type ExploreOptions, explore, squareOf } from '../../engine/index.ts';
import { createAutomation } from '../automation/automation.ts';
import { queuedCommand } from '../console/queueing.ts';
import { firstScreen } from '../sandbox/firstScreen.ts';
import { createSession, timelineOf } from '../session.ts';

const add = (node: string, name: string) =>
  ({
    kind: 'alter-table',
    node,
    keyspace: 'demo',
    table: 'users',
    changes: [{ kind: 'add', name, type: 'text' }],
  }) as const;

const ADD: readonly Command[] = [
  { ...add('A', 'x'), id: 'any1', timestamp: 5_000 },
  { kind: 'merge', node: 'A', merge: 'ddl any1' },
];

function open() {
  const session = createSession({ seed: 1, config: firstScreen() });
  return { session, state: () => session.store.getState() };
}

test('a found run is opened on a branch of its own, at its end, and the old run stays', () => {
  const { session, state } = open();
  session.act(add('B', 'y'));
  const before = timelineOf(state());
  expect(session.follow({ branch: 0, step: 0 }, ADD, 'I9 broken').ok).toBe(true);
  expect(state()).toMatchObject({ current: 1, playhead: { step: 2 } });
  expect(state().branches[1]).toMatchObject({ about: 'I9 broken', from: { branch: 0, step: 0 } });
  expect(state().branches[0]?.timeline).toBe(before);
  session.follow({ branch: 0, step: 0 }, ADD, 'again');
  expect(state().branches, 'the same run again goes to the branch that has it').toHaveLength(2);
  session.undo();
  session.follow({ branch: 0, step: 0 }, ADD.slice(0, 1), 'half of it');
  expect(state()).toMatchObject({ current: 1, playhead: { step: 1 } });
});

test('what is refused on the way changes nothing and is said', () => {
  const { session, state } = open();
  const before = state().branches;
  const result = session.follow({ branch: 0, step: 0 }, [{ kind: 'merge', node: 'A', merge: 'ddl s9' }], '');
  expect(result).toMatchObject({ ok: false, problem: expect.stringMatching(/No merge ddl s9/) });
  expect(state().branches).toBe(before);
  expect(session.follow({ branch: 7, step: 0 }, [], '').ok).toBe(false);
});

test('a line of CQL becomes a command for any moment, or a sentence says why not', () => {
  const { state } = open();
  const first = queuedCommand(state(), 'A', 'ALTER TABLE demo.users ADD x int', []);
  expect(first).toMatchObject({ ok: true, value: { id: 'own1', node: 'A', kind: 'alter-table' } });
  const queued = first.ok ? [first.value] : [];
  const second = queuedCommand(state(), 'B', "INSERT INTO demo.users (id, name) VALUES (1, 'b')", queued);
  expect(second).toMatchObject({ ok: true, value: { id: 'own2', node: 'B' } });
  const stamps = [first, second].map((one) => (one.ok && 'timestamp' in one.value ? one.value.timestamp : 0));
  expect(stamps[1]).toBeGreaterThan(stamps[0] ?? 0);
  expect(queuedCommand(state(), 'A', 'HELP', [])).toMatchObject({ ok: false });
  expect(queuedCommand(state(), 'A', 'SELEC', [])).toMatchObject({ ok: false });
  expect(queuedCommand(state(), 'A', '', [])).toMatchObject({ ok: false });
});

test('scripts ask for every order, and follow what was found', async () => {
  const { session } = open();
  const page = createAutomation(session, () => Promise.resolve(), undefined, {
    explore: (core, options: ExploreOptions) => Promise.resolve({ ...explore(core, options), breaks: [] }),
    square: (core, a, b) => Promise.resolve(squareOf(core, a, b)),
  });
  const found = await page.explore({ queue: [add('A', 'x'), add('B', 'y')], gossipAndTimers: 'never' });
  expect(found).toMatchObject({ complete: true, states: 196, groupCount: 2 });
  await expect(page.explore({ queue: [{ kind: 'nonsense' } as never] })).rejects.toThrow(/refused/);
  page.do(add('A', 'x'));
  const [one, other] = page.pending().map(({ id }) => id);
  await expect(page.square(one ?? '', other ?? '')).resolves.toMatchObject({ equal: true });
  await expect(page.square('a', 'b')).rejects.toThrow(/must be pending/);
  page.seek(0);
  expect(page.follow(ADD)).toMatchObject({ branch: 1, step: 2 });
});
