// The page with its engine: a session that moves and that scripts can drive.

import type { Lesson } from '../../lessons/lesson.ts';
import { createAutomation } from '../../store/automation/automation.ts';
import { lessonsOf } from '../../store/automation/automationOfLessons.ts';
import { FIRST_SEED, firstScreen } from '../../store/sandbox/firstScreen.ts';
import { createSession, type SessionOptions } from '../../store/session.ts';
import type { Theme } from '../../store/state/theme.ts';
import { sandboxWords } from '../../store/words/messagesOfSandbox.en.ts';
import { courseArrival } from '../lesson/course.ts';
import { lateSearcher } from '../orders/lateSearcher.ts';
import { drawn } from '../session/drawn.ts';
import { pictureAutomation } from '../session/pictureAutomation.ts';
import type { Page } from '../session/sessionContext.ts';
import { pageOf } from '../session/sessionPage.ts';
import { geometryOf, SIZE_BEFORE } from '../stage/geometry.ts';
import { inAnotherTask } from './inAnotherTask.ts';

type OpenedLesson = NonNullable<SessionOptions['lesson']>;

/** What the link to the sandbox opens. */
export const sandbox = () => ({ seed: FIRST_SEED, config: firstScreen(), title: sandboxWords('first', {}) });

/** The lesson that is open at first is here at once. */
export { concurrentAdd as firstLesson } from '../../lessons/course/concurrentAdd.ts';
export { playingLesson } from '../../lessons/playedLesson.ts';

/** Whether the address brings a run of its own. */
const bringsRun = (): boolean => /(?:^#|&)run=/.test(window.location.hash);

/** The course, where the run of the address belongs to a lesson. */
const lessonsOfAddress = (): Promise<readonly Lesson[]> =>
  /(?:^#|&)lesson=/.test(window.location.hash) ? lessonsOf(courseArrival) : Promise.resolve([]);

/** The page that the address asks for: the run of a link, or the first screen. A link that is followed later opens too. */
export async function openLivePage(theme: Theme, lesson: OpenedLesson | null): Promise<Page> {
  const page = createLivePage(theme, lesson);
  const { store } = page.session;
  await firstLook(page);
  let opening = false;
  const follow = async (instead: boolean): Promise<void> => {
    if (bringsRun()) {
      const [{ openLink }, lessons] = await Promise.all([
        import('../../store/keeping/link/openLink.ts'),
        lessonsOfAddress(),
      ]);
      opening = true;
      openLink(page.session, window.location.hash, { instead, lessons });
      opening = false;
    }
  };
  await follow(true);
  window.addEventListener('hashchange', () => void follow(false));
  // An address that no longer says what is on the screen is taken back: its link can be followed again then.
  store.subscribe(({ branches }, before) => {
    if (!opening && branches !== before.branches && bringsRun()) {
      window.history.replaceState(null, '', window.location.pathname + window.location.search);
    }
  });
  return page;
}

/**
 * Works out what React will ask for in one go, in tasks of its own: most of the time goes into code that runs for the first
 * time, and the second time it is short.
 */
async function firstLook(page: Page): Promise<void> {
  const state = page.session.store.getState();
  const { theme, selection, tableKey } = state;
  const geometry = geometryOf({ ...SIZE_BEFORE, nodes: page.nodeCount(state), theme, zoom: 1 });
  await inAnotherTask();
  page.breaks(state, 1);
  await inAnotherTask();
  page.project(state, { selection, tableKey, geometry, hidden: page.hidden(state), naming: 'lesson' });
  await inAnotherTask();
}

/**
 * The first screen, alive. Scripts can drive it as `window.schemerge` once it is drawn: what changed while React takes over
 * the picture that the page brought would not be what it finds there.
 */
function createLivePage(theme: Theme, lesson: OpenedLesson | null): Page {
  const session = createSession({
    seed: FIRST_SEED,
    config: firstScreen(),
    theme,
    ...(lesson === null ? {} : { lesson }),
  });
  const automation = {
    ...createAutomation(session, drawn, courseArrival, lateSearcher),
    ...pictureAutomation(session),
  };
  return pageOf(session, () => {
    window.schemerge = automation;
  });
}
