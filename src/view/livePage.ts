// The page with its engine: a session that moves, and the projection of its branch at its playhead. Branches of one run
// share how their versions look, so that a version keeps its hue and glyph when one goes from branch to branch.

import { identitiesOf } from '../scene/identity.ts';
import { project } from '../scene/project.ts';
import type { Scene, SceneOptions } from '../scene/scene.ts';
import { createAutomation } from '../store/automation.ts';
import { FIRST_SEED, firstScreen } from '../store/firstScreen.ts';
import { createSession, timelineOf } from '../store/session.ts';
import type { Branch, SessionState } from '../store/sessionState.ts';
import type { Theme } from '../store/theme.ts';
import { drawn } from './drawn.ts';
import { latestResult } from './node/latestResult.ts';
import type { Page } from './sessionContext.ts';

/** The first screen, alive; from here on scripts can drive the page as `window.schemerge`. */
export function createLivePage(theme: Theme): Page {
  const session = createSession({ seed: FIRST_SEED, config: firstScreen(), theme });
  window.schemerge = createAutomation(session, drawn);
  return {
    alive: true,
    session,
    project: projectSession,
    nodeCount: (state) => timelineOf(state).config.nodes.length,
    answer: (state) => latestResult(timelineOf(state).steps, state.playhead.step),
  };
}

type Known = NonNullable<SceneOptions['known']>;

const NONE: Known = [];
let memo: { readonly branches: readonly Branch[]; readonly known: Known } = { branches: [], known: NONE };

function projectSession(state: SessionState, options: SceneOptions): Scene {
  if (memo.branches !== state.branches) {
    memo = { branches: state.branches, known: state.branches.length < 2 ? NONE : versionsOf(state.branches) };
  }
  return project(timelineOf(state), state.playhead, { ...options, known: memo.known });
}

/** Every version of the run tree, in the order of the branches: append-only, because branches are only ever added. */
function versionsOf(branches: readonly Branch[]): Known {
  return branches.reduce<Known>((known, { timeline }) => identitiesOf(timeline, { known }).list, NONE);
}
