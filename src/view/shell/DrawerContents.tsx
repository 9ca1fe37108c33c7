// What each drawer shows: fetched together after the first screen, so that going from one to another shows it at once.
// A drawer may ask the projection for more than a scene holds.

import { type ComponentType, lazy } from 'react';
import type { Drawer } from '../../store/state/sessionState.ts';
import { CompareDrawer } from '../compare/CompareDrawer.tsx';
import { ConsoleDrawer } from '../console/ConsoleDrawer.tsx';
import { HearingDrawer } from '../hearing/HearingDrawer.tsx';
import { EventLogDrawer } from '../inspector/EventLogDrawer.tsx';
import { InspectorDrawer } from '../inspector/InspectorDrawer.tsx';
import { LegendDrawer } from '../legend/LegendDrawer.tsx';
import { NodeDrawer } from '../node/NodeDrawer.tsx';
import { NetworkDrawer } from '../operator/NetworkDrawer.tsx';
import { SetupDrawer } from '../setup/SetupDrawer.tsx';
import { ProtectionsDrawer } from '../verdict/ProtectionsDrawer.tsx';
import { VerdictDrawer } from '../verdict/VerdictDrawer.tsx';
import type { DrawerProps } from './drawers.ts';
import { InWordsDrawer } from './InWordsDrawer.tsx';

/** A search, its pictures and its worker: a part of its own, for those who ask for it. */
const OrdersDrawer = lazy(async () => ({
  default: (await import('../orders/OrdersDrawer.tsx')).OrdersDrawer,
}));

/** Long to read and seldom asked for: fetched by itself. */
const HonestyDrawer = lazy(async () => ({
  default: (await import('../honesty/HonestyDrawer.tsx')).HonestyDrawer,
}));

const CONTENTS: Readonly<Record<Drawer, ComponentType<DrawerProps>>> = {
  node: NodeDrawer,
  console: ConsoleDrawer,
  inspector: InspectorDrawer,
  log: EventLogDrawer,
  compare: CompareDrawer,
  legend: LegendDrawer,
  network: NetworkDrawer,
  words: InWordsDrawer,
  hearing: HearingDrawer,
  setup: SetupDrawer,
  orders: OrdersDrawer,
  honesty: HonestyDrawer,
  verdict: VerdictDrawer,
  protections: ProtectionsDrawer,
};

export function DrawerContents({ drawer, scene }: DrawerProps & { readonly drawer: Drawer }) {
  const Content = CONTENTS[drawer];
  return <Content scene={scene} />;
}
