// What a session looks like: the projection of its branch at its playhead.

import { everNodes } from '../../engine/index.ts';
import { problemText } from '../../scene/narration/problemWords.ts';
import { project, projectOn } from '../../scene/project.ts';
import { identitiesOf } from '../../scene/run/identity.ts';
import { breaksOf } from '../../scene/run/verdict.ts';
import type { Scene, SceneOptions } from '../../scene/shape/scene.ts';
import { withSharedParts } from '../../scene/shape/sharedParts.ts';
import { lessonShown } from '../../store/lesson/lessonShown.ts';
import { hiddenNodes } from '../../store/state/lessonState.ts';
import type { Session, SessionState } from '../../store/state/sessionState.ts';
import { heldHere, shownState, timelineOf } from '../../store/state/shown.ts';
import { latestResult, type ShownResult } from '../node/latestResult.ts';
import { answerDrop } from './dropQuestion.ts';
import type { Page } from './sessionContext.ts';
import { knownVersions, shownOptions } from './shownOptions.ts';

const nothing = (): void => undefined;

export function pageOf(session: Session, onDrawn: Page['onDrawn'] = nothing): Page {
  let last: Scene | undefined;
  let answer: ShownResult | null = null;
  return {
    alive: true,
    blank: false,
    lesson: lessonShown,
    hidden: ({ lesson: open }) => hiddenNodes(open),
    session,
    project: (state, options) => {
      last = withSharedParts(last, project(timelineOf(state), state.playhead, wholeOptions(state, options)));
      return last;
    },
    projectOn: (state, options, earlier, fraction) =>
      withSharedParts(earlier, projectOn(timelineOf(state), earlier, fraction, wholeOptions(state, options))),
    nodeCount: (state) => everNodes(shownState(state).core).length - hiddenNodes(state.lesson).length,
    dropSentence: (question) => answerDrop(session, question),
    breaks: (state, budget) => breaksOf(timelineOf(state), budget),
    onDrawn,
    answer: (state) => {
      answer = withSharedParts(answer, answerIn(state));
      return answer;
    },
  };
}

/** The latest answer; of a failure in the words of the page. */
function answerIn(state: SessionState): ShownResult | null {
  const timeline = timelineOf(state);
  const found = latestResult(timeline.steps, state.playhead.step);
  if (found === null || found.problem === '') {
    return found;
  }
  const identities = identitiesOf(timeline, shownOptions(state));
  return { ...found, problem: problemText(identities, found.problem) };
}

const wholeOptions = (state: SessionState, options: SceneOptions): SceneOptions => ({
  ...options,
  held: heldHere(state),
  known: knownVersions(state),
  hidden: hiddenNodes(state.lesson),
});
