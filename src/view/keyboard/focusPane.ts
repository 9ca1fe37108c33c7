// On a wide page every view is in sight, so that asking for one moves the focus there: the next Tab goes on within it. The
// focus stands on the view itself, where Space and the arrows are still the page's.

import type { Pane } from '../shell/panes.ts';

const VIEWS: Readonly<Record<Pane, string>> = {
  nodes: '.cards',
  history: '.loom-window',
  versions: '.panel.versions',
  ids: '.panel.ids',
};

/** After the next picture: on a narrow page the view has to be shown first. */
export function focusPane(pane: Pane): void {
  requestAnimationFrame(() => {
    const view = document.querySelector<HTMLElement>(VIEWS[pane]);
    if (view !== null) {
      view.tabIndex = -1;
      view.focus();
    }
  });
}
