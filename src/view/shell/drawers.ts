// The drawers by name, in the order in which the menu offers them.

import type { Scene } from '../../scene/scene.ts';
import type { Drawer } from '../../store/sessionState.ts';

export interface DrawerProps {
  readonly scene: Scene;
}

export const DRAWER_TITLES: Readonly<Record<Drawer, string>> = {
  inspector: 'Inspector',
  log: 'Event log',
  compare: 'Compare',
  legend: 'Legend',
};

export const DRAWERS: readonly Drawer[] = ['inspector', 'log', 'compare', 'legend'];
