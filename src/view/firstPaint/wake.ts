// The page that brought its first picture with it wakes up in it, piece by piece: what one presses meanwhile is not held up
// by more than the piece that is being done.

import { FIRST_LESSON_ID } from '../../store/lesson/startingPoint.ts';
import { rememberedTheme } from '../keeping/theme.ts';
import { inAnotherTask } from '../loading/inAnotherTask.ts';
import { pageArrival } from '../loading/pageArrival.ts';
import { painted } from './painted.ts';

export async function wake(root: HTMLElement): Promise<void> {
  await painted();
  const theme = rememberedTheme();
  const arrival = pageArrival({ kind: 'lesson', lesson: FIRST_LESSON_ID, beat: 0 });
  // Its code is fetched with the rest, and run before the rest.
  await import('react-dom/client');
  await inAnotherTask();
  const { drawAlive } = await import('./drawAlive.tsx');
  const openPage = await arrival;
  await inAnotherTask();
  const page = await openPage(theme);
  await inAnotherTask();
  drawAlive(root, page, theme);
}
