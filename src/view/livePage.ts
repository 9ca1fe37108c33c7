// The page with its engine: a session that moves, and the projection of its branch at its playhead.

import { project } from '../scene/project.ts';
import type { Scene, SceneOptions } from '../scene/scene.ts';
import { breaksOf } from '../scene/verdict.ts';
import { createAutomation } from '../store/automation.ts';
import { FIRST_SEED, firstScreen } from '../store/firstScreen.ts';
import { createSession } from '../store/session.ts';
import type { SessionState } from '../store/sessionState.ts';
import { heldHere, timelineOf } from '../store/shown.ts';
import type { Theme } from '../store/theme.ts';
import { drawn } from './drawn.ts';
import { answerDrop } from './dropQuestion.ts';
import { latestResult } from './node/latestResult.ts';
import type { Page } from './sessionContext.ts';
import { knownVersions } from './shownOptions.ts';

/** Whether the address brings a run of its own. */
const bringsRun = (): boolean => /(?:^#|&)run=/.test(window.location.hash);

/** The page that the address asks for: the run of a link, or the first screen. A link that is followed later opens too. */
export async function openLivePage(theme: Theme): Promise<Page> {
  const page = createLivePage(theme);
  const follow = async (instead: boolean): Promise<void> => {
    if (bringsRun()) {
      (await import('../store/link/openLink.ts')).openLink(page.session, window.location.hash, instead);
    }
  };
  await follow(true);
  window.addEventListener('hashchange', () => void follow(false));
  return page;
}

/** The first screen, alive; from here on scripts can drive the page as `window.schemerge`. */
function createLivePage(theme: Theme): Page {
  const session = createSession({ seed: FIRST_SEED, config: firstScreen(), theme });
  window.schemerge = createAutomation(session, drawn);
  return {
    alive: true,
    session,
    project: projectSession,
    nodeCount: (state) => timelineOf(state).config.nodes.length,
    dropSentence: (question) => answerDrop(session, question),
    breaks: (state, budget) => breaksOf(timelineOf(state), budget),
    answer: (state) => latestResult(timelineOf(state).steps, state.playhead.step),
  };
}

function projectSession(state: SessionState, options: SceneOptions): Scene {
  return project(timelineOf(state), state.playhead, {
    ...options,
    held: heldHere(state),
    known: knownVersions(state),
  });
}
