// The page before its engine has arrived: it shows the first picture, knows its theme, and does nothing else. Dialogs wait
// for the engine (see lazyDialogs.tsx); Next and Back have nothing to do at the start of a run.

import { createStore } from 'zustand/vanilla';
import { GEOMETRY_DESKTOP } from '../../scene/scene.ts';
import type { Session, SessionState } from '../../store/sessionState.ts';
import type { Theme } from '../../store/theme.ts';
import type { Page } from '../sessionContext.ts';
import { firstScene } from './firstScene.ts';

const REFUSED = { ok: false, problem: 'The page is still loading: try again in a moment.' } as const;
const refuse = () => REFUSED;
const nothing = (): void => undefined;

export function createRestingPage(theme: Theme): Page {
  const store = createStore<SessionState>()(() => ({
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
    theme,
    problem: null,
    notice: null,
    report: null,
    turn: null,
    passed: null,
    doings: { before: [], undone: [] },
    console: { lines: [], entered: [] },
  }));
  const session: Session = {
    store,
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
    dismissTurn: nothing,
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
    enter: (_node, text) => ({ done: 0, count: 0, rest: text, problem: null }),
    switchBranch: nothing,
    dismissProblem: nothing,
    dismissNotice: nothing,
    dismissReport: nothing,
    dismissPassed: nothing,
  };
  return {
    alive: false,
    session,
    project: (_state, { geometry }) => firstScene(geometry ?? GEOMETRY_DESKTOP),
    breaks: () => ({ steps: [], complete: true }),
    nodeCount: () => 3,
    dropSentence: () => '',
    answer: () => null,
  };
}
