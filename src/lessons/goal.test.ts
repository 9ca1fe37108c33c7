import { expect, test } from 'vitest';
import { LESSONS } from './catalogue.ts';
import { goalAt, shortestWay, stands, standsAfter } from './goal.ts';
import type { Challenge } from './lesson.ts';
import { TRY } from './lesson.ts';
import { playedLesson } from './playedLesson.ts';
import { playMoves } from './run.ts';

function challengeOf(id: string) {
  const lesson = LESSONS.find((one) => one.id === id);
  const start = lesson === undefined ? undefined : playedLesson(lesson).runs.find((run) => run.id === TRY);
  if (lesson?.challenge === undefined || start === undefined) throw new Error(`${id} has no challenge`);
  return { task: lesson.challenge, start: start.timeline, from: start.timeline.steps.length };
}

test('a goal can read nothing that is no part of a state of the search: the compiler knows nothing else', () => {
  // @ts-expect-error the commands of the way
  const ofCommands = stands(({ commands }) => commands === undefined);
  // @ts-expect-error the run itself
  const ofRun = stands(({ timeline }) => timeline === undefined);
  // @ts-expect-error what no number can be given to
  const ofSets = standsAfter<Set<string>>({ first: new Set(), next: (seen) => seen, isMet: () => true });
  const ofOthers = standsAfter<number>({
    first: 0,
    next: (seen) => seen,
    // @ts-expect-error something else than its own monitor has seen
    isMet: (_lens, seen: string) => seen === '',
  });
  expect([ofCommands, ofRun, ofSets, ofOthers]).toHaveLength(4);
});

test('the explorer also leaves a merge for later, as one can by going back a step: a looser goal is met sooner', () => {
  const { task, start, from } = challengeOf('drop-and-add-again');
  // As the lesson once had it: dropped as soon as that is said, although its own node has not merged it.
  const looser: Challenge = {
    ...task,
    goal: standsAfter<{ readonly dropped: boolean; readonly reads: readonly string[] }>({
      first: { dropped: false, reads: [] },
      next: ({ dropped, reads }, { command }) => ({
        dropped: dropped || command.kind === 'alter-table',
        reads: dropped && command.kind === 'select' ? [...reads, command.id] : reads,
      }),
      isMet: ({ answer }, { reads }) => reads.some((read) => answer(read)?.['phone'] === '999'),
    }),
  };
  expect(shortestWay(looser, start, from)).toMatchObject({ value: { moves: task.par - 1 } });
  expect(shortestWay(task, start, from)).toMatchObject({ value: { moves: task.par } });
});

test('from the middle of an attempt the way is the rest, and none where the goal is out of reach', () => {
  const { task, start, from } = challengeOf('column-came-back');
  const halfway = playMoves(start, task.solution.slice(0, 3));
  expect(goalAt(task, halfway, from, halfway.steps.length)).toBe('open');
  expect(shortestWay(task, halfway, from)).toMatchObject({ value: { moves: task.par - 3 } });
  // B has added its column first: A cannot be the first any more.
  const lost = playMoves(start, task.solution.slice(2, 3));
  expect(goalAt(task, lost, from, lost.steps.length)).toBe('lost');
  expect(shortestWay(task, lost, from)).toMatchObject({ value: { moves: null, complete: true, states: 0 } });
});

test('a goal that time puts out of reach is lost when the time is over', () => {
  const { task, start, from } = challengeOf('lost-news');
  const later = (micros: number) => playMoves(start, [{ kind: 'wait', micros }]);
  expect(goalAt(task, later(4_999_999), from, from + 1)).toBe('open');
  expect(goalAt(task, later(5_000_000), from, from + 1)).toBe('lost');
});
