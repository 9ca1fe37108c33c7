import { expect, test } from 'vitest';
import { type CommandDraft, inspect, stateHash } from '../../engine/index.ts';
import { FIRST_KEYSPACE, FIRST_SEED, FIRST_TABLE, firstScreen } from '../sandbox/firstScreen.ts';
import { createSession } from '../session.ts';
import type { Session } from '../state/sessionState.ts';
import { heldHere, shownPending, shownState, timelineOf } from '../state/shown.ts';

const addColumn = (node: string, name: string): CommandDraft => ({
  kind: 'alter-table',
  node,
  keyspace: FIRST_KEYSPACE,
  table: FIRST_TABLE,
  changes: [{ kind: 'add', name, type: 'text' }],
});

/** A adds email, B adds phone, everything settles: Main. */
function settled(): Session {
  const session = createSession({ seed: FIRST_SEED, config: firstScreen() });
  session.act(addColumn('A', 'email'));
  session.act(addColumn('B', 'phone'));
  session.settle();
  return session;
}

const stateOf = (session: Session) => session.store.getState();
const pushTo = (to: string, by: string) => {
  const id = by === 'A' ? 's1' : 's2';
  return `DEFINITIONS_UPDATE ${by}>${to} ${id}`;
};
const stepOfDelivery = (session: Session, message: string): number =>
  1 +
  timelineOf(stateOf(session)).steps.findIndex(
    ({ command }) => command.kind === 'deliver' && command.message === message,
  );
const columnsOn = (session: Session, node: string) =>
  inspect(shownState(stateOf(session)))
    .nodes.find(({ id }) => id === node)
    ?.shards[0]?.tables[0]?.columns.filter(({ kind }) => kind === 'regular')
    .map(({ name }) => name);

test('a push that is lost in the past starts a branch that is named by it, shows it, and keeps the old run', () => {
  const session = settled();
  const main = timelineOf(stateOf(session));
  const message = pushTo('C', 'A');
  const step = stepOfDelivery(session, message);
  expect(session.edit({ kind: 'lose', message, seen: step - 1, place: step }).ok).toBe(true);
  const { branches, current, playhead, notice } = stateOf(session);
  expect(branches.map(({ name, about, from }) => [name, about, from])).toEqual([
    ['Main', '', null],
    ['Branch 1', 'push +email to C lost', { branch: 0, step: step - 1 }],
  ]);
  expect([current, playhead.step]).toEqual([1, step]);
  expect(timelineOf(stateOf(session)).steps[step - 1]?.events.map(({ kind }) => kind)).toContain(
    'message-lost',
  );
  expect(notice).toEqual({ sentence: 'The old run is kept: Main.', count: 1, branch: 0 });
  expect(branches[0]?.timeline).toBe(main);
});

test('a held message is on its way at the end of its branch, and Next passes it over', () => {
  const session = settled();
  const message = pushTo('C', 'A');
  const step = stepOfDelivery(session, message);
  session.seek(step - 1);
  expect(session.hold(message).ok).toBe(true);
  expect(stateOf(session).branches[1]?.about).toBe('push +email to C held');
  expect(stateOf(session).held).toEqual([message]);
  session.end();
  expect(shownPending(stateOf(session)).map(({ id }) => id)).toContain(message);
  for (let i = 0; i < 50; i++) {
    session.next();
  }
  expect(shownPending(stateOf(session)).map(({ id }) => id)).toContain(message);
  session.release(message);
  session.settle();
  expect(columnsOn(session, 'C')).toEqual(['email', 'name', 'phone']);
});

test('a delivered message that is held is on its way at the moment where one stood', () => {
  const session = settled();
  const message = pushTo('C', 'A');
  const step = stepOfDelivery(session, message);
  const { length } = timelineOf(stateOf(session)).steps;
  session.edit({ kind: 'hold', message, seen: step - 1 });
  const { playhead, report, held } = stateOf(session);
  expect(held).toEqual([message]);
  expect(playhead.step).toBe(length - 1 - (report?.skipped.length ?? 0));
  expect(shownPending(stateOf(session)).map(({ id }) => id)).toContain(message);
});

test('on the branch that goes on to deliver it a message is not held', () => {
  const session = settled();
  const message = pushTo('C', 'A');
  const step = stepOfDelivery(session, message);
  session.edit({ kind: 'hold', message, seen: step - 1 });
  expect(heldHere(stateOf(session))).toEqual([message]);
  session.seek(step - 1);
  expect(heldHere(stateOf(session))).toEqual([message]);
  session.switchBranch(0);
  expect(heldHere(stateOf(session))).toEqual([]);
});

test('moved earlier it arrives earlier, on the branch that says so; moved to its own place it makes no branch', () => {
  const session = settled();
  const message = pushTo('C', 'B');
  const step = stepOfDelivery(session, message);
  const before = stateOf(session);
  for (const place of [step - 1, step]) {
    expect(session.edit({ kind: 'deliver', message, seen: step - 1, place }).ok).toBe(true);
    expect(stateOf(session).branches).toBe(before.branches);
    expect(stateOf(session).playhead).toEqual(before.playhead);
  }
  const places = session.placesFor({ message, seen: step - 1, mode: 'move', from: 0, to: 100 });
  const first = places.ok ? places.value.find(({ legal }) => legal)?.place : undefined;
  expect(first).toBeLessThan(step - 1);
  const place = first ?? 0;
  const preview = session.previewOf({ message, seen: step - 1, mode: 'move', place });
  expect(session.edit({ kind: 'deliver', message, seen: step - 1, place }).ok).toBe(true);
  expect(stateOf(session).branches[1]?.about).toBe('push +phone reaches C earlier');
  expect(stateOf(session).playhead.step).toBe(place + 1);
  expect(preview).toEqual({
    ok: true,
    value: {
      node: 'C',
      step: place + 1,
      changed: true,
      version: inspect(shownState(stateOf(session))).nodes[2]?.shards[0]?.tables[0]?.version,
    },
  });
  expect(columnsOn(session, 'C')).toEqual(['name', 'phone']);
});

test('dragged there and back, one is on the first branch again: no third one', () => {
  const session = settled();
  const message = pushTo('C', 'B');
  const step = stepOfDelivery(session, message);
  session.edit({ kind: 'deliver', message, seen: step - 1, place: 4 });
  const there = stepOfDelivery(session, message);
  expect(there).toBe(5);
  session.edit({ kind: 'deliver', message, seen: there - 1, place: step });
  expect(stateOf(session).branches).toHaveLength(2);
  expect(stateOf(session).current).toBe(0);
});

test('commands that became impossible are told with the step that they had and the reason', () => {
  const session = settled();
  session.edit({ kind: 'remove', step: 1 });
  const { report } = stateOf(session);
  expect(report).toMatchObject({ branch: 1, of: 0 });
  expect(report?.skipped[0]).toMatchObject({
    step: 2,
    command: { kind: 'merge', node: 'A' },
    problem: expect.stringMatching(/^No merge .+\.$/),
  });
  expect(stateOf(session).branches[1]?.about).toBe('without: +email on A');
  session.dismissReport();
  expect(stateOf(session).report).toBeNull();
});

test('other protections play the same commands from the start, and the branch says which', () => {
  const session = settled();
  session.edit({ kind: 'protect', protections: { cellwiseMerge: false } });
  const { branches, current } = stateOf(session);
  expect([current, branches[1]?.about]).toEqual([1, 'protection off: cell-by-cell merge']);
  expect(branches[1]?.from?.step).toBeGreaterThan(0);
  expect(stateOf(session).playhead.step).toBe((branches[1]?.from?.step ?? 0) + 1);
  session.end();
  expect(columnsOn(session, 'A')).not.toEqual(['email', 'name', 'phone']);
  session.switchBranch(0);
  session.end();
  expect(columnsOn(session, 'A')).toEqual(['email', 'name', 'phone']);
});

test('a statement that is replaced keeps id and timestamp', () => {
  const session = settled();
  const before = timelineOf(stateOf(session)).steps[0]?.command;
  session.edit({ kind: 'replace', step: 1, command: addColumn('A', 'mail') });
  const after = timelineOf(stateOf(session)).steps[0]?.command;
  expect(after).toEqual({ ...before, ...addColumn('A', 'mail') });
  expect(stateOf(session).branches[1]?.about).toBe('+mail on A');
  expect(stateOf(session).playhead.step).toBe(1);
});

test('an edit that makes no sense is refused with a sentence and changes nothing', () => {
  const session = settled();
  const { branches, playhead } = stateOf(session);
  const refusals = [
    session.edit({ kind: 'deliver', message: 'gone', seen: 1, place: 1 }),
    session.edit({ kind: 'deliver', message: pushTo('C', 'A'), seen: 2, place: 0 }),
    session.edit({ kind: 'lose', message: pushTo('C', 'A'), seen: 2, place: 0.5 }),
    session.edit({ kind: 'remove', step: 99 }),
    session.edit({ kind: 'move', step: 2, place: 0 }),
    session.edit({ kind: 'replace', step: 1, command: addColumn('A', 'name') }),
    session.edit({ kind: 'protect', protections: { moon: true } as never }),
    session.hold('gone'),
  ];
  expect(refusals.map((refusal) => (refusal.ok ? 'accepted' : refusal.problem))).toMatchInlineSnapshot(`
    [
      "No message gone is on its way at step 1: pick one that is.",
      "A sends it at step 1.",
      "A sends it at step 1.",
      "There is no step 99 to edit: this run has steps 1 to 14.",
      "No merge ddl s1 waits for its turn on node A.",
      "Invalid column name name because it conflicts with an existing column: demo.users.name is text, regular. Choose another name, or drop that column first.",
      "There is no protection moon; there are versionTags, syncBeforeApply, syncedCheck, rememberSynced, versionHash, tombstonesOutOfHash, droppedAt, deterministicTieBreak, coordinatorHoldsSchema, registryGrace, mergeLock, cellwiseMerge, lazyUpgrade, schemaFlushedBeforeUse, syncSource, publishToAllShards, gossipPull, pullDelay, readsSync, alterWritesOnlyChanges, containedVersionsSynced.",
      "No message gone is on its way at step 14: pick one that is.",
    ]
  `);
  expect(stateOf(session).branches).toBe(branches);
  expect(stateOf(session).playhead).toEqual(playhead);
});

test('two branches that come to the same state are found to have rejoined, at the first such steps of both', () => {
  const session = settled();
  const message = pushTo('C', 'B');
  const step = stepOfDelivery(session, message);
  session.edit({ kind: 'deliver', message, seen: step - 1, place: 4 });
  const [main, branch] = session.relations();
  expect(main).toMatchObject({ branch: 0, parent: null, rejoin: null });
  expect(branch).toMatchObject({ branch: 1, parent: 0, left: 4 });
  const { a, b } = branch?.rejoin ?? { a: 0, b: 0 };
  const [mainRun, branchRun] = stateOf(session).branches.map(({ timeline }) => timeline);
  const hashOf = (timeline: typeof mainRun, i: number) =>
    stateHash(timeline?.steps[i - 1]?.state.core ?? shownState(stateOf(session)).core);
  expect(a).toBeGreaterThan(4);
  expect(hashOf(branchRun, a)).toBe(hashOf(mainRun, b));
  expect(hashOf(branchRun, a - 1)).not.toBe(hashOf(mainRun, b - 1));
  expect(session.relations()).toBe(session.relations());
});

test('a branch that lost something for good does not rejoin, and one that repeats a command is the same branch', () => {
  const session = createSession({ seed: FIRST_SEED, config: firstScreen() });
  session.act(addColumn('A', 'email'));
  session.act(addColumn('B', 'phone'));
  session.next();
  const message = pushTo('C', 'A');
  session.edit({ kind: 'lose', message, seen: 2, place: 4 });
  expect(session.relations()[1]?.rejoin).toBeNull();
});
