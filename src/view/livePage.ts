// The page with its engine: a session that moves, and the projection of its branch at its playhead.

import { everNodes } from '../engine/index.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { project } from '../scene/project.ts';
import type { Scene, SceneOptions } from '../scene/scene.ts';
import { withSharedParts } from '../scene/sharedParts.ts';
import { breaksOf } from '../scene/verdict.ts';
import { createAutomation } from '../store/automation.ts';
import { lessonsOf } from '../store/automationOfLessons.ts';
import { FIRST_SEED, firstScreen } from '../store/firstScreen.ts';
import { lessonShown } from '../store/lessonShown.ts';
import { hiddenNodes } from '../store/lessonState.ts';
import { sandboxWords } from '../store/messagesOfSandbox.en.ts';
import { createSession, type SessionOptions } from '../store/session.ts';
import type { SessionState } from '../store/sessionState.ts';
import { heldHere, shownState, timelineOf } from '../store/shown.ts';
import type { Theme } from '../store/theme.ts';
import { drawn } from './drawn.ts';
import { answerDrop } from './dropQuestion.ts';
import { courseArrival } from './lesson/course.ts';
import { latestResult, type ShownResult } from './node/latestResult.ts';
import { lateSearcher } from './orders/lateSearcher.ts';
import { pictureAutomation } from './pictureAutomation.ts';
import type { Page } from './sessionContext.ts';
import { knownVersions } from './shownOptions.ts';

type OpenedLesson = NonNullable<SessionOptions['lesson']>;

/** What the link to the sandbox opens. */
export const sandbox = () => ({ seed: FIRST_SEED, config: firstScreen(), title: sandboxWords('first', {}) });

/** The lesson that is open at first is here at once. */
export { concurrentAdd as firstLesson } from '../lessons/course/concurrentAdd.ts';

/** Whether the address brings a run of its own. */
const bringsRun = (): boolean => /(?:^#|&)run=/.test(window.location.hash);

/** The course, where the run of the address belongs to a lesson. */
const lessonsOfAddress = (): Promise<readonly Lesson[]> =>
  /(?:^#|&)lesson=/.test(window.location.hash) ? lessonsOf(courseArrival) : Promise.resolve([]);

/** The page that the address asks for: the run of a link, or the first screen. A link that is followed later opens too. */
export async function openLivePage(theme: Theme, lesson: OpenedLesson | null): Promise<Page> {
  const page = createLivePage(theme, lesson);
  const { store } = page.session;
  let opening = false;
  const follow = async (instead: boolean): Promise<void> => {
    if (bringsRun()) {
      const [{ openLink }, lessons] = await Promise.all([
        import('../store/link/openLink.ts'),
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

/** The first screen, alive; from here on scripts can drive the page as `window.schemerge`. */
function createLivePage(theme: Theme, lesson: OpenedLesson | null): Page {
  const session = createSession({
    seed: FIRST_SEED,
    config: firstScreen(),
    theme,
    ...(lesson === null ? {} : { lesson }),
  });
  window.schemerge = {
    ...createAutomation(session, drawn, courseArrival, lateSearcher),
    ...pictureAutomation(session),
  };
  let last: Scene | undefined;
  let answer: ShownResult | null = null;
  return {
    alive: true,
    blank: false,
    lesson: lessonShown,
    hidden: ({ lesson: open }) => hiddenNodes(open),
    session,
    project: (state, options) => {
      last = withSharedParts(last, projectSession(state, options));
      return last;
    },
    nodeCount: (state) => everNodes(shownState(state).core).length - hiddenNodes(state.lesson).length,
    dropSentence: (question) => answerDrop(session, question),
    breaks: (state, budget) => breaksOf(timelineOf(state), budget),
    answer: (state) => {
      answer = withSharedParts(answer, latestResult(timelineOf(state).steps, state.playhead.step));
      return answer;
    },
  };
}

function projectSession(state: SessionState, options: SceneOptions): Scene {
  return project(timelineOf(state), state.playhead, {
    ...options,
    held: heldHere(state),
    known: knownVersions(state),
    hidden: hiddenNodes(state.lesson),
  });
}
