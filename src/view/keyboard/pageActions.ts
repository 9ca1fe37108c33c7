// Everything that the page does by a key, as one table: the keyboard, the Help dialog and the palette read it.

import type { ActionId } from '../../scene/words/messagesOfActions.en.ts';
import type { Drawer, Session } from '../../store/state/sessionState.ts';
import {
  openSpeakerWindow,
  presentingNow,
  setBlank,
  stopPresenting,
  togglePresenting,
} from '../presenter/presenting.ts';
import type { Pane } from '../shell/panes.ts';

/** What an action may reach. */
export interface ActionReach {
  readonly session: Session;
  /** The sentence of the present step: what a bookmark is called. */
  readonly sentence: () => string;
  readonly help: () => void;
  readonly palette: () => void;
  readonly share: () => void;
  readonly pane: (pane: Pane) => void;
}

export interface PageAction {
  readonly id: ActionId;
  /** As `chordOf` in keyboard.ts writes them; the first is the one to teach. */
  readonly keys: readonly string[];
  readonly run: (reach: ActionReach) => void;
}

const SECOND = 1_000_000;

export const PAGE_ACTIONS: readonly PageAction[] = [
  { id: 'next', keys: ['Space', 'ArrowRight', 'PageDown'], run: ({ session }) => session.advance() },
  { id: 'back', keys: ['ArrowLeft', 'PageUp'], run: ({ session }) => session.retreat() },
  { id: 'step-on', keys: ['Shift+ArrowRight'], run: ({ session }) => session.next() },
  { id: 'step-back', keys: ['Shift+ArrowLeft'], run: ({ session }) => session.back() },
  { id: 'version-next', keys: ['Alt+ArrowRight'], run: jump('version-change', 1) },
  { id: 'version-before', keys: ['Alt+ArrowLeft'], run: jump('version-change', -1) },
  { id: 'break-next', keys: [], run: jump('broken-promise', 1) },
  { id: 'break-before', keys: [], run: jump('broken-promise', -1) },
  { id: 'start', keys: ['Home'], run: ({ session }) => session.seek(0) },
  { id: 'end', keys: ['End'], run: ({ session }) => session.end() },
  { id: 'play', keys: ['p'], run: ({ session }) => togglePlay(session) },
  { id: 'bookmark', keys: ['m'], run: ({ session, sentence }) => session.bookmark(sentence()) },
  { id: 'undo', keys: ['Ctrl+z'], run: ({ session }) => session.undo() },
  { id: 'redo', keys: ['Ctrl+Shift+z', 'Ctrl+y'], run: ({ session }) => session.redo() },
  { id: 'branch-before', keys: ['['], run: ({ session }) => switchBy(session, -1) },
  { id: 'branch-next', keys: [']'], run: ({ session }) => switchBy(session, 1) },
  { id: 'settle', keys: [], run: ({ session }) => session.settle() },
  { id: 'wait', keys: [], run: ({ session }) => session.pass(SECOND) },
  { id: 'wait-long', keys: [], run: ({ session }) => session.pass(60 * SECOND) },
  { id: 'wait-timer', keys: [], run: ({ session }) => session.pass('timer') },
  { id: 'nodes', keys: ['n'], run: ({ pane }) => pane('nodes') },
  { id: 'history', keys: ['h'], run: ({ pane }) => pane('history') },
  { id: 'versions', keys: ['v'], run: ({ pane }) => pane('versions') },
  { id: 'ids', keys: ['i'], run: ({ pane }) => pane('ids') },
  { id: 'compare', keys: ['c'], run: drawer('compare') },
  { id: 'console', keys: [':', '`'], run: drawer('console') },
  { id: 'inspector', keys: [], run: drawer('inspector') },
  { id: 'log', keys: [], run: drawer('log') },
  { id: 'network', keys: ['w'], run: drawer('network') },
  { id: 'legend', keys: ['l'], run: drawer('legend') },
  { id: 'orders', keys: ['o'], run: drawer('orders') },
  { id: 'hearing', keys: [], run: drawer('hearing') },
  { id: 'honesty', keys: [], run: drawer('honesty') },
  { id: 'verdict', keys: [], run: drawer('verdict') },
  { id: 'protections', keys: [], run: drawer('protections') },
  { id: 'sandbox', keys: [], run: drawer('setup') },
  { id: 'reopen', keys: [], run: ({ session }) => session.reopen() },
  ...([1, 2, 3, 4] as const).map(
    (option): PageAction => ({
      id: `answer-${option}`,
      keys: [String(option)],
      run: ({ session }) => session.answer(option),
    }),
  ),
  { id: 'return', keys: ['r'], run: ({ session }) => session.returnToLesson() },
  { id: 'contents', keys: [], run: ({ session }) => session.showContents(true) },
  { id: 'share', keys: ['s'], run: ({ share }) => share() },
  { id: 'present', keys: ['f'], run: ({ session }) => togglePresenting(session) },
  { id: 'speaker', keys: [], run: () => openSpeakerWindow() },
  { id: 'blank-screen', keys: ['.', 'b'], run: () => setBlank(true) },
  { id: 'palette', keys: ['/', 'Ctrl+k'], run: ({ palette }) => palette() },
  { id: 'help', keys: ['?'], run: ({ help }) => help() },
  { id: 'close', keys: ['Escape'], run: ({ session }) => closeOne(session) },
];

function jump(to: 'version-change' | 'broken-promise', direction: 1 | -1): PageAction['run'] {
  return ({ session }) => session.jump({ to, direction });
}

/** The same key again folds it away. */
function drawer(which: Drawer): PageAction['run'] {
  return ({ session }) => session.openDrawer(session.store.getState().drawer === which ? null : which);
}

function togglePlay(session: Session): void {
  if (session.store.getState().playing) {
    session.pause();
  } else {
    session.play();
  }
}

function switchBy(session: Session, delta: number): void {
  const { branches, current } = session.store.getState();
  if (branches.length > 1) {
    session.switchBranch((current + delta + branches.length) % branches.length);
  }
}

/** One thing at a time: what lies over the stage first, then what is chosen on it. */
function closeOne(session: Session): void {
  const { drawer: open, problem, notice } = session.store.getState();
  if (open !== null) {
    session.openDrawer(null);
    return;
  }
  if (presentingNow().on) {
    stopPresenting(session);
    return;
  }
  if (problem !== null || notice !== null) {
    session.dismissProblem();
    session.dismissNotice();
    return;
  }
  session.select(null);
  session.pick(null);
}
