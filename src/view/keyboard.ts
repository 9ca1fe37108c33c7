// Keys of the whole page. A control that has the focus keeps its own keys, and an open dialog keeps all of them.

import type { Session } from '../store/sessionState.ts';
import type { Pane } from './shell/panes.ts';

export interface PageKeys {
  readonly session: Session;
  readonly help: () => void;
  readonly pane: (pane: Pane) => void;
}

const PANE_KEYS: Readonly<Record<string, Pane>> = { n: 'nodes', h: 'history', v: 'versions', i: 'ids' };

/** True when the key was one of the page's. */
export function handleKey(event: KeyboardEvent, page: PageKeys): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || ownsKey(event)) {
    return false;
  }
  const { session } = page;
  const pane = PANE_KEYS[event.key.toLowerCase()];
  if (pane !== undefined) {
    page.pane(pane);
    return true;
  }
  switch (event.key) {
    case ' ':
    case 'ArrowRight':
    case 'PageDown':
      session.next();
      return true;
    case 'ArrowLeft':
    case 'PageUp':
      session.back();
      return true;
    case 'Home':
      session.seek(0);
      return true;
    case 'End':
      session.end();
      return true;
    case 'p':
    case 'P':
      return togglePlay(session);
    case 'Escape':
      session.select(null);
      session.dismissProblem();
      return true;
    case '?':
      page.help();
      return true;
    default:
      return false;
  }
}

function togglePlay(session: Session): true {
  if (session.store.getState().playing) {
    session.pause();
  } else {
    session.play();
  }
  return true;
}

/** Whether the focused control means something else by this key. */
function ownsKey(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement)) {
    return false;
  }
  if (target.closest('dialog') !== null || target.matches('input, select, textarea, [contenteditable]')) {
    return true;
  }
  const presses = event.key === ' ' || event.key === 'Enter';
  return (
    presses && target.matches('button, a[href], summary, [role="option"], [role="listbox"], [role="tab"]')
  );
}
