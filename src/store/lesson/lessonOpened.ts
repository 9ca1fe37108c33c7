// A lesson as an open run: its own run first; each of its other runs becomes a branch when its first beat is reached.

import { type Lesson, MAIN, TRY } from '../../lessons/lesson.ts';
import { type LessonRun, playedLesson } from '../../lessons/playedLesson.ts';
import { firstTable, openRun } from '../runs/openRuns.ts';
import type { OpenLesson } from '../state/lessonState.ts';
import type { Branch, OpenRun } from '../state/sessionState.ts';
import { aboutEdit } from '../time/branchAbout.ts';
import { lessonWords } from '../words/messagesOfLessons.en.ts';

/** Before its first beat. */
export function openedLesson(lesson: Lesson): OpenRun {
  const [main] = playedLesson(lesson).runs;
  if (main === undefined) {
    throw new Error(`Lesson ${lesson.id} has no run.`);
  }
  return {
    ...openRun(lesson.texts['title'] ?? '', main.timeline, 0),
    tableKey: firstTable(lesson.config),
    lesson: { lesson, beat: 0, seen: 0, runs: { [MAIN]: 0 }, answers: {}, hints: 0 },
  };
}

type AtBeat = Pick<OpenRun, 'branches' | 'current' | 'playhead' | 'lesson'>;

/** At one of its beats, or so many steps before it, with all its runs that are seen up to there. */
export function atBeatOf(
  { branches }: Pick<OpenRun, 'branches'>,
  { way: _way, ...open }: OpenLesson,
  beat: number,
  before = 0,
): AtBeat {
  const { lesson } = open;
  const { places, runs } = playedLesson(lesson);
  const place = places[beat] ?? { run: MAIN, step: 0, fraction: 0 };
  const at = Math.max(0, place.step + place.fraction - before);
  const playhead =
    before === 0
      ? { step: place.step, fraction: place.fraction }
      : { step: Math.floor(at), fraction: at - Math.floor(at) };
  const reached = [...new Set(places.slice(0, beat + 1).map(({ run }) => run))];
  const missing = runs.filter(({ id }) => reached.includes(id) && open.runs[id] === undefined);
  const known = {
    ...open.runs,
    ...Object.fromEntries(missing.map(({ id }, i) => [id, branches.length + i])),
  };
  return {
    branches: [...branches, ...missing.map((run) => branchOf(run, lesson, runs[0]))],
    current: known[place.run] ?? 0,
    playhead,
    lesson: {
      ...open,
      beat,
      seen: Math.max(open.seen, beat),
      runs: known,
      ...(before === 0 ? {} : { way: playhead }),
    },
  };
}

function branchOf(
  { id, timeline, from, turn }: LessonRun,
  { challenge }: Lesson,
  own: LessonRun | undefined,
): Branch {
  const isTry = id === TRY;
  return {
    name: lessonWords(isTry ? 'branch-try' : 'branch-turn'),
    about:
      turn === null || own === undefined
        ? ''
        : aboutEdit(own.timeline, { kind: 'protect', protections: turn.protections }),
    timeline,
    // Its branch may not be there yet when a challenge begins on a turn: then it has left the lesson's own run.
    from: { branch: 0, step: isTry && challenge?.run !== MAIN ? 0 : from },
  };
}
