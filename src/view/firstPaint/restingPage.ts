// The page before its engine has arrived: it shows the first picture, knows its theme, and does nothing else. Dialogs wait
// for the engine (see lazyDialogs.tsx); Next and Back have nothing to do at the start of a run.

import { createStore } from 'zustand/vanilla';
import { GEOMETRY_DESKTOP } from '../../scene/shape/scene.ts';
import { isFirstLesson, type StartingPoint } from '../../store/lesson/startingPoint.ts';
import type { Session, SessionState } from '../../store/state/sessionState.ts';
import type { Theme } from '../../store/state/theme.ts';
import type { Page } from '../session/sessionContext.ts';
import { FIRST_HIDDEN, FIRST_LESSON } from './firstLesson.ts';
import { firstScene } from './firstScene.ts';

const NONE: readonly string[] = [];
const REFUSED = { ok: false, problem: 'The page is still loading: try again in a moment.' } as const;
const refuse = () => REFUSED;
const nothing = (): void => undefined;

const EMPTY: Omit<SessionState, 'theme' | 'contents'> = {
  title: '',
  earlier: [],
  branches: [],
  current: 0,
  playhead: { step: 0, fraction: 0 },
  selection: null,
  tableKey: null,
  held: [],
  bookmarks: [],
  drawer: null,
  comparison: null,
  pair: null,
  playing: false,
  speed: 1,
  problem: null,
  notice: null,
  report: null,
  turn: null,
  passed: null,
  doings: { before: [], undone: [] },
  console: { lines: [], entered: [] },
  lesson: null,
  openings: 0,
};

/** The first lesson and the sandbox begin with the same picture; anything else is waited for with an empty stage. */
export function createRestingPage(theme: Theme, start: StartingPoint): Page {
  const isFirst = isFirstLesson(start);
  const isKnown = isFirst || start.kind === 'sandbox';
  const hidden = isFirst ? FIRST_HIDDEN : NONE;
  const store = createStore<SessionState>()(() => ({ ...EMPTY, theme, contents: start.kind === 'contents' }));
  const session: Session = {
    store,
    startOver: nothing,
    act: refuse,
    actAll: refuse,
    next: refuse,
    back: nothing,
    seek: refuse,
    end: nothing,
    play: nothing,
    pause: nothing,
    deliver: refuse,
    settle: refuse,
    pass: refuse,
    load: refuse,
    show: refuse,
    restore: nothing,
    open: refuse,
    surprise: refuse,
    reopen: refuse,
    select: nothing,
    pick: nothing,
    setTheme: (chosen) => store.setState({ theme: chosen }),
    setSpeed: nothing,
    showTable: nothing,
    hold: refuse,
    edit: refuse,
    turn: refuse,
    follow: refuse,
    dismissTurn: nothing,
    exhibit: refuse,
    placesFor: refuse,
    previewOf: refuse,
    jump: refuse,
    undo: refuse,
    redo: refuse,
    relations: () => [],
    release: nothing,
    bookmark: nothing,
    removeBookmark: nothing,
    goToBookmark: nothing,
    openDrawer: (drawer) => store.setState({ drawer }),
    compare: nothing,
    enter: (_node, text) => ({ done: 0, count: 0, rest: text, beyond: '', problem: null }),
    openLesson: refuse,
    goToBeat: refuse,
    advance: refuse,
    retreat: nothing,
    answer: refuse,
    returnToLesson: refuse,
    hint: nothing,
    showSolution: refuse,
    showContents: (contents) => store.setState({ contents }),
    switchBranch: nothing,
    dismissProblem: nothing,
    dismissNotice: nothing,
    dismissReport: nothing,
    dismissPassed: nothing,
  };
  return {
    alive: false,
    session,
    blank: !isKnown,
    lesson: () => (isFirst ? FIRST_LESSON : null),
    hidden: () => hidden,
    project: (_state, { geometry }) => firstScene(geometry ?? GEOMETRY_DESKTOP, hidden),
    projectOn: (_state, _options, earlier) => earlier,
    breaks: () => ({ steps: [], complete: true }),
    onDrawn: nothing,
    nodeCount: () => 3 - hidden.length,
    dropSentence: () => '',
    answer: () => null,
  };
}
