import { describe, expect, test } from 'vitest';
import { type CommandDraft, inspect, stateHash, toRun } from '../engine/index.ts';
import { FIRST_KEYSPACE, FIRST_SEED, FIRST_TABLE, firstScreen } from './sandbox/firstScreen.ts';
import { createSession } from './session.ts';
import type { Session } from './state/sessionState.ts';
import { shownPending, shownState, timelineOf } from './state/shown.ts';

const opened = (): Session => createSession({ seed: FIRST_SEED, config: firstScreen() });

const addColumn = (node: string, name: string): CommandDraft => ({
  kind: 'alter-table',
  node,
  keyspace: FIRST_KEYSPACE,
  table: FIRST_TABLE,
  changes: [{ kind: 'add', name, type: 'text' }],
});

const stepOf = (session: Session): number => session.store.getState().playhead.step;
const stepsOf = (session: Session): number => timelineOf(session.store.getState()).steps.length;

const tablesOf = (session: Session) =>
  inspect(shownState(session.store.getState())).nodes.map((node) => node.shards[0]?.tables[0]);

const columnsOn = (session: Session, i: number) =>
  tablesOf(session)
    [i]?.columns.filter(({ kind }) => kind === 'regular')
    .map(({ name }) => name);

test('the first screen has users(id, name) with the row Ada on A, B and C, at one version, and nothing on its way', () => {
  const session = opened();
  expect(tablesOf(session).map((table) => table?.columns.map(({ name }) => name))).toEqual([
    ['id', 'name'],
    ['id', 'name'],
    ['id', 'name'],
  ]);
  expect(new Set(tablesOf(session).map((table) => table?.version)).size).toBe(1);
  for (const table of tablesOf(session)) {
    const cells = table?.entries.flatMap((entry) => entry.cells);
    expect(cells?.map(({ column, value }) => [column, value])).toContainEqual(['name', 'Ada']);
  }
  expect(shownPending(session.store.getState()).filter(({ kind }) => kind === 'message')).toEqual([]);
});

test('a schema change is merged on its own node at once, as a second step of the log', () => {
  const session = opened();
  expect(session.act(addColumn('A', 'email')).ok).toBe(true);
  expect(timelineOf(session.store.getState()).steps.map(({ command }) => command.kind)).toEqual([
    'alter-table',
    'merge',
  ]);
  expect(columnsOn(session, 0)).toEqual(['email', 'name']);
  expect(columnsOn(session, 1)).toEqual(['name']);
});

test('two columns added before either news arrives part the nodes, and settling brings all three to one version', () => {
  const session = opened();
  session.act(addColumn('A', 'email'));
  session.act(addColumn('B', 'phone'));
  expect(new Set(tablesOf(session).map((table) => table?.version)).size).toBe(3);
  expect(session.settle().ok).toBe(true);
  expect(new Set(tablesOf(session).map((table) => table?.version)).size).toBe(1);
  expect([0, 1, 2].map((i) => columnsOn(session, i))).toEqual(Array(3).fill(['email', 'name', 'phone']));
});

test('back and next walk the recorded steps without changing them', () => {
  const session = opened();
  session.act(addColumn('A', 'email'));
  const recorded = timelineOf(session.store.getState());
  session.back();
  session.back();
  expect(stepOf(session)).toBe(0);
  session.back();
  expect(stepOf(session)).toBe(0);
  session.next();
  expect(stepOf(session)).toBe(1);
  expect(timelineOf(session.store.getState())).toBe(recorded);
});

test('next at the end makes what is due first happen', () => {
  const session = opened();
  session.act(addColumn('A', 'email'));
  const due = shownPending(session.store.getState())[0];
  session.next();
  expect(timelineOf(session.store.getState()).steps.at(-1)?.command).toEqual(due?.command);
});

test('acting in the past starts a branch and keeps the old one', () => {
  const session = opened();
  session.act(addColumn('A', 'email'));
  session.settle();
  const kept = timelineOf(session.store.getState());
  session.seek(2);
  session.act(addColumn('C', 'nick'));
  const { branches, current } = session.store.getState();
  expect(branches.map(({ name, from }) => [name, from])).toEqual([
    ['Main', null],
    ['Branch 1', { branch: 0, step: 2 }],
  ]);
  expect(current).toBe(1);
  expect(branches[0]?.timeline).toBe(kept);
  expect(timelineOf(session.store.getState()).steps.slice(0, 2)).toEqual(kept.steps.slice(0, 2));
  session.switchBranch(0);
  expect(timelineOf(session.store.getState())).toBe(kept);
});

test.each<readonly [string, (session: Session) => unknown]>([
  ['+nick on C', (session) => session.act(addColumn('C', 'nick'))],
  ['push +email reaches C first', (session) => session.deliver('DEFINITIONS_UPDATE A>C s1')],
  ['push +email to C lost', (session) => session.act({ kind: 'lose', message: 'DEFINITIONS_UPDATE A>C s1' })],
  ['B crashes', (session) => session.act({ kind: 'crash', node: 'B' })],
  ['link A–B cut', (session) => session.act({ kind: 'cut', a: 'A', b: 'B' })],
  ['time passes', (session) => session.act({ kind: 'wait', micros: 9 })],
  [
    'protection off: version tags',
    (session) => session.act({ kind: 'protect', protections: { versionTags: false } }),
  ],
])('a branch from acting in the past is about what differs first: %s', (about, act) => {
  const session = opened();
  session.act(addColumn('A', 'email'));
  session.settle();
  session.seek(2);
  act(session);
  const { branches, notice } = session.store.getState();
  expect(branches.map((branch) => branch.about)).toEqual(['', about]);
  expect(notice).toMatchObject({ sentence: 'The old run is kept: Main.', branch: 0 });
  session.dismissNotice();
  expect(session.store.getState().notice).toBeNull();
});

test('the same deviation a second time leads to the same branch', () => {
  const session = opened();
  session.act(addColumn('A', 'email'));
  session.settle();
  for (let i = 0; i < 2; i++) {
    session.switchBranch(0);
    session.seek(2);
    session.act(addColumn('C', 'nick'));
    expect([session.store.getState().current, stepOf(session)]).toEqual([1, 4]);
    session.next();
  }
  expect(session.store.getState().branches).toHaveLength(2);
});

test('on another branch the playhead keeps its step, or stands at the end of a shorter one; bookmarks stay', () => {
  const session = opened();
  session.act(addColumn('A', 'email'));
  session.settle();
  const length = stepsOf(session);
  session.bookmark('the end');
  session.seek(2);
  session.act({ kind: 'lose', message: 'DEFINITIONS_UPDATE A>C s1' });
  session.bookmark('lost');
  expect(stepOf(session)).toBe(3);
  session.switchBranch(0);
  expect([session.store.getState().current, stepOf(session)]).toEqual([0, 3]);
  session.end();
  expect(stepOf(session)).toBe(length);
  session.switchBranch(1);
  expect([session.store.getState().current, stepOf(session)]).toEqual([1, 3]);
  session.goToBookmark(1);
  expect([session.store.getState().current, stepOf(session)]).toEqual([0, length]);
  session.goToBookmark(2);
  expect([session.store.getState().current, stepOf(session)]).toEqual([1, 3]);
  expect(session.store.getState().bookmarks.map(({ note }) => note)).toEqual(['the end', 'lost']);
  session.switchBranch(7);
  expect(session.store.getState().current).toBe(1);
});

test('one may stop on the way to the next step, but not beyond it and not beyond the end', () => {
  const session = opened();
  session.act(addColumn('A', 'email'));
  session.seek(1, 0.25);
  expect(session.store.getState().playhead).toEqual({ step: 1, fraction: 0.25 });
  expect(session.seek(1, 1).ok).toBe(false);
  expect(session.seek(1, Number.NaN).ok).toBe(false);
  expect(session.store.getState().playhead).toEqual({ step: 1, fraction: 0.25 });
  session.seek(2, 0.5);
  expect(session.store.getState().playhead).toEqual({ step: 2, fraction: 0 });
});

test('the very command that came next moves on instead of branching', () => {
  const session = opened();
  session.act(addColumn('A', 'email'));
  session.settle();
  const steps = stepsOf(session);
  session.seek(0);
  session.act(addColumn('A', 'email'));
  expect(session.store.getState().branches).toHaveLength(1);
  expect(stepOf(session)).toBe(2);
  expect(stepsOf(session)).toBe(steps);
});

test('what came next and more behind it goes on with the run instead of branching', () => {
  const session = opened();
  session.act(addColumn('A', 'email'));
  session.next();
  session.back();
  session.settle();
  const { branches, notice } = session.store.getState();
  expect(branches).toHaveLength(1);
  expect(notice).toBeNull();
  expect(stepOf(session)).toBe(stepsOf(session));
  expect(stepsOf(session)).toBeGreaterThan(3);
});

test('a refusal changes nothing but the sentence that says why, and the same sentence twice counts twice', () => {
  const session = opened();
  const before = session.store.getState();
  const refused = session.act(addColumn('A', 'name'));
  expect(refused.ok).toBe(false);
  session.act(addColumn('A', 'name'));
  const { problem, ...rest } = session.store.getState();
  expect(problem).toEqual({ sentence: refused.ok ? '' : refused.problem, count: 2 });
  expect({ ...rest, problem: null }).toEqual({ ...before, problem: null });
});

test('seeking outside the run, delivering what is gone and loading nonsense are refused in words', () => {
  const session = opened();
  const before = timelineOf(session.store.getState());
  const refusals = [
    session.seek(1),
    session.seek(-1),
    session.seek(0.5),
    session.deliver('gone'),
    session.load({}),
  ];
  for (const refusal of refusals) {
    expect(refusal.ok ? '' : refusal.problem).toMatch(/^[A-Z].*\.$/s);
  }
  expect(timelineOf(session.store.getState())).toBe(before);
});

test('a run that was saved loads to the same state', () => {
  const session = opened();
  session.act(addColumn('A', 'email'));
  session.act(addColumn('B', 'phone'));
  session.settle();
  const run = toRun(timelineOf(session.store.getState()));
  const other = opened();
  expect(other.load(JSON.parse(JSON.stringify(run))).ok).toBe(true);
  const hashOf = (each: Session) => stateHash(shownState(each.store.getState()).core);
  expect(hashOf(other)).toBe(hashOf(session));
  expect(stepOf(other)).toBe(stepsOf(session));
});

describe('the last announcements', () => {
  const agreed = (): Session => {
    const session = opened();
    session.act(addColumn('A', 'email'));
    while (shownPending(session.store.getState()).some(({ kind }) => kind !== 'gossip')) {
      session.next();
    }
    return session;
  };

  test('N16 are one press of Next and one of Back, and a step each in the log', () => {
    const session = agreed();
    const before = stepOf(session);
    const left = shownPending(session.store.getState()).length;
    expect(left).toBeGreaterThan(1);
    session.advance();
    expect(stepOf(session)).toBe(before + left);
    expect(shownPending(session.store.getState())).toEqual([]);
    session.retreat();
    expect(stepOf(session)).toBe(before);
    session.advance();
    expect(stepOf(session)).toBe(before + left);
    const kinds = timelineOf(session.store.getState())
      .steps.slice(before)
      .map(({ command }) => command.kind);
    expect(kinds).toEqual(Array.from({ length: left }, () => 'gossip'));
  });

  test('N16 can be taken one by one, and what a person does among them stands alone', () => {
    const session = agreed();
    const before = stepOf(session);
    session.next();
    expect(stepOf(session)).toBe(before + 1);
    session.act({ kind: 'wait', micros: 1 });
    session.seek(before);
    session.advance();
    expect(stepOf(session)).toBe(before + 1);
    session.retreat();
    expect(stepOf(session)).toBe(before);
  });
});
