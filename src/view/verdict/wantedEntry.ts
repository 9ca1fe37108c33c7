// The entry of "Not promised in 2016" that somebody has asked for elsewhere, until the list has shown it.

import { useSyncExternalStore } from 'react';
import { createStore } from 'zustand/vanilla';
import type { AnomalyId } from '../../engine/index.ts';
import type { Session } from '../../store/state/sessionState.ts';

const wanted = createStore<{ readonly id: AnomalyId | null }>()(() => ({ id: null }));

export const useWantedEntry = (): AnomalyId | null =>
  useSyncExternalStore(wanted.subscribe, () => wanted.getState().id);

export function openEntry(session: Session, id: AnomalyId): void {
  wanted.setState({ id });
  session.openDrawer('verdict');
}

export const entryShown = (): void => wanted.setState({ id: null });
