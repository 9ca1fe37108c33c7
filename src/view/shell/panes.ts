// Below 1100 px, and on a projector, there is room for one view at a time.

import { pageWords } from '../../scene/words/pageWords.ts';

export const PANES = ['nodes', 'history', 'versions', 'ids'] as const;
export type Pane = (typeof PANES)[number];

export const PANE_NAMES: Readonly<Record<Pane, string>> = {
  nodes: pageWords('nodes'),
  history: pageWords('history'),
  versions: pageWords('versions'),
  ids: pageWords('ids'),
};
