import { expect, test } from 'vitest';
import { concurrentAdd } from '../../lessons/course/concurrentAdd.ts';
import { addColumn as add } from '../addColumn.test-support.ts';
import { createAutomation } from '../automation/automation.ts';
import { FIRST_SEED, firstScreen } from '../sandbox/firstScreen.ts';
import { createSession } from '../session.ts';
import { hiddenNodes } from '../state/lessonState.ts';
import type { Session } from '../state/sessionState.ts';
import { lessonPlace } from './lessonPlace.ts';
import { lessonShown } from './lessonShown.ts';

const opened = (): Session =>
  createSession({ seed: FIRST_SEED, config: firstScreen(), lesson: { lesson: concurrentAdd, beat: 0 } });

const shown = ({ store }: Session) => {
  const lesson = lessonShown(store.getState());
  if (lesson === null) throw new Error('A lesson is open.');
  return lesson;
};
const beatId = (session: Session): string | undefined => concurrentAdd.beats[shown(session).beat]?.id;

test('Next goes from beat to beat to the challenge, Back the same way again', () => {
  const session = opened();
  const ids = [beatId(session)];
  for (let i = 1; i < concurrentAdd.beats.length; i++) {
    session.advance();
    ids.push(beatId(session));
    expect(shown(session).mode).toBe('beat');
  }
  expect(ids).toEqual(concurrentAdd.beats.map(({ id }) => id));
  expect(shown(session).challenge).toMatchObject({ moves: 0, par: 4, solved: false });
  for (let i = concurrentAdd.beats.length - 2; i >= 0; i--) {
    session.retreat();
    expect(beatId(session)).toBe(ids[i]);
  }
});

test('what a beat shows stays shown on the way back, and is what the beat says when one goes there at once', () => {
  const session = opened();
  expect(hiddenNodes(session.store.getState().lesson)).toEqual(['C']);
  session.goToBeat(9);
  expect(shown(session).hidden).toEqual(['data', 'tags', 'sources', 'inside']);
  expect(hiddenNodes(session.store.getState().lesson)).toEqual([]);
  session.retreat();
  expect(hiddenNodes(session.store.getState().lesson)).toEqual([]);
  session.goToBeat(2);
  expect(hiddenNodes(session.store.getState().lesson)).toEqual(['C']);
  expect(shown(session).hidden).toContain('versions');
});

test('a question waits for no answer, and tells at the next beat how the guess came out', () => {
  const session = opened();
  session.goToBeat(3);
  expect(shown(session).question?.options).toHaveLength(4);
  session.advance();
  expect(shown(session).reveal?.isRight).toBeNull();
  session.retreat();
  session.answer(1);
  expect(shown(session).question?.chosen).toBe(0);
  session.advance();
  expect(shown(session).reveal?.isRight).toBe(false);
  session.retreat();
  session.answer(3);
  session.advance();
  expect(shown(session).reveal?.isRight).toBe(true);
  expect(session.answer(1)).toMatchObject({ ok: false });
  session.retreat();
  expect(session.answer(5)).toMatchObject({ ok: false, problem: expect.stringContaining('1 to 4') });
});

test('whoever acts on the way wanders, steps with Next, and comes back to the beat', () => {
  const session = opened();
  session.goToBeat(8);
  add(session, 'A', 'city');
  expect(shown(session).mode).toBe('wandering');
  expect(shown(session).sentence).toBeNull();
  const { step } = session.store.getState().playhead;
  session.advance();
  expect(session.store.getState().playhead.step).toBe(step + 1);
  session.returnToLesson();
  expect([shown(session).mode, shown(session).beat]).toEqual(['beat', 8]);
  expect(session.store.getState().branches).toHaveLength(2);
  session.advance();
  expect(beatId(session)).toBe('third');
});

test('a beat that was seen is there again when one scrubs to its moment', () => {
  const session = opened();
  session.goToBeat(6);
  session.seek(0);
  expect([shown(session).mode, shown(session).beat]).toEqual(['beat', 0]);
  session.seek(2);
  expect(shown(session).mode).toBe('wandering');
  session.seek(5);
  expect(beatId(session)).toBe('landed');
});

test('the turn is a branch of its own from its first beat on, named by its switch', () => {
  const session = opened();
  const off = concurrentAdd.beats.findIndex(({ id }) => id === 'off');
  session.goToBeat(off - 1);
  expect(session.store.getState().branches).toHaveLength(1);
  session.advance();
  const { branches, current } = session.store.getState();
  expect(branches[current]).toMatchObject({ name: 'Switched', about: 'protection off: cell-by-cell merge' });
});

test('the challenge counts moves and is solved by the engine’s word', () => {
  const session = opened();
  session.goToBeat(concurrentAdd.beats.length - 1);
  add(session, 'A', 'email');
  add(session, 'B', 'phone');
  expect(lessonPlace(session.store.getState())).toEqual({ kind: 'trying', moves: 2, goal: 'open' });
  // A third column is one too many, whatever comes then; a step back it is not there.
  add(session, 'C', 'nick');
  expect(shown(session).challenge).toMatchObject({ moves: 3, solved: false, lost: true });
  session.undo();
  expect(shown(session).challenge).toMatchObject({ moves: 2, solved: false, lost: false });
  for (const to of ['A>C', 'B>C']) {
    const id = createAutomation(session, async () => {})
      .pending()
      .find((one) => one.id.startsWith(`DEFINITIONS_UPDATE ${to}`))?.id;
    session.deliver(id ?? '');
  }
  expect(lessonPlace(session.store.getState())).toEqual({ kind: 'trying', moves: 4, goal: 'met' });
  session.returnToLesson();
  expect(shown(session).challenge).toMatchObject({ moves: 0, solved: false });
  session.showSolution();
  for (let i = 0; i < 6; i++) session.advance();
  expect(lessonPlace(session.store.getState())).toEqual({ kind: 'trying', moves: 4, goal: 'met' });
});

test('scripts open lessons, go to beats, answer, and are told what they may', async () => {
  const session = createSession({ seed: FIRST_SEED, config: firstScreen() });
  const page = createAutomation(session, async () => {});
  expect(page.place()).toBeNull();
  expect((await page.lessons())[0]).toMatchObject({ id: 'concurrent-add', number: 1, par: 4 });
  await page.lesson('concurrent-add', 3);
  expect(page.place()).toBe(3);
  page.answer(3);
  page.next();
  expect(page.place()).toBe(4);
  page.back();
  page.step();
  expect(page.place()).toBe(4);
  expect(() => page.beat(99)).toThrow(/beats 0 to 15/u);
  await expect(page.lesson('nothing')).rejects.toThrow(/no lesson called/u);
});

test('a turn stands beside the run that it is a turn of, from where the two part, and no longer than it lasts', () => {
  const session = opened();
  const at = (id: string): number => concurrentAdd.beats.findIndex((beat) => beat.id === id);
  const state = () => session.store.getState();
  session.goToBeat(at('gone'));
  const { turn, comparison, current, branches } = state();
  expect(comparison).toEqual({ kind: 'branches', a: 0, b: current });
  expect(turn).toMatchObject({ was: 0, is: current, protections: { cellwiseMerge: false } });
  const [was, is] = [branches[0]?.timeline, branches[current]?.timeline];
  const parting = turn?.parting ?? 0;
  // A stores an address where, in the lesson's own run, B's news arrives.
  expect(parting).toBeGreaterThan(0);
  expect(was?.steps[parting - 1]?.command).not.toEqual(is?.steps[parting - 1]?.command);

  session.goToBeat(at('other'));
  expect([state().turn, state().comparison]).toEqual([null, null]);
  session.goToBeat(at('challenge'));
  expect([state().turn, state().comparison]).toEqual([null, null]);
});

test('on the way to a beat its sentence stands already; whoever moves from there has left the way', () => {
  const session = opened();
  const landed = concurrentAdd.beats.findIndex(({ id }) => id === 'landed');
  session.goToBeat(landed);
  const { playhead } = session.store.getState();
  session.goToBeat(landed, 0.25);
  expect(session.store.getState().playhead).toEqual({ step: playhead.step - 1, fraction: 0.75 });
  expect(shown(session)).toMatchObject({ mode: 'beat', beat: landed });
  expect(shown(session).reveal?.right).toBe('id, email, name, phone');
  session.seek(playhead.step - 1, 0.5);
  expect(shown(session).mode).toBe('wandering');
  session.returnToLesson();
  expect(session.store.getState().playhead).toEqual(playhead);
  expect(session.store.getState().lesson).not.toHaveProperty('way');
});
