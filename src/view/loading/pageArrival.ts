// The page with its engine, and with the lesson that it opens with: the first one comes with it, the others are fetched.

import type { StartingPoint } from '../../store/lesson/startingPoint.ts';
import { FIRST_LESSON_ID } from '../../store/lesson/startingPoint.ts';
import type { Theme } from '../../store/state/theme.ts';
import { courseArrival } from '../lesson/course.ts';
import type { Page } from '../session/sessionContext.ts';
import { engineArrival } from './engineArrival.ts';
import { inAnotherTask } from './inAnotherTask.ts';

export async function pageArrival(start: StartingPoint): Promise<(theme: Theme) => Promise<Page>> {
  const { openLivePage, playingLesson, firstLesson } = await engineArrival();
  if (start.kind !== 'lesson') {
    return (theme) => openLivePage(theme, null);
  }
  const { lesson: id, beat } = start;
  // A lesson that is not there any more, or never was: the first one.
  const lesson = id === FIRST_LESSON_ID ? firstLesson : (await courseArrival()).lessonOf(id);
  const opened = lesson === undefined ? { lesson: firstLesson, beat: 0 } : { lesson, beat };
  // Its runs are played bit by bit, each in a task of its own, and known then.
  await inAnotherTask();
  for (const _ of playingLesson(opened.lesson)) await inAnotherTask();
  return (theme) => openLivePage(theme, opened);
}
