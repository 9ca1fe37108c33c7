// Whether the page is a slide: chrome folded away, type of projector size, a screen that can be made blank. It is how the
// page is looked at and no part of a run, like the theme, so the session knows nothing of it.

import { useSyncExternalStore } from 'react';
import type { Session } from '../../store/state/sessionState.ts';
import type { Theme } from '../../store/state/theme.ts';

interface Presenting {
  readonly on: boolean;
  readonly blank: boolean;
}

const listeners = new Set<() => void>();
let now: Presenting = { on: false, blank: false };
/** The theme to go back to. */
let themeBefore: Theme | null = null;

export const presentingNow = (): Presenting => now;

export const usePresenting = (): Presenting =>
  useSyncExternalStore(onPresenting, presentingNow, presentingNow);

export function onPresenting(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function become(next: Presenting): void {
  now = next;
  const { dataset } = document.documentElement;
  if (next.on) {
    dataset['presenting'] = next.blank ? 'blank' : '';
  } else {
    delete dataset['presenting'];
  }
  for (const listener of listeners) listener();
}

/** `whole` asks for the whole screen too; a browser that refuses it shows the slide in its window. */
export function startPresenting(session: Session, whole = true): void {
  themeBefore = session.store.getState().theme;
  session.openDrawer(null);
  session.setTheme('projector');
  become({ on: true, blank: false });
  if (whole) {
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
  }
}

export function stopPresenting(session: Session): void {
  if (!now.on) {
    return;
  }
  become({ on: false, blank: false });
  if (themeBefore !== null) {
    session.setTheme(themeBefore);
  }
  if (document.fullscreenElement !== null) {
    void document.exitFullscreen().catch(() => undefined);
  }
}

export function togglePresenting(session: Session): void {
  if (now.on) {
    stopPresenting(session);
  } else {
    startPresenting(session);
  }
}

/** Only a slide can be made blank. */
export function setBlank(blank: boolean): void {
  if (now.on) {
    become({ on: true, blank });
  }
}

/** The window for the speaker's own screen. */
export function openSpeakerWindow(): void {
  window.open('?speaker', 'schemerge-speaker', 'popup,width=980,height=680');
}
