// The lessons arrive after the first screen, as one part of the page.

import type { Lesson } from '../../lessons/lesson.ts';
import type { Session } from '../../store/state/sessionState.ts';

type Course = typeof import('../../lessons/catalogue.ts');

let arrival: Promise<Course> | null = null;

export function courseArrival(): Promise<Course> {
  arrival ??= import('../../lessons/catalogue.ts');
  return arrival;
}

/** Opens the lesson behind the open one; after the last one the contents. */
export async function openNextLesson(session: Session): Promise<void> {
  const { LESSONS } = await courseArrival();
  const { lesson: open } = session.store.getState();
  const next: Lesson | undefined = LESSONS[LESSONS.findIndex(({ id }) => id === open?.lesson.id) + 1];
  if (next === undefined) {
    session.showContents(true);
  } else {
    session.openLesson(next);
  }
}
