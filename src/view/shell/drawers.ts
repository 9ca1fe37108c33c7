// The drawers by name; those that the menu offers in its order. What is inside a node opens from the node's card.

import type { Scene } from '../../scene/scene.ts';
import type { Drawer } from '../../store/sessionState.ts';

export interface DrawerProps {
  readonly scene: Scene;
}

export const DRAWER_TITLES: Readonly<Record<Drawer, string>> = {
  node: 'Inside a node',
  console: 'CQL console',
  inspector: 'Inspector',
  log: 'Event log',
  compare: 'Compare',
  legend: 'Legend',
  network: 'Network',
  words: 'In words',
  hearing: 'Who hears what',
  setup: 'New sandbox',
};

export const DRAWERS: readonly Drawer[] = [
  'setup',
  'console',
  'network',
  'inspector',
  'log',
  'compare',
  'hearing',
  'legend',
  'words',
];
