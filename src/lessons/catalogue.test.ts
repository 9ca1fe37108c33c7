// Every lesson, played: its beats are legal and their sentences true, its questions have the answers that the engine shows,
// its turns come out as they say, its solution reaches the goal, and the explorer proves that nothing shorter does.

import { describe, expect, test } from 'vitest';
import {
  checkPromises,
  costsOf,
  countedMoves,
  fork,
  isStatement,
  stateAt,
  type Timeline,
} from '../engine/index.ts';
import { LESSONS } from './catalogue.ts';
import { lettersOf, untrue } from './facts.ts';
import { goalAt, shortestWay } from './goal.ts';
import { lensOf } from './lens.ts';
import { type Lesson, TRY } from './lesson.ts';
import { begin } from './moves.ts';
import { playedLesson } from './playedLesson.ts';
import { playMoves } from './run.ts';

const runOf = (lesson: Lesson, id: string): Timeline => {
  const run = playedLesson(lesson).runs.find((one) => one.id === id);
  if (run === undefined) throw new Error(`${lesson.id} has no run ${id}`);
  return run.timeline;
};

const everBroken = ({ steps }: Timeline): readonly string[] => [
  ...new Set(
    steps.flatMap(({ state }) =>
      checkPromises(state.core)
        .filter(({ held }) => !held)
        .map(({ id }) => id),
    ),
  ),
];

/** Those of the course; an incident is told, and has no challenge. */
const CHALLENGES = 12;

test('each lesson of the course has a challenge', () => {
  expect(LESSONS.filter(({ challenge }) => challenge !== undefined)).toHaveLength(CHALLENGES);
});

describe.each(LESSONS.map((lesson) => [lesson.id, lesson] as const))('%s', (_, lesson) => {
  const { runs, places } = playedLesson(lesson);
  const challenge = runs.find(({ id }) => id === TRY)?.timeline ?? null;
  const letters = lettersOf(runs.map(({ timeline }) => timeline));
  const seenAt = (beat: number) => {
    const place = places[beat] ?? { run: '', step: 0 };
    return { timeline: runOf(lesson, place.run), step: place.step, letters };
  };

  test('what its sentences say is so', () => {
    const wrong = lesson.beats.flatMap((beat, i) =>
      untrue(beat.expects, seenAt(i)).map((one) => `${beat.id}: ${one}`),
    );
    expect(wrong).toEqual([]);
  });

  test('each beat stands where the one before it leads, run by run', () => {
    for (const { id } of runs) {
      const steps = places.filter(({ run }) => run === id).map(({ step }) => step);
      expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    }
    expect(
      places.every(({ fraction, step, run }) => fraction === 0 || step < runOf(lesson, run).steps.length),
    ).toBe(true);
  });

  const asking = lesson.beats.flatMap((beat, i) =>
    beat.ask === undefined ? [] : [[beat.id, beat.ask, i] as const],
  );
  test.each(asking)('the answer to %s is what the engine shows', (_id, ask, i) => {
    const right = ask.options.map((facts) => untrue(facts, seenAt(i + 1)).length === 0);
    expect(right).toEqual(ask.options.map((_option, option) => option === ask.answer));
    expect(ask.options.every((facts) => Object.keys(facts).length > 0)).toBe(true);
  });

  test.each(lesson.turns.map((turn) => [turn.id, turn] as const))(
    'turn %s comes out as it says',
    (id, turn) => {
      const run = runOf(lesson, id);
      const own =
        turn.upTo === undefined
          ? runOf(lesson, 'main')
          : fork(runOf(lesson, 'main'), stepOf(lesson, turn.upTo));
      const [broken, before] = [everBroken(run), everBroken(own)];
      expect(run.config.protections[turn.protection]).not.toBe(own.config.protections[turn.protection]);
      switch (turn.outcome) {
        case 'broken':
          expect(broken.filter((promise) => !before.includes(promise))).not.toEqual([]);
          break;
        case 'cost':
          expect(broken.filter((promise) => !before.includes(promise))).toEqual([]);
          expect({ costs: costsOf(run), ends: endsOf(run) }).not.toEqual({
            costs: costsOf(own),
            ends: endsOf(own),
          });
          break;
        case 'fixed':
          expect(broken).toEqual([]);
          // Something is told of it: a beat there whose facts the own run does not have.
          expect(
            lesson.beats.some(
              (beat) =>
                beat.run === id &&
                untrue(beat.expects, { timeline: own, step: own.steps.length, letters }).length > 0,
            ),
          ).toBe(true);
          break;
      }
    },
  );

  const { challenge: task } = lesson;
  if (challenge === null || task === undefined) return;

  test('its solution reaches the goal in par, and the explorer finds nothing shorter (X18)', () => {
    const from = challenge.steps.length;
    const solved = playMoves(challenge, task.solution);
    expect(goalAt(task, challenge, from, from)).toBe('open');
    expect(goalAt(task, solved, from, solved.steps.length)).toBe('met');
    expect(countedMoves(solved, from, solved.steps.length)).toBe(task.par);
    const found = shortestWay(task, challenge, from);
    expect(found).toMatchObject({ ok: true, value: { moves: task.par, complete: true } });
    const way = found.ok ? (found.value.commands ?? []) : [];
    const run = playMoves(challenge, way.map(begin));
    expect(goalAt(task, run, from, run.steps.length)).toBe('met');
    expect(countedMoves(run, from, run.steps.length)).toBe(task.par);
  });
});

const stepOf = (lesson: Lesson, beat: string): number =>
  playedLesson(lesson).places[lesson.beats.findIndex(({ id }) => id === beat)]?.step ?? 0;

/** How each statement of a run ended. */
const endsOf = (run: Timeline): readonly (readonly [string, string | null])[] => {
  const lens = lensOf(stateAt(run, run.steps.length).core);
  return run.steps.flatMap(({ command }) =>
    isStatement(command) && 'id' in command ? [[command.id, lens.status(command.id)] as const] : [],
  );
};

test('lessons are told apart by their ids', () => {
  expect(new Set(LESSONS.map(({ id }) => id)).size).toBe(LESSONS.length);
  expect(stateAt(runOf(LESSONS[0] as Lesson, 'main'), 0).core.messages).toEqual([]);
});
