// What a drawer shows, by its name. Their code is fetched with the dialogs, after the first screen: a drawer may ask the
// projection for more than a scene holds.

import type { ComponentType } from 'react';
import type { Scene } from '../../scene/scene.ts';
import type { Drawer } from '../../store/sessionState.ts';
import { CompareDrawer, EventLogDrawer, InspectorDrawer, LegendDrawer } from '../lazyDialogs.tsx';

export interface DrawerProps {
  readonly scene: Scene;
}

export const DRAWER_TITLES: Readonly<Record<Drawer, string>> = {
  inspector: 'Inspector',
  log: 'Event log',
  compare: 'Compare',
  legend: 'Legend',
};

/** A drawer that is not in here is not offered. */
export const DRAWERS: Readonly<Partial<Record<Drawer, ComponentType<DrawerProps>>>> = {
  inspector: InspectorDrawer,
  log: EventLogDrawer,
  compare: CompareDrawer,
  legend: LegendDrawer,
};
