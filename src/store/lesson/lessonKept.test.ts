// A run of a lesson that was put away, as a file, by the browser or as a link, comes back in its lesson.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LESSONS } from '../../lessons/catalogue.ts';
import { concurrentAdd } from '../../lessons/course/concurrentAdd.ts';
import { addColumn as add } from '../addColumn.test-support.ts';
import { linkFragment, openLink } from '../keeping/link/openLink.ts';
import { openRunFile, runFileText } from '../keeping/openFile.ts';
import { fileOf, readFiled } from '../keeping/runFile.ts';
import { isUntouched, putAside } from '../runs/openRuns.ts';
import { FIRST_SEED, firstScreen } from '../sandbox/firstScreen.ts';
import { createSession } from '../session.ts';
import type { Session } from '../state/sessionState.ts';
import { lessonPlace } from './lessonPlace.ts';

const inLesson = (beat: number): Session =>
  createSession({ seed: FIRST_SEED, config: firstScreen(), lesson: { lesson: concurrentAdd, beat } });
const elsewhere = (): Session => createSession({ seed: FIRST_SEED, config: firstScreen() });
const at = (id: string): number => concurrentAdd.beats.findIndex((beat) => beat.id === id);
const problemOf = (session: Session): string | null => session.store.getState().problem?.sentence ?? null;
const filed = (session: Session) => JSON.parse(runFileText(session.store.getState()));

/** Somebody who has wandered off at a beat. */
function wandered(beat: string): Session {
  const session = inLesson(at(beat));
  add(session, 'A', 'city');
  expect(lessonPlace(session.store.getState())?.kind).toBe('wandering');
  return session;
}

/** Ways by which a run is carried from one page to another. */
const CARRIED: readonly (readonly [string, (from: Session, to: Session) => boolean])[] = [
  ['a file', (from, to) => openRunFile(to, JSON.stringify(filed(from)), LESSONS).ok],
  ['a link', (from, to) => openLink(to, linkFragment(from.store.getState()), { lessons: LESSONS }).ok],
];

test.each(CARRIED)('from %s one returns to the beat that one had come to', (_, carry) => {
  for (const beat of ['agreed', 'yours', 'gone']) {
    const [from, to] = [wandered(beat), elsewhere()];
    expect(carry(from, to)).toBe(true);
    expect(problemOf(to)).toBeNull();
    expect(to.store.getState().playhead).toEqual(from.store.getState().playhead);
    expect(lessonPlace(to.store.getState())).toEqual({ kind: 'wandering' });
    to.returnToLesson();
    expect(lessonPlace(to.store.getState())).toEqual({ kind: 'beat', beat: at(beat) });
    to.advance();
    expect(lessonPlace(to.store.getState())).toEqual({ kind: 'beat', beat: at(beat) + 1 });
  }
});

test.each(CARRIED)('an attempt at the challenge is still one in %s', (_, carry) => {
  const [from, to] = [inLesson(at('challenge')), elsewhere()];
  add(from, 'A', 'email');
  expect(lessonPlace(from.store.getState())).toEqual({ kind: 'trying', moves: 1, goal: 'open' });
  expect(carry(from, to)).toBe(true);
  expect(lessonPlace(to.store.getState())).toEqual({ kind: 'trying', moves: 1, goal: 'open' });
});

test('at a beat between two steps a link and a file stand at that beat', () => {
  const from = inLesson(at('news'));
  const text = runFileText(from.store.getState());
  const link = linkFragment(from.store.getState());
  for (const open of [
    (to: Session) => openRunFile(to, text, LESSONS).ok,
    (to: Session) => openLink(to, link, { lessons: LESSONS }).ok,
  ]) {
    const to = elsewhere();
    expect(open(to)).toBe(true);
    expect(lessonPlace(to.store.getState())).toEqual({ kind: 'beat', beat: at('news') });
  }
});

test('answers and hints come back too', () => {
  const from = inLesson(at('asked'));
  from.answer(2);
  from.goToBeat(at('challenge'));
  from.hint();
  const to = elsewhere();
  openRunFile(to, runFileText(from.store.getState()), LESSONS);
  expect(to.store.getState().lesson).toEqual(from.store.getState().lesson);
});

test('a run of a lesson in which something was done is worth keeping, also where a run of its own has grown', () => {
  expect(isUntouched(inLesson(at('gone')).store.getState())).toBe(true);
  expect(isUntouched(wandered('gone').store.getState())).toBe(false);
  const trying = inLesson(at('challenge'));
  expect(isUntouched(trying.store.getState())).toBe(true);
  add(trying, 'A', 'email');
  expect(isUntouched(trying.store.getState())).toBe(false);
});

test('a lesson that is not there, or is another by now, is told, and the run is shown without it', () => {
  const from = wandered('agreed');
  const file = filed(from);
  const opened = (lesson: unknown) => {
    const to = elsewhere();
    expect(openRunFile(to, JSON.stringify({ ...file, lesson }), LESSONS).ok).toBe(true);
    expect(to.store.getState().branches).toHaveLength(from.store.getState().branches.length);
    return { lesson: to.store.getState().lesson, problem: problemOf(to) };
  };
  expect(opened({ ...file.lesson, id: 'gone' })).toEqual({
    lesson: null,
    problem:
      'It belongs to a lesson called “gone”, and this page has none of that name: it is shown without its lesson.',
  });
  for (const odd of [7, [], { id: 9 }]) {
    expect(opened(odd).problem).toMatch(/^What is said of the lesson cannot be read/);
  }
  // Another lesson's run is not this one's.
  expect(opened({ ...file.lesson, id: 'boxes-have-numbers' }).problem).toMatch(/is another one by now/);
  expect(opened({ ...file.lesson, runs: {} }).problem).toMatch(/is another one by now/);
  expect(opened({ ...file.lesson, runs: { main: 0, whole: 99 } }).problem).toMatch(/is another one by now/);

  const link = linkFragment(from.store.getState());
  const to = elsewhere();
  expect(openLink(to, link).ok).toBe(true);
  expect(problemOf(to)).toMatch(/^It belongs to a lesson called “concurrent-add”/);
  expect(to.store.getState().lesson).toBeNull();
});

test('whatever a file says of its lesson, it is read', () => {
  const file = fileOf(putAside(wandered('gone').store.getState()));
  fc.assert(
    fc.property(
      fc.record(
        {
          id: fc.oneof(fc.constant('concurrent-add'), fc.string()),
          beat: fc.anything(),
          seen: fc.anything(),
          runs: fc.oneof(fc.constant(file.lesson?.runs), fc.anything()),
          answers: fc.anything(),
          hints: fc.anything(),
        },
        { requiredKeys: [] },
      ),
      (lesson) => {
        const read = readFiled({ ...file, lesson }, LESSONS);
        expect(read.ok).toBe(true);
        if (read.ok && read.value.run.lesson !== null) {
          const session = elsewhere();
          session.restore(read.value.run);
          session.returnToLesson();
          expect(lessonPlace(session.store.getState())?.kind).toMatch(/beat|trying/);
        }
      },
    ),
    { seed: 5, numRuns: 60 },
  );
});
