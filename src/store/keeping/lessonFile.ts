// A lesson as it is told beside its run, in a file or in a link: which one, at which beat, and which of the branches are its
// runs. Its words and moves stay where they are; who reads it needs the course. What comes from outside may be anything.

import { isSameData, type Run, replayOn, type Timeline } from '../../engine/index.ts';
import { type Lesson, MAIN } from '../../lessons/lesson.ts';
import { playedLesson } from '../../lessons/playedLesson.ts';
import type { OpenLesson } from '../state/lessonState.ts';
import type { Branch } from '../state/sessionState.ts';
import { sharingWords } from '../words/messagesOfSharing.en.ts';

export type FiledLesson = Pick<OpenLesson, 'beat' | 'seen' | 'runs' | 'answers' | 'hints'> & {
  readonly id: string;
};

export function filedLesson({ lesson, beat, seen, runs, answers, hints }: OpenLesson): FiledLesson {
  return { id: lesson.id, beat, seen, runs, answers, hints };
}

const COUNT_MAX = 1_000;
const NAME_MAX = 64;

type Outside = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Outside =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < COUNT_MAX;

/** Names with small numbers; what is no such thing is left out. */
const countsOf = (value: unknown): Readonly<Record<string, number>> =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).filter(
          (one): one is [string, number] => one[0] !== '__proto__' && isCount(one[1]),
        ),
      )
    : {};

export interface ReadLesson {
  /** Null where none was told, or where it cannot be found: then `problem` says so. */
  readonly open: OpenLesson | null;
  readonly problem: string | null;
}

/** What a file says of its lesson; that the branches are its runs is not known yet. */
export function readLesson(outside: unknown, lessons: readonly Lesson[]): ReadLesson {
  if (outside === undefined || outside === null) {
    return { open: null, problem: null };
  }
  const filed = isRecord(outside) ? outside : {};
  const lesson = lessons.find(({ id }) => id === filed['id']);
  if (lesson === undefined) {
    const id = typeof filed['id'] === 'string' ? filed['id'].slice(0, NAME_MAX) : '';
    return { open: null, problem: sharingWords(id === '' ? 'lesson-unnamed' : 'lesson-unknown', { id }) };
  }
  const last = lesson.beats.length - 1;
  const beatOf = (value: unknown): number => (isCount(value) ? Math.min(value, last) : 0);
  const beat = beatOf(filed['beat']);
  const open: OpenLesson = {
    lesson,
    beat,
    seen: Math.max(beat, beatOf(filed['seen'])),
    runs: countsOf(filed['runs']),
    answers: countsOf(filed['answers']),
    hints: isCount(filed['hints']) ? filed['hints'] : 0,
  };
  return open.runs[MAIN] === undefined
    ? { open: null, problem: sharingWords('lesson-changed', { title: lesson.texts['title'] ?? '' }) }
    : { open, problem: null };
}

/** The lesson's own run that a branch is, or has grown from: it shares the lesson's states, and so is known again. */
export function ownRunAt({ lesson, runs }: OpenLesson, branch: number): Timeline | null {
  const id = Object.keys(runs).find((run) => runs[run] === branch);
  return playedLesson(lesson).runs.find((run) => run.id === id)?.timeline ?? null;
}

/** How many commands of `run` are those of `own`, from the first on. */
export function commonLength(own: Timeline, { commands }: Pick<Run, 'commands'>): number {
  const differing = own.steps.findIndex(({ command }, i) => !isSameData(command, commands[i]));
  return differing < 0 ? own.steps.length : differing;
}

/** A run that goes on from the whole of a lesson's run, on its states; null where it is another run. */
export function grownFrom(own: Timeline, run: Run): Timeline | null {
  if (run.seed !== own.seed || commonLength(own, run) < own.steps.length) {
    return null;
  }
  const { timeline, problem } = replayOn(own, run);
  return problem === null ? timeline : null;
}

/** Whether each run that the lesson knows is a branch that has grown from it. */
export function isWhole(open: OpenLesson, branches: readonly Branch[]): boolean {
  return Object.entries(open.runs).every(([id, branch]) => {
    const own = playedLesson(open.lesson).runs.find((run) => run.id === id)?.timeline;
    const there = branches[branch]?.timeline;
    return (
      own !== undefined &&
      there !== undefined &&
      there.start === own.start &&
      own.steps.every((step, i) => step === there.steps[i])
    );
  });
}
