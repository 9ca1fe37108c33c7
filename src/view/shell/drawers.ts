// The drawers by name; those that the menu offers in its order. What is inside a node opens from the node's card.

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

export const DRAWERS: readonly Drawer[] = [
  'setup',
  'verdict',
  'protections',
  'console',
  'network',
  'orders',
  'inspector',
  'log',
  'compare',
  'hearing',
  'legend',
  'words',
  'honesty',
];
