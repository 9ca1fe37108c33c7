// The drawers by name; those that the menu offers in its sections. What is inside a node opens from the node's card.

import type { Scene } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import type { Drawer } from '../../store/state/sessionState.ts';

export interface DrawerProps {
  readonly scene: Scene;
}

export const DRAWER_TITLES: Readonly<Record<Drawer, string>> = {
  node: pageWords('inside-a-node'),
  console: pageWords('cql-console'),
  inspector: pageWords('inspector'),
  log: pageWords('event-log'),
  compare: pageWords('compare'),
  legend: pageWords('legend'),
  network: pageWords('network'),
  words: pageWords('in-words'),
  hearing: pageWords('who-hears-what'),
  setup: pageWords('new-sandbox'),
  orders: pageWords('all-orders'),
  honesty: pageWords('honesty'),
  verdict: pageWords('promises'),
  protections: pageWords('protections'),
};

/** In the menu's order, by what one comes for. */
export const DRAWERS = {
  try: ['setup', 'console', 'network', 'protections', 'orders'],
  learn: ['legend', 'words', 'honesty'],
  look: ['inspector', 'log', 'compare', 'hearing', 'verdict'],
} as const satisfies Readonly<Record<string, readonly Drawer[]>>;
